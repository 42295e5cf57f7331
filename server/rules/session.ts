// Who is at this screen, and what the screen should open with.
import { z } from "zod";
import { centreSchema, settingsSchema } from "./centre.ts";
import { actIdSchema, makerIdSchema, staffIdSchema, stallIdSchema } from "./ids.ts";
import { pinSchema, RIGHTS, roleSchema } from "./permissions.ts";

export const signInSchema = z.object({ staffId: staffIdSchema, pin: pinSchema });

/** A manager's approval on the spot, by name and PIN; its id then travels with the act it is for. */
export const approveSchema = signInSchema.extend({
  id: actIdSchema,
  /** The act that it is for, and no other. */
  forId: actIdSchema,
  /** What that act says, as `approval_needed` told it: with anything else in it, it is asked for again. */
  mark: z.string().max(64),
});

export const personSchema = z.object({
  staffId: staffIdSchema,
  name: z.string(),
  roles: z.array(roleSchema),
  rights: z.array(z.enum(RIGHTS)),
  /** The stalls they are limited to; null: all. */
  stallIds: z.array(stallIdSchema).nullable(),
});
export type Person = z.infer<typeof personSchema>;

export const sessionSchema = z.object({
  /** `empty`: no centre yet; `unmanned`: an imported book that has no manager yet; `ready`. */
  book: z.enum(["empty", "unmanned", "ready"]),
  /** A practice shop is plainly marked on every screen and paper. */
  practice: z.boolean(),
  centre: centreSchema.nullable(),
  settings: settingsSchema
    .pick({
      cashRoundingRupiah: true,
      receiptFooter: true,
      discountLimitBasisPoints: true,
      refundLimitRupiah: true,
      lockAfterMinutes: true,
    })
    .nullable(),
  person: personSchema.nullable(),
  /** Who can sign in here: name and PIN. */
  staff: z.array(z.object({ staffId: staffIdSchema, name: z.string(), roles: z.array(roleSchema) })),
  /** What acts done under this session name as their sign-in; null in sessions from before it was kept. */
  signInId: actIdSchema.nullable(),
  /** The shop's public key: PINs that are typed while nothing answers are sealed to it (server/rules/sign-ins.ts). */
  sealKey: z.string().nullable(),
  serverMs: z.int(),
});
export type Session = z.infer<typeof sessionSchema>;

export const cardSessionSchema = z.object({ cardCode: z.string().max(20), pin: pinSchema });
export const makerSessionSchema = z.object({ makerId: makerIdSchema, name: z.string() });
