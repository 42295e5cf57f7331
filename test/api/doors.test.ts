// Doors that lock: who guesses PINs waits longer each time, no restart helps, and a guess leaves nothing behind.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { giveCard } from "#domain/makers";
import { changeStaff } from "#domain/staff";
import { contents } from "../contents.ts";
import { newId, type TestShop, testShop } from "../shop.ts";
import { apiOf, refusalOf } from "./asking.ts";

const locks = (shop: TestShop) =>
  contents(shop, true)["door_locks"] as { door: string; wrong: number; until_ms: number }[];

describe("wrong PINs", () => {
  test("five in a row lock the door for half a minute, each further one for twice as long; the right PIN waits too", async () => {
    const shop = await testShop();
    const person = apiOf(shop).stranger();
    const { staffId } = shop.cashier;
    const wrong = async () => refusalOf(await person.signIn(staffId, "000000"));
    const seconds = async () =>
      ((await person.signIn(staffId, shop.pins.cashier)).body as { refusal: { facts: { seconds: number } } })
        .refusal.facts.seconds;
    for (let tries = 0; tries < 5; tries += 1) expect(await wrong()).toBe("wrong_pin");
    expect(await wrong()).toBe("locked_out");
    expect(await seconds()).toBe(30);
    shop.later(29 / 3600);
    expect(await seconds()).toBe(1);
    shop.later(1 / 3600);
    expect(await wrong()).toBe("wrong_pin");
    expect(await seconds()).toBe(60);
    shop.later(60 / 3600);
    expect((await person.signIn(staffId, shop.pins.cashier)).status).toBe(200);
    for (let tries = 0; tries < 4; tries += 1) expect(await wrong()).toBe("wrong_pin"); // counted anew
    expect((await person.signIn(staffId, shop.pins.cashier)).status).toBe(200);
  }, 20_000);

  test("asked all at once they lock too, and they lock nobody else's door", async () => {
    const shop = await testShop();
    const person = apiOf(shop).stranger();
    const guesses = await Promise.all(
      Array.from({ length: 12 }, (_, guess) => person.signIn(shop.cashier.staffId, String(100_000 + guess))),
    );
    const said = guesses.map(refusalOf);
    expect(said.filter((code) => code === "wrong_pin")).toHaveLength(5);
    expect(said.filter((code) => code === "locked_out")).toHaveLength(7);
    expect((await person.signIn(shop.manager.staffId, shop.pins.manager)).status).toBe(200);
  }, 20_000);

  test("are counted in the book: starting the shop anew opens no door, and a restored count goes on growing", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "shop-")), "shop.sqlite");
    const shop = await testShop({ path });
    const { staffId } = shop.cashier;
    const guess = async () => (await apiOf(shop).stranger().signIn(staffId, "000000")).body;
    const locked = (seconds: number) => ({ refusal: { code: "locked_out", facts: { seconds } } });
    for (let tries = 0; tries < 3; tries += 1) await guess();
    await shop.startOver();
    for (let tries = 0; tries < 2; tries += 1)
      expect(await guess()).toMatchObject({ refusal: { code: "wrong_pin" } });
    expect(await guess()).toMatchObject(locked(30));
    await shop.startOver();
    expect(await guess()).toMatchObject(locked(30));
    shop.later(30 / 3600);
    await guess();
    await shop.startOver();
    expect(await guess()).toMatchObject(locked(60));
    shop.later(-24); // the clock had stood a day ahead
    expect((await apiOf(shop).stranger().signIn(staffId, shop.pins.cashier)).status).toBe(200);
    expect(locks(shop)).toEqual([]);
  }, 30_000);

  test("a lock grows to a quarter of an hour and no further, and a new PIN from a manager opens the door", async () => {
    const shop = await testShop();
    const person = apiOf(shop).stranger();
    const { staffId } = shop.cashier;
    const waits: number[] = [];
    for (let tries = 0; tries < 13; tries += 1) {
      const said = await person.signIn(staffId, "000000");
      expect(refusalOf(said)).toBe("wrong_pin");
      const [{ until_ms } = { until_ms: 0 }] = locks(shop);
      waits.push(Math.max(0, (until_ms - shop.now()) / 1000));
      shop.later(16 / 60);
    }
    expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 960, 960, 960]);
    await person.signIn(staffId, "000000");
    expect(refusalOf(await person.signIn(staffId, shop.pins.cashier))).toBe("locked_out");
    const { name, roles } = shop.cashier;
    const changed = { id: newId(), staffId: staffId as never, name, roles: [...roles], active: true };
    await changeStaff(shop, shop.manager, { ...changed, pin: "112233" });
    expect((await person.signIn(staffId, "112233")).status).toBe(200);
  }, 30_000);

  test("at doors that are none leave nothing behind, whatever was typed there", async () => {
    const shop = await testShop();
    const person = apiOf(shop).stranger();
    for (let tries = 0; tries < 6; tries += 1) {
      await person.signIn(4242, "824682");
      await person.ask("POST", "/my-money/session", { cardCode: "82468246", pin: "824682" });
    }
    expect(refusalOf(await person.signIn(4242, "824682"))).toBe("locked_out");
    expect(locks(shop)).toEqual([]);
    expect(JSON.stringify(contents(shop, true))).not.toContain("824682");
  }, 30_000);

  test("a person who is not there is told the same as a wrong PIN", async () => {
    const shop = await testShop();
    expect(refusalOf(await apiOf(shop).stranger().signIn(999, "123456"))).toBe("wrong_pin");
  });

  test("five wrong PINs lock the card, and the book knows it; a new card is open", async () => {
    const shop = await testShop();
    const { cardCode } = await giveCard(shop, shop.manager, {
      id: newId(),
      makerId: shop.maker.SARI,
      pin: "4321",
    });
    const maker = apiOf(shop).stranger();
    const tries: unknown[] = [];
    for (let guess = 0; guess < 6; guess += 1)
      tries.push(refusalOf(await maker.ask("POST", "/my-money/session", { cardCode, pin: "0000" })));
    expect(tries).toEqual([...Array(5).fill("wrong_card"), "locked_out"]);
    expect(locks(shop)).toMatchObject([{ door: `card:${shop.maker.SARI}`, wrong: 5 }]);
    const again = await giveCard(shop, shop.manager, { id: newId(), makerId: shop.maker.SARI, pin: "4321" });
    const { status } = await maker.ask("POST", "/my-money/session", {
      cardCode: again.cardCode,
      pin: "4321",
    });
    expect(status).toBe(200);
  }, 20_000);
});
