// A shift: from opening a till with a float to closing it with the cash counted.
import { z } from "zod";
import { CASH_VALUES } from "./cash.ts";
import {
  actIdSchema,
  momentSchema,
  noteSchema,
  printerIdSchema,
  shiftIdSchema,
  tillStampSchema,
} from "./ids.ts";
import { amountSchema } from "./money.ts";
import { letterheadSchema } from "./paper.ts";
import { methodSchema } from "./sale.ts";

export const openShiftCommandSchema = z.object({
  id: shiftIdSchema,
  till: tillStampSchema,
  floatRupiah: amountSchema,
  openedAtMs: momentSchema,
});
export type OpenShiftCommand = z.infer<typeof openShiftCommandSchema>;

/** Banknotes and coins of a count: each value once. */
const notesSchema = z
  .array(z.object({ valueRupiah: z.literal(CASH_VALUES), count: z.int().min(0).max(100_000) }))
  .max(CASH_VALUES.length)
  .refine((notes) => new Set(notes.map((note) => note.valueRupiah)).size === notes.length, {
    error: "line_twice",
  });
export type Notes = z.infer<typeof notesSchema>;

/**
 * Counting a drawer blind (C1): only its answer tells what should be there. It may be done again; the first count is kept. A manager
 * who counts for an absent cashier does it without the till (S10).
 */
export const countShiftSchema = z.object({
  id: actIdSchema,
  till: tillStampSchema.optional(),
  shiftId: shiftIdSchema,
  notes: notesSchema,
  /** Coins that are not in the list (Rp50 and smaller), as one amount. */
  otherRupiah: amountSchema.optional(),
  countedAtMs: momentSchema,
});
export type CountShift = z.infer<typeof countShiftSchema>;

export const shiftCountedSchema = z.object({
  countId: actIdSchema,
  countedRupiah: z.int(),
  expectedRupiah: z.int(),
  /** Above zero there is too much. */
  differenceRupiah: z.int(),
});
export type ShiftCounted = z.infer<typeof shiftCountedSchema>;

export const closeShiftCommandSchema = z.object({
  id: actIdSchema,
  till: tillStampSchema.optional(),
  shiftId: shiftIdSchema,
  /** The last count of the drawer; all of it goes to the safe. */
  countId: actIdSchema,
  /** Why what was counted differs from what should be there. */
  reason: noteSchema.optional(),
  /** Why somebody closes who did not sell in it (S10). */
  absentReason: noteSchema.optional(),
  closedAtMs: momentSchema,
});
export type CloseShiftCommand = z.infer<typeof closeShiftCommandSchema>;

export const DRAWER_MOVES = ["cash_in", "cash_out", "deposit", "top_up"] as const;
/**
 * Money into or out of a drawer during its shift: `cash_in` and `cash_out` come from and go to somewhere outside the shop,
 * `deposit` goes to the safe, `top_up` comes out of it.
 */
export const drawerMoveSchema = z.object({
  id: actIdSchema,
  till: tillStampSchema,
  shiftId: shiftIdSchema,
  kind: z.enum(DRAWER_MOVES),
  amountRupiah: amountSchema.refine((amount) => amount > 0),
  reason: noteSchema.min(1),
  movedAtMs: momentSchema,
});
export type DrawerMove = z.infer<typeof drawerMoveSchema>;

/** Opening the drawer without a sale; recorded, counted in the Z, and approved where the cashier may not. */
export const openDrawerSchema = z.object({
  id: actIdSchema,
  till: tillStampSchema,
  shiftId: shiftIdSchema,
  reason: noteSchema.min(1),
  openedAtMs: momentSchema,
  approvalId: actIdSchema.optional(),
});
export type OpenDrawer = z.infer<typeof openDrawerSchema>;

export const drawerMoveViewSchema = z.object({
  id: actIdSchema,
  /** `KARTINI-K1-KAS-000003`: the slip's number. */
  number: z.string(),
  kind: z.enum(DRAWER_MOVES),
  amountRupiah: z.int(),
  reason: z.string(),
  movedAtMs: z.int(),
  by: z.string(),
});
export type DrawerMoveView = z.infer<typeof drawerMoveViewSchema>;

const counted = z.object({ count: z.int(), rupiah: z.int() });

/** A shift in sums (H4). For a cashier whose drawer is not counted yet, what would give the expected cash away is null (C1). */
export const shiftTotalsSchema = z.object({
  sales: counted.nullable(),
  /** Goods that came back. */
  refunds: counted.nullable(),
  /** Mistakes taken back before the customer left. */
  voids: counted.nullable(),
  discounts: counted,
  /** Signed: below zero was waived for customers, refunds included (C4). */
  roundingRupiah: z.int().nullable(),
  tax: z.array(z.object({ name: z.string(), rupiah: z.int() })),
  tenders: z.array(
    z.object({ method: methodSchema, sold: counted.nullable(), refunded: counted.nullable() }),
  ),
  categories: z.array(z.object({ category: z.string(), netRupiah: z.int().nullable() })),
  cashiers: z.array(z.object({ name: z.string(), sales: z.int(), rupiah: z.int().nullable() })),
  floatRupiah: z.int(),
  cashIn: counted,
  cashOut: counted,
  deposits: counted,
  topUps: counted,
  payouts: counted,
  drawerOpened: z.int(),
  copies: z.int(),
  unconfirmedQris: counted,
  /** First and last receipt number; null where none was issued. */
  firstNumber: z.string().nullable(),
  lastNumber: z.string().nullable(),
  expectedRupiah: z.int().nullable(),
});
export type ShiftTotals = z.infer<typeof shiftTotalsSchema>;

