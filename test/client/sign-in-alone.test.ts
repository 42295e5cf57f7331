// Signing in at a till while nothing answers, against the real server: who is let in, what it proves later, and whom no cookie lets in.
// @vitest-environment node
import { createRoot } from "solid-js";
import { describe, expect, test, vi } from "vitest";
import { createApp } from "#api/app";
import { Refused } from "../../client/api.ts";
import { contents } from "../contents.ts";
import { cleanBook, pins, type TestShop } from "../shop.ts";
import { aPage, aTill, counts, drawer, ends, until } from "./till-with-server.ts";

const visits = (shop: TestShop) => contents(shop)["visits"] ?? [];
const repairs = (shop: TestShop) => contents(shop)["repairs"] as { code: string; kind: string }[];
const codeOf = (doing: Promise<unknown>) =>
  doing.then(
    () => "done",
    (error: unknown) => (error instanceof Refused ? error.code : error),
  );

describe("while nothing answers", () => {
  test("who signed in here before is let in, sells under that sign-in, and has a session of their own once the server answers", async () => {
    const { shop, wire, broke, disk, page, cut, back } = await aTill();
    const { session, outbox } = page;
    await session.signIn(shop.manager.staffId as never, pins.manager);
    await cut();
    session.lock();
    await session.signIn(shop.cashier.staffId as never, pins.cashier);
    expect([session.locked(), session.unproven(), session.person()?.name]).toEqual([false, true, "Dewi"]);
    const signInId = session.session()?.signInId;
    expect(session.may("see_figures")).toBe(false);
    expect(await counts(page, shop)).toMatchObject({ is: "kept" });
    expect((await disk.acts()).map(({ kind, signInId, promised }) => [kind, signInId, promised])).toEqual([
      ["sign_in", null, true],
      ["visit", signInId, true],
    ]);
    wire.asked.length = 0;
    await back();
    await until(() => expect(outbox.unsent()).toBe(0));
    expect([session.unproven(), session.person()?.name, session.session()?.signInId]).toEqual([
      false,
      "Dewi",
      signInId,
    ]);
    const [claim, acts] = ["POST /api/session/offline", `POST /api/tills/${shop.till.tillId}/acts`];
    expect(wire.asked.indexOf(claim)).toBeGreaterThanOrEqual(0);
    expect(wire.asked.indexOf(acts)).toBeGreaterThan(wire.asked.indexOf(claim));
    expect(contents(shop, true)["sessions"]).toHaveLength(1); // the manager's has ended
    expect(repairs(shop)).toEqual([]);
    expect(visits(shop)).toHaveLength(1);
    expect(broke).toEqual([]);
    await cleanBook(shop);
  });

  test("a wrong PIN is let in too, and when the server answers the screen locks, says so, and what was done is held (L4)", async () => {
    const { shop, page, cut, back, wire } = await aTill();
    const { session, outbox } = page;
    await cut();
    await session.signIn(shop.cashier.staffId as never, "000000");
    await counts(page, shop);
    await back();
    await until(() => expect(session.notice()).toEqual({ is: "wrong", name: "Dewi" }));
    await until(() => expect(session.person()).toBeNull());
    expect([session.locked(), session.unproven(), wire.cookie]).toEqual([true, false, "sentra_session="]);
    expect(contents(shop, true)["sessions"]).toEqual([]);
    await session.signIn(shop.cashier.staffId as never, pins.cashier);
    expect(session.notice()).toBeNull();
    await until(() => expect(outbox.unsent()).toBe(0));
    await until(() => expect(repairs(shop)).toMatchObject([{ kind: "visit", code: "offline_pin_wrong" }]));
    expect(visits(shop)).toEqual([]);
    await cleanBook(shop);
  });

  test("who never signed in here is not let in, nor anybody on a device that is no till", async () => {
    const { shop, disk, page, cut } = await aTill();
    const { session } = page;
    await cut();
    expect([session.offered(shop.manager.staffId), session.letsIn(shop.manager.staffId)]).toEqual([
      false,
      false,
    ]);
    expect(await codeOf(session.signIn(shop.manager.staffId as never, pins.manager))).toBe(
      "never_signed_in_here",
    );
    expect(session.person()?.name).toBe("Dewi");
    await disk.becomeTill(null);
    expect(await codeOf(session.signIn(shop.cashier.staffId as never, pins.cashier))).toMatchObject({
      name: "Unreachable",
    });
    expect(await disk.acts()).toEqual([]);
  });

  test("cashiers take turns; each one's acts are theirs, and who is here last has the session", async () => {
    const { shop, page, cut, back } = await aTill();
    const { session, outbox } = page;
    await session.signIn(shop.manager.staffId as never, pins.manager);
    await cut();
    for (const who of ["cashier", "manager", "cashier"] as const) {
      await session.signIn(shop[who].staffId as never, pins[who]);
      await counts(page, shop);
    }
    await back();
    await until(() => expect(outbox.unsent()).toBe(0));
    expect(session.person()?.name).toBe("Dewi");
    const acts = contents(shop)["acts"] as { kind: string; record: string }[];
    const by = acts.filter(({ kind }) => kind === "visit").map(({ record }) => JSON.parse(record).by);
    expect(by).toEqual([shop.cashier.code, shop.manager.code, shop.cashier.code]);
    expect(repairs(shop)).toEqual([]);
    await cleanBook(shop);
  });

  test("the disk holds two seals that never repeat, no PIN, and nothing that opens a session", async () => {
    const { shop, disk, page, cut } = await aTill();
    const { session } = page;
    await cut();
    for (let times = 0; times < 2; times += 1)
      await session.signIn(shop.cashier.staffId as never, pins.cashier);
    const acts = await disk.acts();
    const seals = acts.map(({ body }) => JSON.parse(body).sealedPin as string);
    expect(new Set(seals).size).toBe(2);
    const lies = JSON.stringify([
      acts,
      await disk.device(),
      await Promise.all(["session", "people", "typed"].map((place) => disk.recall(place))),
      [...drawer],
    ]);
    expect(lies).not.toContain(pins.cashier);
    expect(lies.match(/sealedPin/g)).toHaveLength(2); // those of the queue, which only judge
    expect(lies).not.toMatch(/scrypt|cookie|privateKey/);
  });

  test("a wire that hangs is not waited for: the till lets them in after four seconds", async () => {
    const { shop, page } = await aTill();
    vi.stubGlobal("fetch", () => new Promise(() => {}));
    const begun = Date.now();
    await page.session.signIn(shop.cashier.staffId as never, pins.cashier);
    expect(Date.now() - begun).toBeLessThan(6000);
    expect(page.session.unproven()).toBe(true);
  });
});

