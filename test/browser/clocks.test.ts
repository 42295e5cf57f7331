// Clocks and late arrivals: a sale of 23:59 that comes after its till was closed elsewhere, and a device whose clock is seven minutes ahead.
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shop as cli, newFolder } from "../days/command-line.ts";
import { pins, testShop } from "../shop.ts";
import { booked } from "./booked.ts";
import { openBrowser } from "./browser.ts";
import { openTill } from "./centre-steps.ts";
import { deviceAhead, machineAhead, setAhead } from "./clocks.ts";
import { tellWhatStood } from "./here.ts";
import { shellIsKept } from "./shell-steps.ts";
import { go, patienceMs, press, sees, signIn } from "./steps.ts";
import { nextCustomer, receipt, tile, toPaying } from "./till-steps.ts";
import { aWire, type Wire } from "./wire.ts";

let wire: Wire;
let browser: Browser;
let page: Page;
tellWhatStood(() => page);
afterAll(async () => {
  await browser?.close();
  await wire?.close();
});

/** How far ahead of the real one a clock is that now shows this moment at the centre (WIT). */
const aheadFor = (moment: string): number => Date.parse(`${moment}+09:00`) - Date.now();

/** A page of somebody else's device, whose clock is that far ahead. */
async function aDevice(aheadMs: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "id-ID" });
  await deviceAhead(context, aheadMs);
  const there = await context.newPage();
  there.setDefaultTimeout(patienceMs);
  await there.goto(wire.url);
  return there;
}

async function sellCoffee(): Promise<string> {
  await tile(page, "kopi").click();
  await toPaying(page);
  await press(page, "Uang pas");
  const words = await receipt(page, await numberShown());
  await nextCustomer(page);
  return words;
}
const numberShown = async () => (await page.getByRole("article").getAttribute("aria-label")) ?? "";

const rows = (sql: string): unknown[] => {
  const book = new Database(join(wire.shop.dataFolder, "shop.sqlite"), { readonly: true });
  try {
    return book.prepare(sql).all();
  } finally {
    book.close();
  }
};

beforeAll(async () => {
  const data = newFolder();
  const shop = await testShop({ path: join(data, "shop.sqlite"), zone: "Asia/Jayapura" });
  await shop.book.close();
  const evening = aheadFor("2025-07-15T23:30:00");
  wire = await aWire({ data, env: machineAhead(evening) });
  browser = await openBrowser();
  page = await aDevice(evening);
  await signIn(page, pins.manager, "Ibu Ratna");
  await openTill(page, "100000");
  await shellIsKept(page);
});

describe("a sale at 23:59 in WIT, without the server", () => {
  test("is paid, and its paper says the moment", async () => {
    await wire.cut();
    await setAhead(page, aheadFor("2025-07-15T23:59:10"));
    const words = await sellCoffee();
    expect(words).toContain("Selasa, 15 Juli 2025 pukul 23.59 WIT");
    expect(words).toContain("DIBUAT LURING");
  });

  test("arrives after midnight, when a manager has closed its till from elsewhere: a supplement of its day (S5, Z3)", async () => {
    const night = aheadFor("2025-07-16T00:20:00");
    const [{ id: shiftId }] = rows(
      "select s.id from shifts s join tills t on t.id = s.till_id where t.code = 'K2'",
    ) as [{ id: string }];
    // Only the manager's device has the server: the till's own Wi-Fi is still gone.
    await page.context().setOffline(true);
    await wire.back(machineAhead(night));
    await setAhead(page, night);
    const elsewhere = await aDevice(night);
    await signIn(elsewhere, pins.manager, "Ibu Ratna");
    const closed = await elsewhere.evaluate(
      async ([shift, at]) => {
        const post = async (path: string, body: object) => {
          const headers = { "content-type": "application/json" };
          const answer = await fetch(`/api/shifts/${shift}/${path}`, {
            method: "POST",
            headers,
            body: JSON.stringify(body),
          });
          return { status: answer.status, said: await answer.json() };
        };
        const id = (last: number) => `00000000-0000-4000-8000-0000000009${last}`;
        const count = {
          id: id(10),
          shiftId: shift,
          notes: [{ valueRupiah: 100_000, count: 1 }],
          countedAtMs: at,
        };
        const counted = await post("count", count);
        const close = {
          id: id(11),
          shiftId: shift,
          countId: id(10),
          closedAtMs: at,
          absentReason: "Kasir pulang",
        };
        return [counted, await post("close", close)];
      },
      [shiftId, Date.now() + night] as const,
    );
    expect(closed).toMatchObject([{ status: 200 }, { status: 200 }]);
    const [z] = rows(`select report from z_reports where shift_id = '${shiftId}'`);
    await page.context().setOffline(false);
    await expect.poll(() => booked(wire.shop.dataFolder).sales.length, { timeout: 20_000 }).toBe(1);
    expect(rows("select business_day, shift_id from sales")).toEqual([
      { business_day: "2025-07-15", shift_id: shiftId },
    ]);
    expect(rows("select number, kind, shift_id from supplements")).toEqual([
      { number: 1, kind: "sale", shift_id: shiftId },
    ]);
    expect(rows(`select report from z_reports where shift_id = '${shiftId}'`)).toEqual([z]);
    expect(booked(wire.shop.dataFolder).repairs).toEqual([]);
    expect(await cli(wire.shop.dataFolder, ["audit"])).toMatchObject({ code: 0 });
    await elsewhere.context().close();
  });

  test("the till knows that it was closed: nothing is sold at it any more (S4)", async () => {
    await go(page, "Kas");
    await page.getByLabel("Modal awal").waitFor({ timeout: 20_000 });
  });
});

describe("a device whose clock is seven minutes ahead (Z2)", () => {
  const minutes = 7;

  test("is told so, and its papers have the shop's time", async () => {
    await setAhead(page, aheadFor("2025-07-16T08:00:00") + minutes * 60_000);
    await wire.cut();
    await wire.back(machineAhead(aheadFor("2025-07-16T08:00:00")));
    await page.reload();
    await sees(page, /Jam perangkat ini 7 menit lebih cepat dari server\./);
    await page.getByLabel("Modal awal").fill("100000");
    await press(page, "Buka kasir");
    await page.waitForURL("**/kasir");
    const words = await sellCoffee();
    expect(words).toMatch(/Rabu, 16 Juli 2025 pukul 08\.0[0-3] WIT/);
  });

  test("is flagged in the book: how each of its acts came, and on the repair page", async () => {
    const [{ ahead }] = rows("select max(ahead_ms) as ahead from arrivals") as [{ ahead: number }];
    expect(Math.round(ahead / 60_000)).toBe(minutes);
    await go(page, "Daftar perbaikan");
    await sees(page, /7 menit/);
    expect(await cli(wire.shop.dataFolder, ["audit"])).toMatchObject({ code: 0 });
  });
});
