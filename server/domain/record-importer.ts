// Writes a trading record's rows one by one through the shop's own verbs, as a till called IMPOR.

import { present } from "#rules/assert";
import type { Day } from "#rules/business-day";
import { inNotes } from "#rules/cash";
import { account } from "#rules/entry";
import type { AreaId, MakerId, PayoutId, ProductId, RefundId, SaleId, ShiftId, VisitId } from "#rules/ids";
import { rupiah } from "#rules/money";
import { receiptNumber } from "#rules/receipt";
import type { TradingRecord } from "#rules/record";
import type { RefundReason } from "#rules/refund";
import { Refusal, refuse } from "#rules/refusal";
import { netLines } from "#rules/sale";
import { holds } from "./journal.ts";
import { recordPayout } from "./payouts.ts";
import { cashRefunds } from "./record-cash.ts";
import { type Opened, recordId } from "./record-centre.ts";
import { recordRefund } from "./refunds.ts";
import { recordSale } from "./sales.ts";
import { recordApproval } from "./sessions.ts";
import { closeShift, countShift, openShift } from "./shifts.ts";
import type { Shop } from "./shop.ts";
import { receiveStock } from "./stock.ts";
import { IMPORT_TILL as TILL } from "./tills.ts";
import { countVisitors } from "./visits.ts";

type Row<K extends keyof TradingRecord> = TradingRecord[K] extends readonly (infer R)[] ? R : never;

/** One thing that happened, and the row that says so. */
export type Event = { readonly atMs: number; readonly row: number } & (
  | { table: "stock_receipts"; of: Row<"receipts"> }
  | { table: "sales"; of: Row<"sales"> }
  | { table: "refunds"; of: Row<"refunds"> }
  | { table: "payouts"; of: Row<"payouts"> }
  | { table: "visitors"; of: Row<"visits"> }
);

export class Importer {
  readonly #shop: Shop;
  readonly #record: TradingRecord;
  readonly #opened: Opened;
  readonly #sales = new Map<string, { id: SaleId; skus: string[] }>();
  #shift: { id: ShiftId; atMs: number } | null = null;
  #seq = 0;
  #papers = 0;

  constructor(shop: Shop, record: TradingRecord, opened: Opened) {
    this.#shop = shop;
    this.#record = record;
    this.#opened = opened;
  }

  /** Opens the day's shift before its first paper, outside the row's own write: a row that is refused must not take the shift along. */
  prepare(event: Event, day: Day): void {
    if (event.table === "sales" || event.table === "refunds") this.#openShift(day, event.atMs);
  }

