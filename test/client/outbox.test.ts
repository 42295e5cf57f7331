// Every act of a till is on the disk before it leaves, arrives once under the same id, and takes its number only when it is accepted.
import { openDB } from "idb";
import { createEffect, createRoot } from "solid-js";
import { afterEach, expect, test, vi } from "vitest";
import type { KeptAct } from "../../client/commands.ts";
import { Refused, Unreachable } from "../../client/refused.ts";
import { openTillDisk, type TillDisk } from "../../client/till-disk.ts";
import { createModelServer } from "./model-server.ts";
import { accepted, closeAll, count, device, id, newBook, sale, till, wakes } from "./till-at-a-wire.ts";

afterEach(closeAll);

const never = () => new Promise<never>(() => {});

test("an accepted act takes the next number, and stays on the disk until it is seen", async () => {
  const { outbox, sent, disk } = await till(accepted);
  expect(await outbox.act("sale", sale(1))).toMatchObject({ is: "accepted" });
  expect(sent[0]).toMatchObject({ till: { tillId: 1, seq: 8 }, receiptNumber: "KARTINI-K1-000005" });
  expect(await disk.device()).toMatchObject({ lastSeq: 8, lastReceiptCount: 5 });
  expect(outbox.settled()?.id).toBe(id(1));
  await outbox.seen(id(1));
  expect(await disk.acts()).toEqual([]);
  expect(await disk.papers()).toMatchObject([{ id: id(1), outcome: { is: "accepted" } }]);
});

test("what leaves is on the disk already, to the letter and with its digest (L1, L5)", async () => {
  const lying: (KeptAct | undefined)[] = [];
  const asked = await till(async (act) => {
    lying.push((await asked.disk.acts()).find((one) => one.id === act.id));
    return accepted(act);
  });
  await asked.outbox.act("sale", sale(1), { said: "memo" });
  expect(lying).toMatchObject([{ id: id(1), promised: false, memo: { said: "memo" }, outcome: null }]);
  expect(lying[0]?.body).toBe(asked.sent[0]?.body);
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(asked.sent[0]?.body));
  expect(asked.sent[0]?.digest).toBe(Buffer.from(bytes).toString("hex"));
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
  expect(await disk.papers()).toHaveLength(1);
});

test("an answer that nobody has seen is found again by a reload", async () => {
  const before = await till(accepted);
  await before.outbox.act("sale", sale(1));
  const after = await till(accepted, before.book);
  await wakes(after);
  expect(after.sent).toEqual([]);
  expect(after.outbox.settled()?.id).toBe(id(1));
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
  const before = await till(never, newBook(), { patienceMs: 60_000 });
  void before.outbox.act("sale", sale(1));
  await vi.waitFor(async () => expect(await before.disk.acts()).toHaveLength(1));
  before.close();
  const after = await till(accepted, before.book);
  await wakes(after);
  expect(after.outbox.settled()?.id).toBe(id(1));
  await after.outbox.seen(id(1));
  await after.outbox.act("sale", sale(2));
  expect(after.sent.map((act) => act.receiptNumber)).toEqual(["KARTINI-K1-000005", "KARTINI-K1-000006"]);
});

test("counting a drawer takes a number of the till, and none of a receipt", async () => {
  const { outbox, sent, disk } = await till(() => ({
    countId: id(1),
    countedRupiah: 0,
    expectedRupiah: 0,
    differenceRupiah: 0,
  }));
  await outbox.act("count_shift", count(1));
  expect(sent[0]).not.toHaveProperty("receiptNumber");
  expect(await disk.device()).toMatchObject({ lastSeq: 8, lastReceiptCount: 4 });
});

test("a tab that only looks on sends nothing and keeps nothing (D5)", async () => {
  const { outbox, disk, sent } = await till(accepted, newBook(), { mayAct: () => false });
  expect(await outbox.act("sale", sale(1))).toMatchObject({
    is: "refused",
    refusal: { code: "till_elsewhere" },
  });
  expect([await disk.acts(), sent]).toEqual([[], []]);
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
  const woken = await till(accepted, book);
  const { sent, disk } = woken;
  await wakes(woken);
  expect(sent.map((act) => JSON.parse(act.body))).toEqual([waiting.body]);
  expect(await disk.device()).toMatchObject({ lastSeq: 8, lastReceiptCount: 5, code: "K1" });
});

test("a sale that is answered at once is never told as one that waits", async () => {
  const told: number[] = [];
  const { outbox } = await till((act) => {
    told.push(outbox.left());
    return accepted(act);
  });
  const followed = createRoot((end) => {
    createEffect(() => void told.push(outbox.left()));
    return end;
  });
  await outbox.act("sale", sale(1));
  await outbox.act("sale", sale(2));
  followed();
  expect(new Set(told)).toEqual(new Set([0]));
});

test("a paper that is filed while the disk is read is not missing from the list", async () => {
  const disk = await openTillDisk(newBook());
  await disk.becomeTill(device);
  let meanwhile = async () => {};
  const papers: TillDisk["papers"] = async () => {
    const read = await disk.papers();
    await meanwhile();
    return read;
  };
  const { outbox, server } = await till(accepted, newBook(), { disk: { ...disk, papers } });
  server.up = false;
  await outbox.act("sale", sale(1));
  await vi.waitFor(() => expect(outbox.unsent()).toBe(0));
  server.up = true;
  await outbox.act("sale", sale(2));
  meanwhile = () => outbox.seen(id(2));
  await outbox.start();
  expect(
    outbox
      .papers()
      .map((act) => act.id)
      .sort(),
  ).toEqual([id(1), id(2)]);
});

test("the same act pressed again while it waits is answered with what came of it, not done anew (D1, D4)", async () => {
  const server = createModelServer();
  let there = false;
  const { outbox, disk } = await till(accepted, newBook(), {
    whyNotPromised: () => new Refused("approval_needs_server", {}),
    send: async (_, json) => {
      if (!there) throw new Unreachable("away");
      return server.send(json);
    },
  });
  for (const act of [sale(1), count(2)]) {
    const kind = "lines" in act ? "sale" : "count_shift";
    there = false;
    expect(await outbox.act(kind, act as never)).toEqual({ is: "waiting" });
    there = true;
    expect(await outbox.act(kind, act as never)).toMatchObject({ is: "accepted" });
    await outbox.seen(act.id);
  }
  expect([...server.filed.values()].map(({ act }) => act.seq)).toEqual([8, 9]);
  expect(await disk.device()).toMatchObject({ lastSeq: 9, lastReceiptCount: 5 });
});
