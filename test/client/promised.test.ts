// What nobody answered in time is promised on the disk: its numbers stand for ever, and what is refused of it goes to the repair list.
import { afterEach, expect, test, vi } from "vitest";
import { areaIdSchema, visitIdSchema } from "#rules/ids";
import { Refused } from "../../client/refused.ts";
import { openTillDisk, type TillDisk } from "../../client/till-disk.ts";
import {
  accepted,
  closeAll,
  count,
  device,
  held,
  id,
  newBook,
  sale,
  silent,
  till,
  wakes,
} from "./till-at-a-wire.ts";

afterEach(closeAll);

const refuses = (code: ConstructorParameters<typeof Refused>[0]) => () => {
  throw new Refused(code, {});
};
const never = () => new Promise<never>(() => {});

test("without an answer the act is promised on the disk, and the next one follows it with the next numbers", async () => {
  const { outbox, sent, disk } = await till(silent);
  expect(await outbox.act("sale", sale(1))).toMatchObject({ is: "kept", act: { id: id(1), promised: true } });
  expect(outbox.waiting()).toBeNull();
  expect(await outbox.act("sale", sale(2))).toMatchObject({ is: "kept" });
  expect((await disk.acts()).map((act) => [act.id, act.seq, act.receiptCount, act.promised])).toEqual([
    [id(1), 8, 5, true],
    [id(2), 9, 6, true],
  ]);
  expect([outbox.unsent(), outbox.left()]).toEqual([2, 2]);
  expect(sent[0]).toMatchObject({ id: id(1), promised: false, signInId: id(800) });
});

test("a server that hangs is waited for, and then the act is promised; its answer still counts", async () => {
  let answerIt: () => void = () => {};
  const asked = await till(async (act) => {
    if (act.id === id(1)) await new Promise<void>((resolve) => (answerIt = resolve));
    return accepted(act);
  });
  expect(await asked.outbox.act("sale", sale(1))).toMatchObject({ is: "kept" });
  // While it hangs nobody is made to wait again.
  const before = Date.now();
  expect(await asked.outbox.act("sale", sale(2))).toMatchObject({ is: "kept" });
  expect(Date.now() - before).toBeLessThan(25);
  answerIt();
  await vi.waitFor(() => expect(asked.outbox.unsent()).toBe(0));
  expect(asked.sent.map((act) => act.id)).toEqual([id(1), id(2)]);
  expect(asked.outbox.settled()).toBeNull();
  expect((await asked.disk.papers()).map((act) => act.outcome?.is)).toEqual(["accepted", "accepted"]);
});

test("a device whose clock begins again in 1970 is told so, keeps nothing of the act, and loses no number (Z2)", async () => {
  const { outbox, disk } = await till(silent);
  const early = { ...sale(1), soldAtMs: 86_400_000 };
  expect(await outbox.act("sale", early)).toMatchObject({
    is: "refused",
    refusal: { code: "device_clock", facts: { year: "1970" } },
  });
  expect(await disk.acts()).toEqual([]);
  expect(await outbox.act("sale", sale(1))).toMatchObject({ is: "kept", act: { seq: 8, receiptCount: 5 } });
});

test("with the wire known to be down nothing is waited for, and nothing that needs an answer is kept", async () => {
  const { outbox, server, disk, sent } = await till(silent, newBook(), { patienceMs: 60_000 });
  server.up = false;
  expect(await outbox.act("sale", sale(1))).toMatchObject({ is: "kept" });
  expect(await outbox.act("count_shift", count(2))).toMatchObject({
    is: "refused",
    refusal: { code: "server_needed" },
  });
  expect((await disk.acts()).map((act) => act.id)).toEqual([id(1)]);
  expect(await disk.device()).toMatchObject({ lastSeq: 8 });
  expect(sent.filter((act) => act.id === id(2))).toEqual([]);
});

test("what needs a manager is never promised: kept while it waits, nothing follows it, and a refusal frees it", async () => {
  const before = await till(silent, newBook(), {
    whyNotPromised: (kind) => (kind === "sale" ? new Refused("approval_needs_server", {}) : null),
  });
  expect(await before.outbox.act("sale", sale(1))).toEqual({ is: "waiting" });
  expect(before.outbox.waiting()?.id).toBe(id(1));
  expect(await before.outbox.act("open_drawer", { id: id(2) } as never)).toEqual({ is: "behind" });
  expect((await before.disk.acts()).map((act) => act.promised)).toEqual([false]);
  before.server.up = false;
  const after = await till(refuses("approval_needed"), before.book);
  await wakes(after);
  expect(after.outbox.settled()).toMatchObject({ outcome: { is: "refused", code: "approval_needed" } });
  expect(await after.disk.device()).toMatchObject({ lastSeq: 7, lastReceiptCount: 4 });
});

