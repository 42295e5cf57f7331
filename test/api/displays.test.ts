// The customer's screen: paired by a code from the till, it follows that till live, and nothing else is told to it.
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { describe, expect, test, vi } from "vitest";
import { createApp } from "#api/app";
import { closeDisplays, show } from "#domain/displays";
import { createTill } from "#domain/tills";
import type { Display } from "#rules/display";
import { contents } from "../contents.ts";
import { newId, type TestShop, testShop } from "../shop.ts";
import { type Asker, apiOf, refusalOf } from "./asking.ts";

const face = (totalRupiah: number): Display => ({
  stand: "cart",
  lines: [{ name: "Batik", quantity: "1 lembar", amountRupiah: totalRupiah }],
  totalRupiah,
});

async function codeAt(cashier: Asker, tillId: number, id: string = newId()): Promise<string> {
  const { body, text } = await cashier.ask("POST", "/displays/pairings", { id, tillId });
  expect(text).toMatch(/^\{"code":"\d{6}","expiresMs":\d+\}$/);
  return (body as { code: string }).code;
}

/** A code that is certainly not this one. */
const another = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

async function paired(shop: TestShop, tillId: number = shop.till.tillId) {
  const api = apiOf(shop);
  const [cashier, screen] = [await api.cashier(), api.stranger()];
  await screen.ask("POST", "/displays", { code: await codeAt(cashier, tillId) });
  return { api, cashier, screen, cookie: (screen.cookies[0] ?? "").split(";")[0] ?? "" };
}

/** What comes over the stream, face by face. */
async function following(shop: TestShop, cookie: string) {
  const answer = await createApp(shop).request("/api/displays/events", { headers: { cookie } });
  const reader = answer.body?.getReader();
  const decoder = new TextDecoder();
  let heard = "";
  return {
    answer,
    async next(): Promise<unknown> {
      const event = await this.raw();
      return event === "over" ? event : JSON.parse(event.replace(/^data: /, ""));
    },
    async raw(): Promise<string> {
      while (!heard.includes("\n\n")) {
        const read = await reader?.read();
        if (!read || read.done) return "over";
        heard += decoder.decode(read.value, { stream: true });
      }
      const end = heard.indexOf("\n\n");
      const event = heard.slice(0, end);
      heard = heard.slice(end + 2);
      return event;
    },
    leave: () => reader?.cancel(),
  };
}

/** What was written has gone as far as it can. */
const settled = () => new Promise<string>((resolve) => setTimeout(() => resolve("settled"), 5));

