// Signing in without the server: a sealed PIN opens for one purpose, is judged once by the person's own door, and can be tried nowhere else.
import { describe, expect, test } from "vitest";
import { retryAllRepairs } from "#domain/repairs";
import { openPin, sealKeyOf } from "#domain/seal";
import { claimSignIn, judgeSignIns, recordSignIn, signedIn as signedInFor } from "#domain/sign-ins";
import { changeStaff } from "#domain/staff";
import { Refusal } from "#rules/refusal";
import { sealedFor } from "#rules/sign-ins";
import type { OfflineSignIn } from "#rules/till-acts";
import { sealPin } from "../../client/seal.ts";
import { contents } from "../contents.ts";
import { claim, sealed, signInAct, signInBody, typed } from "../sealing.ts";
import { cleanBook, newId, type TestShop, testShop } from "../shop.ts";
import { run, send, tillQueue, told } from "../till-queue.ts";

const verdicts = (shop: TestShop) =>
  (contents(shop, true)["sign_ins"] as { id: string; proven: number }[]).map(({ id, proven }) => [
    id,
    proven,
  ]);
const wrongAtDoor = (shop: TestShop) =>
  (contents(shop, true)["door_locks"] as { wrong: number }[]).map(({ wrong }) => wrong);
/** As an act asks that is kept now, by a clock that is right. */
const signedIn = (shop: TestShop, id: string, act: Partial<Parameters<typeof signedInFor>[2]> = {}) =>
  signedInFor(shop, id, { tillId: shop.till.tillId, keptAtMs: shop.now(), aheadMs: 0, ...act });
const codeOf = (doing: Promise<unknown>) =>
  doing.then(
    () => "done",
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  );

describe("a sealed PIN", () => {
  test("is another text each time, as long for four digits as for eight, and holds the PIN in no readable form", async () => {
    const shop = await testShop();
    const as = typed(shop);
    const texts = await Promise.all(
      ["1234", "1234", "12345678"].map((pin) => sealed(shop, pin, as, "judge")),
    );
    expect(new Set(texts).size).toBe(3);
    expect(new Set(texts.map((text) => text.length)).size).toBe(1);
    for (const text of texts) expect(Buffer.from(text, "base64url").toString("latin1")).not.toContain("1234");
  });

  test("opens with the key in the book and for its own purpose, sign-in, till, person and moment only", async () => {
    const shop = await testShop();
    const as = typed(shop);
    const text = await sealed(shop, "135790", as, "judge");
    expect(await openPin(shop, text, sealedFor("judge", as))).toBe("135790");
    const others = [
      sealedFor("session", as),
      ...[
        { id: newId() },
        { tillId: 9 as never },
        { staffId: shop.manager.staffId as never },
        { typedAtMs: as.typedAtMs + 1 },
      ].map((other) => sealedFor("judge", { ...as, ...other })),
    ];
    for (const info of others) expect(await openPin(shop, text, info)).toBeNull();
    expect(await openPin(await testShop(), text, sealedFor("judge", as))).toBeNull(); // another shop
    for (const broken of ["", "AAAA", `${text}AA`, text.slice(4)])
      expect(await openPin(shop, broken, sealedFor("judge", as))).toBeNull();
    const noPin = await sealPin(sealKeyOf(shop), "rahasia", "info");
    expect(await openPin(shop, noPin, "info")).toBeNull();
  });

  test("is sealed without the browser's own cryptography, which a page on plain http does not have", async () => {
    const shop = await testShop();
    const as = typed(shop);
    const { subtle } = crypto;
    Object.defineProperty(crypto, "subtle", { value: undefined, configurable: true });
    const text = await sealed(shop, "1234", as, "judge").finally(() =>
      Object.defineProperty(crypto, "subtle", { value: subtle, configurable: true }),
    );
    expect(await openPin(shop, text, sealedFor("judge", as))).toBe("1234");
  });

  test("the shop's key is made once, is in the book and its backups, and stays over a restart", async () => {
    const shop = await testShop();
    const key = sealKeyOf(shop);
    expect(Buffer.from(key, "base64url")).toHaveLength(32);
    expect(sealKeyOf(shop)).toBe(key);
    expect(contents(shop, true)["shop_keys"]).toHaveLength(1);
  });
});

