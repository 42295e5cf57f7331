// Closing a till: counted blind, compared, closed; a step that is repeated is the same act (S2, S6, C1).
import { createRoot } from "solid-js";
import { expect, test } from "vitest";
import type { ShiftId } from "#rules/ids";
import { rupiah } from "#rules/money";
import type { ShiftCounted, ShiftView } from "#rules/shift";
import { Refused } from "../../client/api.ts";
import type { Draft } from "../../client/commands.ts";
import { type Answered, type ClosingNeeds, createClosing } from "../../client/shifts/closing.ts";
import { createCount } from "../../client/shifts/count.ts";

const shiftId = "0197f000-0000-7000-8000-000000000001" as ShiftId;
const notes = [{ valueRupiah: 100_000 as const, count: 5 }];
const closedShift = { id: shiftId, state: "closed" } as ShiftView;

interface Asked {
  counts: Draft<"count_shift">[];
  closings: Draft<"close_shift">[];
}

function closing(
  counts: readonly ((asked: Draft<"count_shift">) => Answered<ShiftCounted>)[],
  closings: readonly Answered<ShiftView>[] = [],
  forOther = false,
) {
  return createRoot((dispose) => {
    const asked: Asked = { counts: [], closings: [] };
    let nowMs = 1000;
    const needs: ClosingNeeds = {
      shiftId,
      count: async (draft) => {
        asked.counts.push(draft);
        return counts[asked.counts.length - 1]?.(draft) ?? { is: "unanswered" };
      },
      close: async (draft) => {
        asked.closings.push(draft);
        return closings[asked.closings.length - 1] ?? { is: "accepted", answer: closedShift };
      },
      nowMs: () => (nowMs += 1000),
      forOther,
    };
    return { ...createClosing(needs), asked, dispose };
  });
}

const counted =
  (differenceRupiah: number) =>
  (asked: Draft<"count_shift">): Answered<ShiftCounted> => ({
    is: "accepted",
    answer: {
      countId: asked.id,
      countedRupiah: 500_000,
      expectedRupiah: 500_000 - differenceRupiah,
      differenceRupiah,
    },
  });
const refused = (code: "count_again" | "reason_needed"): Answered<ShiftView> => ({
  is: "refused",
  refusal: new Refused(code, {}),
});
const none = rupiah(0);

test("a drawer that fits is counted and closed with that count, and no reason", async () => {
  const till = closing([counted(0)]);
  expect(till.step()).toBe(0);
  await till.count(notes, none);
  expect(till.step()).toBe(1);
  await till.close({ reason: "", absentReason: "" });
  expect(till.step()).toBe(2);
  expect(till.asked.closings[0]).toMatchObject({ countId: till.asked.counts[0]?.id });
  expect(till.asked.closings[0]).not.toHaveProperty("reason");
  till.dispose();
});

test("a count that nobody answered is sent again as the same act; another count is another", async () => {
  const till = closing([() => ({ is: "unanswered" }), () => ({ is: "unanswered" }), counted(0)]);
  await till.count(notes, none);
  expect(till.standing()).toBe("unanswered");
  await till.count(notes, none);
  expect(till.asked.counts[1]).toEqual(till.asked.counts[0]);
  await till.count(notes, rupiah(50));
  expect(till.asked.counts[2]?.id).not.toBe(till.asked.counts[0]?.id);
  expect(till.asked.counts[2]).toMatchObject({ otherRupiah: 50 });
  till.dispose();
});

test("counted again, the newer count is the one that closes, with the reason for its difference", async () => {
  const till = closing([counted(-5000), counted(-2000)]);
  await till.count(notes, none);
  expect(till.differs()).toBe(true);
  till.again();
  expect(till.step()).toBe(0);
  await till.count(notes, rupiah(3000));
  await till.close({ reason: "Kembalian kelebihan", absentReason: "" });
  expect(till.asked.closings[0]).toMatchObject({
    countId: till.asked.counts[1]?.id,
    reason: "Kembalian kelebihan",
  });
  till.dispose();
});

test("something moved in the drawer since: it is counted once more", async () => {
  const till = closing([counted(0)], [refused("count_again")]);
  await till.count(notes, none);
  await till.close({ reason: "", absentReason: "" });
  expect(till.step()).toBe(0);
  expect(till.refusal()?.code).toBe("count_again");
  till.dispose();
});

test("who did not sell is asked why they close (S10)", async () => {
  const till = closing([counted(0)], [refused("reason_needed")]);
  await till.count(notes, none);
  await till.close({ reason: "", absentReason: "" });
  expect(till.forOther()).toBe(true);
  await till.close({ reason: "", absentReason: "Kasir sakit" });
  expect(till.asked.closings[1]).toMatchObject({ absentReason: "Kasir sakit" });
  expect(till.step()).toBe(2);
  till.dispose();
});

test("a count that waits on the disk goes on when its answer comes, and another's does not", async () => {
  const till = closing([() => ({ is: "kept" })]);
  await till.count(notes, none);
  expect(till.standing()).toBe("kept");
  const answer = { countedRupiah: 1, expectedRupiah: 1, differenceRupiah: 0 };
  till.answeredLate({ ...answer, countId: "another" });
  expect(till.step()).toBe(0);
  till.answeredLate({ ...answer, countId: till.asked.counts[0]?.id ?? "" });
  expect(till.step()).toBe(1);
  expect(till.standing()).toBe("rest");
  till.dispose();
});

test("notes and coins come to their sum, whatever is pressed or written", () => {
  createRoot((dispose) => {
    const count = createCount();
    expect(count.isEmpty()).toBe(true);
    count.addOne(50_000);
    count.addOne(50_000);
    count.set(100, 7);
    count.setOther(rupiah(150));
    expect(count.total()).toBe(100_850);
    expect(count.notes()).toEqual([
      { valueRupiah: 50_000, count: 2 },
      { valueRupiah: 100, count: 7 },
    ]);
    count.set(50_000, null);
    expect(count.total()).toBe(850);
    dispose();
  });
});
