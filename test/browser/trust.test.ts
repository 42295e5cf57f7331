// The shop over https in a real browser: what a page gains by it, how a device is told to trust it, and that plain http goes on.
import { createHash, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { inGroups } from "#rules/trust";
import { newFolder } from "../days/command-line.ts";
import { pins, testShop } from "../shop.ts";
import { axe, openBrowser, startShop } from "./browser.ts";
import { freePort, type StartedShop } from "./shop.ts";
import { choose, press, sees, signIn, visit, wordsOf } from "./steps.ts";

let shop: StartedShop;
let secureUrl: string;
let browser: Browser;

/** A centre with people in it, on a folder of its own. */
async function aCentre(): Promise<string> {
  const data = newFolder();
  await (await testShop({ path: join(data, "shop.sqlite") })).book.close();
  return data;
}

const certificate = (name: string): X509Certificate =>
  new X509Certificate(readFileSync(join(shop.dataFolder, "tls", name)));

beforeAll(async () => {
  const port = await freePort();
  shop = await startShop({ data: await aCentre(), env: { HTTPS_PORT: String(port) } });
  secureUrl = `https://127.0.0.1:${port}`;
  await vi.waitUntil(() => shop.words().includes("Dengan HTTPS"), { timeout: 10_000 });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await shop?.stop();
});

/** Somebody who came past the browser's warning. */
async function pastTheWarning(): Promise<Page> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: "id-ID" });
  return await context.newPage();
}

describe("over https", () => {
  test("a page is a secure context, its cookies are for https only, and plain http is not closed by it", async () => {
    const page = await pastTheWarning();
    const answer = await page.goto(secureUrl);
    expect(answer?.headers()["strict-transport-security"]).toBeUndefined();
    expect(await page.evaluate(() => isSecureContext)).toBe(true);
    await signIn(page, pins.manager, "Ibu Ratna");
    const cookies = await page.context().cookies();
    expect(cookies.map(({ name, secure, httpOnly }) => ({ name, secure, httpOnly }))).toEqual([
      { name: "sentra_session", secure: true, httpOnly: true },
    ]);
    await page.goto(shop.url);
    await sees(page, "Ibu Ratna");
  });

  test("who trusts nothing is warned by the browser itself", async () => {
    const { page } = await visit(browser, shop.url);
    await expect(page.goto(secureUrl)).rejects.toThrow("ERR_CERT_AUTHORITY_INVALID");
  });

  test("who pressed the warning away is told that this device does not trust the shop yet", async () => {
    const page = await pastTheWarning();
    await page.goto(`${secureUrl}/percaya`);
    await sees(page.getByRole("alert"), "Perangkat ini belum percaya");
  });

  test("who trusts it is told so, and goes on to the till", async () => {
    const key = certificate("server.crt").publicKey.export({ type: "spki", format: "der" });
    const spki = createHash("sha256").update(key).digest("base64");
    const trusting = await openBrowser([`--ignore-certificate-errors-spki-list=${spki}`]);
    try {
      const { page } = await visit(trusting, `${secureUrl}/percaya`);
      await sees(page.locator(".notice[role=status]"), "Perangkat ini percaya");
      await page.getByRole("link", { name: "Ke kasir" }).click();
      await sees(page, "Ibu Ratna");
    } finally {
      await trusting.close();
    }
  });
});

describe("the page that walks through it", () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await visit(browser, `${shop.url}/percaya`));
    await sees(page, "Sidik jari sertifikat");
  });

  test("shows the fingerprint that the server printed and that the file has, and the file itself", async () => {
    const inTheFile = inGroups(certificate("authority.crt").fingerprint256.replaceAll(":", ""));
    const shown = await wordsOf(page.locator(".trust-fingerprint"));
    expect(shown).toBe(inTheFile);
    expect(shop.words()).toContain(inTheFile);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Unduh sertifikat" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("sentra-kreasi.crt");
    expect(readFileSync(await file.path()).equals(certificate("authority.crt").raw)).toBe(true);
  });

  test("tells each kind of device in the words of its menus", async () => {
    for (const [kind, words] of [
      ["Android", "Tetap instal"],
      ["iPad", "Pengaturan Kepercayaan Sertifikat"],
      ["Windows", "Otoritas Sertifikasi Akar Tepercaya"],
      ["Mac", "Selalu Percayai"],
    ] as const) {
      await choose(page, "Jenis perangkat", kind);
      await sees(page.locator(".trust-device"), words);
    }
  });

  test.each([
    ["a phone", { width: 360, height: 740 }],
    ["a counter", { width: 1366, height: 768 }],
  ])("is clean for axe on %s, in both languages and in the dark", async (_, size) => {
    await page.setViewportSize(size);
    for (const language of ["English", "Indonesia"]) {
      await press(page, language);
      expect(await axe(page)).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: "dark" });
    // A colour on its way to another is neither.
    await page.evaluate(async () => {
      await new Promise((done) => requestAnimationFrame(done));
      await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null)));
    });
    expect(await axe(page, { runOnly: ["color-contrast"] })).toEqual([]);
    await page.emulateMedia({ colorScheme: "light" });
  });

  test("scrolls only down at 320 px", async () => {
    await page.setViewportSize({ width: 320, height: 740 });
    const beyond = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await page.evaluate(beyond)).toBe(0);
  });

  test("is led to from the settings, where a device came by plain http", async () => {
    const tablet = await openBrowser(["--host-resolver-rules=MAP kasir.test 127.0.0.1"]);
    try {
      const plain = shop.url.replace("127.0.0.1", "kasir.test");
      const { page: there } = await visit(tablet, plain);
      expect(await there.evaluate(() => isSecureContext)).toBe(false);
      await signIn(there, pins.manager, "Ibu Ratna");
      await there.goto(`${plain}/pengaturan`);
      await sees(there, "Perangkat ini memakai sambungan biasa.");
      await there.getByRole("link", { name: "Langkahnya" }).click();
      await sees(there, `${plain}/percaya`);
      // By a name that the certificate does not know nobody gets in.
      expect(
        await there.getByRole("link", { name: "Buka alamat yang aman" }).getAttribute("href"),
      ).not.toContain("kasir.test");
    } finally {
      await tablet.close();
    }
  });
});

test("files that are wrong are told in words, and the shop sells on over plain http", async () => {
  const folder = newFolder();
  const wrong = { TLS_CERT: join(folder, "kasir.crt"), TLS_KEY: join(folder, "kasir.key") };
  const other = await startShop({ data: await aCentre(), env: wrong });
  try {
    await expect.poll(() => other.words()).toContain("kasir.crt tidak ada");
    const { page } = await visit(browser, `${other.url}/percaya`);
    await sees(page, "HTTPS belum berjalan");
    await page.goto(other.url);
    await signIn(page, pins.manager, "Ibu Ratna");
  } finally {
    await other.stop();
  }
});

test("a shop that was not asked for https says how it is asked", async () => {
  const other = await startShop({ data: await aCentre() });
  try {
    const { page } = await visit(browser, `${other.url}/percaya`);
    await sees(page, "HTTPS_PORT=8443");
  } finally {
    await other.stop();
  }
});
