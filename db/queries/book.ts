// The journal and the stock: entries with postings, balances of accounts, movements of goods.
import { and, eq, sql } from "drizzle-orm";
import { adder, inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import { accounts, entries, moneyMoves, postings } from "../tables/book.ts";
import { staff } from "../tables/centre.ts";
import { stockMonths, stockMovements } from "../tables/stock.ts";

const place = (name: string) => sql.placeholder(name);

export const journalQueries = (orm: Orm) => ({
  account: orm
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.code, place("code")))
    .prepare(),
  insertAccount: inserter(orm, accounts, "id"),
  insertEntry: inserter(orm, entries, "id"),
  insertPosting: inserter(orm, postings),
  balance: orm
    .select({ rupiah: sql<number>`coalesce(sum(${postings.amountRupiah}), 0)` })
    .from(postings)
    .innerJoin(accounts, eq(accounts.id, postings.accountId))
    .where(eq(accounts.code, place("code")))
    .prepare(),
  insertMove: inserter(orm, moneyMoves),
  /** The number of the newest slip. */
  lastDeposit: orm
    .select({ number: sql<number>`coalesce(max(${moneyMoves.number}), 0)` })
    .from(moneyMoves)
    .prepare(),
  moves: orm
    .select({ move: moneyMoves, by: staff.name })
    .from(moneyMoves)
    .innerJoin(staff, eq(staff.id, moneyMoves.movedBy))
    .orderBy(sql`${moneyMoves.movedAtMs} desc`)
    .limit(50)
    .prepare(),
});

export const stockQueries = (orm: Orm) => ({
  insert: inserter(orm, stockMovements),
  addToMonth: adder(orm, stockMonths, ["quantityMilli"]),
  /** Whether a sold line took goods off the shelf. */
  soldOn: orm
    .select({ milli: stockMovements.quantityMilli })
    .from(stockMovements)
    .where(
      and(
        eq(stockMovements.eventId, place("saleId")),
        eq(stockMovements.lineNo, place("lineNo")),
        eq(stockMovements.kind, "sold"),
      ),
    )
    .prepare(),
  onHand: orm
    .select({ milli: sql<number>`coalesce(sum(${stockMonths.quantityMilli}), 0)` })
    .from(stockMonths)
    .where(eq(stockMonths.productId, place("productId")))
    .prepare(),
  allOnHand: orm
    .select({ productId: stockMonths.productId, milli: sql<number>`sum(${stockMonths.quantityMilli})` })
    .from(stockMonths)
    .groupBy(stockMonths.productId)
    .prepare(),
  byKind: orm
    .select({
      productId: stockMovements.productId,
      kind: stockMovements.kind,
      milli: sql<number>`sum(${stockMovements.quantityMilli})`,
    })
    .from(stockMovements)
    .groupBy(stockMovements.productId, stockMovements.kind)
    .prepare(),
});