describe("judging", () => {
  test("each sign-in of a batch gets one verdict, however often it is sent; the act says it in the chain", async () => {
    const shop = await testShop();
    const right = await signInBody(shop, shop.pins.cashier);
    const wrong = await signInBody(shop, "000000");
    const batch = [right, wrong].map(signInAct);
    expect(await judgeSignIns(shop, shop.till.tillId, batch)).toBeNull();
    expect(wrongAtDoor(shop)).toEqual([1]);
    expect(await judgeSignIns(shop, shop.till.tillId, batch)).toBeNull();
    expect(wrongAtDoor(shop)).toEqual([1]); // not asked again
    expect(verdicts(shop)).toEqual([
      [right.id, 1],
      [wrong.id, 0],
    ]);
    expect(signedIn(shop, right.id)).toMatchObject({ proven: true, who: { name: "Dewi" } });
    expect(signedIn(shop, wrong.id)).toMatchObject({ proven: false });
    expect(signedIn(shop, newId())).toBeNull();
    const answer = { id: right.id, proven: true };
    expect(recordSignIn(shop, shop.manager, right)).toEqual(answer);
    expect(recordSignIn(shop, shop.manager, right)).toEqual(answer);
    const next = { ...wrong, till: { ...wrong.till, seq: wrong.till.seq + 1 } };
    expect(recordSignIn(shop, shop.manager, next)).toEqual({ id: wrong.id, proven: false });
    const acts = contents(shop)["acts"] as { kind: string; record: string }[];
    expect(
      acts.filter(({ kind }) => kind === "sign_in").map(({ record }) => JSON.parse(record)),
    ).toMatchObject([
      { by: "S01", facts: { staff: "S02", proven: true } },
      { by: "S01", facts: { staff: "S02", proven: false } },
    ]);
    await cleanBook(shop);
  });

  test("D4 sent again while it is being judged, a wrong PIN is still one try at the door", async () => {
    const shop = await testShop();
    const batch = [signInAct(await signInBody(shop, "000000"))];
    const judged = () => judgeSignIns(shop, shop.till.tillId, batch);
    expect(await Promise.all([judged(), judged(), judged()])).toEqual([null, null, null]);
    expect(wrongAtDoor(shop)).toEqual([1]);
    expect(await judged()).toBeNull();
    expect(wrongAtDoor(shop)).toEqual([1]);
  });

  test("wrong PINs count at the door as at the server; a locked door stops the batch there, and the right PIN is judged later", async () => {
    const shop = await testShop();
    const guesses = await Promise.all(
      ["1111", "2222", "3333", "4444", "5555"].map((pin) => signInBody(shop, pin)),
    );
    const right = await signInBody(shop, shop.pins.cashier);
    const batch = [...guesses, right].map(signInAct);
    expect(await judgeSignIns(shop, shop.till.tillId, batch)).toEqual({
      actId: right.id,
      facts: { seconds: 30 },
    });
    expect(verdicts(shop)).toEqual(guesses.map(({ id }) => [id, 0]));
    shop.later(30 / 3600);
    expect(await judgeSignIns(shop, shop.till.tillId, batch)).toBeNull();
    expect(signedIn(shop, right.id)?.proven).toBe(true);
    expect(wrongAtDoor(shop)).toEqual([]);
  });

  test("L4 a door that stays locked holds up nobody: what is behind it gets no verdict now, and one later", async () => {
    const shop = await testShop();
    const guesses = await Promise.all(
      ["1111", "2222", "3333", "4444", "5555", "6666", "7777"].map((pin) => signInBody(shop, pin)),
    );
    const judge = (body: OfflineSignIn) => judgeSignIns(shop, shop.till.tillId, [signInAct(body)]);
    for (const guess of guesses) while (await judge(guess)) shop.later(15 / 3600);
    // Two minutes, which is longer than a queue waits.
    const right = await signInBody(shop, shop.pins.cashier);
    expect(await judge(right)).toBeNull();
    expect(signedIn(shop, right.id)).toBeNull();
    shop.later(120 / 3600);
    expect(await judge(right)).toBeNull();
    expect(signedIn(shop, right.id)?.proven).toBe(true);
  });

  test("is no key for ever: an act of another till, or of many days later, is not believed to be theirs", async () => {
    const shop = await testShop();
    const body = await signInBody(shop, shop.pins.cashier);
    await judgeSignIns(shop, shop.till.tillId, [signInAct(body)]);
    expect(signedIn(shop, body.id, { tillId: shop.till.tillId + 1 })).toBeNull();
    const days = (count: number) => shop.now() + count * 24 * 3_600_000;
    expect(signedIn(shop, body.id, { keptAtMs: days(2) })?.who.name).toBe("Dewi");
    expect(signedIn(shop, body.id, { keptAtMs: days(4) })).toBeNull();
    // Four days by a clock that is three days ahead is one.
    expect(signedIn(shop, body.id, { keptAtMs: days(4), aheadMs: 3 * 24 * 3_600_000 })?.proven).toBe(true);
  });

  test("what opens no PIN is not proven, and nobody's door is asked", async () => {
    const shop = await testShop();
    const as = typed(shop);
    const body = {
      ...(await signInBody(shop, shop.pins.cashier, as)),
      sealedPin: await sealed(shop, shop.pins.cashier, as, "session"),
    };
    expect(await judgeSignIns(shop, shop.till.tillId, [signInAct(body)])).toBeNull();
    expect(verdicts(shop)).toEqual([[body.id, 0]]);
    expect(wrongAtDoor(shop)).toEqual([]);
  });

  test("what cannot be read, was altered, names nobody or comes from another till gets no verdict, and is refused as an act", async () => {
    const shop = await testShop();
    const body = await signInBody(shop, shop.pins.cashier);
    const act = signInAct(body);
    const nobody = await signInBody(shop, "1234", typed(shop, 99));
    const { tillId } = shop.till;
    const batch = [{ ...act, body: `${act.body} ` }, { ...act, body: "{" }, signInAct(nobody)];
    expect(await judgeSignIns(shop, tillId, batch)).toBeNull();
    expect(await judgeSignIns(shop, tillId + 1, [act])).toBeNull();
    expect(verdicts(shop)).toEqual([]);
    expect(() => recordSignIn(shop, shop.manager, body)).toThrow("sign_in_unknown");
    expect(() => recordSignIn(shop, shop.manager, nobody)).toThrow("sign_in_unknown");
  });

  test("a verdict about one person stands for no other: the same id with another name is refused", async () => {
    const shop = await testShop();
    const as = typed(shop);
    await claimSignIn(shop, await claim(shop, shop.pins.cashier, as));
    const stolen = await signInBody(shop, "0000", { ...as, staffId: shop.manager.staffId as never });
    expect(await judgeSignIns(shop, shop.till.tillId, [signInAct(stolen)])).toBeNull();
    expect(() => recordSignIn(shop, shop.cashier, stolen)).toThrow("id_conflict");
    expect(signedIn(shop, as.id)?.who.name).toBe("Dewi");
  });

  test("whoever has left or got another PIN meanwhile is not proven", async () => {
    const shop = await testShop();
    const before = await signInBody(shop, shop.pins.cashier);
    const changed = {
      id: newId(),
      staffId: shop.cashier.staffId as never,
      name: "Dewi",
      roles: ["cashier" as const],
      active: true,
    };
    await changeStaff(shop, shop.manager, { ...changed, pin: "112233" });
    await judgeSignIns(shop, shop.till.tillId, [signInAct(before)]);
    const after = await signInBody(shop, "112233");
    await changeStaff(shop, shop.manager, { ...changed, id: newId(), active: false });
    await judgeSignIns(shop, shop.till.tillId, [signInAct(after)]);
    expect(verdicts(shop)).toEqual([
      [before.id, 0],
      [after.id, 0],
    ]);
  });
});

