// A browser as a tablet has it: a profile that stays, and a process that can be ended as a power cut ends it.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { browserIsMissing, findBrowser, quiet } from "./browser.ts";
import { patienceMs } from "./steps.ts";

export interface OwnBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly profile: string;
  /** Whether these words of the page's `localStorage` are on the device's disk: a browser writes them down some seconds late. */
  hasWritten(words: string): boolean;
  /** Ends it at once (-9): nothing of it is asked whether it is ready. */
  kill9(): Promise<void>;
  close(): Promise<void>;
}

/** Another program on the device takes all that the browser still gives this page; answers when not even a note fits. */
export async function fillStorage(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const put = (bytes: number) =>
      new Promise<boolean>((resolve) => {
        const opening = indexedDB.open("someone-else");
        opening.onupgradeneeded = () => opening.result.createObjectStore("rubbish", { autoIncrement: true });
        opening.onsuccess = () => {
          const db = opening.result;
          const write = db.transaction("rubbish", "readwrite", { durability: "strict" });
          const rubbish = new Uint8Array(bytes);
          for (let from = 0; from < bytes; from += 65_536)
            crypto.getRandomValues(rubbish.subarray(from, from + 65_536));
          write.objectStore("rubbish").put(rubbish);
          const done = (fits: boolean) => () => {
            db.close();
            resolve(fits);
          };
          write.oncomplete = done(true);
          write.onabort = done(false);
        };
      });
    for (const bytes of [500_000, 50_000, 5_000, 500]) while (await put(bytes));
  });
}

export async function emptyStorage(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase("someone-else");
        deleting.onsuccess = resolve;
        deleting.onerror = () => reject(deleting.error);
      }),
  );
}

/** Opens it on its profile, or on a new one. */
export async function openOwnBrowser(profile = mkdtempSync(join(tmpdir(), "profile-"))): Promise<OwnBrowser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error(browserIsMissing);
  const flags = ["--remote-debugging-port=0", `--user-data-dir=${profile}`, "--lang=id-ID", "about:blank"];
  const program = spawn(executablePath, [...quiet, ...flags], { stdio: ["ignore", "ignore", "pipe"] });
  const browser = await chromium.connectOverCDP(await addressOf(program));
  const [context = await browser.newContext()] = browser.contexts();
  const page = context.pages()[0] ?? (await context.newPage());
  await page.setViewportSize({ width: 1366, height: 768 });
  page.setDefaultTimeout(patienceMs);
  return {
    context,
    page,
    profile,
    hasWritten: (words) => {
      const folder = join(profile, "Default", "Local Storage", "leveldb");
      const logs = readdirSync(folder).filter((name) => name.endsWith(".log"));
      return logs.some((name) => readFileSync(join(folder, name)).includes(words));
    },
    kill9: () => end(program, browser, "SIGKILL"),
    close: () => end(program, browser, "SIGTERM"),
  };
}

async function addressOf(program: ChildProcess): Promise<string> {
  let words = "";
  for await (const text of program.stderr?.setEncoding("utf8") ?? []) {
    words += text;
    const address = /ws:\/\/\S+/.exec(words)?.[0];
    if (!address) continue;
    program.stderr?.resume(); // what it says later is nobody's
    return address;
  }
  throw new Error(`The browser ended:\n${words}`);
}

async function end(program: ChildProcess, browser: Browser, signal: NodeJS.Signals): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const ended = once(program, "exit");
  program.kill(signal);
  await ended;
  await browser.close().catch(() => {});
}
