// The service worker: keeps the build's own files and the products' pictures, so that the page starts without the server.
interface Waits {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Waits {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
/** What is used of the worker's own world; TypeScript keeps it in a library that does not go with the DOM's. */
interface Worker {
  addEventListener(kind: "install" | "activate", hear: (event: Waits) => void): void;
  addEventListener(kind: "fetch", hear: (event: Asked) => void): void;
  addEventListener(kind: "message", hear: (event: MessageEvent) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}

/** Each file of the build with its SHA-256; the build writes it in (vite.config.ts). */
declare const SHELL: Readonly<Record<string, string>>;
declare const SHELL_NAME: string;

const worker = self as unknown as Worker;
const page = "/index.html";
const pictures = "pictures";
const mostPictures = 1000;
/** A page that has not come by then is taken from here: a shop's Wi-Fi hangs more often than it breaks. */
const patienceMs = 3000;

worker.addEventListener("install", (event) => event.waitUntil(keepShell()));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, searchParams } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (/^\/api\/products\/\d+\/photo$/.test(pathname) && searchParams.has("v"))
    event.respondWith(picture(request, event));
  else if (pathname.startsWith("/api/")) return;
  else if (request.mode === "navigate") event.respondWith(freshOrKeptPage(request));
  else if (pathname in SHELL || pathname.startsWith("/assets/")) event.respondWith(keptFile(request));
});
// A page says which files it is made of: one of this very build loses nothing if this worker takes over at once.
worker.addEventListener("message", ({ data, ports }) => {
  const { files, now } = data as { files: readonly string[]; now: boolean };
  const same = files.every((file) => file in SHELL);
  if (same || now) void worker.skipWaiting();
  ports[0]?.postMessage(same);
});

/** All of it or nothing, and only what the build made: a server that is being renewed hands out a mixture. */
async function keepShell(): Promise<void> {
  const shell = await caches.open(SHELL_NAME);
  for (const [path, digest] of Object.entries(SHELL)) {
    const known = path.startsWith("/assets/") ? await caches.match(path) : undefined;
    const file = known ?? (await fetch(path, { cache: "no-cache" }));
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.clone().arrayBuffer()));
    if (!file.ok || hex(bytes) !== digest) throw new Error(`${path} is not of this build.`);
    await shell.put(path, file);
  }
}

/** The shell before this one stays: a tab that was opened with it may still fetch its screens. */
async function takeOver(): Promise<void> {
  const shells = (await caches.keys()).filter((name) => name.startsWith("shell-") && name !== SHELL_NAME);
  await Promise.all(shells.slice(0, -1).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

async function freshOrKeptPage(request: Request): Promise<Response> {
  const kept = async () => await (await caches.open(SHELL_NAME)).match(page);
  const fresh = fetch(request).then(
    async (answer) => (answer.status >= 500 ? ((await kept()) ?? answer) : answer),
    async () => (await kept()) ?? Response.error(),
  );
  const late = new Promise<void>((resolve) => setTimeout(resolve, patienceMs));
  return await Promise.race([fresh, late.then(async () => (await kept()) ?? fresh)]);
}

async function keptFile(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const own = await (await caches.open(SHELL_NAME)).match(pathname);
  return own ?? (await caches.match(pathname)) ?? (await fetch(request));
}

async function picture(request: Request, event: Waits): Promise<Response> {
  const shelf = await caches.open(pictures);
  const kept = await shelf.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) event.waitUntil(keepPicture(shelf, request, answer.clone()).catch(() => {}));
  return answer;
}

/** A newer picture of a product takes the place of the older one; beyond the most, the oldest go. */
async function keepPicture(shelf: Cache, request: Request, answer: Response): Promise<void> {
  await shelf.delete(request, { ignoreSearch: true });
  await shelf.put(request, answer);
  const all = await shelf.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - mostPictures)).map((old) => shelf.delete(old)));
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
