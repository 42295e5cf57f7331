// Asks the server who works here, and sends what a manager writes about them.
import { z } from "zod";
import { stallViewSchema } from "#rules/catalogue";
import { type changeStaffSchema, type newStaffSchema, staffViewSchema } from "#rules/centre";
import { staffIdSchema } from "#rules/ids";
import { answerOf, api } from "../api.ts";

export type StaffView = z.infer<typeof staffViewSchema>;

const kept = z.object({ staffId: staffIdSchema });

export const readStaff = async () =>
  (await answerOf(z.object({ staff: z.array(staffViewSchema) }), api.staff.$get())).staff;

/** The stalls that a person may be limited to. */
export const readStalls = async () =>
  (await answerOf(z.object({ stalls: z.array(stallViewSchema) }), api.settings.$get())).stalls.filter(
    (stall) => stall.active,
  );

export const saveNewStaff = (person: z.output<typeof newStaffSchema>) =>
  answerOf(kept, api.staff.$post({ json: person }));

export const saveStaff = (person: z.output<typeof changeStaffSchema>) =>
  answerOf(kept, api.staff[":staffId"].$put({ param: { staffId: String(person.staffId) }, json: person }));
