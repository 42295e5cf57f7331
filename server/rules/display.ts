// What the customer's screen shows of the till that it follows.
import { z } from "zod";
import { actIdSchema, tillIdSchema } from "./ids.ts";

const shownLine = z.object({
  name: z.string().max(200),
  quantity: z.string().max(40),
  amountRupiah: z.int(),
});

/** What stands between the lines and the total, so that a customer can add it up; a tax with its name. */
const shownSum = z.object({
  of: z.enum(["discount", "tax", "rounding"]),
  name: z.string().max(200).optional(),
  amountRupiah: z.int(),
});
export type ShownSum = z.infer<typeof shownSum>;
const sums = z.array(shownSum).max(60).optional();

/** The whole face of the screen: it is replaced, never patched. */
export const displaySchema = z.discriminatedUnion("stand", [
  z.object({ stand: z.literal("idle") }),
  z.object({ stand: z.literal("cart"), lines: z.array(shownLine).max(200), sums, totalRupiah: z.int() }),
  z.object({
    stand: z.literal("pay"),
    lines: z.array(shownLine).max(200),
    sums,
    totalRupiah: z.int(),
    /** Paid already in parts; absent: nothing. */
    paidRupiah: z.int().optional(),
    /** The merchant's own code, untouched, beside the amount that goes through it. */
    qris: z
      .object({
        payload: z.string().max(600),
        // As long as a code can write them: two digits tell a value's length.
        merchantName: z.string().max(198),
        nmid: z.string().max(99).nullable(),
        amountRupiah: z.int(),
      })
      .nullable(),
  }),
  z.object({
    stand: z.literal("thanks"),
    totalRupiah: z.int(),
    changeRupiah: z.int(),
    receiptNumber: z.string().max(80),
    /** A QRIS payment that nobody has seen come in: nothing here says that it is paid. */
    unconfirmed: z.boolean().optional(),
    training: z.boolean(),
  }),
]);
export type Display = z.infer<typeof displaySchema>;

/** A till tells its screens what to show; nothing is kept of it. */
export const showSchema = z.object({ tillId: tillIdSchema, display: displaySchema });

/** A till shows this code; whoever types it at /customer becomes that till's second screen. */
export const pairingCodeSchema = z.string().regex(/^\d{6}$/, { error: "pairing_code_wrong" });
export const pairDisplaySchema = z.object({ code: pairingCodeSchema });
export const newPairingSchema = z.object({ id: actIdSchema, tillId: tillIdSchema });
export const pairingSchema = z.object({ code: z.string(), expiresMs: z.int() });
export const displaySessionSchema = z.object({ till: z.string().nullable(), centre: z.string().nullable() });
