// What a till remembers of its server: copies by schema, a list for whom it was read, prices with their moment, and no act taken.
import "fake-indexeddb/auto";
import { openDB } from "idb";
import { createRoot } from "solid-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Catalogue } from "#rules/catalogue";
import { type Session, sessionSchema } from "#rules/session";
import { bookOf, createMemory, type Memory } from "../../client/memory.ts";
import { createSession } from "../../client/session-state.ts";
import { createCatalogue } from "../../client/till/catalogue.ts";
import { openTillDisk } from "../../client/till-disk.ts";
import { closeAll, id, sale, silent, till } from "./till-at-a-wire.ts";

const dayMs = 86_400_000;
const catalogue: Catalogue = { stalls: [], products: [], qrisCodes: [], asOfMs: 5 };
const session: Session = sessionSchema.parse({
  book: "ready",
  practice: false,
  centre: {
    code: "KARTINI",
    name: "Sentra Kartini",
    place: "Temanggung",
    province: "Jawa Tengah",
    regionCode: "33.23",
    timeZone: "Asia/Jakarta",
  },
  settings: null,
  person: { staffId: 3, name: "Dewi", roles: ["cashier"], rights: ["sell"], stallIds: null },
  staff: [{ staffId: 3, name: "Dewi", roles: ["cashier"] }],
  signInId: null,
  sealKey: null,
  serverMs: 1,
});
const aProduct = (productId: number, stallId: number) => ({
  productId,
  stallId,
  sku: `P${productId}`,
  name: "Kopi",
  category: "Kafe",
  unit: "gelas",
  priceRupiah: 8000,
  countsAsPiece: false,
  stockTracked: false,
  onHandMilli: 0,
  photo: null,
});
const of = bookOf(session) ?? "";