test("a reload sends the same body under the same id and finds the answer (D1)", async () => {
  const before = await till(silent);
  await before.outbox.act("sale", sale(1));
  const after = await till(accepted, before.book);
  await wakes(after);
  expect(after.sent).toEqual([{ ...before.sent[0], promised: true }]);
  expect(await after.disk.papers()).toMatchObject([{ id: id(1), outcome: { is: "accepted" } }]);
  // The screen had said done: nobody has to see it again.
  expect([after.outbox.settled(), after.outbox.unsent()]).toEqual([null, 0]);
  expect(await after.disk.device()).toMatchObject({ lastSeq: 8, lastReceiptCount: 5 });
});

test("what was left unpromised and is then refused stays until a person has seen why, also over a reload", async () => {
  const before = await till(silent);
  expect(await before.outbox.act("count_shift", count(1))).toEqual({ is: "waiting" });
  const after = await till(refuses("shift_not_open"), before.book);
  await wakes(after);
  expect(after.outbox.settled()).toMatchObject({ outcome: { is: "refused", code: "shift_not_open" } });
  expect(await after.disk.device()).toMatchObject({ lastSeq: 7 });
  const later = await till(accepted, before.book);
  await wakes(later);
  expect(later.outbox.settled()).toMatchObject({ id: id(1), outcome: { is: "refused" } });
  await later.outbox.seen(id(1));
  expect(await later.disk.acts()).toEqual([]);
});

test("what was promised and is refused goes to the repair list, keeps its numbers, and is told until it is seen (L4)", async () => {
  const before = await till(silent);
  await before.outbox.act("sale", sale(1));
  await before.outbox.act("sale", sale(2));
  const after = await till(
    (act) => (act.id === id(1) ? held("product_inactive") : accepted(act)),
    before.book,
  );
  await wakes(after);
  expect(after.outbox.toRepair().map((act) => [act.id, act.outcome])).toEqual([
    [id(1), { is: "held", code: "product_inactive", facts: {} }],
  ]);
  expect([after.outbox.unsent(), after.outbox.settled()]).toEqual([0, null]);
  expect(await after.disk.device()).toMatchObject({ lastSeq: 9, lastReceiptCount: 6 });
  const later = await till(accepted, before.book);
  await wakes(later);
  expect(later.outbox.toRepair()).toHaveLength(1);
  await later.outbox.seen(id(1));
  expect([later.outbox.toRepair(), await later.disk.acts()]).toEqual([[], []]);
  expect((await later.disk.papers()).map((act) => act.outcome?.is)).toEqual(["accepted", "held"]);
});

test("a refusal that comes after the promise takes nothing back: it goes again as promised", async () => {
  let refuseIt: () => void = () => {};
  let times = 0;
  const asked = await till(async (act) => {
    times += 1;
    if (times > 1) return accepted(act);
    await new Promise<void>((resolve) => (refuseIt = resolve));
    throw new Refused("approval_needed", {});
  });
  expect(await asked.outbox.act("sale", sale(1))).toMatchObject({ is: "kept" });
  refuseIt();
  await vi.waitFor(() => expect(asked.outbox.unsent()).toBe(0));
  expect(asked.sent.map((act) => [act.id, act.seq, act.promised])).toEqual([
    [id(1), 8, false],
    [id(1), 8, true],
  ]);
});

test("a session that ran out refuses nothing: what was done is promised, and waits for someone to sign in", async () => {
  const { outbox, disk } = await till(refuses("not_signed_in"));
  expect(await outbox.act("sale", sale(1))).toMatchObject({ is: "kept" });
  expect(outbox.reason()?.code).toBe("not_signed_in");
  expect(await disk.acts()).toHaveLength(1);
});

test("what was left unpromised and is refused gives its numbers back at once, though a person still has to see why", async () => {
  const before = await till(never, newBook(), { patienceMs: 60_000 });
  void before.outbox.act("sale", sale(1));
  await vi.waitFor(async () => expect(await before.disk.acts()).toHaveLength(1));
  before.close();
  const after = await till((act) => {
    if (act.id === id(1)) throw new Refused("shift_not_open", {});
    return accepted(act);
  }, before.book);
  await wakes(after);
  expect(await after.disk.device()).toMatchObject({ lastSeq: 7, lastReceiptCount: 4 });
  await after.outbox.act("sale", sale(2));
  expect(after.sent.at(-1)).toMatchObject({ till: { seq: 8 }, receiptNumber: "KARTINI-K1-000005" });
  expect((await after.disk.acts()).map((act) => act.outcome?.is)).toContain("refused");
});

