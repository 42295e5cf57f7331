// The selling page of a book with 10,000 products in a real browser: what it weighs, when it can be used, how fast it searches.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { createProduct } from "#domain/products";
import type { StallId } from "#rules/ids";
import { rupiah } from "#rules/money";
import { bookPath, openShop } from "../../server/folder.ts";
import { openBrowser, startShop } from "../browser/browser.ts";
import { firstManager, manager, openTill } from "../browser/centre-steps.ts";
import { press, signIn, visit } from "../browser/steps.ts";
import { dice, nextId, setUpBench } from "./centre.ts";

const PRODUCTS = 10_000;
const NAVIGATIONS = 5;
const typed = ["tas ciprat", "kain merah 12", "barang 4711", "gelas", "sku-999", "zzz"];

export interface TillTimes {
  /** Script and style as they come over the wire, in units of 1024 bytes. */
  readonly scriptAndStyleKb: number;
  /** From navigation until tiles are painted and the search takes letters; the median of some. */
  readonly usableMs: number;
  /** From a key in the search to the painted list; the median of all keys. */
  readonly searchMs: number;
}

export async function tillWeightAndTimes(): Promise<TillTimes> {
  const data = mkdtempSync(join(tmpdir(), "bench-"));
  let shop: Awaited<ReturnType<typeof startShop>> | undefined;
  let browser: Browser | undefined;
  try {
    await makeBook(bookPath(data));
    shop = await startShop({ data });
    browser = await openBrowser();
    const { page } = await visit(browser, shop.url);
    await firstManager(page, "Mulai");
    await press(page, "Keluar");
    await signIn(page, manager.pin);
    await openTill(page, "500000");
    const kept = await page.context().storageState({ indexedDB: true });
    const scriptAndStyleKb = await weight(await browser.newContext({ storageState: kept }), shop.url);
    const openings: number[] = [];
    for (let at = 0; at < NAVIGATIONS; at += 1) openings.push(await usable(page, shop.url));
    return { scriptAndStyleKb, usableMs: median(openings), searchMs: median(await searches(page)) };
  } finally {
    await browser?.close();
    await shop?.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

/** One write, as an import would be. */
async function makeBook(path: string): Promise<void> {
  const shop = openShop(path, () => Date.now(), { synchronous: "OFF" });
  const { who } = setUpBench(shop);
  const roll = dice(23);
  const things = ["Tas", "Kain", "Gelas", "Dompet", "Sarung", "Bibit", "Kopi", "Madu", "Topi", "Keset"];
  const kinds = ["Ciprat", "Katun", "Rotan", "Merah", "Biru", "Kecil", "Besar", "Halus"];
  shop.book.write(() => {
    for (let at = 1; at <= PRODUCTS; at += 1) {
      const name = `${things[roll(things.length)]} ${kinds[roll(kinds.length)]} ${at}`;
      createProduct(shop, who, {
        id: nextId(),
        sku: `SKU-${at + 100}`,
        name,
        category: `Kategori ${(at % 12) + 1}`,
        stallId: ((at % 7) + 1) as StallId,
        unit: "buah",
        priceRupiah: rupiah(1000 * (1 + roll(200))),
        unitCostRupiah: null,
        countsAsPiece: true,
        stockTracked: true,
        shares: [],
      });
    }
  });
  await shop.book.close();
}

/** Everything the page needs is fetched anew; the till and its session are there. */
async function weight(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (!["script", "stylesheet"].includes(request.resourceType())) return;
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(`${url}/kasir`, { waitUntil: "networkidle" });
  await page.getByRole("searchbox").waitFor();
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await context.close();
  return bytes / 1024;
}

/** Measured by the page's own clock, which begins with the navigation. */
async function usable(page: Page, url: string): Promise<number> {
  await page.goto(`${url}/kasir`, { waitUntil: "commit" });
  return await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          const search = document.querySelector<HTMLInputElement>("main input[type=search]");
          const tiles = document.querySelectorAll("main li button").length;
          if (search && !search.disabled && tiles > 50)
            requestAnimationFrame(() => resolve(performance.now()));
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}

/** Each key on its own, as a hand types: the next one comes when the list of the last is painted. */
async function searches(page: Page): Promise<number[]> {
  const search = page.getByRole("searchbox");
  await search.focus();
  const times: number[] = [];
  const key = async (name: string) => {
    const painted = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const hear = ({ timeStamp }: KeyboardEvent) =>
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - timeStamp)));
          document.addEventListener("keydown", hear, { capture: true, once: true });
          document.body.dataset["listens"] = "yes";
        }),
    );
    await page.waitForFunction(() => document.body.dataset["listens"] === "yes");
    await page.evaluate(() => delete document.body.dataset["listens"]);
    await page.keyboard.press(name);
    times.push(await painted);
  };
  for (const words of typed) {
    for (const letter of words) await key(letter === " " ? "Space" : letter);
    await search.fill("");
  }
  return times;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