  take(event: Event): void {
    switch (event.table) {
      case "stock_receipts":
        receiveStock(this.#shop, this.#opened.who, {
          id: this.#id("receipt", String(event.row)),
          productId: this.#product(event.of.sku),
          quantityMilli: event.of.quantityMilli,
          receivedAtMs: event.atMs,
        });
        break;
      case "sales":
        this.#sell(event.of);
        break;
      case "refunds":
        this.#refund(event.of);
        break;
      case "payouts":
        recordPayout(this.#shop, this.#opened.who, {
          id: this.#id("payout", event.of.ref) as PayoutId,
          makerId: this.#maker(event.of.maker),
          amountRupiah: rupiah(event.of.amountRupiah),
          of: "proceeds",
          source: event.of.method === "cash" ? "safe" : "bank",
          paidAtMs: event.atMs,
          receivedBy: "self",
          acknowledgedBy: "signature",
        });
        break;
      case "visitors":
        countVisitors(this.#shop, this.#opened.who, {
          id: this.#id("visit", String(event.row)) as VisitId,
          areaId: this.#opened.areas.get(event.of.area) as AreaId,
          category: event.of.category,
          count: event.of.count,
          countedAtMs: event.atMs,
          ...(event.of.count < 0 ? { reason: "Koreksi dari catatan" } : {}),
        });
    }
  }

  #sell(sale: Row<"sales">): void {
    const id = this.#id("sale", sale.ref) as SaleId;
    const priced = sale.lines.map((line) => ({
      productId: this.#product(line.sku),
      quantityMilli: line.quantityMilli,
      unitPriceRupiah: rupiah(line.unitPriceRupiah),
      discountRupiah: rupiah(line.discountRupiah),
    }));
    const nets = netLines(priced, rupiah(0));
    const lines = priced.map((line, index) => ({
      ...line,
      netRupiah: nets?.[index]?.netRupiah ?? rupiah(0),
    }));
    const totalRupiah = rupiah(lines.reduce((all, line) => all + line.netRupiah, 0));
    const shiftId = present(this.#shift, "the day's shift").id;
    const command = {
      id,
      shiftId,
      soldAtMs: sale.atMs,
      lines,
      saleDiscountRupiah: rupiah(0),
      roundingRupiah: rupiah(0),
      totalRupiah,
      // A record names no card's approval code and no transfer's reference: its own row is what there is to look up.
      payments: [{ method: sale.method, amountRupiah: totalRupiah, reference: sale.ref }],
      till: { tillId: this.#opened.till, seq: this.#seq + 1 },
      receiptNumber: this.#nextPaper(),
    };
    const cashier = this.#opened.cashiers.get(sale.cashier) ?? this.#opened.who;
    this.#approvedIfNeeded("sale", sale.ref, (approval) =>
      recordSale(this.#shop, cashier, { ...command, ...approval }),
    );
    this.#counted();
    this.#sales.set(sale.ref, { id, skus: sale.lines.map((line) => line.sku) });
  }

  #refund(refund: Row<"refunds">): void {
    const sale = this.#sales.get(refund.saleRef);
    if (!sale) {
      const sold = this.#record.sales.find((row) => row.ref === refund.saleRef);
      if (!sold || sold.atMs > refund.atMs) refuse(sold ? "refund_before_sale" : "unknown_sale");
      return; // its sale was refused, which is the fault to tell
    }
    const shiftId = present(this.#shift, "the day's shift").id;
    const command = {
      id: this.#id("refund", refund.ref) as RefundId,
      till: { tillId: this.#opened.till, seq: this.#seq + 1 },
      shiftId,
      receiptNumber: this.#nextPaper(),
      saleId: sale.id,
      refundedAtMs: refund.atMs,
      reason: reasonOf(refund.reason),
      note: refund.reason,
      lines: [
        {
          lineNo: sale.skus.indexOf(refund.sku) + 1,
          quantityMilli: refund.quantityMilli,
          restock: refund.restock,
        },
      ],
      inCash: false,
    };
    this.#approvedIfNeeded("refund", refund.ref, (approval) =>
      recordRefund(this.#shop, this.#opened.who, { ...command, ...approval }),
    );
    this.#counted();
  }

  /** Does the act; where a manager's approval is needed, the import gives it and does the act again. */
  #approvedIfNeeded(kind: string, ref: string, act: (approval: { approvalId?: string }) => unknown): void {
    try {
      this.#shop.book.write(() => void act({}));
    } catch (failure) {
      if (!(failure instanceof Refusal) || failure.code !== "approval_needed") throw failure;
      const { id: approvalId } = recordApproval(this.#shop, this.#opened.who, {
        id: this.#id(`approval of ${kind}`, ref),
        forId: this.#id(kind, ref),
        mark: String(failure.facts["mark"]),
      });
      act({ approvalId });
    }
  }

  /** One shift a business day, opened at its first paper with enough in the drawer for the day's cash refunds. */
  #openShift(day: Day, atMs: number): void {
    if (!this.#shift) {
      const id = this.#id("shift", day) as ShiftId;
      const floatRupiah = rupiah(cashRefunds(this.#record).get(day) ?? 0);
      openShift(this.#shop, this.#opened.who, {
        id,
        till: { tillId: this.#opened.till, seq: this.#seq + 1 },
        floatRupiah,
        openedAtMs: atMs,
      });
      this.#seq += 1;
      this.#shift = { id, atMs };
    }
    this.#shift.atMs = atMs;
  }

  /** Closes the day's shift with exactly what its drawer should hold. */
  endDay(): void {
    if (!this.#shift) return;
    const { id: shiftId, atMs } = this.#shift;
    const { who } = this.#opened;
    const drawer = holds(this.#shop, account.drawer(TILL));
    const till = () => ({ tillId: this.#opened.till, seq: this.#seq + 1 });
    const { countId } = countShift(this.#shop, who, {
      id: this.#id("count", shiftId),
      till: till(),
      shiftId,
      ...inNotes(drawer),
      countedAtMs: atMs,
    });
    this.#seq += 1;
    closeShift(this.#shop, who, {
      id: this.#id("closing", shiftId),
      till: till(),
      shiftId,
      countId,
      closedAtMs: atMs,
    });
    this.#seq += 1;
    this.#shift = null;
  }

  #nextPaper(): string {
    return receiptNumber(this.#record.centre.code, TILL, this.#papers + 1);
  }

  #counted(): void {
    this.#seq += 1;
    this.#papers += 1;
  }

  #id(kind: string, ref: string): string {
    return recordId(this.#record.centre.code, kind, ref);
  }

  #maker(code: string): MakerId {
    return this.#opened.makers.get(code) as MakerId;
  }

  #product(sku: string): ProductId {
    return this.#opened.products.get(sku) as ProductId;
  }
}

/**
 * A record's reasons in its own words become the till's; the words themselves are kept as the note. A mistake there is of single lines,
 * and so not the void of a whole sale.
 */
function reasonOf(words: string): RefundReason {
  const known: Record<string, RefundReason> = {
    luntur: "damaged",
    "salah warna": "wrong_item",
  };
  return known[words] ?? "other";
}
