// Every act of a till is on the disk before it leaves, arrives once under the same id, and takes its number only when it is accepted.
import "fake-indexeddb/auto";
import { openDB } from "idb";
import { createRoot } from "solid-js";
import { afterEach, expect, test } from "vitest";
import { shiftIdSchema, tillIdSchema } from "#rules/ids";
import type { TillView } from "#rules/shift";
import { Refused, Unreachable } from "../../client/api.ts";
import { createOutbox, type Outbox } from "../../client/outbox.ts";
import { type Device, openTillDisk, type TillDisk } from "../../client/till-disk.ts";

const device: Device = {
  tillId: tillIdSchema.parse(1),
  code: "K1",
  name: "Galeri",
  centreCode: "KARTINI",
  practice: false,
  lastSeq: 7,
  lastReceiptCount: 4,
};

const id = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, "0")}`;
const sale = (last: number) => ({
  id: id(last),
  shiftId: shiftIdSchema.parse(id(900)),
  soldAtMs: 1_616_000_000_000,
  lines: [{ productId: 1, quantityMilli: 1000, unitPriceRupiah: 5000, discountRupiah: 0, netRupiah: 5000 }],
  saleDiscountRupiah: 0,
  roundingRupiah: 0,
  totalRupiah: 5000,
  payments: [{ method: "cash" as const, amountRupiah: 5000, tenderedRupiah: 5000 }],
});

interface Sent {
  id: string;
  till: { seq: number };
  receiptNumber: string;
}

const books = { last: 0 };
const newBook = () => {
  books.last += 1;
  return `book ${books.last}`;
};
const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A till at a wire that answers as it is told; each use of the same book is a reload of the page. */
async function till(answer: (sent: Sent) => unknown, book = newBook()) {
  const disk: TillDisk = await openTillDisk(book);
  if (!(await disk.device())) await disk.becomeTill(device);
  const sent: Sent[] = [];
  const server: { view: Partial<TillView> } = { view: {} };
  const outbox: Outbox = createRoot((dispose) => {
    open.push(dispose, () => disk.close());
    return createOutbox({
      disk,
      now: () => 1,
      pauseMs: () => 60_000,
      till: async () => ({ ...device, shift: null, ...server.view }) as TillView,
      send: async (_, body) => {
        // What leaves is already on the disk (L1).
        expect((await disk.acts()).map((act) => act.id)).toContain((body as Sent).id);
        sent.push(body as Sent);
        return answer(body as Sent);
      },
    });
  });
  return { disk, outbox, sent, server, book };
}

const accepted = (sent: Sent) => ({
  id: sent.id,
  receiptNumber: sent.receiptNumber,
  totalRupiah: 5000,
  changeRupiah: 0,
  businessDay: "2021-03-24",
  seal: "abcd",
});
const silent = () => {
  throw new Unreachable("no answer");
};

test("an accepted act takes the next number, and stays on the disk until it is seen", async () => {
  const { outbox, sent, disk } = await till(accepted);
  expect(await outbox.act("sale", sale(1))).toMatchObject({ is: "accepted" });
  expect(sent[0]).toMatchObject({ till: { tillId: 1, seq: 8 }, receiptNumber: "KARTINI-K1-000005" });
  expect(await disk.device()).toMatchObject({ lastSeq: 8, lastReceiptCount: 5 });
  expect(outbox.settled()?.id).toBe(id(1));
  await outbox.seen(id(1));
  expect(await disk.acts()).toEqual([]);
});

test("a refused act frees its number, and the same id may be sent again", async () => {
  let answers = 0;
  const { outbox, sent, disk } = await till((act) => {
    answers += 1;
    if (answers === 1) throw new Refused("approval_needed", {});
    return accepted(act);
  });
  expect(await outbox.act("sale", sale(1))).toMatchObject({
    is: "refused",
    refusal: { code: "approval_needed" },
  });
  expect(await disk.acts()).toEqual([]);
  expect(await disk.device()).toMatchObject({ lastSeq: 7 });
  expect(await outbox.act("sale", sale(1))).toMatchObject({ is: "accepted" });
  expect(sent.map((act) => act.till.seq)).toEqual([8, 8]);
});

test("without an answer the act is kept, and the next one waits behind it", async () => {
  const { outbox, sent, disk } = await till(silent);
  expect(await outbox.act("sale", sale(1))).toEqual({ is: "kept" });
  expect(outbox.waiting()?.id).toBe(id(1));
  expect(await outbox.act("sale", sale(2))).toEqual({ is: "behind" });
  expect(new Set(sent.map((act) => act.id))).toEqual(new Set([id(1)]));
  expect((await disk.acts()).map((act) => act.id)).toEqual([id(1)]);
});

test("a reload sends the same body under the same id and finds the answer (D1)", async () => {
  const before = await till(silent);
  await before.outbox.act("sale", sale(1));
  const after = await till(accepted, before.book);
  await after.outbox.start();
  expect(after.sent).toEqual([before.sent[0]]);
  expect(after.outbox.settled()).toMatchObject({ id: id(1), outcome: { is: "accepted" } });
  expect(await after.disk.device()).toMatchObject({ lastSeq: 8, lastReceiptCount: 5 });
});

test("an answer that nobody has seen is found again by a reload", async () => {
  const before = await till(accepted);
  await before.outbox.act("sale", sale(1));
  const after = await till(accepted, before.book);
  await after.outbox.start();
  expect(after.sent).toEqual([]);
  expect(after.outbox.settled()?.id).toBe(id(1));
});

test("what was left and is then refused stays until a person has seen why", async () => {
  const before = await till(silent);
  await before.outbox.act("sale", sale(1));
  const after = await till(() => {
    throw new Refused("shift_not_open", {});
  }, before.book);
  await after.outbox.start();
  expect(after.outbox.settled()).toMatchObject({ outcome: { is: "refused", code: "shift_not_open" } });
  expect(await after.disk.device()).toMatchObject({ lastSeq: 7 });
});

test("a session that ran out does not refuse the act: it waits for someone to sign in", async () => {
  const { outbox } = await till(() => {
    throw new Refused("not_signed_in", {});
  });
  expect(await outbox.act("sale", sale(1))).toEqual({ is: "kept" });
  expect(outbox.reason()?.code).toBe("not_signed_in");
});

test("a till that has fallen behind moves up to the server's counts and sends once more", async () => {
  const { outbox, sent, server } = await till((act) => {
    if (act.till.seq !== 12) throw new Refused("till_out_of_step", { expected: 12, got: act.till.seq });
    return accepted(act);
  });
  server.view = { lastSeq: 11, lastReceiptCount: 9 };
  expect(await outbox.act("sale", sale(1))).toMatchObject({ is: "accepted" });
  expect(sent.map((act) => act.receiptNumber)).toEqual(["KARTINI-K1-000005", "KARTINI-K1-000010"]);
});

test("counts never move down: a server that counts less refuses, and that is shown", async () => {
  const { outbox, sent, server } = await till(() => {
    throw new Refused("till_out_of_step", { expected: 3, got: 8 });
  });
  server.view = { lastSeq: 2, lastReceiptCount: 1 };
  expect(await outbox.act("sale", sale(1))).toMatchObject({
    is: "refused",
    refusal: { code: "till_out_of_step" },
  });
  expect(sent).toHaveLength(1);
});

test("two presses at once are two acts in a row, with numbers in a row", async () => {
  const { outbox, sent } = await till(accepted);
  await Promise.all([outbox.act("sale", sale(1)), outbox.act("sale", sale(2))]);
  expect(sent.map((act) => [act.id, act.till.seq])).toEqual([
    [id(1), 8],
    [id(2), 9],
  ]);
});

test("the numbers go up in the transaction that keeps the act, and back in the one that forgets it (N1, D7)", async () => {
  const counts: unknown[] = [];
  const asked = await till(async (act) => {
    const now = await asked.disk.device();
    counts.push([now?.lastSeq, now?.lastReceiptCount, (await asked.disk.acts()).length]);
    if (act.id === id(1)) throw new Refused("shift_not_open", {});
    return accepted(act);
  });
  await asked.outbox.act("sale", sale(1));
  expect(await asked.disk.device()).toMatchObject({ lastSeq: 7, lastReceiptCount: 4 });
  await asked.outbox.act("sale", sale(2));
  expect(await asked.disk.device()).toMatchObject({ lastSeq: 8, lastReceiptCount: 5 });
  // Before each left: on the disk, and counted.
  expect(counts).toEqual([
    [8, 5, 1],
    [8, 5, 1],
  ]);
});

test("a till cut off between keeping and sending wakes with the act and its number, and no number is used twice", async () => {
  const before = await till(silent);
  await before.outbox.act("sale", sale(1));
  const after = await till(accepted, before.book);
  await after.outbox.start();
  await after.outbox.seen(id(1));
  await after.outbox.act("sale", sale(2));
  expect(after.sent.map((act) => act.receiptNumber)).toEqual(["KARTINI-K1-000005", "KARTINI-K1-000006"]);
});

test("what was left and is refused gives its numbers back at once, though a person still has to see why", async () => {
  const before = await till(silent);
  await before.outbox.act("sale", sale(1));
  const after = await till((act) => {
    if (act.id === id(1)) throw new Refused("shift_not_open", {});
    return accepted(act);
  }, before.book);
  await after.outbox.start();
  expect(await after.disk.device()).toMatchObject({ lastSeq: 7, lastReceiptCount: 4 });
  await after.outbox.act("sale", sale(2));
  expect(after.sent.at(-1)).toMatchObject({ till: { seq: 8 }, receiptNumber: "KARTINI-K1-000005" });
});

test("counting a drawer takes a number of the till, and none of a receipt", async () => {
  const { outbox, sent, disk } = await till(() => ({
    countId: id(1),
    countedRupiah: 0,
    expectedRupiah: 0,
    differenceRupiah: 0,
  }));
  const shiftId = shiftIdSchema.parse(id(900));
  await outbox.act("count_shift", { id: id(1), shiftId, notes: [], countedAtMs: 1_616_000_000_000 });
  expect(sent[0]).not.toHaveProperty("receiptNumber");
  expect(await disk.device()).toMatchObject({ lastSeq: 8, lastReceiptCount: 4 });
});

test("a tab that only looks on sends nothing and keeps nothing (D5)", async () => {
  const { disk } = await till(accepted);
  const outbox = createRoot((dispose) => {
    open.push(dispose);
    return createOutbox({
      disk,
      now: () => 1,
      mayAct: () => false,
      till: async () => Promise.reject(new Error("not asked")),
      send: async () => Promise.reject(new Error("not sent")),
    });
  });
  expect(await outbox.act("sale", sale(1))).toMatchObject({
    is: "refused",
    refusal: { code: "till_elsewhere" },
  });
  expect(await disk.acts()).toEqual([]);
});

test("a disk of version 1 keeps its till and its act, and counts what waits", async () => {
  const book = newBook();
  const waiting = {
    id: id(1),
    kind: "sale",
    body: { ...sale(1), till: { tillId: 1, seq: 8 }, receiptNumber: "KARTINI-K1-000005" },
    keptAtMs: 1,
    outcome: null,
  };
  const old = await openDB(book, 1, {
    upgrade(opened) {
      opened.createObjectStore("device");
      opened.createObjectStore("acts");
    },
  });
  await old.put("device", device, "till");
  await old.put("acts", waiting, waiting.id);
  old.close();
  const { outbox, sent, disk } = await till(accepted, book);
  await outbox.start();
  expect(sent).toEqual([waiting.body]);
  expect(await disk.device()).toMatchObject({ lastSeq: 8, lastReceiptCount: 5, code: "K1" });
});
