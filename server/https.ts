// Serves the shop over https beside plain http where that is asked for, and keeps its certificate fresh meanwhile.
import { createServer, type Server } from "node:https";
import { isIP } from "node:net";
import { hostname as machineName } from "node:os";
import { join, resolve } from "node:path";
import { serve } from "@hono/node-server";
import { sessionOf } from "#domain/sessions";
import type { Shop } from "#domain/shop";
import { inGroups, type TrustDoor } from "#rules/trust";
import type { Certificates, Shown } from "./trust/certificates.ts";
import { TrustFault } from "./trust/fault.ts";
import type { Machine } from "./trust/machine.ts";
import { openOwnFiles } from "./trust/own-files.ts";

export interface Https extends TrustDoor {
  /** Serves `fetch` over https too, if that is asked for; `httpPort` is where plain http came to stand. */
  begin(fetch: Fetch, httpPort: number): Promise<void>;
  /** Looks whether a fresh certificate is needed, or can be served at last; `begin` asks each minute. */
  look(): Promise<void>;
  close(): void;
}

export interface HttpsPlan {
  env: Readonly<Record<string, string | undefined>>;
  /** The folder of the book. */
  data: string;
  /** Where the shop listens. */
  host: string;
  shop: Shop;
  machine: Machine;
  /** Told what whoever runs the server should know. */
  tell(line: string, kind: "said" | "fault"): void;
}

type Fetch = (request: Request) => Response | Promise<Response>;

const DEFAULT_PORT = 8443;
/** An address changes seldom, and a tablet that lost the shop for a minute goes on selling. */
const LOOK_MS = 60_000;

export function planHttps(plan: HttpsPlan): Https {
  const { env, host, shop, machine, tell } = plan;
  const asked = Boolean(env["HTTPS_PORT"] || env["TLS_CERT"] || env["TLS_KEY"]);
  const wanted = Number(env["HTTPS_PORT"] || DEFAULT_PORT);
  let certificates: Certificates | null = null;
  let server: Server | null = null;
  let port: number | null = null;
  let served: Fetch | null = null;
  let httpPort = 0;
  let toldFault = "";
  let timer: NodeJS.Timeout | undefined;

  const addresses = () => reachedAt(host, machine.names().addresses);
  const fault = (sentence: string) => {
    // Said once, and not each minute.
    if (sentence !== toldFault) tell(sentence, "fault");
    toldFault = sentence;
  };

  async function look(): Promise<void> {
    try {
      if (!(Number.isInteger(wanted) && wanted > 0 && wanted < 65_536)) throw new TrustFault("bad_port");
      if (!certificates) certificates = await openCertificates(plan);
      else if ((await certificates.renew(shop.now())) === "renewed") {
        const { certificate, key } = certificates.shown();
        server?.setSecureContext({ cert: certificate, key });
        if (port !== null) tell(greeting(certificates, addresses(), port, httpPort), "said");
      }
      if (!server && served) await listen(certificates, served);
      toldFault = "";
    } catch (failure) {
      // Whatever is wrong with certificates, plain http goes on selling.
      const sentence = failure instanceof TrustFault ? failure.message : String((failure as Error).stack);
      fault(`${sentence}\n${port === null ? withoutHttps : staysAsItIs}`);
    }
  }

  function listen(known: Certificates, fetch: Fetch): Promise<void> {
    const { certificate, key } = known.shown();
    return new Promise((done, refused) => {
      const started = serve(
        { fetch, hostname: host, port: wanted, createServer, serverOptions: { cert: certificate, key } },
        (address) => {
          server = started;
          port = address.port;
          tell(greeting(known, addresses(), port, httpPort), "said");
          done();
        },
      ) as Server;
      started.on("error", (failure: NodeJS.ErrnoException) =>
        refused(failure.code === "EADDRINUSE" ? new TrustFault("port_taken") : failure),
      );
    });
  }

  return {
    view() {
      const shown = certificates?.shown();
      return {
        httpPort,
        addresses: addresses(),
        https: shown && port !== null ? { port, ...publicOf(shown) } : null,
        broken: asked && port === null,
      };
    },
    authority: () => certificates?.shown().authority?.bytes ?? null,
    async begin(fetch, at) {
      httpPort = at;
      if (!asked) return;
      served = fetch;
      await look();
      timer = setInterval(() => void look(), LOOK_MS);
      timer.unref();
    },
    look,
    close() {
      clearInterval(timer);
      server?.close();
      server?.closeIdleConnections();
    },
  };
}

/** The centre's own files where they are named, else the shop's own authority. */
async function openCertificates({ env, data, shop, machine }: HttpsPlan): Promise<Certificates> {
  const { TLS_CERT: certificate, TLS_KEY: key } = env;
  if (certificate && key) {
    // Paths are from where the person stood who typed them, as with the book's folder.
    const from = (path: string) => resolve(env["INIT_CWD"] ?? process.cwd(), path);
    return openOwnFiles({ certificate: from(certificate), key: from(key) }, shop.now());
  }
  if (certificate || key) throw new TrustFault("half");
  // Fetched only here: a shop that needs no authority does not carry the library for it.
  const { openAuthority } = await import("./trust/authority.ts");
  return await openAuthority(join(data, "tls"), ownerOf(shop), machine, shop.now());
}

/** The centre's name; before there is a centre, and in practice, the machine's. */
function ownerOf(shop: Shop): string {
  const { centre, practice } = sessionOf(shop, null);
  return centre && !practice ? centre.name : `Sentra Kreasi ${machineName()}`;
}

/** What every device may know; the keys stay here. */
function publicOf({ names, untilMs, authority }: Shown) {
  return {
    names: [...names],
    untilMs,
    authority: authority && {
      name: authority.name,
      fingerprint: authority.fingerprint,
      untilMs: authority.untilMs,
    },
  };
}

/** Where other devices reach what listens at `host`; nowhere, if that is the machine's own ear. */
function reachedAt(host: string, addresses: readonly string[]): string[] {
  if (host === "localhost" || host === "::1" || host.startsWith("127.")) return [];
  if (host !== "0.0.0.0" && host !== "::") return [host];
  return addresses.filter((address) => !address.startsWith("127."));
}

function greeting(known: Certificates, addresses: string[], port: number, httpPort: number): string {
  const { names, authority } = known.shown();
  const host = addresses.find((one) => names.includes(one)) ?? names.find((one) => !one.startsWith("*"));
  const at = `https://${written(host ?? "localhost")}:${port}`;
  const [reached] = addresses;
  const page = reached ? `http://${written(reached)}:${httpPort}/percaya` : null;
  return [
    `Dengan HTTPS / with HTTPS: ${at}`,
    ...(page ? [] : alone),
    ...(page && authority
      ? [`Agar perangkat lain percaya, buka di sana / for another device to trust it, open there: ${page}`]
      : []),
    ...(authority
      ? [`Sidik jari sertifikat / the certificate's fingerprint: ${inGroups(authority.fingerprint)}`]
      : []),
  ].join("\n");
}

const written = (host: string): string => (isIP(host) === 6 ? `[${host}]` : host);

const alone = [
  "Perangkat lain belum menjangkaunya: sambungkan komputer ini ke jaringan, dan jalankan dengan HOST=0.0.0.0.",
  "Other devices do not reach it yet: connect this computer to the network, and start it with HOST=0.0.0.0.",
];
const withoutHttps =
  "Toko berjalan tanpa HTTPS sampai itu beres.\nThe shop runs without HTTPS until that is mended.";
const staysAsItIs = "Sertifikat yang lama tetap dipakai.\nThe certificate shown until now stays in use.";
