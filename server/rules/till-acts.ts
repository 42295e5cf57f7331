// The acts of a till on their way to the book: what its queue sends, in order, and what it is answered for each.
import { z } from "zod";
import { actIdSchema, momentSchema, noteSchema, staffIdSchema, tillStampSchema } from "./ids.ts";
import type { Right } from "./permissions.ts";
import { refundCommandSchema, refundRecordedSchema } from "./refund.ts";
import { saleCommandSchema, saleRecordedSchema } from "./sale.ts";
import {
  closeShiftCommandSchema,
  countShiftSchema,
  drawerMoveSchema,
  drawerMoveViewSchema,
  openDrawerSchema,
  openShiftCommandSchema,
  shiftCountedSchema,
  shiftViewSchema,
} from "./shift.ts";
import { visitCommandSchema, visitRecordedSchema } from "./visits.ts";

/** Somebody said who they are while nothing answered: the server judges the PIN when it hears of it. */
export const offlineSignInSchema = z.object({
  /** Names the sign-in; what was done under it carries this id. */
  id: actIdSchema,
  till: tillStampSchema,
  staffId: staffIdSchema,
  typedAtMs: momentSchema,
  /** The PIN, encrypted to the shop's key; nothing on the device can open it (server/rules/sign-ins.ts). */
  sealedPin: z.string().max(1000),
});
export type OfflineSignIn = z.infer<typeof offlineSignInSchema>;

/** A manager let somebody leave a till whose acts had not all been sent (L6). */
export const leaveTillSchema = z.object({
  id: actIdSchema,
  till: tillStampSchema,
  unsent: z.int().min(1).max(1e9),
  reason: noteSchema.min(1),
  leftAtMs: momentSchema,
});
export type LeaveTill = z.infer<typeof leaveTillSchema>;

const onlyId = z.object({ id: actIdSchema });

/** Each kind of act: its body, its first answer, and the right that whoever does it needs (null: anybody who is signed in). */
export const tillActs = {
  sale: { body: saleCommandSchema, answer: saleRecordedSchema, right: "sell" },
  refund: { body: refundCommandSchema, answer: refundRecordedSchema, right: "refund" },
  visit: { body: visitCommandSchema, answer: visitRecordedSchema, right: "count_visitors" },
  open_shift: { body: openShiftCommandSchema, answer: shiftViewSchema, right: "run_shift" },
  count_shift: { body: countShiftSchema, answer: shiftCountedSchema, right: "run_shift" },
  close_shift: { body: closeShiftCommandSchema, answer: shiftViewSchema, right: "run_shift" },
  drawer_move: { body: drawerMoveSchema, answer: drawerMoveViewSchema, right: "move_drawer" },
  open_drawer: { body: openDrawerSchema, answer: onlyId, right: "open_drawer" },
  sign_in: { body: offlineSignInSchema, answer: onlyId.extend({ proven: z.boolean() }), right: null },
  leave_till: { body: leaveTillSchema, answer: onlyId, right: "approve" },
} as const satisfies Record<string, { body: z.ZodType; answer: z.ZodType; right: Right | null }>;

export type TillActKind = keyof typeof tillActs;
export const tillActKinds = Object.keys(tillActs) as [TillActKind, ...TillActKind[]];

/** Kinds that take the next receipt number of their till besides its sequence number. */
export function takesReceipt(kind: TillActKind): boolean {
  return kind === "sale" || kind === "refund";
}

/** The most that is sent at once; a queue of hundreds goes in pieces, each answered. */
export const MOST_ACTS = 25;

/** What a device's clock says, however wrong it is: whatever a Date can hold. */
const deviceMomentSchema = z.int().min(-8.64e15).max(8.64e15);

/** One act as the till's disk holds it. What is needed to file it stands outside its body, which may be damaged. */
export const sentActSchema = z.object({
  id: actIdSchema,
  kind: z.enum(tillActKinds),
  seq: tillStampSchema.shape.seq,
  /** Of kinds that take one: the how-manieth paper of the till this is. */
  receiptCount: z.int().min(1).max(1e12).nullable(),
  /** The sign-in that it was done under; null: whoever sends it did it. */
  signInId: actIdSchema.nullable(),
  /** The body, JSON text to the letter as it was kept. */
  body: z.string().min(1).max(400_000),
  /** SHA-256 of that text, made when it was kept: what arrives is what was charged (L5). */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** When it was kept, by the device's own clock as it stood (Z2). */
  keptAtMs: deviceMomentSchema,
  /**
   * The till has already said "done": nothing takes its numbers back, and what the rules refuse of it goes to the repair list (L4).
   * Otherwise somebody waits for the answer, and a refusal saves nothing.
   */
  promised: z.boolean(),
});
export type SentAct = z.infer<typeof sentActSchema>;

/** POST /tills/{tillId}/acts: the till's next acts, in the order of their sequence. */
export const sendActsSchema = z.object({
  /** The device's own clock at the moment of sending. */
  sentAtMs: deviceMomentSchema,
  acts: z.array(sentActSchema).min(1).max(MOST_ACTS),
});
export type SendActs = z.infer<typeof sendActsSchema>;

const factsSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/**
 * `recorded`: it is in the book, now or before. `held`: promised and refused; it is in the book's repair list, numbers and all.
 * `refused`: not promised and refused, nothing saved; or a refusal that says nothing about the act (`busy`, `disk_full`, `locked_out`).
 */
export const actResultSchema = z.discriminatedUnion("is", [
  z.object({ id: actIdSchema, is: z.literal("recorded"), answer: z.unknown() }),
  z.object({ id: actIdSchema, is: z.literal("held"), code: z.string(), facts: factsSchema }),
  z.object({ id: actIdSchema, is: z.literal("refused"), code: z.string(), facts: factsSchema }),
]);
export type ActResult = z.infer<typeof actResultSchema>;

/** One result an act, in their order; nothing after the first `refused` was tried, and it is the last. */
export const actsSentSchema = z.object({ results: z.array(actResultSchema) });
export type ActsSent = z.infer<typeof actsSentSchema>;
