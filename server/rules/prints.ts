// Printers, and the jobs that bring a paper to one: a print is a job with a state of its own (P1–P6).
import { z } from "zod";
import { languageSchema } from "./business-day.ts";
import { actIdSchema, lineOfText, printerIdSchema, tillIdSchema } from "./ids.ts";
import { PAPER_COLUMNS, type PaperColumns, paperKindSchema, paperSchema } from "./paper.ts";

/** How a printer is reached: over the network (port 9100), by its device file (USB), or not at all (paper from the browser). */
export const PRINTER_KINDS = ["network", "file"] as const;
/** Where receipt printers listen. */
export const PRINTER_PORT = 9100;

const printerFields = {
  name: lineOfText,
  kind: z.enum(PRINTER_KINDS),
  /** `192.168.1.50` or `192.168.1.50:9100`; `/dev/usb/lp0`. */
  address: z.string().trim().min(1).max(200),
  columns: z.literal(PAPER_COLUMNS),
  /** Has a drawer on its cable. */
  hasDrawer: z.boolean(),
  /** Cuts the paper by itself. */
  cuts: z.boolean(),
  /** Who prints in its place while it does not. */
  secondId: printerIdSchema.nullable(),
};
export const newPrinterSchema = z.object({ id: actIdSchema, ...printerFields });
export type NewPrinter = z.infer<typeof newPrinterSchema>;
export const changePrinterSchema = z.object({
  id: actIdSchema,
  printerId: printerIdSchema,
  ...printerFields,
  active: z.boolean(),
});
export type ChangePrinter = z.infer<typeof changePrinterSchema>;
export const printerViewSchema = z.object({
  printerId: printerIdSchema,
  ...printerFields,
  active: z.boolean(),
});
export type PrinterView = z.infer<typeof printerViewSchema>;

/** Which printer a till's papers go to; null: the browser prints them. */
export const tillPrinterSchema = z.object({
  id: actIdSchema,
  tillId: tillIdSchema,
  printerId: printerIdSchema.nullable(),
});

/** A paper is asked for by what it is about: a sale's id, a shift's, a payout's … */
export const printCommandSchema = z.object({
  id: actIdSchema,
  paper: paperKindSchema,
  /** The sale, refund, shift, payout, drawer move, money move, or `ticket id` that the paper is about. */
  about: z.string().min(1).max(60),
  /** The till that asks; its printer is used where none is named. */
  tillId: tillIdSchema.nullable(),
  /** A printer to use instead, or `screen`: the paper is only answered, for the browser to print or show. */
  to: z.union([printerIdSchema, z.literal("screen"), z.literal("till")]),
  /** Whether this printing is to open the drawer: the first printing of a cash receipt. */
  opensDrawer: z.boolean(),
  language: languageSchema,
});
export type PrintCommand = z.infer<typeof printCommandSchema>;

/**
 * queued → printing → printed (the printer said so), sent (it took everything and says nothing), or failed. Failed stays failed until a
 * person asks again: a printer that wakes does not print yesterday's papers (P4).
 */
export const JOB_STATES = ["queued", "printing", "printed", "sent", "failed"] as const;
export const PRINT_FAILURES = [
  "no_connection",
  "refused_connection",
  "not_answering",
  "stopped_half_way",
  "no_paper",
  "cover_open",
  "no_such_file",
  "not_permitted",
  "does_not_fit",
  "too_late",
] as const;
export type PrintFailure = (typeof PRINT_FAILURES)[number];

/** Where a paper goes and what is done with it there. */
export interface PrintTarget {
  readonly kind: (typeof PRINTER_KINDS)[number];
  readonly address: string;
  readonly columns: PaperColumns;
  readonly cuts: boolean;
  readonly opensDrawer: boolean;
}

/** What a printer came to: a value, never a thrown error. `sent` took everything and says nothing. */
export type PrintOutcome =
  | { readonly state: "printed" | "sent" }
  | { readonly state: "not_printed"; readonly why: PrintFailure; readonly retry: boolean };

/** A printer's host and port; null where the address is not written like one. */
export function networkAddress(address: string): { host: string; port: number } | null {
  const match = /^(?<host>[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(?<port>\d{1,5}))?$/i.exec(address);
  const port = Number(match?.groups?.["port"] ?? PRINTER_PORT);
  const host = match?.groups?.["host"];
  return host === undefined || port < 1 || port > 65_535 ? null : { host, port };
}

/** A printer's device file: `/dev/usb/lp0`, a serial line, or a name of one's own. Nothing else is ever written to: a disk is a device too. */
export function isDeviceFile(address: string): boolean {
  return /^\/dev\/(?:usb\/lp\d+|usblp\d+|lp\d+|tty(?:USB|ACM|S|AMA)\d+|serial\/by-(?:id|path)\/[\w.:-]+|[\w-]*printer[\w-]*)$/.test(
    address,
  );
}

export const printJobSchema = z.object({
  printId: actIdSchema,
  paper: paperKindSchema,
  number: z.string(),
  /** 0 is the original, n is SALINAN n. */
  copy: z.int(),
  state: z.enum([...JOB_STATES, "screen"]),
  failure: z.enum(PRINT_FAILURES).nullable(),
  printer: z.string().nullable(),
  askedMs: z.int(),
  by: z.string(),
});
export type PrintJob = z.infer<typeof printJobSchema>;

/** What a till gets back: the paper as rows, and its job where a printer prints it. */
export const printAnswerSchema = z.object({ paper: paperSchema, job: printJobSchema });
export type PrintAnswer = z.infer<typeof printAnswerSchema>;

/** Again, at another printer, or given up: a failed job's ways on. */
export const retryPrintSchema = z.object({
  id: actIdSchema,
  printId: actIdSchema,
  printerId: printerIdSchema,
});
export type RetryPrint = z.infer<typeof retryPrintSchema>;
