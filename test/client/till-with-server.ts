// A till's page in front of the real server, with a wire that can be cut: session, outbox and disk as the app puts them together.
import "fake-indexeddb/auto";
import { createRoot } from "solid-js";
import { afterEach, beforeEach, expect, vi } from "vitest";
import { createApp } from "#api/app";
import { sessionSchema } from "#rules/session";
import { actsSentSchema, type SendActs } from "#rules/till-acts";
import { answerOf, api, newId } from "../../client/api.ts";
import { createMemory } from "../../client/memory.ts";
import { createOutbox } from "../../client/outbox.ts";
import { createSession } from "../../client/session-state.ts";
import { openTillDisk, type TillDisk } from "../../client/till-disk.ts";
import { nextStamp, pins, type TestShop, testShop } from "../shop.ts";

/** What is to be ended after the test. */
export const ends: (() => void)[] = [];
/** What stands in for the browser's `localStorage`. */
export const drawer = new Map<string, string>();
beforeEach(() => {
  drawer.clear();
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => drawer.get(name) ?? null,
    setItem: (name: string, value: string) => void drawer.set(name, value),
  });
});
afterEach(() => {
  for (const end of ends.splice(0).reverse()) end();
  vi.unstubAllGlobals();
});

/** Two cores that are busy with something else must not fail a test that is right. */
export const until = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000 });

/** A shop and the wire to it; the browser's cookies are kept as a browser keeps them. */
async function aShop() {
  const shop = await testShop();
  // The clocks of the device and the server agree to the minute.
  shop.later(Math.floor((Date.now() - shop.now()) / 60_000) / 60);
  const app = createApp(shop, (failure) => broke.push(failure));
  const broke: Error[] = [];
  const wire = { up: true, cookie: "", asked: [] as string[] };
  vi.stubGlobal("fetch", async (input: string, init: RequestInit) => {
    if (!wire.up) throw new TypeError("away");
    wire.asked.push(`${init.method ?? "GET"} ${input}`);
    const headers = { ...Object.fromEntries(new Headers(init.headers)), cookie: wire.cookie };
    const answer = await app.request(input, { method: init.method, body: init.body, headers } as RequestInit);
    for (const set of answer.headers.getSetCookie()) [wire.cookie = ""] = set.split(";");
    return answer;
  });
  return { shop, wire, broke };
}

let books = 0;
async function aDisk(shop: TestShop): Promise<TillDisk> {
  books += 1;
  const disk = await openTillDisk(`sign-in ${books}`);
  ends.push(() => disk.close());
  const { seq } = nextStamp(shop);
  await disk.becomeTill({
    ...shop.till,
    name: "Kasir depan",
    centreCode: "UJI",
    practice: false,
    lastSeq: seq - 1,
    lastReceiptCount: 0,
  });
  return disk;
}

/** One page of the till: its session and its outbox, as the app puts them together. */
export async function aPage(disk: TillDisk) {
  const made = createRoot((end) => {
    const session = createSession(createMemory(disk));
    const outbox = createOutbox({
      disk,
      now: Date.now,
      send: async (tillId: number, json: SendActs) =>
        await answerOf(
          actsSentSchema,
          api.tills[":tillId"].acts.$post({ param: { tillId: String(tillId) }, json }),
        ),
      till: async () => Promise.reject(new Error("not asked")),
      who: (kind) => {
        const here = session.person();
        const by = here && { staffId: here.staffId, name: here.name };
        return { signInId: kind === "sign_in" ? null : (session.session()?.signInId ?? null), by };
      },
      up: () => session.maySend(),
      maySend: session.maySend,
      pauseMs: () => 60_000,
    });
    session.offersOffline({
      till: () => disk.device(),
      keep: (signIn) => outbox.act("sign_in", signIn),
      send: () => outbox.retry(),
    });
    ends.push(end);
    return { session, outbox, close: end };
  });
  await until(() => expect(made.session.session()).toBeDefined());
  await made.outbox.start();
  return made;
}
type Page = Awaited<ReturnType<typeof aPage>>;

/** A till counts two visitors. */
export const counts = ({ outbox }: Page, shop: TestShop) =>
  outbox.act("visit", {
    id: newId() as never,
    areaId: shop.area,
    category: "dewasa",
    count: 2,
    countedAtMs: Date.now(),
  });
/** Any answer of the server's is the proof that it is back. */
const probe = () => answerOf(sessionSchema, api.session.$get()).catch(() => null);
/** A till at which the cashier has signed in; `cut` takes the server away, `back` brings it. */
export async function aTill() {
  const { shop, wire, broke } = await aShop();
  const disk = await aDisk(shop);
  const page = await aPage(disk);
  await page.session.signIn(shop.cashier.staffId as never, pins.cashier);
  const cut = async () => {
    wire.up = false;
    await probe();
    await until(() => expect(page.session.letsIn(shop.cashier.staffId)).toBe(true));
  };
  const back = async () => {
    wire.up = true;
    await probe();
  };
  return { shop, wire, broke, disk, page, cut, back };
}
