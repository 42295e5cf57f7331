// Signing in at a till whose server does not answer: by name and PIN as always, judged later; also on a page that came over plain http.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axe, openBrowser, startShop } from "./browser.ts";
import { manager } from "./centre-steps.ts";
import { tellWhatStood } from "./here.ts";
import { openPractice } from "./practice-steps.ts";
import { kept, shellIsKept } from "./shell-steps.ts";
import type { StartedShop } from "./shop.ts";
import { dialog, key, press, sees, visit, write } from "./steps.ts";
import { cart, nextCustomer, tile, toPaying } from "./till-steps.ts";

const cashier = { name: "Dewi Lestari", pin: "24680" };
const stranger = { name: "Budi Santoso", pin: "97531" };
const coffee = "Kopi Tubruk Temanggung";
const checkedLater = "PIN diperiksa setelah server menjawab.";
const notChecked = "PIN belum diperiksa";

let shop: StartedShop;
let browser: Browser;
let page: Page;
let complaints: string[];
tellWhatStood(() => page);
const over = async () => {
  await browser?.close();
  await shop?.stop();
};

/** A practice shop with a till; the manager and a cashier have signed in on it, a third has not. */
async function aTill(host: string, more: readonly string[] = []): Promise<void> {
  shop = await startShop();
  browser = await openBrowser(more);
  ({ page, complaints } = await visit(browser, `http://${host}:${port()}`));
  await openPractice(page);
  for (const person of [cashier, stranger]) await employ(person);
  await page.keyboard.press("F8");
  await press(page, "Kunci layar");
  await enter(cashier, cashier.pin);
  await sees(page, coffee);
}

const port = () => Number(new URL(shop.url).port);

async function employ({ name, pin }: typeof cashier): Promise<void> {
  const status = await page.evaluate(
    async (body) => {
      const headers = { "content-type": "application/json" };
      return (await fetch("/api/staff", { method: "POST", headers, body: JSON.stringify(body) })).status;
    },
    {
      id: "00000000-0000-4000-8000-0000000000".concat(pin.slice(0, 2)),
      name,
      roles: ["cashier"],
      stallIds: [],
      pin,
    },
  );
  expect(status).toBe(200);
}

/** F3, a name, and a PIN. */
async function change(to: { name: string }, pin: string): Promise<void> {
  await page.keyboard.press("F3");
  await press(dialog(page), new RegExp(`^${to.name}`));
  await write(dialog(page), `PIN ${to.name}`, pin);
  await page.keyboard.press("Enter");
}

/** The same where nobody is signed in. */
async function enter(who: { name: string }, pin: string): Promise<void> {
  await press(page, new RegExp(`^${who.name}`));
  await write(page, `PIN ${who.name}`, pin);
  await press(page, "Masuk");
}

/** Who the server says is behind this page's cookie. */
const known = async (): Promise<string | null> =>
  await page.evaluate(async () => (await (await fetch("/api/session")).json()).person?.name ?? null);

const powerIsBack = async () => {
  shop = await startShop({ data: shop.dataFolder, port: port() });
};

/** Acts on this device that the server has not answered. */
const unsent = async () =>
  ((await kept(page, "acts")) as { outcome: unknown }[]).filter(({ outcome }) => outcome === null);

async function sellCoffee(): Promise<void> {
  await tile(page, coffee).click();
  await toPaying(page);
  await press(page, "Uang pas");
  await key(page, "Pelanggan berikutnya").waitFor();
  await nextCustomer(page);
}

