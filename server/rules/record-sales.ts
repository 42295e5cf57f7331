// The sales of a trading record: lines of one reference become one sale, and what comes back must have been in it.
import { rupiah } from "./money.ts";
import { ONE_UNIT } from "./quantity.ts";
import type { Faults, Names, Placed } from "./record-tables.ts";
import { grossOf, type Method } from "./sale.ts";

export interface RecordSaleLine extends Placed {
  readonly ref: string;
  readonly atMs: number;
  readonly stall: string;
  readonly cashier: string;
  readonly sku: string;
  readonly quantityMilli: number;
  readonly unitPriceRupiah: number;
  readonly discountRupiah: number;
  readonly method: Method;
}

export interface RecordSale extends Placed {
  readonly ref: string;
  readonly atMs: number;
  readonly cashier: string;
  readonly method: Method;
  readonly lines: readonly RecordSaleLine[];
}

/** Lines of one sale_ref are one sale: the same moment, cashier and method, and no product twice. */
export function salesOf(lines: readonly RecordSaleLine[], faults: Faults): RecordSale[] {
  return [...Map.groupBy(lines, (line) => line.ref)].map(([ref, group]) => {
    const same = <T>(column: string, expected: string, read: (line: RecordSaleLine) => T): T => {
      const readable = group.filter((line) => !faults.at("sales", line.row, column));
      const [first = group[0] as RecordSaleLine] = readable;
      for (const line of readable) {
        if (read(line) !== read(first))
          faults.add(
            "sales",
            line.row,
            column,
            `${expected} of row ${first.row}, as the same sale`,
            `${read(line)}`,
          );
      }
      return read(first);
    };
    const soldAt = same("sold_at", "the moment", (line) => new Date(line.atMs).toISOString());
    const cashier = same("cashier", "the cashier", (line) => line.cashier);
    const method = same("payment_method", "the payment method", (line) => line.method);
    const seen = new Set<string>();
    for (const line of group) {
      if (faults.at("sales", line.row, "sku")) continue;
      if (seen.has(line.sku)) faults.add("sales", line.row, "sku", "each product once in a sale", line.sku);
      seen.add(line.sku);
    }
    return { ref, atMs: Date.parse(soldAt), cashier, method, row: group[0]?.row ?? 0, lines: group };
  });
}

/** Reports a line that is worth more than can be counted, or less than its discount. */
export function worthOf(line: RecordSaleLine, faults: Faults): void {
  const { row, unitPriceRupiah, quantityMilli, discountRupiah } = line;
  if (["unit_price", "quantity", "discount"].some((column) => faults.at("sales", row, column))) return;
  if (unitPriceRupiah > (Number.MAX_SAFE_INTEGER / quantityMilli) * ONE_UNIT) {
    faults.add(
      "sales",
      row,
      "unit_price",
      "a price that can be counted at this quantity",
      `${unitPriceRupiah}`,
    );
    return;
  }
  const grossRupiah = grossOf({ quantityMilli, unitPriceRupiah: rupiah(unitPriceRupiah) });
  if (discountRupiah > grossRupiah)
    faults.add("sales", row, "discount", `at most the line's ${grossRupiah}`, `${discountRupiah}`);
}

/** The products in a sale; any product may be the one whose row could not be read. */
export function soldIn(sale: RecordSale, faults: Faults): Names {
  const skus = new Set(sale.lines.map((line) => line.sku));
  const spoiled =
    sale.lines.some((line) => faults.at("sales", line.row, "sku")) || faults.in("sales", "sale_ref");
  return { has: (sku) => spoiled || skus.has(sku) };
}
