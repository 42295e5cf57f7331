// The repair list as it is worked through: what one cause holds together, what stands in the way, and many booked in a row.
import { createRoot } from "solid-js";
import { describe, expect, test } from "vitest";
import type { StaffId } from "#rules/ids";
import type { AcceptRepair, RepairView } from "#rules/repairs";
import { newId, Refused, Unreachable } from "../../client/api.ts";
import { acceptable, byCause, earlierOpen, momentSaid, spanOf, whySaid } from "../../client/repairs/list.ts";
import { createMany } from "../../client/repairs/many.ts";

const repair = (more: Partial<RepairView> = {}): RepairView => ({
  repairId: newId(),
  actId: newId(),
  tillId: 1 as RepairView["tillId"],
  tillCode: "K1",
  kind: "sale",
  seq: 5,
  receiptNumber: "UJI-K1-000005",
  newNumber: false,
  saleId: null,
  by: "Dewi",
  sentBy: "Dewi",
  keptAtMs: 0,
  receivedAtMs: 0,
  code: "unknown_product",
  facts: {},
  totalRupiah: 10_000,
  lines: [],
  payments: [],
  details: [],
  body: "{}",
  whyNot: null,
  asksWho: false,
  settled: null,
  ...more,
});

describe("the list", () => {
  test("what has one sentence stands together, in the order in which it was met", () => {
    const wrong = (name: string) => repair({ code: "offline_pin_wrong", facts: { name } });
    const causes = byCause([wrong("Dewi"), repair(), wrong("Wati"), wrong("Dewi")], "id");
    expect(causes.map(({ repairs }) => repairs.length)).toEqual([2, 1, 1]);
    expect(causes[0]?.sentence).toContain("Dewi");
  });

  test("a code that this program does not know still has a sentence", () => {
    expect(whySaid({ code: "from_tomorrow", facts: {} }, "en")).toMatch(/mistake/);
  });

  test("only what can be booked is booked together", () => {
    const cannot = repair({ whyNot: { code: "cannot_be_booked", facts: {} } });
    const settled = repair({ settled: { how: "set_aside", atMs: 0, by: "Ratna", note: "x" } });
    expect(acceptable([cannot, settled, repair()])).toHaveLength(1);
  });

  test("what an earlier act of the same till may cure names it, and nothing else does", () => {
    const opening = repair({ kind: "open_shift", seq: 3 });
    const waits = repair({ whyNot: { code: "shift_not_open", facts: {} } });
    const others = [repair({ seq: 2, tillId: 2 as RepairView["tillId"] }), repair({ seq: 9 })];
    expect(earlierOpen(waits, [...others, opening, waits])).toBe(opening);
    expect(earlierOpen(waits, [...others, waits])).toBeNull();
    expect(earlierOpen({ ...waits, whyNot: { code: "cannot_be_booked", facts: {} } }, [opening])).toBeNull();
    expect(earlierOpen({ ...waits, seq: null }, [opening])).toBeNull();
  });

  test("Z1 the day is said when it is another", () => {
    const now = Date.parse("2025-07-15T10:00:00+07:00");
    const said = (at: string) => momentSaid(Date.parse(at), now, "Asia/Jakarta", "id");
    expect(said("2025-07-15T08:05:00+07:00")).toBe("08.05 WIB");
    expect(said("2025-07-14T23:59:00+07:00")).toBe("14 Juli 2025, 23.59 WIB");
  });

  test.each([
    [10_000, "minutes", 1],
    [-13.99 * 60_000, "minutes", 14],
    [119 * 60_000, "minutes", 119],
    [7 * 3_600_000, "hours", 7],
    [400 * 86_400_000, "days", 400],
  ] as const)("a clock that is off by %d ms", (ms, unit, count) => {
    expect(spanOf(ms)).toEqual({ unit, count });
  });
});

describe("many at once", () => {
  const begun = (accept: (command: AcceptRepair) => Promise<unknown>) =>
    createRoot((dispose) => ({ many: createMany({ accept }), dispose }));

  test("are booked in order, with the name where nobody knows it, and what is refused is told", async () => {
    const sent: AcceptRepair[] = [];
    const repairs = [repair({ asksWho: true }), repair(), repair(), repair()];
    const { many } = begun(async (command) => {
      sent.push(command);
      if (command.repairId === repairs[1]?.repairId) throw new Refused("cannot_be_booked", {});
      if (command.repairId === repairs[2]?.repairId) throw new Refused("already_settled", {});
    });
    await many.begin(repairs, { doneBy: 7 as StaffId });
    expect(sent.map(({ repairId, doneBy }) => [repairId, doneBy])).toEqual(
      repairs.map(({ repairId, asksWho }) => [repairId, asksWho ? 7 : undefined]),
    );
    expect([many.done(), many.running(), many.failed().map((one) => one.repair)]).toEqual([
      4,
      false,
      [repairs[1]],
    ]);
  });

  test("D1 going on after no answer asks for the same act again, and books the rest", async () => {
    const sent: AcceptRepair[] = [];
    let away = true;
    const repairs = [repair(), repair(), repair()];
    const { many } = begun(async (command) => {
      sent.push(command);
      if (away && sent.length === 2) throw new Unreachable("no answer");
    });
    await many.begin(repairs, {});
    expect([many.done(), many.problem()]).toEqual([1, expect.any(Unreachable)]);
    away = false;
    await many.goOn();
    expect([many.done(), many.problem()]).toEqual([3, null]);
    expect(sent[2]).toEqual(sent[1]);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(3);
  });

  test("a stop lets the one that is on its way be answered, and leaves the rest", async () => {
    const repairs = [repair(), repair(), repair()];
    const sent: string[] = [];
    const { many } = begun(async ({ repairId }) => {
      sent.push(repairId);
      many.stop();
    });
    await many.begin(repairs, {});
    expect([sent.length, many.done(), many.running()]).toEqual([1, 1, false]);
    await many.goOn();
    expect(many.done()).toBe(2);
  });
});
