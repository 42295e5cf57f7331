// A local authority is made once and kept; the server's certificate follows addresses and time without a restart.
import { rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createApp } from "#api/app";
import { addressesOf, namesOf } from "../../server/trust/machine.ts";
import { makeServerCertificate } from "../../server/trust/x509.ts";
import { pins } from "../shop.ts";
import { ask, certificate, closeAll, DAY, newFolder, now, served } from "./served.ts";

afterEach(closeAll);

describe("the authority", () => {
  test("is made once, named after the centre, good for ten years, and kept", async () => {
    const first = await served();
    const authority = certificate(first.read("authority.crt"));
    expect(authority.ca).toBe(true);
    expect(authority.subject).toMatch(/^CN=Sentra Uji [\dA-F]{4}$/);
    expect(Date.parse(authority.validTo) - now).toBeGreaterThan(3650 * DAY);
    const { https } = first.view();
    expect(https?.authority).toMatchObject({
      name: authority.subject.slice(3),
      fingerprint: authority.fingerprint256.replaceAll(":", ""),
    });
    closeAll();
    const again = await served({ data: first.data });
    expect(again.read("authority.crt")).toBe(first.read("authority.crt"));
    expect(again.view().https).toMatchObject({ authority: https?.authority });
  });

  test("keeps its keys to whoever runs the shop", async () => {
    const { data } = await served();
    const mode = (name: string) => (statSync(join(data, "tls", name)).mode & 0o777).toString(8);
    expect([mode("authority.key"), mode("server.key"), mode("")]).toEqual(["600", "600", "700"]);
  });

  test("cannot vouch for a bank, or for an address of the internet", async () => {
    const { read } = await served();
    const authority = { certificate: read("authority.crt"), key: read("authority.key") };
    const term = { fromMs: now - DAY, untilMs: now + DAY };
    const refusedBy = async (names: { hosts: string[]; addresses: string[] }, host: string) => {
      const forged = await makeServerCertificate(authority, names, term);
      const data = newFolder();
      writeFileSync(join(data, "a.crt"), forged.certificate);
      writeFileSync(join(data, "a.key"), forged.key);
      const liar = await served({ env: { TLS_CERT: join(data, "a.crt"), TLS_KEY: join(data, "a.key") } });
      return await ask(liar.port, "/api/session", authority.certificate, { host }).catch(
        (failure: Error) => failure.message,
      );
    };
    expect(await refusedBy({ hosts: ["localhost"], addresses: [] }, "localhost")).toMatchObject({
      status: 200,
    });
    const outside = "permitted subtree violation";
    expect(await refusedBy({ hosts: ["bank.example"], addresses: [] }, "bank.example")).toContain(outside);
    expect(await refusedBy({ hosts: ["localhost"], addresses: ["8.8.8.8"] }, "localhost")).toContain(outside);
  });

  test("half of one is not made anew behind the tablets' backs, and the shop says what to do", async () => {
    const { data } = await served();
    closeAll();
    rmSync(join(data, "tls", "authority.key"));
    const after = await served({ data });
    expect(after.view()).toMatchObject({ https: null, broken: true });
    expect(after.told.fault.join()).toMatch(/tidak utuh[\s\S]*is not whole[\s\S]*runs without HTTPS/);
  });

  test("one that has ended is not made anew either: it may be the clock", async () => {
    const { data } = await served();
    closeAll();
    const late = await served({ data, atMs: now + 3700 * DAY });
    expect(late.told.fault.join()).toMatch(/this computer's clock is wrong/);
    late.at(now);
    await late.https.look();
    expect(late.view().broken).toBe(false);
    expect((await ask(late.port, "/api/session", late.read("authority.crt"))).status).toBe(200);
  });
});

describe("the server's certificate", () => {
  test("is for localhost, the machine's names and its private addresses, and short", async () => {
    const { read, view } = await served();
    const shown = certificate(read("server.crt"));
    expect(shown.subjectAltName).toBe(
      "DNS:localhost, DNS:kasir-pc, DNS:kasir-pc.local, IP Address:127.0.0.1, IP Address:192.168.1.20",
    );
    expect(shown.ca).toBe(false);
    expect(shown.publicKey.asymmetricKeyDetails?.namedCurve).toBe("prime256v1");
    const days = (Date.parse(shown.validTo) - Date.parse(shown.validFrom)) / DAY;
    expect(days).toBeLessThanOrEqual(397);
    expect(view().https?.names).toContain("192.168.1.20");
  });

  test("follows a changed address while the shop is served", async () => {
    const here = await served();
    const ca = here.read("authority.crt");
    const before = await ask(here.port, "/api/session", ca, { host: "kasir-pc.local" });
    here.addresses = ["10.0.0.7"];
    await here.https.look();
    const after = await ask(here.port, "/api/session", ca, { host: "kasir-pc.local" });
    expect(after.shown).not.toBe(before.shown);
    expect(certificate(after.shown).checkIP("10.0.0.7")).toBe("10.0.0.7");
    expect(certificate(after.shown).checkIP("192.168.1.20")).toBeUndefined();
    expect(here.view()).toMatchObject({ addresses: ["10.0.0.7"] });
    expect(here.told.said[1]).toContain("http://10.0.0.7:8080/percaya");
    expect(here.read("authority.crt")).toBe(ca);
  });

  test("is looked after each minute by the shop itself, and no longer once it is closed", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    try {
      const here = await served();
      here.addresses = ["10.0.0.7"];
      vi.advanceTimersByTime(60_000);
      await vi.waitUntil(() => here.told.said.length === 2);
      expect(here.view().https?.names).toContain("10.0.0.7");
      here.https.close();
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test.each([
    ["300 days later it is kept", 300 * DAY, true],
    ["30 days before its end it is made anew", 367 * DAY, false],
    ["after a power cut that forgot the day it is kept", -9000 * DAY, true],
  ])("%s", async (_, laterMs, kept) => {
    const here = await served();
    const before = here.read("server.crt");
    here.at(now + laterMs);
    await here.https.look();
    expect(here.read("server.crt") === before).toBe(kept);
    expect(here.told.fault).toEqual([]);
  });

  test("never outlives its authority, and is not made anew each minute near that end", async () => {
    const here = await served({ atMs: now - 3645 * DAY });
    const before = here.read("server.crt");
    here.at(now);
    await here.https.look();
    const last = here.read("server.crt");
    expect(last).not.toBe(before);
    expect(certificate(last).validTo).toBe(certificate(here.read("authority.crt")).validTo);
    await here.https.look();
    expect(here.read("server.crt")).toBe(last);
  });

  test("one whose writing a power cut broke off is made anew", async () => {
    const { data, read } = await served();
    closeAll();
    writeFileSync(join(data, "tls", "server.key"), "");
    const again = await served({ data });
    expect((await ask(again.port, "/api/session", read("authority.crt"))).status).toBe(200);
  });
});

describe("a device", () => {
  test("that trusts the authority comes in, and one that does not is refused", async () => {
    const here = await served();
    const answer = await ask(here.port, "/api/session", here.read("authority.crt"));
    expect([answer.status, JSON.parse(answer.text).centre.name]).toEqual([200, "Sentra Uji"]);
    const refused = await ask(here.port, "/api/session", undefined).catch(
      (failure: Error) => failure.message,
    );
    expect(refused).toContain("UNABLE_TO_VERIFY_LEAF_SIGNATURE");
  });

  test("gets cookies for https only", async () => {
    const here = await served();
    const ca = here.read("authority.crt");
    const { staff } = JSON.parse((await ask(here.port, "/api/session", ca)).text) as {
      staff: { staffId: number; name: string }[];
    };
    const staffId = staff.find(({ name }) => name === "Dewi")?.staffId;
    const { cookies } = await ask(here.port, "/api/session", ca, { body: { staffId, pin: pins.cashier } });
    expect(cookies).toEqual([expect.stringMatching(/^sentra_session=.+HttpOnly; Secure; SameSite=Strict/)]);
  });

  test("downloads the authority as something to trust, and never its key", async () => {
    const here = await served();
    const answer = await here.https.authority();
    expect(Buffer.from(answer ?? []).equals(certificate(here.read("authority.crt")).raw)).toBe(true);
    const app = createApp(undefined as never, undefined, here.https);
    const asked = await app.request("/api/authority.crt");
    expect(asked.headers.get("content-type")).toBe("application/x-x509-ca-cert");
    expect(Buffer.from(await asked.arrayBuffer()).equals(Buffer.from(answer ?? []))).toBe(true);
    expect(await (await app.request("/api/trust")).text()).not.toMatch(/PRIVATE|BEGIN/);
    expect((await createApp(undefined as never).request("/api/authority.crt")).status).toBe(404);
  });
});

test("what is told at the start names the address, the page and the fingerprint", async () => {
  const here = await served();
  const [said = ""] = here.told.said;
  expect(said).toContain(`https://192.168.1.20:${here.port}`);
  expect(said).toContain("http://192.168.1.20:8080/percaya");
  expect(said).toMatch(/([\dA-F]{4} ){15}[\dA-F]{4}/);
  const alone = await served({ host: "127.0.0.1" });
  expect(alone.told.said.join()).toContain("HOST=0.0.0.0");
  expect(alone.told.said.join()).toMatch(/([\dA-F]{4} ){15}[\dA-F]{4}/);
  expect(alone.view().addresses).toEqual([]);
});

test("a port that is taken is told, and taken up once it is free", async () => {
  const first = await served();
  const second = await served({ env: { HTTPS_PORT: String(first.port) } });
  expect(second.told.fault.join()).toContain("choose another HTTPS_PORT");
  await second.https.look();
  expect(second.told.fault).toHaveLength(1);
  first.https.close();
  await second.https.look();
  expect(second.view()).toMatchObject({ broken: false, https: { port: first.port } });
});

test("a port that is none is told", async () => {
  const here = await served({ env: { HTTPS_PORT: "delapan" } });
  expect(here.told.fault.join()).toContain("HTTPS_PORT must be a number");
  expect(here.view().broken).toBe(true);
});

test("names and addresses are read off a machine of any kind", () => {
  expect(namesOf("MacBook.local", []).hosts).toEqual(["localhost", "macbook.local"]);
  expect(namesOf("TOKO_1", ["10.0.0.2"])).toEqual({
    hosts: ["localhost"],
    addresses: ["10.0.0.2", "127.0.0.1"],
  });
  const one = (address: string, family: "IPv4" | "IPv6" = "IPv4", internal = false) =>
    ({ address, family, internal, netmask: "", mac: "", cidr: null, scopeid: 0 }) as never;
  expect(
    addressesOf({
      lo: [one("127.0.0.1", "IPv4", true)],
      wifi: [one("192.168.43.5"), one("fe80::1", "IPv6")],
      cable: [one("172.16.4.1"), one("172.32.0.1"), one("103.28.12.9")],
    }),
  ).toEqual(["192.168.43.5", "172.16.4.1"]);
});