describe("pairing", () => {
  test("the code from the till opens the screen; its cookie is a year long, hidden from scripts and sent to its own routes only", async () => {
    const shop = await testShop();
    const { screen } = await paired(shop);
    const [cookie = ""] = screen.cookies;
    expect(cookie).toMatch(
      /^sentra_display=[\w-]{43,}; Max-Age=31536000; Path=\/api\/displays; HttpOnly; SameSite=Strict$/,
    );
    expect(JSON.stringify(contents(shop, true))).not.toContain(/=([^;]+)/.exec(cookie)?.[1]);
    const told = { till: "Kasir depan", centre: "Sentra Uji" };
    expect((await screen.ask("GET", "/displays/session")).body).toEqual(told);
    shop.later(24 * 364);
    expect((await screen.ask("GET", "/displays/session")).body).toEqual(told);
    shop.later(48);
    expect((await screen.ask("GET", "/displays/session")).body).toEqual({ ...told, till: null });
  });

  test("a code is good once, for ten minutes, and only the till's newest; a repeat of the question gets the same code", async () => {
    const shop = await testShop();
    const api = apiOf(shop);
    const cashier = await api.cashier();
    const { tillId } = shop.till;
    const tries = async (code: string) => refusalOf(await api.stranger().ask("POST", "/displays", { code }));
    const id = newId();
    const old = await codeAt(cashier, tillId, id);
    expect(await codeAt(cashier, tillId, id)).toBe(old);
    const second = createTill(shop, shop.manager, { id: newId(), name: "Kasir dua" }).tillId;
    const turned = await cashier.ask("POST", "/displays/pairings", { id, tillId: second });
    expect(refusalOf(turned)).toBe("id_conflict");
    const code = await codeAt(cashier, tillId);
    if (code !== old) expect(await tries(old)).toBe("pairing_code_wrong");
    expect(await tries(another(code))).toBe("pairing_code_wrong");
    expect((await api.stranger().ask("POST", "/displays", { code })).status).toBe(200);
    expect(await tries(code)).toBe("pairing_code_wrong");
    const late = await codeAt(cashier, tillId);
    shop.later(10 / 60);
    expect(await tries(late)).toBe("pairing_code_wrong");
    expect(await tries("12345")).toBe("pairing_code_wrong");
    expect(refusalOf(await cashier.ask("POST", "/displays/pairings", { id: newId(), tillId: 99 }))).toBe(
      "unknown_till",
    );
  });

  test("five wrong guesses lock the pairing for everybody, the right code too; the lock stands in the book", async () => {
    const shop = await testShop();
    const api = apiOf(shop);
    const code = await codeAt(await api.cashier(), shop.till.tillId);
    const guess = async (tried: string) =>
      refusalOf(await api.stranger().ask("POST", "/displays", { code: tried }));
    for (let tries = 0; tries < 5; tries += 1) expect(await guess(another(code))).toBe("pairing_code_wrong");
    expect(await guess(code)).toBe("locked_out");
    expect(contents(shop, true)["door_locks"]).toMatchObject([{ door: "display", wrong: 5 }]);
    shop.later(30 / 3600);
    expect((await api.stranger().ask("POST", "/displays", { code })).status).toBe(200);
    expect(contents(shop, true)["door_locks"]).toEqual([]);
  });

  test("a till keeps four screens, the newest; an unpaired one is out at once", async () => {
    const shop = await testShop();
    const { api, cashier, screen: first } = await paired(shop);
    const others: Asker[] = [];
    for (let screens = 0; screens < 4; screens += 1) {
      shop.tick();
      const screen = api.stranger();
      await screen.ask("POST", "/displays", { code: await codeAt(cashier, shop.till.tillId) });
      others.push(screen);
    }
    const tillOf = async (by: Asker) =>
      ((await by.ask("GET", "/displays/session")).body as { till: unknown }).till;
    expect(await tillOf(first)).toBeNull();
    expect(await Promise.all(others.map(tillOf))).toEqual(Array(4).fill("Kasir depan"));
    const [one] = others;
    expect((await one?.ask("DELETE", "/displays/session"))?.body).toMatchObject({ till: null });
    expect(refusalOf((await one?.ask("GET", "/displays/events")) as never)).toBe("not_signed_in");
  });
});

