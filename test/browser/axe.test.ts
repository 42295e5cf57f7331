// Every screen is read by axe in both languages, at the counter and on a phone, in the light and in the dark.
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { axe, startShop } from "./browser.ts";
import { manager } from "./centre-steps.ts";
import { holdSomeOfAll } from "./held-steps.ts";
import { aShop, tellWhatStood } from "./here.ts";
import { openPractice } from "./practice-steps.ts";
import { type Known, known, type Language, type Screen, screensInside } from "./screens.ts";
import { screensAlone } from "./screens-alone.ts";
import { choose, dialog, press, sees, visit, wordsOf, write } from "./steps.ts";
import { cart, nextCustomer, tile, toPaying } from "./till-steps.ts";

const counter = { width: 1366, height: 768 };
const phone = { width: 360, height: 740 };
const narrow = { width: 320, height: 740 };

const leastPixels = 48;
const screens = [...screensInside, ...screensAlone];

const here = aShop();
let page: Page;
let of: Known;
tellWhatStood(() => page);

beforeAll(async () => {
  page = (await visit(here.browser, here.shop.url)).page;
  await openPractice(page);
  await sellAlone();
  await tile(page, "Tas Jinjing Ciprat").click();
  await tile(page, "Kopi Susu Gula Aren").click();
  await sees(cart(page), "Rp103.000");
  await holdSomeOfAll(page, here.shop.url);
  of = await known(page, here.shop.url);
});

/** What the shop is asked is not answered, or is again. */
async function answers(answered: boolean): Promise<void> {
  if (answered) await page.unroute("**/api/**");
  else await page.route("**/api/**", (route) => route.abort());
}

/** A sale that this device makes by itself, so that there is one to look at. */
async function sellAlone(): Promise<void> {
  await answers(false);
  await tile(page, "Kopi Susu Gula Aren").click();
  await toPaying(page);
  await press(page, "Uang pas");
  await nextCustomer(page);
  await answers(true);
}

/** Everything has the form and the colours of the new width and scheme. */
const painted = () =>
  page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    await frame();
    await frame();
    // A colour on its way to another is neither; what moves for long says nothing by its colour.
    const ending = document
      .getAnimations()
      .filter((one) => Number(one.effect?.getComputedTiming().endTime ?? 0) < 1000);
    await Promise.all(ending.map((one) => one.finished.catch(() => null)));
    await frame();
  });

async function come(screen: Screen, language: Language, size: typeof phone): Promise<void> {
  await page.evaluate((spoken) => localStorage.setItem("language", spoken), language);
  await page.setViewportSize(size);
  await answers(!screen.alone);
  await page.goto(here.shop.url + (typeof screen.path === "string" ? screen.path : screen.path(of)));
  await stands();
  await screen.act?.(page, (id, en) => (language === "id" ? id : en));
  await painted();
}

/** The screen is there, and nothing on it is still being fetched. */
async function stands(): Promise<void> {
  await page.locator("h1, h2").first().waitFor({ state: "attached" });
  const onTheWay = page.getByText(/^(Sedang dimuat|Loading)$/).or(page.getByRole("progressbar"));
  await expect.poll(() => onTheWay.count()).toBe(0);
}

/** What axe says of it at a width. */
async function faults(size: typeof phone): Promise<string[]> {
  await page.setViewportSize(size);
  await painted();
  return (await axe(page)).map((fault) => `${size.width} px: ${fault}`);
}

/** In the dark only colours are others. */
async function faultsInTheDark(): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "dark" });
  await painted();
  const found = await axe(page, { runOnly: ["color-contrast"] });
  await page.emulateMedia({ colorScheme: "light" });
  return found.map((fault) => `in the dark: ${fault}`);
}