test("a sale that a killed page left unpromised is promised at the start where nobody answers, so that selling goes on", async () => {
  const before = await till(never, newBook(), { patienceMs: 60_000 });
  void before.outbox.act("sale", sale(1));
  await vi.waitFor(async () => expect(await before.disk.acts()).toHaveLength(1));
  before.close();
  const after = await till(silent, before.book);
  await wakes(after);
  expect(after.outbox.queue().map((act) => [act.id, act.promised])).toEqual([[id(1), true]]);
  expect(await after.outbox.act("sale", sale(2))).toMatchObject({ is: "kept", act: { seq: 9 } });
});

test("the same act pressed again, or done again after a reload, is the same act (D2, D4)", async () => {
  const before = await till(silent);
  const [first, second] = await Promise.all([
    before.outbox.act("sale", sale(1)),
    before.outbox.act("sale", sale(1)),
  ]);
  expect([first.is, second.is]).toEqual(["kept", "kept"]);
  const after = await till(accepted, before.book);
  await wakes(after);
  expect(await after.outbox.act("sale", sale(1))).toMatchObject({ is: "accepted" });
  expect(await after.disk.device()).toMatchObject({ lastSeq: 8, lastReceiptCount: 5 });
  expect(new Set(after.sent.map((act) => act.seq))).toEqual(new Set([8]));
});

test("an answer that reaches the disk just before the promise is the answer: nothing is promised that was settled", async () => {
  const real = await openTillDisk(newBook());
  await real.becomeTill(device);
  let steps = 0;
  let answerIt: () => void = () => {};
  const heard = { onDisk: () => {} };
  const disk: TillDisk = {
    ...real,
    step: async (decide, of) => {
      steps += 1;
      if (steps === 2) {
        // The promise is about to be written when the answer comes after all.
        const onDisk = new Promise<void>((resolve) => (heard.onDisk = resolve));
        answerIt();
        await onDisk;
        return await real.step(decide, of);
      }
      const made = await real.step(decide, of);
      if (steps === 3) heard.onDisk();
      return made;
    },
  };
  const { outbox } = await till(
    async (act) => {
      await new Promise<void>((resolve) => (answerIt = resolve));
      return accepted(act);
    },
    newBook(),
    { disk },
  );
  expect(await outbox.act("sale", sale(1))).toMatchObject({ is: "accepted" });
  expect(steps).toBe(3);
  expect(await real.acts()).toMatchObject([{ id: id(1), promised: false, outcome: { is: "accepted" } }]);
  expect(outbox.settled()?.id).toBe(id(1));
});

test("what only the server could allow is promised after a while of silence: a manager judges it, and the till sells on (L4)", async () => {
  let nowMs = 1_616_000_000_000;
  const asks = () => new Refused("approval_needs_server", {});
  const { outbox, disk } = await till(silent, newBook(), {
    now: () => nowMs,
    whyNotPromised: (kind) => (kind === "sale" ? asks() : null),
  });
  expect(await outbox.act("sale", sale(1))).toEqual({ is: "waiting" });
  nowMs += 100;
  await outbox.retry();
  expect((await disk.acts()).map((act) => act.promised)).toEqual([false]);
  expect(await outbox.act("open_drawer", { id: id(2) } as never)).toEqual({ is: "behind" });
  nowMs += 100;
  await outbox.retry();
  expect((await disk.acts()).map((act) => [act.seq, act.receiptCount, act.promised])).toEqual([[8, 5, true]]);
  expect(outbox.waiting()).toBeNull();
  // A count is nobody's sale: what should be there is told by the server alone.
  expect(await outbox.act("count_shift", count(3))).toMatchObject({ is: "refused" });
});

test("a tap for each visitor is on the disk as it is made, also while the first waits for its answer (V3, L1)", async () => {
  let answerIt: () => void = () => {};
  const hangs = new Promise<void>((resolve) => (answerIt = resolve));
  const visit = (last: number, count: number) => ({
    id: visitIdSchema.parse(id(last)),
    areaId: areaIdSchema.parse(1),
    category: "dewasa" as const,
    count,
    countedAtMs: 1_616_000_000_000,
    ...(count < 0 ? { reason: "salah hitung" } : {}),
  });
  const { outbox, disk, sent } = await till(
    async (act) => {
      await hangs;
      return { id: act.id, businessDay: "2021-03-24", total: 1 };
    },
    newBook(),
    { patienceMs: 5_000 },
  );
  for (const last of [1, 2, 3])
    expect(await outbox.act("visit", visit(last, 1))).toMatchObject({ is: "kept" });
  expect((await disk.acts()).map((act) => [act.seq, act.promised])).toEqual([
    [8, true],
    [9, true],
    [10, true],
  ]);
  answerIt();
  await vi.waitFor(() => expect(outbox.unsent()).toBe(0));
  expect(sent.map((act) => act.id)).toEqual([id(1), id(2), id(3)]);
  // A correction below zero may be refused, and whoever makes it is told.
  expect(await outbox.act("visit", visit(4, -2))).toMatchObject({ is: "accepted" });
});
