// What stands in a shop's book beside every screen and every query: read from its file, while the shop may be serving.
import { join } from "node:path";
import Database from "better-sqlite3";

export interface Booked {
  readonly sales: readonly Paper[];
  readonly refunds: readonly Paper[];
  readonly visitors: number;
  /** The repair list, settled or not. */
  readonly repairs: readonly Held[];
  /** Tills that were left before all was sent. */
  readonly leavings: number;
  readonly gaps: number;
}
interface Paper {
  readonly id: string;
  readonly receiptNumber: string;
  readonly totalRupiah: number;
}

export interface Held {
  readonly actId: string;
  readonly code: string;
  readonly body: string;
  readonly receiptCount: number | null;
}

/** Sales and refunds of today's tills; the record that a practice shop begins with is left out. */
export function booked(dataFolder: string): Booked {
  const book = new Database(join(dataFolder, "shop.sqlite"), { readonly: true });
  const one = (sql: string) => Number(book.prepare(sql).pluck().get());
  const papers = (table: "sales" | "refunds") =>
    book
      .prepare(
        `select p.id, p.receipt_number as receiptNumber, p.total_rupiah as totalRupiah from ${table} p
         join tills t on t.id = p.till_id where t.code <> 'IMPOR' order by p.receipt_number`,
      )
      .all() as Paper[];
  try {
    return {
      sales: papers("sales"),
      refunds: papers("refunds"),
      visitors: one(
        "select coalesce(sum(v.count), 0) from visits v join acts a on a.id = v.id where a.till_id is not null",
      ),
      repairs: book
        .prepare("select act_id as actId, code, body, receipt_count as receiptCount from repairs")
        .all() as Held[],
      leavings: one("select count(*) from till_leavings"),
      gaps: one("select count(*) from till_gaps"),
    };
  } finally {
    book.close();
  }
}