export const SUPPLEMENTS = ["sale", "refund", ...DRAWER_MOVES] as const;
export type SupplementKind = (typeof SUPPLEMENTS)[number];

/** What reached the server after its shift was closed: a sale, a refund, cash in or out; the Z stays as it was (S5). */
export const supplementSchema = z.object({
  number: z.int(),
  kind: z.enum(SUPPLEMENTS),
  receiptNumber: z.string(),
  atMs: z.int(),
  totalRupiah: z.int(),
});

export const Z_VERSION = 1;
/** A closed shift for ever: what was stored at its closing, printed the same again (S12, H4). */
export const zReportSchema = z.object({
  version: z.literal(Z_VERSION),
  /** `KARTINI-K1-Z-000007`. */
  number: z.string(),
  letterhead: letterheadSchema,
  tillCode: z.string(),
  tillName: z.string(),
  shiftNumber: z.int(),
  businessDay: z.string(),
  zone: z.string(),
  openedAtMs: z.int(),
  openedBy: z.string(),
  closedAtMs: z.int(),
  closedBy: z.string(),
  absentReason: z.string().nullable(),
  totals: shiftTotalsSchema,
  notes: notesSchema,
  /** Coins smaller than the list has. */
  otherRupiah: z.int(),
  countedRupiah: z.int(),
  expectedRupiah: z.int(),
  differenceRupiah: z.int(),
  reason: z.string().nullable(),
  /** How often it was counted, and what the first count said (C1). */
  counts: z.int(),
  firstCountedRupiah: z.int(),
  /** What reached the till's earlier, closed shifts since its last Z (S5, H4). */
  supplements: z.array(supplementSchema.extend({ shiftNumber: z.int() })),
  /** Sales less refunds, and sales plus refunds, of this till since its first day, supplements included. */
  perpetualNetRupiah: z.int(),
  perpetualAbsoluteRupiah: z.int(),
});
export type ZReport = z.infer<typeof zReportSchema>;

/** GET /shifts/{shiftId}/report: the X of an open shift, or the Z of a closed one. */
export const shiftReportSchema = z.object({
  shiftId: shiftIdSchema,
  tillCode: z.string(),
  shiftNumber: z.int(),
  openedAtMs: z.int(),
  openedBy: z.string(),
  asOfMs: z.int(),
  totals: shiftTotalsSchema,
  moves: z.array(drawerMoveViewSchema),
  drawerOpenings: z.array(
    z.object({ atMs: z.int(), by: z.string(), approvedBy: z.string().nullable(), reason: z.string() }),
  ),
  z: zReportSchema.nullable(),
  seal: z.string().nullable(),
  supplements: z.array(supplementSchema),
});
export type ShiftReport = z.infer<typeof shiftReportSchema>;

export const shiftViewSchema = z.object({
  id: shiftIdSchema,
  tillCode: z.string(),
  number: z.int(),
  openedAtMs: z.int(),
  openedBy: z.string(),
  businessDay: z.string(),
  floatRupiah: z.int(),
  closedAtMs: z.int().nullable(),
  closedBy: z.string().nullable(),
  /** `counting` once it was counted and nothing moved in the drawer since (S2). */
  state: z.enum(["open", "counting", "closed"]),
  /** Only once it is closed: the count comes first (C1). */
  expectedRupiah: z.int().nullable(),
  countedRupiah: z.int().nullable(),
  differenceRupiah: z.int().nullable(),
  reason: z.string().nullable(),
  sales: z.int(),
  refunds: z.int(),
  /** These too only once it is closed: with the float they say what the drawer should hold. */
  salesRupiah: z.int().nullable(),
  refundsRupiah: z.int().nullable(),
  byMethod: z.record(z.string(), z.int()),
  /** The Z's number, once closed. */
  zNumber: z.string().nullable(),
});
export type ShiftView = z.infer<typeof shiftViewSchema>;

export const tillViewSchema = z.object({
  tillId: tillStampSchema.shape.tillId,
  code: z.string(),
  name: z.string(),
  /** The highest numbers the server has of this till. */
  lastSeq: z.int(),
  lastReceiptCount: z.int(),
  printerId: printerIdSchema.nullable(),
  shift: shiftViewSchema.nullable(),
});
export type TillView = z.infer<typeof tillViewSchema>;
