// A paid sale is one sale: under two presses, in two tabs, and when the server dies before or after it has written.
import { createHash } from "node:crypto";
import type { Page, Request } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ActsSent, SendActs, SentAct } from "#rules/till-acts";
import { shop as cli } from "../days/command-line.ts";
import { startShop } from "./browser.ts";
import { aShop, tellWhatStood } from "./here.ts";
import { openPractice } from "./practice-steps.ts";
import { shellIsKept } from "./shell-steps.ts";
import { choose, go, key, press, sees, visit, write } from "./steps.ts";
import { cart, nextCustomer, receipt, tile, toPaying } from "./till-steps.ts";

const here = aShop();
let page: Page;
/** The acts that left the page, in the order in which they left. */
let sent: SentAct[] = [];
let sold = 0;
tellWhatStood(() => page);

beforeAll(async () => {
  page = (await visit(here.browser, here.shop.url)).page;
  await openPractice(page);
});
beforeEach(() => {
  sent = [];
  page.on("request", note);
});
afterEach(async () => {
  page.off("request", note);
  await page.unrouteAll();
});

function note(request: Request): void {
  if (isOfActs(request)) sent.push(...(request.postDataJSON() as SendActs).acts);
}

const isOfActs = (request: Request): boolean => request.method() === "POST" && ofActs.test(request.url());
const ofActs = /\/api\/tills\/\d+\/acts$/;

const number = (count: number) => `KARTINI-K1-${String(count).padStart(6, "0")}`;

/** The receipt numbers of today in the book, the oldest first. */
async function inTheBook(): Promise<string[]> {
  const answer = await page.request.get(`${here.shop.url}/api/sales?q=KARTINI-K1&limit=200`);
  const { sales } = (await answer.json()) as { sales: { receiptNumber: string }[] };
  return sales.map((sale) => sale.receiptNumber).reverse();
}

/** One more sale is paid, under the next number. */
async function isPaid(): Promise<void> {
  sold += 1;
  expect(await receipt(page, number(sold))).toContain("TOTAL Rp10.000");
}

/** All that was paid is in the book, each once, and the numbers have no hole (N1). */
async function allInTheBook(): Promise<void> {
  await expect.poll(inTheBook).toEqual(Array.from({ length: sold }, (_, at) => number(at + 1)));
}

async function isOneSaleMore(): Promise<void> {
  await isPaid();
  await allInTheBook();
  await nextCustomer(page);
}

/** The till has said paid by itself: nobody answered, and it says what it keeps. */
async function isKeptHere(): Promise<void> {
  await isPaid();
  await sees(page, "Tersimpan di perangkat ini, belum terkirim. Terkirim sendiri begitu server menjawab.");
  await sees(page, "Luring");
  await sees(page, "1 belum terkirim");
}

async function coffeeToPay(): Promise<void> {
  await tile(page, "Kopi Tubruk Temanggung").click();
  await toPaying(page);
  await write(page, "Uang diterima", "10000");
}

/** The server ends as in a power cut, and comes back on the same book at the same address. */
async function cutPower(): Promise<void> {
  await here.shop.kill9();
}
async function powerIsBack(): Promise<void> {
  here.shop = await startShop({ data: here.shop.dataFolder, port: Number(new URL(here.shop.url).port) });
}

