// A maker's statement: what is owed, what may be paid now, and every line behind it.
import { openEarnings } from "#db/queries/payouts";
import { rupiah } from "#rules/money";
import { payable } from "#rules/payout";
import { payoutNumber } from "#rules/receipt";
import { refuse } from "#rules/refusal";
import type { Statement } from "#rules/statement";
import { listMakers } from "./makers.ts";
import { centreOf, type Shop } from "./shop.ts";

const MOST_ROWS = 300;

/** Refuses `unknown_maker`. The rows are read on the reading thread, newest first. */
export async function statement(shop: Shop, makerId: number): Promise<Statement> {
  const maker = listMakers(shop).find((row) => row.makerId === makerId) ?? refuse("unknown_maker");
  const { code, protectedFloorBasisPoints } = centreOf(shop);
  const kind = maker.kind === "vendor" ? "vendor" : "payable";
  const open = openEarnings(shop.book.orm, makerId, kind).map((row) => ({
    ...row,
    openRupiah: rupiah(row.openRupiah),
  }));
  const rows = await shop.book.reader.read("statement", { makerId, limit: MOST_ROWS });
  return {
    maker,
    ...payable(open, protectedFloorBasisPoints),
    rows: rows
      .slice(0, MOST_ROWS)
      .map(({ count, ...row }) =>
        "payoutId" in row ? { ...row, number: payoutNumber(code, count ?? 0) } : row,
      ),
    more: rows.length > MOST_ROWS,
  };
}
