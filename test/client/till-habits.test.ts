// What a till does beside selling: it locks itself, trains without keeping anything, and tells the customer's screen.
import { createRoot, createSignal } from "solid-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Display } from "#rules/display";
import { shiftIdSchema, tillIdSchema } from "#rules/ids";
import { rupiah } from "#rules/money";
import type { SaleView } from "#rules/sale-view";
import { createAutoLock } from "../../client/auto-lock.ts";
import { createDisplayTalk } from "../../client/till/display-talk.ts";
import { waysOf } from "../../client/till/sale-ways.ts";
import { createTraining } from "../../client/till/training.ts";
import { type TaxOf, worthOf } from "../../client/till/worth.ts";
import type { Device } from "../../client/till-disk.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const minute = 60_000;

function locking(minutes: number) {
  const [busy, setBusy] = createSignal(false);
  const lock = vi.fn();
  const dispose = createRoot((end) => {
    createAutoLock({ minutes: () => minutes, watches: () => true, isBusy: busy, lock });
    return end;
  });
  return { lock, setBusy, dispose };
}

test("a till that nobody touches locks itself; a touch begins the wait anew", () => {
  const { lock, dispose } = locking(5);
  vi.advanceTimersByTime(4 * minute);
  document.dispatchEvent(new Event("pointerdown"));
  vi.advanceTimersByTime(4 * minute);
  expect(lock).not.toHaveBeenCalled();
  vi.advanceTimersByTime(minute);
  expect(lock).toHaveBeenCalledTimes(1);
  dispose();
});

test("while a payment is being taken it waits, and locks once that is over", () => {
  const { lock, setBusy, dispose } = locking(5);
  setBusy(true);
  vi.advanceTimersByTime(30 * minute);
  expect(lock).not.toHaveBeenCalled();
  setBusy(false);
  vi.advanceTimersByTime(5_000);
  expect(lock).toHaveBeenCalledTimes(1);
  dispose();
});

test("0 minutes is never", () => {
  const { lock, dispose } = locking(0);
  vi.advanceTimersByTime(600 * minute);
  expect(lock).not.toHaveBeenCalled();
  dispose();
});

test("training counts its own numbers on the device, and only those that were used (H7)", async () => {
  let device: Device = {
    tillId: tillIdSchema.parse(1),
    code: "K1",
    name: "Galeri",
    centreCode: "KARTINI",
    practice: false,
    lastSeq: 7,
    lastReceiptCount: 4,
  };
  const numbers: string[] = [];
  let refuses = true;
  const training = createTraining({
    storage: null,
    disk: {
      device: async () => device,
      step: async (decide) => {
        const made = decide(device, new Map());
        device = made.device ?? device;
        return made;
      },
    },
    send: async (body) => {
      numbers.push(body.receiptNumber);
      if (refuses) throw new Error("refused");
      return {
        recorded: {
          id: body.id as never,
          receiptNumber: body.receiptNumber,
          totalRupiah: 0,
          changeRupiah: 0,
          businessDay: "2021-03-24",
          seal: "",
        },
        paper: { kind: "receipt", number: body.receiptNumber, rows: [], opensDrawer: false },
      };
    },
  });
  const draft = {
    id: "00000000-0000-4000-8000-000000000001",
    shiftId: shiftIdSchema.parse("00000000-0000-4000-8000-000000000900"),
    soldAtMs: 1_616_000_000_000,
    lines: [],
    saleDiscountRupiah: 0,
    roundingRupiah: 0,
    totalRupiah: 0,
    payments: [],
  };
  await expect(training.sell(draft)).rejects.toThrow("refused");
  refuses = false;
  await training.sell(draft);
  await training.sell(draft);
  expect(numbers).toEqual(["LATIHAN-K1-0001", "LATIHAN-K1-0001", "LATIHAN-K1-0002"]);
  // The till's real counts stay where they were.
  expect(device).toMatchObject({ lastSeq: 7, lastReceiptCount: 4, lastTrainingCount: 2 });
});

