// A door before the shop, at which a test hands out a newer build of the screens, or stands as a name that is not secure.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Front {
  url: string;
  /** From now on the screens are of a newer build: another page, another sheet, another service worker. */
  renew(): void;
  /** Requests are taken and never answered, as on a Wi-Fi that hangs; false breaks them off and lets the next ones through. */
  hang(hangs: boolean): void;
  close(): Promise<void>;
}

/** Also an HTTP proxy: a browser that is told to use it finds the shop under any name. */
export async function aFront(shop: () => string): Promise<Front> {
  let newer = false;
  let hangs = false;
  const held = new Set<ServerResponse>();
  const server = createServer((asked, answer) => {
    const path = new URL(asked.url ?? "/", "http://front").pathname;
    if (hangs) return void held.add(answer);
    const isPage = asked.headers.accept?.includes("text/html") || path === "/index.html";
    if (newer && !path.startsWith("/api/") && (isPage || path === "/sw.js"))
      void renewed(shop(), path, answer).catch(() => answer.destroy());
    else pass(shop(), asked, answer);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    renew: () => {
      newer = true;
    },
    hang: (now) => {
      hangs = now;
      for (const answer of held) answer.destroy();
      held.clear();
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** A connection for each request: one kept open may be closed by the shop just as the next request goes out on it. */
const agent = new Agent({ keepAlive: false });
const apart = { headers: { connection: "close" } };
const newSheet = "/assets/newer.css";

function pass(shop: string, asked: IncomingMessage, answer: ServerResponse): void {
  const { pathname, search } = new URL(asked.url ?? "/", shop);
  if (pathname === newSheet) return void answer.writeHead(200, { "content-type": "text/css" }).end("");
  const { method, headers } = asked;
  const forward = request(`${shop}${pathname}${search}`, { method, headers, agent }, (given) => {
    answer.writeHead(given.statusCode ?? 502, given.headers);
    given.pipe(answer);
  });
  forward.on("error", () => answer.destroy());
  asked.pipe(forward);
}

/** A real newer build differs in its page, in files of other names, and in the worker's list of them. */
async function renewed(shop: string, path: string, answer: ServerResponse): Promise<void> {
  const page = await (await fetch(`${shop}/index.html`, apart)).text();
  const newPage = page.replace("</head>", `<link rel="stylesheet" href="${newSheet}" /></head>`);
  if (path !== "/sw.js") return void answer.writeHead(200, { "content-type": "text/html" }).end(newPage);
  const given = await fetch(`${shop}/sw.js`, apart);
  const gone = /\/assets\/index-[\w-]+\.css/.exec(page)?.[0] ?? "";
  const program = (await given.text())
    .replace(digest(page), digest(newPage))
    .replace(`"${gone}":`, `"${newSheet}":"${digest("")}","${gone}?older":`)
    .replace(/"shell-\w+"/, '"shell-newer"');
  answer.writeHead(200, { "content-type": "text/javascript", "cache-control": "no-cache" }).end(program);
}

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");