const ends: (() => void)[] = [];
let server: { answer: object | null };
beforeEach(() => {
  server = { answer: null };
  // The wire: what is null never came.
  vi.stubGlobal("fetch", async () => {
    if (server.answer === null) throw new TypeError("away");
    return Response.json(server.answer);
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  for (const end of ends.splice(0)) end();
});

let books = 0;
async function aDisk(name?: string) {
  books += 1;
  const disk = await openTillDisk(name ?? `memory ${books}`);
  ends.push(() => disk.close());
  return disk;
}

const inRoot = <T>(make: () => T): T =>
  createRoot((end) => {
    ends.push(end);
    return make();
  });

test("a disk of version 2 keeps its till, its acts and its parked carts, and has room for a memory", async () => {
  const old = await openDB("of version 2", 2, {
    upgrade(opened) {
      for (const shelf of ["device", "acts", "parked"]) opened.createObjectStore(shelf);
    },
  });
  const device = { tillId: 1, code: "K1", name: "Galeri", centreCode: "KARTINI", practice: false };
  await old.put("device", { ...device, lastSeq: 7, lastReceiptCount: 4 }, "till");
  await old.put("parked", { name: "Bu Sari" }, "a");
  old.close();
  const disk = await aDisk("of version 2");
  expect(await disk.device()).toMatchObject({ code: "K1", lastSeq: 7, lastReceiptCount: 4 });
  expect(await disk.parked()).toEqual([{ name: "Bu Sari" }]);
  expect(await createMemory(disk).recall("session")).toBeNull();
});

test("a copy that does not parse is dropped, and the server has the original", async () => {
  const disk = await aDisk();
  await disk.remember("catalogue", { of, readAtMs: "yesterday", catalogue });
  expect(await createMemory(disk).recall("catalogue")).toBeNull();
  expect(await disk.recall("catalogue")).toBeUndefined();
});

test("a disk that can neither read nor write leaves the till without a memory, and working", async () => {
  const broken = async () => Promise.reject(new DOMException("full", "QuotaExceededError"));
  const memory = createMemory({ remember: broken, recall: broken });
  await memory.keep("session", session);
  expect(await memory.recall("session")).toBeNull();
});

const aCatalogue = (
  memory: Memory,
  needs: { of?: string; now?: () => number; remembered?: boolean; stallIds?: () => number[] | null } = {},
) =>
  inRoot(() =>
    createCatalogue({
      memory,
      of: () => needs.of ?? of,
      stallIds: needs.stallIds ?? (() => null),
      remembered: () => needs.remembered ?? false,
      now: needs.now ?? (() => 1000),
    }),
  );

test("the list is remembered when it is read, and stands there when nothing answers", async () => {
  const memory = createMemory(await aDisk());
  server.answer = catalogue;
  const read = aCatalogue(memory);
  await vi.waitFor(() => expect(read.catalogue()).toEqual(catalogue));
  await vi.waitFor(async () =>
    expect(await memory.recall("catalogue")).toMatchObject({ of, readAtMs: 1000 }),
  );
  server.answer = null;
  const later = aCatalogue(memory, { now: () => 1000 + dayMs });
  await vi.waitFor(() => expect(later.catalogue()).toEqual(catalogue));
  expect(later.pricesAsOfMs()).toBeNull();
  const muchLater = aCatalogue(memory, { now: () => 1001 + dayMs, remembered: true });
  await vi.waitFor(() => expect(muchLater.catalogue()).toEqual(catalogue));
  expect(muchLater.pricesAsOfMs()).toBe(1000);
  server.answer = { ...catalogue, asOfMs: 6 };
  await muchLater.again();
  expect([muchLater.catalogue()?.asOfMs, muchLater.pricesAsOfMs()]).toEqual([6, null]);
});

test("the list of another book is nobody's", async () => {
  const memory = createMemory(await aDisk());
  await memory.keep("catalogue", { of, readAtMs: 1000, catalogue });
  const other = aCatalogue(memory, { of: "KARTINI true", remembered: true });
  await vi.waitFor(() => expect(other.problem()).not.toBeNull());
  expect(other.catalogue()).toBeNull();
});

test("another cashier who takes over without the server finds what is theirs to sell, and no more", async () => {
  const memory = createMemory(await aDisk());
  const [gallery, cafe] = [aProduct(1, 1), aProduct(2, 2)];
  server.answer = { ...catalogue, products: [gallery, cafe] };
  let stallIds: number[] | null = null;
  const list = aCatalogue(memory, { stallIds: () => stallIds });
  const found = () => list.catalogue()?.products.map(({ productId }) => Number(productId));
  await vi.waitFor(() => expect(found()).toEqual([1, 2]));
  await vi.waitFor(async () => expect(await memory.recall("catalogue")).not.toBeNull());
  server.answer = null;
  stallIds = [2];
  await list.again();
  expect(found()).toEqual([2]);
  stallIds = null;
  await list.again();
  expect(found()).toEqual([1, 2]);
  // What was read for those stalls alone counts where it is newer.
  stallIds = [2];
  server.answer = { ...catalogue, products: [{ ...cafe, priceRupiah: 9000 }] };
  await list.again();
  await vi.waitFor(async () => expect(await memory.recall("catalogue", "2")).not.toBeNull());
  server.answer = null;
  const later = aCatalogue(memory, { stallIds: () => [2], remembered: true, now: () => 2000 });
  await vi.waitFor(() => expect(later.byId(2)).not.toBeNull());
  expect(later.byId(1)).toBeNull();
});

test("the session opens from memory while nothing answers, and the first answer takes its place", async () => {
  const memory = createMemory(await aDisk());
  server.answer = session;
  const first = inRoot(() => createSession(memory));
  await vi.waitFor(() => expect(first.person()?.name).toBe("Dewi"));
  expect(first.remembered()).toBe(false);
  server.answer = null;
  const second = inRoot(() => createSession(memory));
  await vi.waitFor(() => expect(second.person()?.name).toBe("Dewi"));
  expect([second.remembered(), second.may("sell")]).toEqual([true, true]);
  server.answer = { ...session, person: null };
  await second.refetch();
  expect([second.remembered(), second.person()]).toEqual([false, null]);
  // Who signed out is not shown to whoever comes next.
  await vi.waitFor(async () => expect(await memory.recall("session")).toMatchObject({ person: null }));
});

test("a till that was opened from memory acts like any other: nothing has answered, so it promises at once", async () => {
  const { outbox, disk, server } = await till(silent);
  // Nothing has answered since the page was opened.
  server.up = false;
  expect(await outbox.act("sale", sale(1))).toMatchObject({ is: "kept", act: { promised: true } });
  expect(await disk.acts()).toMatchObject([{ id: id(1), promised: true, outcome: null }]);
  closeAll();
});