async function tooWide(): Promise<number> {
  await page.setViewportSize(narrow);
  await painted();
  return await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

describe.each(["id", "en"] as const)("in %s", (language) => {
  test.each(screens)("$name", async (screen) => {
    const size = screen.only === "phone" ? phone : counter;
    await come(screen, language, size);
    const found = await faults(size);
    if (language === "id") found.push(...(await faultsInTheDark()));
    if (size !== phone) found.push(...(await faults(phone)));
    expect(found).toEqual([]);
    expect(await tooWide(), "the page scrolls sideways at 320 px").toBe(0);
  });
});

describe("a finger finds every key of the till", () => {
  const ways = screens.filter(({ path }) => path === "/kasir");

  test.each(ways.filter(({ only }) => only !== "phone"))("at the counter: $name", async (screen) => {
    await come(screen, "id", counter);
    expect(await page.evaluate(tooSmall, leastPixels)).toEqual([]);
  });
  test.each(ways.filter(({ only }) => only !== "counter"))("on a phone: $name", async (screen) => {
    await come(screen, "id", phone);
    expect(await page.evaluate(tooSmall, leastPixels)).toEqual([]);
  });
});

test("who is not signed in: the sign-in, the card, and a maker's own money", async () => {
  await page.setViewportSize(counter);
  await answers(true);
  await page.goto(`${here.shop.url}/pembuat/${of.makerId}`);
  await page.evaluate(() => localStorage.setItem("language", "id"));
  await page.reload();
  await press(page, "Kartu");
  await write(dialog(page), "PIN", "7351");
  await write(dialog(page), "PIN sekali lagi", "7351");
  await press(dialog(page), "Buat kartu");
  await sees(dialog(page), "Kode kartu");
  const card = /Kode kartu ([A-Z0-9]{4} [A-Z0-9]{4})/.exec(await wordsOf(dialog(page)))?.[1] ?? "";
  await press(dialog(page), "Selesai");
  await press(page, "Keluar");
  await sees(page, "Siapa Anda?");
  const found: string[] = [];
  const look = async (what: string) => {
    await painted();
    const all = [...(await faults(counter)), ...(await faultsInTheDark()), ...(await faults(phone))];
    found.push(...all.map((fault) => `${what}, ${fault}`));
    if ((await tooWide()) > 0) found.push(`${what} scrolls sideways at 320 px`);
    await page.setViewportSize(phone);
  };
  await look("the names");
  await press(page, new RegExp(manager.name));
  await sees(page, `PIN ${manager.name}`);
  await look("the sign-in");
  await page.getByRole("link", { name: "Lihat uang saya" }).click();
  await write(page, "Kode kartu", card);
  await look("the card's code");
  await press(page, "Lanjut");
  await write(page, "PIN", "7351");
  await look("the card's PIN");
  await press(page, "Masuk");
  for (const thing of ["Hak Anda", "Terakhir dibayar", "Yang terjadi"]) {
    await page.getByRole("heading", { level: 1, name: thing }).waitFor();
    await look(thing);
    await press(page, /^(Lanjut|Keluar)$/);
  }
  await sees(page, "Kode kartu");
  expect(found).toEqual([]);
});

test("the set-up, step by step and with its faults", async () => {
  const empty = await startShop();
  try {
    page = (await visit(here.browser, empty.url)).page;
    const found: string[] = [];
    const look = async (what: string) => {
      const all = [...(await faults(counter)), ...(await faultsInTheDark()), ...(await faults(phone))];
      found.push(...all.map((fault) => `${what}, ${fault}`));
      if ((await tooWide()) > 0) found.push(`${what} scrolls sideways at 320 px`);
    };
    await sees(page, "Belum ada buku di server ini.");
    await look("the choice");
    await press(page, /^Siapkan sentra/);
    await press(page, "Lanjut");
    await look("the centre");
    await write(page, "Nama sentra", "Sentra Percobaan");
    await write(page, "Kabupaten atau kota", "Ternate");
    await write(page, "Provinsi", "Maluku Utara");
    await write(page, "Kode wilayah (Kemendagri)", "8271");
    await choose(page, "Zona waktu", "WIT");
    await press(page, "Lanjut");
    await press(page, "Galeri");
    await look("the stalls");
    await press(page, "Lanjut");
    await look("the money");
    await write(page, "Uang di brankas", "0");
    await write(page, "Uang di bank", "0");
    await press(page, "Lanjut");
    await press(page, "Lanjut");
    await look("the manager");
    expect(found).toEqual([]);
  } finally {
    await empty.stop();
  }
});

/** What can be pressed here and is smaller than a finger needs. A hidden box is pressed by its label. */
function tooSmall(least: number): string[] {
  const above = document.querySelector("dialog[open]") ?? document;
  const found = [...above.querySelectorAll("a[href], button, input, select, textarea, summary")];
  return found.flatMap((one) => {
    const pressed =
      one instanceof HTMLInputElement && /radio|checkbox/.test(one.type) ? one.closest("label") : one;
    const { width, height, right, bottom } = (pressed ?? one).getBoundingClientRect();
    const isThere = width > 1 && height > 1 && right > 0 && bottom > 0;
    // A field's frame, a pixel on each side, is part of it for the eye and the finger.
    const frame = one instanceof HTMLInputElement ? 2 : 0;
    if (!isThere || (width >= least - 0.5 && height + frame >= least - 0.5)) return [];
    const name = one.getAttribute("aria-label") ?? pressed?.textContent?.trim() ?? "";
    return [`${name || one.tagName}: ${Math.round(width)} × ${Math.round(height)} px`];
  });
}
