// The centre itself: its first set-up, and what it may change later.
import { z } from "zod";
import { tillLimitsSchema } from "./approval.ts";
import { zoneSchema } from "./business-day.ts";
import {
  actIdSchema,
  areaIdSchema,
  codeSchema,
  lineOfText,
  momentSchema,
  noteSchema,
  staffIdSchema,
  stallIdSchema,
  tillIdSchema,
} from "./ids.ts";
import { amountSchema } from "./money.ts";
import { pinSchema, ROLES, roleSchema } from "./permissions.ts";
import { ROUNDING_STEPS } from "./sale.ts";

export const centreCodeSchema = z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,23}$/, { error: "code_malformed" });

/** As center.json of a trading record writes it. */
export const centreSchema = z.object({
  code: centreCodeSchema,
  name: lineOfText,
  place: lineOfText,
  province: lineOfText,
  /** Kemendagri's code of the regency or city, `33.23`. */
  regionCode: z.string().regex(/^\d{2}\.\d{2}$/, { error: "region_code_malformed" }),
  timeZone: zoneSchema,
});
export type Centre = z.infer<typeof centreSchema>;

export const firstManagerSchema = z.object({ id: actIdSchema, name: lineOfText, pin: pinSchema });
export type FirstManager = z.infer<typeof firstManagerSchema>;

export const setUpSchema = z.object({
  id: actIdSchema,
  centre: centreSchema,
  stalls: z
    .array(z.object({ code: codeSchema, name: lineOfText }))
    .min(1)
    .max(50),
  manager: firstManagerSchema.omit({ id: true }),
  /** What lies in the safe and in the bank on the first day. */
  openingSafeRupiah: amountSchema,
  openingBankRupiah: amountSchema,
});
export type SetUp = z.infer<typeof setUpSchema>;

export const PROTECTED_FLOOR_DEFAULT = 5000;

export const settingsSchema = z.object({
  name: lineOfText,
  place: lineOfText,
  province: lineOfText,
  regionCode: centreSchema.shape.regionCode,
  cashRoundingRupiah: z.literal(ROUNDING_STEPS),
  /** The part of each later payout that stays the maker's when earlier proceeds were refunded after payout. */
  protectedFloorBasisPoints: z.int().min(0).max(10_000),
  /** Who stands for a refund after the maker was paid: the maker's later proceeds, or the centre. */
  refundAfterPayout: z.enum(["maker", "centre"]),
  receiptFooter: z.string().trim().max(200),
  ...tillLimitsSchema.shape,
});
export type Settings = z.infer<typeof settingsSchema>;
export const changeSettingsSchema = settingsSchema.extend({ id: actIdSchema });
export type ChangeSettings = z.infer<typeof changeSettingsSchema>;

export const newStallSchema = z.object({ id: actIdSchema, code: codeSchema, name: lineOfText });
export const changeStallSchema = z.object({
  id: actIdSchema,
  stallId: stallIdSchema,
  name: lineOfText,
  active: z.boolean(),
});
export const newAreaSchema = z.object({ id: actIdSchema, name: lineOfText });
export const changeAreaSchema = z.object({
  id: actIdSchema,
  areaId: areaIdSchema,
  name: lineOfText,
  active: z.boolean(),
});
export const newTillSchema = z.object({ id: actIdSchema, name: lineOfText });
/** More than this in one step is no lost day but a mistake. */
const MOST_LOST = 1_000_000;
/** A device that is set up as a till again knows higher numbers than the book: the till goes on above them (D7). */
export const resumeTillSchema = z.object({
  id: actIdSchema,
  tillId: tillIdSchema,
  lastSeq: z.int().min(0).max(1e12),
  lastReceiptCount: z.int().min(0).max(1e12),
});
export type ResumeTill = z.infer<typeof resumeTillSchema>;
export const tooFarAhead = (known: number, claimed: number): boolean => claimed - known > MOST_LOST;

const staffRolesShape = {
  roles: z.array(roleSchema).min(1).max(ROLES.length),
  /** The stalls that a cashier or storekeeper is limited to; absent or empty: all. */
  stallIds: z.array(stallIdSchema).max(50).optional(),
};

export const newStaffSchema = z.object({
  id: actIdSchema,
  name: lineOfText,
  ...staffRolesShape,
  pin: pinSchema,
});
export const changeStaffSchema = z.object({
  id: actIdSchema,
  staffId: staffIdSchema,
  name: lineOfText,
  ...staffRolesShape,
  active: z.boolean(),
  /** A new PIN; absent keeps the old one. */
  pin: pinSchema.optional(),
});

/** `treasury` is the state's; `tax` is paid to the region what was held for it. Money only goes there. */
export const MONEY_PLACES = ["safe", "bank", "qris", "edc", "outside", "treasury", "tax"] as const;
/** Money carried between safe, bank and the payment providers, or into and out of the shop, by a manager. */
export const moveMoneySchema = z.object({
  id: actIdSchema,
  from: z.enum(MONEY_PLACES),
  to: z.enum(MONEY_PLACES),
  amountRupiah: amountSchema.refine((amount) => amount > 0),
  movedAtMs: momentSchema,
  reason: noteSchema.min(1),
  /** The number on the bank's or treasury's slip; needed where money goes from the shop to either, or to the tax office. */
  reference: lineOfText.optional(),
});
export type MoveMoney = z.infer<typeof moveMoneySchema>;

export const staffViewSchema = z.object({
  staffId: staffIdSchema,
  name: z.string(),
  roles: z.array(roleSchema),
  stallIds: z.array(stallIdSchema),
  active: z.boolean(),
  hasPin: z.boolean(),
});
export const moneyViewSchema = z.object({
  places: z.array(z.object({ place: z.string(), name: z.string(), holdsRupiah: z.int() })),
  moves: z.array(
    z.object({
      id: z.string(),
      from: z.string(),
      to: z.string(),
      amountRupiah: z.int(),
      movedAtMs: z.int(),
      by: z.string(),
      reason: z.string(),
      reference: z.string().nullable(),
      /** `KARTINI-SETOR-000012`: the slip's number; null where nothing was deposited. */
      number: z.string().nullable(),
    }),
  ),
});
export type MoneyView = z.infer<typeof moneyViewSchema>;