describe("after a reload without the server", () => {
  test("whoever was here goes on under their sign-in; once it answers no cookie of another takes over, and the PIN is asked again", async () => {
    const { shop, wire, disk, page, cut } = await aTill();
    await page.session.signIn(shop.manager.staffId as never, pins.manager);
    await cut();
    await page.session.signIn(shop.cashier.staffId as never, pins.cashier);
    const signInId = page.session.session()?.signInId;
    page.close();
    expect(wire.cookie).not.toBe("sentra_session="); // the manager's, whom the server still knows
    const again = await aPage(disk);
    const { session, outbox } = again;
    expect([session.person()?.name, session.session()?.signInId, session.unproven()]).toEqual([
      "Dewi",
      signInId,
      true,
    ]);
    await counts(again, shop);
    const seen: (string | undefined)[] = [];
    const watch = setInterval(() => seen.push(session.person()?.name), 1);
    wire.up = true;
    await session.refetch(); // the first answer names the manager
    seen.push(session.person()?.name);
    await until(() => expect(session.notice()).toEqual({ is: "again", name: "Dewi" }));
    await until(() => expect(session.person()).toBeNull());
    clearInterval(watch);
    expect(seen).not.toContain("Ibu Ratna");
    expect([session.locked(), contents(shop, true)["sessions"]]).toEqual([true, []]);
    await session.signIn(shop.cashier.staffId as never, pins.cashier);
    await until(() => expect(outbox.unsent()).toBe(0));
    expect(visits(shop)).toHaveLength(1);
    expect(repairs(shop)).toEqual([]);
    await cleanBook(shop);
  });

  test("a payment that is being taken is not broken off for that", async () => {
    const { shop, disk, page, cut, back } = await aTill();
    await cut();
    await page.session.signIn(shop.cashier.staffId as never, pins.cashier);
    page.close();
    const { session } = await aPage(disk);
    let pays = true;
    createRoot((end) => {
      ends.push(end);
      session.keepAwake(() => pays);
    });
    await back();
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect([session.locked(), session.person()?.name]).toEqual([false, "Dewi"]);
    pays = false;
    await until(() => expect(session.locked()).toBe(true));
  });
});

