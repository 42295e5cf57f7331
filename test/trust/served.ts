// Serves a shop over https with a clock and addresses set by hand, and asks it as a device would.
import { X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "#api/app";
import type { TrustView } from "#rules/trust";
import { type Https, planHttps } from "../../server/https.ts";
import { namesOf } from "../../server/trust/machine.ts";
import { freePort } from "../browser/shop.ts";
import { testShop } from "../shop.ts";

export interface Served {
  readonly data: string;
  readonly https: Https;
  readonly port: number;
  /** What whoever runs the server was told. */
  readonly told: { said: string[]; fault: string[] };
  view(): TrustView;
  /** Sets the clock of the server; devices have the true one. */
  at(ms: number): void;
  /** What a router gives to the machine. */
  addresses: string[];
  read(name: string): string;
}

export const DAY = 86_400_000;
/** The true time: whoever connects checks certificates by it. */
export const now = Date.now();
export const newFolder = (): string => mkdtempSync(join(tmpdir(), "tls-"));

const open: Https[] = [];
export function closeAll(): void {
  for (const https of open.splice(0)) https.close();
}

/** A shop that is served as `main.ts` would, on the folder `data`. */
export async function served({
  data = newFolder(),
  env = {},
  host = "0.0.0.0",
  atMs = now,
}: {
  data?: string;
  env?: Record<string, string>;
  host?: string;
  atMs?: number;
} = {}): Promise<Served> {
  let clock = atMs;
  const shop = { ...(await testShop()), now: () => clock };
  const told: Served["told"] = { said: [], fault: [] };
  const port = await freePort();
  const here: Pick<Served, "addresses"> = { addresses: ["192.168.1.20"] };
  const https = planHttps({
    env: { HTTPS_PORT: String(port), ...env },
    data,
    host,
    shop,
    machine: { names: () => namesOf("Kasir-PC", here.addresses) },
    tell: (line, kind) => told[kind].push(line),
  });
  open.push(https);
  await https.begin(createApp(shop, undefined, https).fetch, 8080);
  return Object.assign(here, {
    data,
    https,
    port,
    told,
    view: () => https.view(),
    at: (ms: number) => {
      clock = ms;
    },
    read: (name: string) => readFileSync(join(data, "tls", name), "utf8"),
  });
}

export const certificate = (pem: string): X509Certificate => new X509Certificate(pem);

/** Asks over https, trusting `ca` only; rejects with the reason where a browser would refuse. */
export function ask(
  port: number,
  path: string,
  ca: string | undefined,
  { host = "localhost", body }: { host?: string; body?: unknown } = {},
): Promise<{ status: number; text: string; cookies: string[]; shown: string }> {
  return new Promise((done, refused) => {
    const asked = request(
      {
        host: "127.0.0.1",
        port,
        path,
        method: body ? "POST" : "GET",
        ca: ca ?? [],
        // An address is no server name; it is checked against the certificate all the same.
        servername: host,
        agent: false,
        headers: { host: `${host}:${port}`, ...(body ? { "content-type": "application/json" } : {}) },
      },
      (answer) => {
        const socket = answer.socket as unknown as { getPeerX509Certificate(): X509Certificate };
        const shown = socket.getPeerX509Certificate().toString();
        let text = "";
        answer.setEncoding("utf8").on("data", (part: string) => (text += part));
        answer.on("end", () =>
          done({ status: answer.statusCode ?? 0, text, cookies: answer.headers["set-cookie"] ?? [], shown }),
        );
      },
    );
    asked.on("error", (failure: NodeJS.ErrnoException) =>
      refused(new Error(`${failure.code}: ${failure.message}`)),
    );
    asked.end(body ? JSON.stringify(body) : undefined);
  });
}
