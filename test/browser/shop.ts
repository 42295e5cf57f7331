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
  port,
  env = {},
}: {
  data?: string;
  /** Settings beside these, as they would stand before `npm start`. */
  env?: Record<string, string>;
  /** A port of its own unless told: a shop that comes back must come back where its tills look for it. */
  port?: number;
} = {}): Promise<StartedShop> {
  const shop = spawn(
    process.execPath,
    [...readTypeScript, "server/launch.mjs", "--client", "server/main.ts"],
    {
      cwd: fileURLToPath(new URL("../..", import.meta.url)),
      env: {
        ...process.env,
        VITEST: undefined, // a client that was changed while tests run is built as for a shop
        SHOP_DATA: data,
        PORT: String(port ?? (await freePort())),
        ...env,
        npm_lifecycle_event: "start", // as under npm, the shop ends when the one who started it is gone
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  // The address is printed on standard output; on the other stands what the building of the screens has to say.
  let printed = "";
  let words = "";
  shop.stdout.setEncoding("utf8").on("data", (text) => (printed += text));
  for (const stream of [shop.stdout, shop.stderr]) stream.on("data", (text) => (words += text));
  return {
    url: await printedAddress(
      shop,
      () => printed,
      () => words,
    ),
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

async function printedAddress(
  shop: ChildProcess,
  printed: () => string,
  words: () => string,
): Promise<string> {
  const deadline = AbortSignal.timeout(longestStartMs);
  for (;;) {
    const address = /https?:\/\/[^\s/]+/.exec(printed())?.[0];
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

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("No free port.");
  return address.port;
}
