// The centre's own certificate files are checked before they are shown, refused in words, and followed when they change.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, expect, test } from "vitest";
import { makeAuthority, makeServerCertificate, type Pair } from "../../server/trust/x509.ts";
import { ask, closeAll, DAY, newFolder, now, served } from "./served.ts";

afterEach(closeAll);

let signer: Pair;
let good: Pair;
let other: Pair;

const made = (untilMs: number, fromMs = now - DAY): Promise<Pair> =>
  makeServerCertificate(signer, { hosts: ["kasir.local"], addresses: [] }, { fromMs, untilMs });

beforeAll(async () => {
  signer = await makeAuthority({ name: "Dinas", hosts: [], fromMs: now - DAY, untilMs: now + 900 * DAY });
  good = await made(now + 90 * DAY);
  other = await made(now + 90 * DAY);
});

/** Lays the two files somewhere and serves the shop with them. */
async function servedWith(certificate: string | null, key: string | null) {
  const folder = newFolder();
  const files = { TLS_CERT: join(folder, "kasir.crt"), TLS_KEY: join(folder, "kasir.key") };
  const lay = (cert: string | null, secret: string | null) => {
    if (cert !== null) writeFileSync(files.TLS_CERT, cert);
    if (secret !== null) writeFileSync(files.TLS_KEY, secret);
  };
  lay(certificate, key);
  return { ...(await served({ env: files })), lay };
}

test("good ones are shown as they are, with no authority of ours", async () => {
  const here = await servedWith(good.certificate, good.key);
  const { shown } = await ask(here.port, "/api/session", signer.certificate, { host: "kasir.local" });
  expect(shown).toBe(good.certificate);
  expect(here.view()).toMatchObject({ broken: false, https: { names: ["kasir.local"], authority: null } });
  expect(here.https.authority()).toBeNull();
  expect(here.told.said.join()).toContain(`https://kasir.local:${here.port}`);
});

test.each<[string, () => Promise<[string | null, string | null]> | [string | null, string | null], RegExp]>([
  ["no certificate there", () => [null, good.key], /kasir\.crt tidak ada[\s\S]*kasir\.crt is not there/],
  ["no key there", () => [good.certificate, null], /kasir\.key tidak ada/],
  ["something else than a certificate", () => ["halo", good.key], /kasir\.crt bukan sertifikat/],
  ["something else than a key", () => [good.certificate, "halo"], /kasir\.key bukan kunci/],
  ["another certificate's key", () => [good.certificate, other.key], /kasir\.key bukan pasangan/],
  [
    "one that has ended",
    async () => {
      const { certificate, key } = await made(now - DAY / 2);
      return [certificate, key];
    },
    /sudah berakhir pada \d{4}-\d\d-\d\d[\s\S]*ended on/,
  ],
  [
    "one that has not begun",
    async () => {
      const { certificate, key } = await made(now + 9 * DAY, now + 2 * DAY);
      return [certificate, key];
    },
    /baru berlaku mulai/,
  ],
])("%s is refused in words, and plain http goes on", async (_, files, words) => {
  const here = await servedWith(...(await files()));
  expect(here.view()).toMatchObject({ https: null, broken: true });
  expect(here.told.fault).toEqual([expect.stringMatching(words)]);
  expect(here.told.fault.join()).toContain("Toko berjalan tanpa HTTPS");
  await here.https.look();
  expect(here.told.fault).toHaveLength(1);
  // Once they are mended, nobody has to start the shop again.
  here.lay(good.certificate, good.key);
  await here.https.look();
  expect(here.view()).toMatchObject({ broken: false });
});

test("one file without the other is refused in words", async () => {
  const here = await served({ env: { TLS_CERT: "/tmp/kasir.crt" } });
  expect(here.told.fault.join()).toContain("TLS_CERT and TLS_KEY must be given together.");
});

test("renewed files are taken up without a restart; while they are wrong the old stay", async () => {
  const here = await servedWith(good.certificate, good.key);
  const shown = async () =>
    (await ask(here.port, "/api/session", signer.certificate, { host: "kasir.local" })).shown;
  here.lay(other.certificate, null);
  await here.https.look();
  expect(here.told.fault.join()).toContain("The certificate shown until now stays in use.");
  expect(await shown()).toBe(good.certificate);
  here.lay(null, other.key);
  await here.https.look();
  expect(await shown()).toBe(other.certificate);
});