test("a till that opened from its memory lets nobody in by a cookie that is another's: it ends, and the PIN is asked (L6)", async () => {
  const { shop, wire, disk, page, cut, back } = await aTill();
  const answer = await createApp(shop).request("/api/session", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ staffId: shop.manager.staffId, pin: pins.manager }),
  });
  await cut();
  page.close();
  [wire.cookie = ""] = answer.headers.getSetCookie()[0]?.split(";") ?? [];
  const { session } = await aPage(disk);
  expect([session.remembered(), session.person()?.name]).toEqual([true, "Dewi"]);
  const seen = new Set<string | undefined>();
  const watch = setInterval(() => seen.add(session.person()?.name), 1);
  await back();
  await until(() => expect(session.notice()).toEqual({ is: "again", name: "Dewi" }));
  await until(() => expect(session.person()).toBeNull());
  clearInterval(watch);
  expect([...seen]).not.toContain("Ibu Ratna");
  expect(contents(shop, true)["sessions"]).toHaveLength(1); // Dewi's own, which this device has no cookie of any more
});

describe("the lock", () => {
  test("while acts are unsent does not stop them: they go first, then the session ends (L6)", async () => {
    const { shop, page, wire, cut, back } = await aTill();
    const { session, outbox } = page;
    await cut();
    await session.signIn(shop.cashier.staffId as never, pins.cashier);
    await counts(page, shop);
    session.lock();
    wire.asked.length = 0;
    await back();
    await until(() => expect(session.person()).toBeNull());
    expect([outbox.unsent(), visits(shop).length, session.locked()]).toEqual([0, 1, true]);
    const ended = wire.asked.indexOf("DELETE /api/session");
    expect(ended).toBeGreaterThan(wire.asked.indexOf(`POST /api/tills/${shop.till.tillId}/acts`));
    expect(contents(shop, true)["sessions"]).toEqual([]);
    expect(session.notice()).toBeNull();
    await cleanBook(shop);
  });

  test("signing out without the server hides the screen, and ends the session when it can be told (L6)", async () => {
    const { shop, page, cut, back } = await aTill();
    const { session } = page;
    await cut();
    await counts(page, shop);
    await session.signOut();
    expect([session.locked(), contents(shop, true)["sessions"]?.length]).toEqual([true, 1]);
    await back();
    await until(() => expect(session.person()).toBeNull());
    expect([contents(shop, true)["sessions"], visits(shop).length]).toEqual([[], 1]);
  });

  test("a door that is locked by wrong PINs is waited for, and nobody is thrown out meanwhile, nor let in by the cookie", async () => {
    const { shop, page, cut, back } = await aTill();
    const { session, outbox } = page;
    await session.signIn(shop.manager.staffId as never, pins.manager);
    await cut();
    await session.signIn(shop.cashier.staffId as never, pins.cashier);
    await counts(page, shop);
    const app = createApp(shop);
    for (let tries = 0; tries < 5; tries += 1)
      await app.request("/api/session", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ staffId: shop.cashier.staffId, pin: "999999" }),
      });
    shop.later(29 / 3600);
    await back();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await session.refetch();
    expect([session.unproven(), session.person()?.name, outbox.unsent()]).toEqual([true, "Dewi", 2]);
    shop.later(1 / 3600);
    await until(() => expect(outbox.unsent()).toBe(0));
    expect([session.unproven(), repairs(shop)]).toEqual([false, []]);
  });
});
