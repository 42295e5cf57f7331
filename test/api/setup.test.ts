// The first run: one's own centre, a practice shop and its end, the first manager of an imported book; each safe to repeat.
import { existsSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { createApp } from "#api/app";
import { importRecord } from "#domain/record-import";
import type { Shop } from "#domain/shop";
import { readRecordFolder } from "#papers/record-folder";
import { readRecord } from "#rules/record";
import { openShop } from "../../server/folder.ts";
import { rowCounts } from "../contents.ts";
import { recordFolder } from "../days/command-line.ts";
import { cleanBook, newId } from "../shop.ts";
import { type Asker, asker, refusalOf } from "./asking.ts";

const now = () => Date.parse("2025-07-15T01:00:00Z");
let shop: Shop;
afterEach(() => shop.book.close());

function emptyShop(): { path: string; person: () => Asker } {
  const path = join(mkdtempSync(join(tmpdir(), "shop-")), "shop.sqlite");
  shop = openShop(path, now);
  const app = createApp(shop, (failure) => {
    throw failure;
  });
  return { path, person: () => asker((at, init) => Promise.resolve(app.request(at, init))) };
}

const setUp = () => ({
  id: newId(),
  centre: {
    code: "WASANA",
    name: "Sentra Wasana Bahagia",
    place: "Ternate",
    province: "Maluku Utara",
    regionCode: "82.71",
    timeZone: "Asia/Jayapura",
  },
  stalls: [{ code: "KAFE", name: "Kafe" }],
  manager: { name: "Ibu Ratna", pin: "739164" },
  openingSafeRupiah: 1_000_000,
  openingBankRupiah: 0,
});

/** A retry answers the same, but for the sign-in that its own session names. */
const ofItsOwn = { signInId: expect.stringMatching(/^[0-9a-f-]{36}$/) };

describe("an empty book", () => {
  test("knows nothing and nobody, and refuses every act until it is set up", async () => {
    const { person } = emptyShop();
    const stranger = person();
    expect((await stranger.ask("GET", "/session")).body).toMatchObject({
      book: "empty",
      centre: null,
      person: null,
      staff: [],
    });
    expect(refusalOf(await stranger.signIn(1, "739164"))).toBe("wrong_pin");
    expect(
      refusalOf(await stranger.ask("POST", "/setup/manager", { id: newId(), name: "Ibu", pin: "1234" })),
    ).toBe("not_set_up");
  });

  test("is set up once: whoever did it is signed in, a retry is answered alike, everybody else is refused", async () => {
    const { person } = emptyShop();
    const body = setUp();
    const [first, again, other] = [person(), person(), person()];
    const done = await first.ask("POST", "/setup", body);
    expect(done.body).toMatchObject({
      book: "ready",
      practice: false,
      centre: body.centre,
      person: { name: "Ibu Ratna", roles: ["manager"] },
    });
    const before = rowCounts(shop);
    expect((await again.ask("POST", "/setup", body)).body).toEqual({ ...(done.body as object), ...ofItsOwn });
    expect((await again.ask("GET", "/staff")).status).toBe(200);
    expect(refusalOf(await other.ask("POST", "/setup", setUp()))).toBe("already_set_up");
    expect(refusalOf(await other.ask("POST", "/setup", { ...body, openingSafeRupiah: 2_000_000 }))).toBe(
      "id_conflict",
    );
    expect(
      refusalOf(await other.ask("POST", "/setup/manager", { id: newId(), name: "Orang", pin: "1234" })),
    ).toBe("already_set_up");
    expect(
      refusalOf(await other.ask("POST", "/setup/practice", { id: newId(), name: "Orang", pin: "1234" })),
    ).toBe("already_set_up");
    expect(other.cookies).toEqual([]);
    expect(rowCounts(shop)).toEqual(before);
    await cleanBook(shop);
  });

  test("a retry with another PIN opens no door", async () => {
    const { person } = emptyShop();
    const body = setUp();
    await person().ask("POST", "/setup", body);
    const thief = person();
    const tried = await thief.ask("POST", "/setup", { ...body, manager: { ...body.manager, pin: "000000" } });
    expect([tried.status, refusalOf(tried), thief.cookies]).toEqual([409, "id_conflict", []]);
  });

  test.each<[string, (body: ReturnType<typeof setUp>) => object, string]>([
    [
      "a wrong zone (Z1)",
      (body) => ({ ...body, centre: { ...body.centre, timeZone: "Asia/Singapore" } }),
      "unknown_zone",
    ],
    ["no zone", (body) => ({ ...body, centre: { ...body.centre, timeZone: undefined } }), "unknown_zone"],
    [
      "letters in a PIN",
      (body) => ({ ...body, manager: { ...body.manager, pin: "rahasia" } }),
      "pin_not_digits",
    ],
    ["a PIN of three", (body) => ({ ...body, manager: { ...body.manager, pin: "123" } }), "pin_not_digits"],
    [
      "a code in small letters",
      (body) => ({ ...body, centre: { ...body.centre, code: "wasana" } }),
      "code_malformed",
    ],
    [
      "a region code that is none",
      (body) => ({ ...body, centre: { ...body.centre, regionCode: "8271" } }),
      "region_code_malformed",
    ],
    ["money with a fraction", (body) => ({ ...body, openingSafeRupiah: 0.5 }), "amount_not_whole"],
    ["no stall", (body) => ({ ...body, stalls: [] }), "invalid_request"],
    ["one stall twice", (body) => ({ ...body, stalls: [...body.stalls, ...body.stalls] }), "code_taken"],
  ])("%s is refused, and the book stays empty", async (_, change, code) => {
    const { person } = emptyShop();
    expect(refusalOf(await person().ask("POST", "/setup", change(setUp())))).toBe(code);
    expect(rowCounts(shop)).toEqual({});
  });
});

describe("a practice shop (H7)", () => {
  test("is Kartini's record, marked on every screen; a retry adds nothing; its end sets the book aside and opens an empty one", async () => {
    const { path, person } = emptyShop();
    const manager = person();
    const body = { id: newId(), name: "Ibu Ratna", pin: "739164" };
    const done = await manager.ask("POST", "/setup/practice", body);
    expect(done.body).toMatchObject({
      book: "ready",
      practice: true,
      centre: { code: "KARTINI" },
      person: { name: "Ibu Ratna" },
    });
    const before = rowCounts(shop);
    expect((await person().ask("POST", "/setup/practice", body)).body).toEqual({
      ...(done.body as object),
      ...ofItsOwn,
    });
    expect(rowCounts(shop)).toEqual(before);
    const figures = await manager.ask("GET", "/figures?from=2021-03-01&to=2021-03-24");
    expect(figures.body).toMatchObject({
      figures: { turnover: 67_000_000, grossProfit: 12_400_000, visitors: 1710 },
    });
    const report = await manager.ask("GET", "/reports/directorate?from=2021-03-01&to=2021-03-24");
    expect(report.body).toMatchObject({ practice: true });
    await cleanBook(shop);

    const end = { id: newId() };
    expect((await manager.ask("POST", "/setup/end-practice", end)).body).toMatchObject({
      book: "empty",
      practice: false,
      person: null,
    });
    expect(refusalOf(await manager.ask("POST", "/setup/end-practice", end))).toBe("not_signed_in");
    expect(rowCounts(shop)).toEqual({});
    expect(readdirSync(dirname(path)).filter((name) => /^shop-.*\.sqlite$/.test(name))).toHaveLength(1);
    expect((await person().ask("POST", "/setup", setUp())).status).toBe(200);
  }, 60_000);

  test("a real centre is never set aside", async () => {
    const { path, person } = emptyShop();
    const manager = person();
    await manager.ask("POST", "/setup", setUp());
    expect(refusalOf(await manager.ask("POST", "/setup/end-practice", { id: newId() }))).toBe("not_practice");
    expect(existsSync(path)).toBe(true);
  });
});

describe("an imported book", () => {
  test("gets its first manager once, and sells from then on", async () => {
    const { person } = emptyShop();
    const { record } = readRecord(await readRecordFolder(recordFolder("kartini-2021")));
    if (record) importRecord(shop, record, { practice: false });
    const [first, second] = [person(), person()];
    expect((await first.ask("GET", "/session")).body).toMatchObject({ book: "unmanned", staff: [] });
    const body = { id: newId(), name: "Ibu Ratna", pin: "739164" };
    expect((await first.ask("POST", "/setup/manager", body)).body).toMatchObject({
      book: "ready",
      person: { name: "Ibu Ratna" },
    });
    expect((await second.ask("POST", "/setup/manager", body)).status).toBe(200);
    expect(refusalOf(await second.ask("POST", "/setup/manager", { ...body, pin: "000000" }))).toBe(
      "id_conflict",
    );
    expect(refusalOf(await second.ask("POST", "/setup/manager", { ...body, id: newId() }))).toBe(
      "already_set_up",
    );
    expect((await first.ask("GET", "/staff")).text).not.toContain("Impor");
    await cleanBook(shop);
  }, 60_000);
});
