// Asks the server for shifts and their reports, and counts and closes one away from its till.
import { z } from "zod";
import {
  type ShiftReport,
  type ShiftView,
  shiftCountedSchema,
  shiftReportSchema,
  shiftViewSchema,
} from "#rules/shift";
import { answerOf, api, Refused, Unreachable } from "../api.ts";
import type { Draft } from "../commands.ts";
import type { Answered } from "./closing.ts";

const shifts = z.object({ shifts: z.array(shiftViewSchema) });

/** A screenful; older ones are asked for. */
export const pageLength = 30;

export const readShifts = async (beforeMs?: number): Promise<ShiftView[]> =>
  (
    await answerOf(
      shifts,
      api.shifts.$get({
        query: {
          limit: String(pageLength),
          ...(beforeMs === undefined ? {} : { before: String(beforeMs) }),
        },
      }),
    )
  ).shifts;

export const readReport = (shiftId: string): Promise<ShiftReport> =>
  answerOf(shiftReportSchema, api.shifts[":shiftId"].report.$get({ param: { shiftId } }));

export const readShift = (shiftId: string): Promise<ShiftView> =>
  answerOf(shiftViewSchema, api.shifts[":shiftId"].$get({ param: { shiftId } }));

/** Without the till's number: only a manager does it (S10). */
export const countFromElsewhere = (json: Draft<"count_shift">) =>
  answered(
    answerOf(
      shiftCountedSchema,
      api.shifts[":shiftId"].count.$post({ param: { shiftId: json.shiftId }, json }),
    ),
  );

export const closeFromElsewhere = (json: Draft<"close_shift">) =>
  answered(
    answerOf(shiftViewSchema, api.shifts[":shiftId"].close.$post({ param: { shiftId: json.shiftId }, json })),
  );

async function answered<A>(request: Promise<A>): Promise<Answered<A>> {
  try {
    return { is: "accepted", answer: await request };
  } catch (thrown) {
    if (thrown instanceof Refused) return { is: "refused", refusal: thrown };
    if (thrown instanceof Unreachable) return { is: "unanswered" };
    throw thrown;
  }
}
