// The list of sales of a day, or of those whose receipt number holds what was typed; newest first.

import { sql } from "drizzle-orm";
import type { SaleRow } from "#rules/sale-view";
import type { Orm } from "../open.ts";

export interface SaleListAsked {
  readonly day?: string | undefined;
  readonly number?: string | undefined;
  readonly limit: number;
}

export function saleList(orm: Orm, { day, number, limit }: SaleListAsked): SaleRow[] {
  const wanted = number
    ? sql`instr(s.receipt_number, ${number.toUpperCase()}) > 0`
    : day
      ? sql`s.business_day = ${day}`
      : sql`1`;
  const rows = orm.all<Omit<SaleRow, "methods"> & { methods: string }>(sql`
    select s.id, s.receipt_number as receiptNumber, s.sold_at_ms as soldAtMs, s.business_day as businessDay, st.name as cashier,
      s.total_rupiah as totalRupiah,
      (select coalesce(sum(total_rupiah), 0) from refunds where sale_id = s.id) as refundedRupiah,
      (select group_concat(distinct method) from payments where sale_id = s.id) as methods,
      (select p.name from sale_lines l join products p on p.id = l.product_id where l.sale_id = s.id and l.line_no = 1) as firstName,
      (select count(*) from sale_lines where sale_id = s.id) as lineCount
    from sales s join staff st on st.id = s.cashier_id
    where ${wanted} order by s.business_day desc, s.sold_at_ms desc limit ${limit}`);
  return rows.map((row) => ({ ...row, methods: row.methods.split(",") as SaleRow["methods"] }));
}
