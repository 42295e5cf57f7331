// A paper as rows with meaning, before it is bytes, HTML or text: receipts, shift reports, tickets and slips are all this.
import { z } from "zod";

/** The head of every paper, as it stood at a moment. */
export const letterheadSchema = z.object({
  name: z.string(),
  place: z.string(),
  footer: z.string(),
});
export type Letterhead = z.infer<typeof letterheadSchema>;

export const paperRowSchema = z.discriminatedUnion("is", [
  /** Large and centred: the centre's name, a ticket's number. */
  z.object({ is: z.literal("title"), text: z.string() }),
  z.object({
    is: z.literal("text"),
    text: z.string(),
    align: z.enum(["left", "center"]).optional(),
    strong: z.boolean().optional(),
  }),
  /** A name on the left, a figure on the right; a figure is never shortened (P6). */
  z.object({ is: z.literal("pair"), left: z.string(), right: z.string(), strong: z.boolean().optional() }),
  z.object({ is: z.literal("rule") }),
  z.object({ is: z.literal("space") }),
  /** A code to scan, with what it says beneath. */
  z.object({ is: z.literal("qr"), text: z.string() }),
  /** Across the paper in black: SALINAN 1, LATIHAN. */
  z.object({ is: z.literal("mark"), text: z.string() }),
]);
export type PaperRow = z.infer<typeof paperRowSchema>;

export const PAPER_KINDS = [
  "receipt",
  "refund",
  "payout",
  "x",
  "z",
  "ticket",
  "drawer_move",
  "deposit",
  "test",
] as const;
export const paperKindSchema = z.enum(PAPER_KINDS);
export type PaperKind = z.infer<typeof paperKindSchema>;

export const paperSchema = z.object({
  kind: paperKindSchema,
  /** The number that it carries, also the name of its file. */
  number: z.string(),
  rows: z.array(paperRowSchema).max(2000),
  /** Whether printing it opens the cash drawer. */
  opensDrawer: z.boolean(),
});
export type Paper = z.infer<typeof paperSchema>;

/** Characters of a line: 58 mm and 80 mm of thermal paper. */
export const PAPER_COLUMNS = [32, 48] as const;
export type PaperColumns = (typeof PAPER_COLUMNS)[number];
