// Settlement: a payment provider's rows are kept once each, and laid beside the QRIS payments of their day.
import { createHash } from "node:crypto";
import type { z } from "zod";
import { settlementQueries } from "#db/queries/settlements";
import { atHour, businessDay, type Day, type Zone } from "#rules/business-day";
import type { SaleId } from "#rules/ids";
import { sum } from "#rules/money";
import type { RawTable } from "#rules/record";
import { refuse } from "#rules/refusal";
import { readSettlement, type SettlementRow } from "#rules/settlement-file";
import { matchSettlement } from "#rules/settlement-match";
import {
  type ImportSettlement,
  type SettlementDay,
  type SettlementFormat,
  type SettlementImported,
  type setFormatSchema,
  settlementDigestText,
  settlementFormatSchema,
} from "#rules/settlements";
import { perform } from "./acts.ts";
import { centreOf, type Shop, type Who } from "./shop.ts";

/** How the provider writes its file; null until it was told. */
export function settlementFormat(shop: Shop): SettlementFormat | null {
  const row = shop.book.statements(settlementQueries).format.get();
  return row ? settlementFormatSchema.parse(row) : null;
}

export function setSettlementFormat(
  shop: Shop,
  who: Who,
  command: z.infer<typeof setFormatSchema>,
): { ok: true } {
  return perform(shop, { kind: "settlement_format_set", command, who, atMs: shop.now() }, () => {
    const { id: _id, ...format } = command;
    shop.book.statements(settlementQueries).setFormat(format);
    return { facts: format, answer: () => ({ ok: true as const }) };
  });
}

/**
 * Keeps the rows of a file that are not known yet. `table` is its text as cells. Refuses `settlement_format_first`, and by row and column
 * whatever cannot be read; nothing of such a file is kept.
 */
export function importSettlement(
  shop: Shop,
  who: Who,
  command: ImportSettlement,
  table: RawTable,
): SettlementImported {
  const atMs = shop.now();
  return perform(shop, { kind: "settlement_imported", command, who, atMs }, () => {
    const rows = readSettlement(table, settlementFormat(shop) ?? refuse("settlement_format_first"));
    const totalRupiah = sum(rows.map((row) => row.amountRupiah));
    const days = rows.map((row) => row.day).toSorted();
    // From here it must succeed.
    const { insertFile } = shop.book.statements(settlementQueries);
    insertFile({ id: command.id, fileName: command.fileName, importedMs: atMs, importedBy: who.staffId });
    const added = addRows(shop, command.id, rows);
    const imported = {
      rows: rows.length,
      known: rows.length - added.length,
      firstDay: days.at(0) as Day,
      lastDay: days.at(-1) as Day,
      totalRupiah,
    };
    const digest = createHash("sha256").update(settlementDigestText(added)).digest("hex");
    return { facts: { ...imported, digest }, answer: () => imported };
  });
}

/** The rows that were new. A row is known by its reference, day, time and amount. */
function addRows(shop: Shop, fileId: string, rows: readonly SettlementRow[]): SettlementRow[] {
  const { known, insertRow } = shop.book.statements(settlementQueries);
  return rows.filter((row) => {
    const { reference, day, time, amountRupiah } = row;
    if (known.get({ reference, day, time, amountRupiah })) return false;
    insertRow({ fileId, ...row });
    return true;
  });
}

/** A day's QRIS payments beside the provider's rows: what belongs together, and what only one of them knows. Today unless told. */
export function settlementDay(shop: Shop, asked: Day | undefined): SettlementDay {
  const zone = centreOf(shop).timeZone;
  const day = asked ?? businessDay(shop.now(), zone);
  const { ofDay, expected } = shop.book.statements(settlementQueries);
  const file = ofDay.all({ day }).map((row) => ({ ...row, atMs: momentOf(day, row.time, zone) }));
  const book = expected.all({ day }).map((row) => ({
    ...row,
    saleId: row.saleId as SaleId,
    unconfirmed: row.unconfirmed === 1,
    atMs: row.soldAtMs,
  }));
  const { matched, onlyInFile, onlyInBook } = matchSettlement(file, book);
  return {
    day,
    hasFile: file.length > 0,
    matched: matched.map(({ settled, sold }) => ({ settled: untimed(settled), sold: untimed(sold) })),
    onlyInFile: onlyInFile.map(untimed),
    onlyInBook: onlyInBook.map(untimed),
    fileRupiah: sum(file.map((row) => row.amountRupiah)),
    bookRupiah: sum(book.map((row) => row.amountRupiah)),
  };
}

/** The provider's clock is taken to be the centre's; where it is not, all its rows are off by the same. */
function momentOf(day: Day, time: string | null, zone: Zone): number | null {
  if (time === null) return null;
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  return atHour(day, 0, zone) + (hours * 3600 + minutes * 60 + seconds) * 1000;
}

function untimed<R extends { atMs: number | null }>({ atMs: _at, ...row }: R): Omit<R, "atMs"> {
  return row;
}