describe("the server is gone", () => {
  afterAll(over);
  beforeAll(async () => {
    await aTill("127.0.0.1");
    await shellIsKept(page);
  });

  test("who signed in here before takes over, also after a reload; who never did is shown and not offered", async () => {
    await shop.kill9();
    await page.reload();
    await sees(page, cashier.name);
    await page.keyboard.press("F3");
    await sees(key(dialog(page), new RegExp(`^${stranger.name}`)), "Belum pernah masuk di kasir ini");
    expect(await key(dialog(page), new RegExp(`^${stranger.name}`)).isDisabled()).toBe(true);
    expect(await axe(page)).toEqual([]);
    await press(dialog(page), new RegExp(`^${manager.name}`));
    await sees(dialog(page), checkedLater);
    expect(await axe(page)).toEqual([]);
    await write(dialog(page), `PIN ${manager.name}`, manager.pin);
    await page.keyboard.press("Enter");
    await sees(page, `Sekarang ${manager.name} di kasir ini. ${checkedLater}`);
    await sees(page, notChecked);
    expect(await axe(page)).toEqual([]);
  });

  test("the server is back: it is asked first, and the session is theirs", async () => {
    await sellCoffee();
    await powerIsBack();
    await page.getByText(notChecked).waitFor({ state: "detached" });
    await expect.poll(known).toBe(manager.name);
    await expect.poll(unsent).toEqual([]);
  });

  test("a wrong PIN: the screen locks, says so, and what was sold is with the manager (L4)", async () => {
    await shop.kill9();
    await change(cashier, "000000");
    await sees(page, notChecked);
    await sellCoffee();
    await powerIsBack();
    await sees(page, `PIN yang diketik sebagai ${cashier.name} saat server tidak menjawab ternyata salah.`);
    expect(await axe(page)).toEqual([]);
    await expect.poll(known).toBeNull();
    await enter(manager, manager.pin);
    await sees(page, coffee);
    const waiting = async () =>
      await page.evaluate(async () => (await (await fetch("/api/repairs/waiting")).json()).waiting as number);
    await expect.poll(waiting).toBe(1);
  });

  test("after a reload without it the person goes on; once it answers nobody slips in by a cookie, and the PIN is asked again", async () => {
    await shop.kill9();
    await change(cashier, cashier.pin);
    await sees(page, notChecked);
    await page.reload();
    await sees(page, cashier.name);
    await sees(page, notChecked);
    await sellCoffee();
    await powerIsBack();
    await sees(page, `Ketik PIN sekali lagi, ${cashier.name}.`);
    await expect.poll(known).toBeNull();
    await enter(cashier, cashier.pin);
    await sees(cart(page), "Pilih barang, atau pindai kodenya.");
    await expect.poll(unsent).toEqual([]);
    await expect.poll(known).toBe(cashier.name);
  });

  test("neither the till's disk nor its storage holds a PIN", async () => {
    const shelves = ["acts", "papers", "memory", "device", "parked"];
    const lies = JSON.stringify([
      await Promise.all(shelves.map((shelf) => kept(page, shelf))),
      await page.evaluate(() => Object.entries(localStorage)),
    ]);
    for (const { pin } of [manager, cashier]) expect(lies).not.toContain(pin);
    expect(complaints).toEqual([]);
  });
});

describe("over plain http, where a page has no cryptography of the browser's", () => {
  afterAll(over);
  beforeAll(async () => {
    await aTill("kasir.local", ["--host-resolver-rules=MAP kasir.local 127.0.0.1"]);
  });

  test("the till lets its people in all the same, and the server judges it", async () => {
    expect(await page.evaluate(() => [isSecureContext, "subtle" in crypto])).toEqual([false, false]);
    // No service worker keeps the program on such a page: what seals a PIN is fetched while the server is still there.
    const sealIsHere = () =>
      page.evaluate(() =>
        performance.getEntriesByType("resource").some(({ name }) => name.includes("/assets/seal-")),
      );
    await expect.poll(sealIsHere).toBe(true);
    await shop.kill9();
    await change(manager, manager.pin);
    await sees(page, notChecked);
    await sellCoffee();
    await powerIsBack();
    await page.getByText(notChecked).waitFor({ state: "detached" });
    await expect.poll(known).toBe(manager.name);
    await expect.poll(unsent).toEqual([]);
  });
});
