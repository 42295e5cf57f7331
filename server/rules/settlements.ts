// A payment provider's settlement file against the book's QRIS sales: what each side has that the other has not.
import { z } from "zod";
import { daySchema } from "./business-day.ts";
import { actIdSchema, saleIdSchema } from "./ids.ts";

const column = z.string().trim().min(1).max(80);

/** How a provider writes its file, told once: the names of the columns in its header. */
export const settlementFormatSchema = z.object({
  separator: z.enum([",", ";", "\t"]),
  dayColumn: column,
  /** Empty where the day's column holds the time too, or there is none. */
  timeColumn: z.string().trim().max(80),
  dayOrder: z.enum(["dmy", "ymd", "mdy"]),
  amountColumn: column,
  referenceColumn: column,
});
export type SettlementFormat = z.infer<typeof settlementFormatSchema>;

export const setFormatSchema = settlementFormatSchema.extend({ id: actIdSchema });

export const importSettlementSchema = z.object({
  id: actIdSchema,
  fileName: z.string().trim().min(1).max(200),
  /** The file as text. */
  text: z.string().min(1).max(900_000),
});
export type ImportSettlement = z.infer<typeof importSettlementSchema>;

export const settlementImportedSchema = z.object({
  rows: z.int(),
  /** Rows that an earlier file had brought already; they count once. */
  known: z.int(),
  firstDay: daySchema,
  lastDay: daySchema,
  totalRupiah: z.int(),
});
export type SettlementImported = z.infer<typeof settlementImportedSchema>;

const settled = z.object({
  rowId: z.int(),
  day: z.string(),
  time: z.string().nullable(),
  amountRupiah: z.int(),
  reference: z.string(),
});
const sold = z.object({
  saleId: saleIdSchema,
  position: z.int(),
  receiptNumber: z.string(),
  soldAtMs: z.int(),
  amountRupiah: z.int(),
  unconfirmed: z.boolean(),
});

/** GET /settlements?day: the day's QRIS payments beside the provider's rows. */
export const settlementDaySchema = z.object({
  day: daySchema,
  /** Whether any file has brought rows of this day. */
  hasFile: z.boolean(),
  matched: z.array(z.object({ settled, sold })),
  onlyInFile: z.array(settled),
  onlyInBook: z.array(sold),
  fileRupiah: z.int(),
  bookRupiah: z.int(),
});
export type SettlementDay = z.infer<typeof settlementDaySchema>;

/** What the chain's digest of a file's new rows is taken of, in the order in which they stand in the book. */
export function settlementDigestText(
  rows: readonly { day: string; time: string | null; amountRupiah: number; reference: string }[],
): string {
  return JSON.stringify(
    rows.map(({ day, time, amountRupiah, reference }) => [day, time, amountRupiah, reference]),
  );
}
