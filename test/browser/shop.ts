// Starts the built program as a shop would, on a port and a data folder of its own.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface StartedShop {
  url: string;
  /** Stays after the shop has ended, so that another can be started on it; `npm test` removes it at the end. */
  dataFolder: string;
  /** Everything the program has written so far. */
  words(): string;
  /** Asks it to close, as the operating system does, and waits until it has. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill9(): Promise<void>;
}

/** Starts the shop on `data`, or on an empty folder, and answers when it has printed its address. */
export async function startShop({
  data = mkdtempSync(join(tmpdir(), "shop-")),
}: {
  data?: string;
} = {}): Promise<StartedShop> {
  const shop = spawn(
    process.execPath,
    [...readTypeScript, "server/launch.mjs", "--client", "server/main.ts"],
    {
      cwd: fileURLToPath(new URL("../..", import.meta.url)),
      env: {
        ...process.env,
        SHOP_DATA: data,
        PORT: String(await freePort()),
        npm_lifecycle_event: "start", // as under npm, the shop ends when the one who started it is gone
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let words = "";
  shop.stdout.setEncoding("utf8").on("data", (text) => (words += text));
  shop.stderr.setEncoding("utf8").on("data", (text) => (words += text));
  return {
    url: await printedAddress(shop, () => words),
    dataFolder: data,
    words: () => words,
    stop: () => end(shop, "SIGTERM"),
    kill9: () => end(shop, "SIGKILL"),
  };
}

/** With it the launcher need not start a second process, and a kill reaches the shop itself. */
const readTypeScript = process.features.typescript ? [] : ["--experimental-strip-types"];

const longestStartMs = 30_000;
const longestEndMs = 15_000;

async function printedAddress(shop: ChildProcess, words: () => string): Promise<string> {
  const deadline = AbortSignal.timeout(longestStartMs);
  for (;;) {
    const address = /https?:\/\/[^\s/]+/.exec(words())?.[0];
    if (address) return address;
    const ended = shop.exitCode ?? shop.signalCode;
    if (ended !== null || deadline.aborted) {
      shop.kill("SIGKILL");
      throw new Error(`The shop ${ended === null ? "printed no address" : `ended (${ended})`}:\n${words()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function end(shop: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (shop.exitCode !== null || shop.signalCode !== null) return;
  const ended = once(shop, "exit", { signal: AbortSignal.timeout(longestEndMs) });
  shop.kill(signal);
  await ended.catch(() => {
    shop.kill("SIGKILL");
    throw new Error(`The shop did not close within ${longestEndMs} ms of ${signal}.`);
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("No free port.");
  return address.port;
}