describe("two presses", () => {
  test("on the key, twice in the same moment and once with Enter (D4)", async () => {
    await coffeeToPay();
    await key(page, "Terima uang").evaluate((button: HTMLElement) => {
      button.click();
      button.click();
      document.dispatchEvent(new KeyboardEvent("keydown", { key: "F9", bubbles: true }));
      button.closest("form")?.requestSubmit();
    });
    await isOneSaleMore();
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  });

  test("on two different keys while the answer is under way", async () => {
    await coffeeToPay();
    const held = Promise.withResolvers<void>();
    await page.route(ofActs, async (route) => {
      await held.promise;
      await route.continue();
    });
    await press(page, "Terima uang");
    await sees(page, "Menyimpan …");
    await page.keyboard.press("F9");
    await key(page, "Uang pas")
      .click({ force: true, timeout: 1000 })
      .catch(() => {}); // it may be switched off
    held.resolve();
    await isOneSaleMore();
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  });

  test("in two tabs of the same till: the second looks on, and takes its place once the first is closed (D5)", async () => {
    await tile(page, "Kopi Tubruk Temanggung").click();
    const second = await page.context().newPage();
    await second.goto(`${here.shop.url}/kasir`);
    await sees(second, /Tab ini hanya untuk melihat: kasir ini sedang dipakai di tab lain/);
    expect(await cart(second).count()).toBe(0);
    await second.close();
    await toPaying(page);
    await press(page, "Uang pas");
    await isOneSaleMore();
    const third = await page.context().newPage();
    await third.goto(`${here.shop.url}/kasir`);
    await sees(third, /Tab ini hanya untuk melihat/);
    await page.close();
    page = third;
    page.on("request", note);
    await sees(cart(page), "Pilih barang, atau pindai kodenya.");
  });

  test("the same act sent again is answered with the first result; another body is refused (D1, D3)", async () => {
    await coffeeToPay();
    const [request] = await Promise.all([page.waitForRequest(isOfActs), press(page, "Terima uang")]);
    const first = (await (await request.response())?.json()) as ActsSent;
    await isOneSaleMore();
    const batch = request.postDataJSON() as SendActs;
    const again = async (change: (act: SentAct) => SentAct) => {
      const data = { ...batch, acts: batch.acts.map(change) };
      const answer = await page.request.post(request.url(), { data });
      return (await answer.json()) as ActsSent;
    };
    expect(first.results).toMatchObject([{ is: "recorded", answer: { receiptNumber: number(sold) } }]);
    expect(await again((act) => act)).toEqual(first);
    const body = JSON.parse(batch.acts[0]?.body ?? "") as { soldAtMs: number };
    const other = JSON.stringify({ ...body, soldAtMs: body.soldAtMs + 1 });
    const digest = createHash("sha256").update(other).digest("hex");
    const changed = await again((act) => ({ ...act, body: other, digest }));
    expect(changed.results).toMatchObject([{ is: "refused", code: "id_conflict" }]);
    expect(await inTheBook()).toHaveLength(sold);
    // The plain road to the book, for other programs, keeps the same promise.
    const plain = (data: object) => page.request.post(`${here.shop.url}/api/sales`, { data });
    const same = await plain(body);
    expect([same.status(), await same.json()]).toMatchObject([200, { receiptNumber: number(sold) }]);
    const refused = await plain({ ...body, soldAtMs: body.soldAtMs + 1 });
    expect([refused.status(), await refused.json()]).toMatchObject([
      409,
      { refusal: { code: "id_conflict" } },
    ]);
    expect(await inTheBook()).toHaveLength(sold);
  });
});

describe("the power goes", () => {
  beforeAll(() => shellIsKept(page));

  test("before the sale arrives: it is paid all the same, sent again by itself, and is one sale", async () => {
    await coffeeToPay();
    await page.route(ofActs, async (route) => {
      await cutPower();
      await route.continue();
    });
    await press(page, "Terima uang");
    await isKeptHere();
    await page.unrouteAll();
    await powerIsBack();
    await allInTheBook();
    await sees(page, "Sudah terkirim.");
    await nextCustomer(page);
    expect(sent.length).toBeGreaterThan(1);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  });

  test("after the sale is written and before the answer: the repeat finds it, and it is one sale", async () => {
    await coffeeToPay();
    let status = 0;
    await page.route(ofActs, async (route) => {
      if (status > 0) return await route.continue();
      status = (await route.fetch({ maxRetries: 2 })).status(); // its old connection ended with the server
      await cutPower();
      return await route.abort("connectionreset");
    });
    await press(page, "Terima uang");
    await isKeptHere();
    expect(status).toBe(200);
    await nextCustomer(page);
    await powerIsBack();
    await allInTheBook();
    await sees(page, "Tersambung");
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  });

  test("and the page is loaded again meanwhile, without it: what was kept is still there, and is one sale (L1)", async () => {
    await coffeeToPay();
    await page.route(ofActs, async (route) => {
      await cutPower();
      await route.abort("connectionreset");
    });
    await press(page, "Terima uang");
    await isKeptHere();
    await page.unrouteAll();
    await page.reload();
    await sees(page, "1 belum terkirim");
    await sees(cart(page), "Pilih barang, atau pindai kodenya.");
    await go(page, "Penjualan");
    await page.getByRole("link", { name: new RegExp(number(sold)) }).click();
    await sees(page, "TOTAL");
    await go(page, "Kasir");
    await powerIsBack();
    await allInTheBook();
    await sees(page, "Tersambung");
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  });

  test("no later sale is harmed, and the book is clean", async () => {
    await coffeeToPay();
    await press(page, "Terima uang");
    await isOneSaleMore();
    expect(await cli(here.shop.dataFolder, ["audit"])).toMatchObject({ code: 0 });
  });
});

test("a cart outlives a reload, with its discount (L8)", async () => {
  await tile(page, "Nasi Rames").click();
  await tile(page, "Nasi Rames").click();
  await press(cart(page), "Beri potongan");
  const dialog = page.getByRole("dialog");
  await choose(dialog, "Potongan", "Rupiah");
  await write(dialog, "Potongan dalam rupiah", "1000");
  await press(dialog, "Simpan");
  await sees(cart(page), "Rp33.000");
  await page.reload();
  await sees(cart(page), "Rp33.000");
  await go(page, "Penjualan");
  await go(page, "Kasir");
  await sees(cart(page), "Rp33.000");
});