test("L4 a key that opens nothing is told, and holds up nobody: the sign-in is held, and what comes after it goes on", async () => {
  const shop = await testShop();
  run(shop, "insert into shop_keys values (1, 'no key', 'no key')");
  const till = tillQueue(shop);
  const { id, staffId, typedAtMs } = typed(shop);
  const signIn = till.keep("sign_in", { id, staffId, typedAtMs, sealedPin: "A".repeat(80) });
  expect(told(await send(shop, [signIn, till.sale(["AIR"])]))).toEqual(["held sign_in_unknown", "recorded"]);
  expect(shop.printer.bugs).toHaveLength(1);
  expect(await retryAllRepairs(shop)).toBe(0);
  await cleanBook(shop);
});

describe("the session of a sign-in without the server", () => {
  test("is opened once, and not at all after the queue has brought the same sign-in", async () => {
    const shop = await testShop();
    const asked = await claim(shop, shop.pins.cashier);
    expect(await claimSignIn(shop, asked)).toMatch(/^[\w-]{43}$/);
    expect(await codeOf(claimSignIn(shop, asked))).toBe("pin_again");
    const at = typed(shop);
    await judgeSignIns(shop, shop.till.tillId, [signInAct(await signInBody(shop, shop.pins.cashier, at))]);
    expect(await codeOf(claimSignIn(shop, await claim(shop, shop.pins.cashier, at)))).toBe("pin_again");
    const twice = await claim(shop, shop.pins.cashier);
    const both = await Promise.all([codeOf(claimSignIn(shop, twice)), codeOf(claimSignIn(shop, twice))]);
    expect(both.sort()).toEqual(["done", "pin_again"]);
  });

  test("is not opened by a wrong PIN, whose verdict stands; nor by what was sealed for the queue", async () => {
    const shop = await testShop();
    const wrong = await claim(shop, "000000");
    expect(await codeOf(claimSignIn(shop, wrong))).toBe("wrong_pin");
    expect(await codeOf(claimSignIn(shop, wrong))).toBe("wrong_pin");
    expect(wrongAtDoor(shop)).toEqual([1]);
    expect(signedIn(shop, wrong.id)?.proven).toBe(false);
    const as = typed(shop);
    const fromQueue = { ...as, sealedPin: await sealed(shop, shop.pins.cashier, as, "judge") };
    expect(await codeOf(claimSignIn(shop, fromQueue))).toBe("wrong_pin");
    expect(signedIn(shop, as.id)).toBeNull(); // nothing was judged, and strangers fill no book
    expect(contents(shop, true)["sessions"]).toEqual([]);
  });

  test("is for three days, for tills and people of this book, and never past a locked door", async () => {
    const shop = await testShop();
    const early = await claim(shop, shop.pins.cashier);
    shop.later(73);
    expect(await codeOf(claimSignIn(shop, early))).toBe("pin_again");
    const ahead = await claim(shop, shop.pins.cashier, {
      ...typed(shop),
      typedAtMs: shop.now() + 73 * 3_600_000,
    });
    expect(await codeOf(claimSignIn(shop, ahead))).toBe("pin_again");
    const elsewhere = await claim(shop, shop.pins.cashier, { ...typed(shop), tillId: 99 as never });
    expect(await codeOf(claimSignIn(shop, elsewhere))).toBe("unknown_till");
    expect(await codeOf(claimSignIn(shop, await claim(shop, "1234", typed(shop, 99))))).toBe("wrong_pin");
    for (const pin of ["1111", "2222", "3333", "4444", "5555"])
      expect(await codeOf(claimSignIn(shop, await claim(shop, pin)))).toBe("wrong_pin");
    const right = await claim(shop, shop.pins.cashier);
    expect(await codeOf(claimSignIn(shop, right))).toBe("locked_out");
    shop.later(30 / 3600);
    expect(await codeOf(claimSignIn(shop, right))).toBe("done");
  });
});