describe("following", () => {
  test("a screen sees the till's last face at once, then each as it is shown, in order; another till's never", async () => {
    const shop = await testShop();
    const second = createTill(shop, shop.manager, { id: newId(), name: "Kasir dua" }).tillId;
    const { cashier, cookie } = await paired(shop);
    const { tillId } = shop.till;
    const shown = async (total: number, at: number = tillId) =>
      (await cashier.ask("POST", "/displays/show", { tillId: at, display: face(total) })).body;
    expect(await shown(1_000)).toEqual({ watching: 0 });
    const screen = await following(shop, cookie);
    expect(screen.answer.headers.get("content-type")).toMatch(/^text\/event-stream/);
    expect(screen.answer.headers.get("cache-control")).toBe("no-cache");
    expect(screen.answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await screen.next()).toEqual(face(1_000));
    for (const total of [2_000, 3_000, 4_000]) expect(await shown(total)).toEqual({ watching: 1 });
    expect(await shown(99_000, second)).toEqual({ watching: 0 });
    for (const total of [2_000, 3_000, 4_000]) expect(await screen.next()).toEqual(face(total));
    const waiting = screen.next();
    await shown(5_000);
    expect(await waiting).toEqual(face(5_000));
    await screen.leave();
    await expect.poll(() => show(shop, { tillId, display: face(6_000) })).toEqual({ watching: 0 });
    expect(JSON.stringify(contents(shop, true))).not.toContain("1 lembar");
  });

  test("a screen before any sale is idle; one that is unpaired is told nothing more", async () => {
    const shop = await testShop();
    const { cashier, screen: asked, cookie } = await paired(shop);
    const screen = await following(shop, cookie);
    expect(await screen.next()).toEqual({ stand: "idle" });
    await asked.ask("DELETE", "/displays/session");
    await cashier.ask("POST", "/displays/show", { tillId: shop.till.tillId, display: face(7_000) });
    expect(await screen.next()).toBe("over");
  });

  test("a screen that reads slowly misses what is in between, and ends with what is shown last", async () => {
    const shop = await testShop();
    const { cookie } = await paired(shop);
    const screen = await following(shop, cookie);
    const { tillId } = shop.till;
    for (let total = 1; total <= 500; total += 1) show(shop, { tillId, display: face(total) });
    const seen: number[] = [];
    while (seen.at(-1) !== 500) {
      const next = (await screen.next()) as { totalRupiah?: number };
      seen.push(next.totalRupiah ?? 0);
    }
    expect(seen.length).toBeLessThan(30);
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
    await screen.leave();
  });

  test("a quiet line is kept alive; a screen that reads no more, or is unpaired meanwhile, is let go", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    try {
      const shop = await testShop();
      const { screen: asked, cookie } = await paired(shop);
      const { tillId } = shop.till;
      let total = 0;
      const watching = () => {
        total += 1;
        return show(shop, { tillId, display: face(total) }).watching;
      };
      const [quiet, stuck] = [await following(shop, cookie), await following(shop, cookie)];
      const heard: string[] = [];
      const all = (async () => {
        while (heard.at(-1) !== "over") heard.push(await quiet.raw());
      })();
      vi.advanceTimersByTime(15_000);
      await expect.poll(() => heard).toEqual([`data: ${JSON.stringify({ stand: "idle" })}`, ": still here"]);
      for (let faces = 0; faces < 4; faces += 1) expect(watching()).toBe(2);
      for (let beats = 0; beats < 4; beats += 1) {
        await settled();
        vi.advanceTimersByTime(15_000);
      }
      expect(watching()).toBe(1);
      await expect.poll(() => heard.at(-1)).toBe(`data: ${JSON.stringify(face(5))}`);
      await asked.ask("DELETE", "/displays/session");
      vi.advanceTimersByTime(15_000);
      await all;
      expect(watching()).toBe(0);
      await stuck.leave();
    } finally {
      vi.useRealTimers();
    }
  });

  test("what is no face is refused, and so is a till that is none", async () => {
    const shop = await testShop();
    const cashier = await apiOf(shop).cashier();
    const asked = (body: object) => cashier.ask("POST", "/displays/show", body);
    const { tillId } = shop.till;
    expect(refusalOf(await asked({ tillId, display: { stand: "dance" } }))).toBe("invalid_request");
    expect(refusalOf(await asked({ tillId: 99, display: face(1) }))).toBe("unknown_till");
    const long = { ...face(1), lines: Array(201).fill({ name: "x", quantity: "1", amountRupiah: 1 }) };
    expect(refusalOf(await asked({ tillId, display: long }))).toBe("invalid_request");
  });

  test("no more than 48 streams are kept; the next is told to come back, and the server closes although they are open", async () => {
    const shop = await testShop();
    const { cookie } = await paired(shop);
    const server = serve({ fetch: createApp(shop).fetch, hostname: "127.0.0.1", port: 0 });
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    const leaving = new AbortController();
    const open = (signal?: AbortSignal) =>
      fetch(`http://127.0.0.1:${port}/api/displays/events`, { headers: { cookie }, signal: signal ?? null });
    await open(leaving.signal);
    const { tillId } = shop.till;
    const watching = () => show(shop, { tillId, display: { stand: "idle" } }).watching;
    expect(watching()).toBe(1);
    leaving.abort(); // a screen that is switched off
    await expect.poll(watching).toBe(0);
    const answers = await Promise.all(Array.from({ length: 48 }, () => open()));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await open()).status).toBe(503);
    const ends = Promise.all(answers.map((answer) => answer.text()));
    closeDisplays(shop);
    const closed = new Promise((resolve) => server.close(resolve));
    if ("closeIdleConnections" in server) server.closeIdleConnections();
    for (const heard of await ends) expect(heard).toBe(`data: ${JSON.stringify({ stand: "idle" })}\n\n`);
    const late = new Promise((resolve) => setTimeout(() => resolve("late"), 2_000));
    expect(await Promise.race([closed, late])).not.toBe("late");
  });
});
