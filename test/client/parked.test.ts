// Carts are put aside under a name on the till's disk, survive a reload, and a paid one is nowhere to be taken back from.
import "fake-indexeddb/auto";
import { createRoot } from "solid-js";
import { afterEach, expect, test } from "vitest";
import { catalogueProductSchema } from "#rules/catalogue";
import { rupiah } from "#rules/money";
import { createCart } from "../../client/till/cart.ts";
import { createParked } from "../../client/till/parked.ts";
import { openTillDisk } from "../../client/till-disk.ts";

const ids = { last: 0, book: 0 };
const newId = () => {
  ids.last += 1;
  return `00000000-0000-4000-8000-${String(ids.last).padStart(12, "0")}`;
};
const kopi = catalogueProductSchema.parse({
  productId: 1,
  sku: "KOPI",
  name: "Kopi Tubruk",
  category: "Minuman",
  stallId: 1,
  unit: "gelas",
  priceRupiah: 10_000,
  countsAsPiece: true,
  stockTracked: false,
  onHandMilli: 0,
  photo: null,
});
const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

function newDisk(): string {
  ids.book += 1;
  return `parked ${ids.book}`;
}

/** Each use of the same disk and the same kept carts is a reload of the page. */
async function till(name: string, kept = new Map<string, string>()) {
  const disk = await openTillDisk(name);
  const made = createRoot((dispose) => {
    open.push(dispose, () => disk.close());
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    const cart = createCart({ newId, taxOf: () => null, storage, key: "cart" });
    const parked = createParked({
      disk,
      cart,
      taxOf: () => null,
      book: "KARTINI",
      by: () => "Dewi",
      now: () => 1_616_000_000_000,
    });
    return { cart, parked, kept, disk };
  });
  await made.parked.read();
  return made;
}

test("a cart put aside leaves an empty one, survives a restart with its notes and discounts, and comes back as it was (L8)", async () => {
  const name = newDisk();
  const before = await till(name);
  before.cart.add(kopi, rupiah(10_000), 2000);
  const { id } = before.cart.state;
  before.cart.edit(before.cart.state.lines[0]?.key ?? "", { note: "tanpa gula" });
  before.cart.giveDiscount({ kind: "percent", basisPoints: 1000 });
  await before.parked.park(" Ibu baju merah ");
  expect(before.cart.isEmpty()).toBe(true);
  expect(before.cart.state.id).not.toBe(id);

  const after = await till(name);
  const [one] = after.parked.all();
  expect(one).toMatchObject({ name: "Ibu baju merah", by: "Dewi" });
  expect(one && after.parked.totalOf(one)).toBe(18_000);
  expect(await after.parked.takeBack(id, "lain")).toBe(true);
  expect(after.cart.state).toMatchObject({ id, lines: [{ note: "tanpa gula", quantityMilli: 2000 }] });
  expect(after.parked.all()).toEqual([]);
});

test("taking one back puts what lies in the cart aside, and loses neither", async () => {
  const { cart, parked } = await till(newDisk());
  cart.add(kopi, rupiah(10_000));
  const first = cart.state.id;
  await parked.park("Pertama");
  cart.add(kopi, rupiah(10_000), 3000);
  await parked.takeBack(first, "Kedua");
  expect(cart.worth().dueRupiah).toBe(10_000);
  expect(parked.all().map((one) => [one.name, parked.totalOf(one)])).toEqual([["Kedua", 30_000]]);
});

test("one that is removed comes back by undo", async () => {
  const { cart, parked } = await till(newDisk());
  cart.add(kopi, rupiah(10_000));
  const { id } = cart.state;
  await parked.park("Pertama");
  const undo = await parked.remove(id);
  expect(parked.all()).toEqual([]);
  await undo();
  expect(parked.all().map((one) => one.cart.id)).toEqual([id]);
});

test("a cart that was paid is gone from those put aside, also when the power failed in between (L3)", async () => {
  const name = newDisk();
  const { cart, parked, disk, kept } = await till(name);
  cart.add(kopi, rupiah(10_000));
  const { id } = cart.state;
  const copy = { name: "Sama", book: "KARTINI", parkedAtMs: 1, by: "Dewi", cart: cart.copy() };
  await disk.park(id, copy);
  await parked.read();
  expect(parked.all()).toEqual([]);
  await disk.park(id, copy);
  await parked.paid(id);
  await Promise.resolve();
  const after = await till(name, new Map());
  expect(kept.size).toBeGreaterThan(0);
  expect(after.parked.all()).toEqual([]);
});

test("what the disk holds of another book, or cannot be read, is not offered", async () => {
  const { cart, parked, disk } = await till(newDisk());
  cart.add(kopi, rupiah(10_000));
  await disk.park(newId(), { name: "Lain", book: "LAIN", parkedAtMs: 1, by: "Dewi", cart: cart.copy() });
  await disk.park(newId(), { name: "Rusak" });
  await parked.read();
  expect(parked.all()).toEqual([]);
});
