// Imports a trading record in the order in which it happened, all of it or nothing.
import { atHour, businessDay, type Day } from "#rules/business-day";
import type { Fault, TradingRecord } from "#rules/record";
import { allowed, openRecord } from "./record-centre.ts";
import { type Event, Importer } from "./record-importer.ts";
import type { Shop } from "./shop.ts";

/** What the verbs refused, row by row; nothing was saved. */
export class RecordRefused extends Error {
  override readonly name = "RecordRefused";
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(`${faults.length} rows were refused`);
    this.faults = faults;
  }
}

export interface ImportOptions {
  /** A practice shop is marked as such for good. */
  readonly practice: boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Imports the record into an empty book. Throws RecordRefused with every row a verb refused, having saved nothing. */
export function importRecord(shop: Shop, record: TradingRecord, options: ImportOptions): void {
  shop.book.write(() => {
    const events = eventsOf(record);
    const clock = { ms: events[0]?.atMs ?? shop.now() };
    const faults: Fault[] = [];
    // The closings of the past are not the end of a day: one backup of the whole is enough.
    const during = { ...shop, now: () => clock.ms, backUp() {} };
    const importer = new Importer(during, record, openRecord(during, record, options.practice, faults));
    // What goes wrong later would only follow from what is wrong here.
    if (faults.length > 0) throw new RecordRefused(faults);
    let lastDay: Day | null = null;
    for (const [index, event] of events.entries()) {
      const day = businessDay(event.atMs, record.centre.timeZone);
      if (lastDay !== null && day !== lastDay) importer.endDay();
      lastDay = day;
      clock.ms = event.atMs;
      importer.prepare(event, day);
      allowed(faults, event.table, event.row, () => shop.book.write(() => importer.take(event)));
      options.onProgress?.(index + 1, events.length);
    }
    importer.endDay();
    if (faults.length > 0) throw new RecordRefused(faults);
  });
}

/** Everything that happened, in the order in which it happened; at one moment goods come in before they are sold, and are sold before they come back. */
function eventsOf(record: TradingRecord): Event[] {
  const events: Event[] = [
    ...record.receipts.map((of): Event => ({ table: "stock_receipts", of, atMs: of.atMs, row: of.row })),
    ...record.sales.map((of): Event => ({ table: "sales", of, atMs: of.atMs, row: of.row })),
    ...record.refunds.map((of): Event => ({ table: "refunds", of, atMs: of.atMs, row: of.row })),
    ...record.payouts.map((of): Event => ({ table: "payouts", of, atMs: of.atMs, row: of.row })),
    ...record.visits.map(
      (of): Event => ({
        table: "visitors",
        of,
        atMs: atHour(of.day, 12, record.centre.timeZone),
        row: of.row,
      }),
    ),
  ];
  return events.toSorted((a, b) => a.atMs - b.atMs);
}