test("the customer's screen is told once the keys rest, and by the server only while somebody watches", async () => {
  const [face, setFace] = createSignal<Display>({ stand: "idle" });
  const shown: Display[] = [];
  let watchers = 0;
  let nowMs = 0;
  const { talk, dispose } = createRoot((end) => ({
    dispose: end,
    talk: createDisplayTalk({
      tillId: () => tillIdSchema.parse(1),
      face,
      now: () => nowMs,
      show: async (_, display) => {
        shown.push(display);
        return watchers;
      },
    }),
  }));
  const say = async (totalRupiah: number) => {
    setFace({ stand: "cart", lines: [], totalRupiah });
    nowMs += 150;
    await vi.advanceTimersByTimeAsync(150);
  };
  await vi.advanceTimersByTimeAsync(150);
  expect(shown).toEqual([{ stand: "idle" }]); // the first question whether anybody watches
  await say(1);
  expect(shown).toHaveLength(1);
  watchers = 1;
  talk.expect();
  await vi.advanceTimersByTimeAsync(0);
  setFace({ stand: "cart", lines: [], totalRupiah: 2 });
  await say(3);
  expect(shown.slice(1)).toEqual([
    { stand: "cart", lines: [], totalRupiah: 1 },
    { stand: "cart", lines: [], totalRupiah: 3 },
  ]);
  watchers = 0;
  await say(4);
  // A screen may come for as long as the code holds.
  await say(5);
  expect(shown.at(-1)).toMatchObject({ totalRupiah: 5 });
  nowMs += 15 * 60_000;
  await say(6);
  await say(7);
  expect(shown.at(-1)).toMatchObject({ totalRupiah: 6 });
  dispose();
});

const line = (productId: number, unitPriceRupiah: number) => ({
  key: `00000000-0000-4000-8000-${String(productId).padStart(12, "0")}`,
  productId: productId as never,
  name: "x",
  unit: "buah",
  unitPriceRupiah: rupiah(unitPriceRupiah),
  quantityMilli: 1000,
  discount: null,
  note: null,
});

test("a stall's tax is put on top or taken out of the price, line by line, after the discounts", () => {
  const taxOf: TaxOf = (productId) =>
    productId === 3
      ? null
      : {
          mode: productId === 1 ? "exclusive" : "inclusive",
          rateBasisPoints: 1000,
          name: `PBJT ${productId}`,
        };
  const worth = worthOf(
    {
      lines: [line(1, 10_000), line(2, 11_000), line(3, 9_000)],
      saleDiscount: { kind: "rupiah", amountRupiah: rupiah(3_000) },
    },
    taxOf,
  );
  expect(worth?.lines.map(({ netRupiah, taxRupiah }) => [netRupiah, taxRupiah])).toEqual([
    [9_000, 900],
    [9_000, 900],
    [8_100, 0],
  ]);
  expect(worth).toMatchObject({ subtotalRupiah: 30_000, dueRupiah: 27_900 });
  expect(worth?.taxes).toEqual([
    { name: "PBJT 1", mode: "exclusive", taxRupiah: 900 },
    { name: "PBJT 2", mode: "inclusive", taxRupiah: 900 },
  ]);
});

const sale = (given: Partial<SaleView>): SaleView =>
  ({
    businessDay: "2021-03-24",
    lines: [{ quantityMilli: 1000, refundedMilli: 0 }],
    payments: [{ method: "qris", amountRupiah: 5000, unconfirmed: false }],
    refunds: [],
    ...given,
  }) as SaleView;
const unconfirmed = [{ method: "qris", amountRupiah: 5000, unconfirmed: true }] as SaleView["payments"];

test("a mistake is void on its own day; goods come back on any; QRIS that never came is void or confirmed, nothing else (R3)", () => {
  expect(waysOf(sale({}), "2021-03-24")).toMatchObject({ mayVoid: true, mayReturn: true, waiting: [] });
  expect(waysOf(sale({}), "2021-03-25")).toMatchObject({ mayVoid: false, mayReturn: true });
  expect(waysOf(sale({ payments: unconfirmed }), "2021-03-25")).toMatchObject({
    mayVoid: true,
    mayReturn: false,
    waiting: [{ position: 0, amountRupiah: 5000 }],
  });
  const refunds = [{ reason: "mistake" }] as SaleView["refunds"];
  expect(waysOf(sale({ refunds, payments: unconfirmed }), "2021-03-24")).toMatchObject({
    isVoid: true,
    mayVoid: false,
    waiting: [],
  });
});
