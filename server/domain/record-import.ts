// Imports a trading record through the shop's own verbs, all of it or nothing.
import { createHash } from "node:crypto";
import { atHour, businessDay, type Day } from "#rules/business-day";
import { account } from "#rules/entry";
import type {
  AreaId,
  MakerId,
  PayoutId,
  ProductId,
  RefundId,
  SaleId,
  ShiftId,
  StallId,
  TillId,
  VisitId,
} from "#rules/ids";
import { rupiah } from "#rules/money";
import { receiptNumber } from "#rules/receipt";
import type { Fault, TradingRecord } from "#rules/record";
import type { RefundReason } from "#rules/refund";
import { Refusal, refusalSentence } from "#rules/refusal";
import { grossOf, netLines } from "#rules/sale";
import { perform } from "./acts.ts";
import { addArea, addCentre, addStall, openingBalances } from "./centre.ts";
import { holds } from "./journal.ts";
import { createMaker } from "./makers.ts";
import { recordPayout } from "./payouts.ts";
import { createProduct } from "./products.ts";
import { recordRefund } from "./refunds.ts";
import { recordSale } from "./sales.ts";
import { recordApproval } from "./sessions.ts";
import { closeShift, openShift } from "./shifts.ts";
import type { Shop, Who } from "./shop.ts";
import { addStaff } from "./staff.ts";
import { receiveStock } from "./stock.ts";
import { addTill } from "./tills.ts";
import { countVisitors } from "./visits.ts";

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

const TILL = "IMPOR";

/** Imports the record into an empty book. Throws RecordRefused with every row a verb refused, having saved nothing. */
export function importRecord(shop: Shop, record: TradingRecord, options: ImportOptions): void {
  shop.book.write(() => {
    const events = eventsOf(record);
    const clock = { ms: events[0]?.atMs ?? shop.now() };
    const importer = new Importer({ ...shop, now: () => clock.ms }, record, options.practice);
    const faults: Fault[] = [];
    let lastDay: Day | null = null;
    for (const [index, event] of events.entries()) {
      const day = businessDay(event.atMs, record.centre.timeZone);
      if (lastDay !== null && day !== lastDay) importer.endDay();
      lastDay = day;
      clock.ms = event.atMs;
      try {
        shop.book.write(() => importer.take(event, day));
      } catch (failure) {
        if (!(failure instanceof Refusal)) throw failure;
        const got = refusalSentence(failure.code, failure.facts, "en");
        faults.push({
          file: `${event.table}.csv`,
          row: event.row,
          column: "",
          expected: "what the shop's rules allow",
          got,
        });
      }
      options.onProgress?.(index + 1, events.length);
    }
    importer.endDay();
    if (faults.length > 0) throw new RecordRefused(faults);
  });
}

type Row<K extends keyof TradingRecord> = TradingRecord[K] extends readonly (infer R)[] ? R : never;

type Event = { readonly atMs: number; readonly row: number } & (
  | { table: "stock_receipts"; of: Row<"receipts"> }
  | { table: "sales"; of: Row<"sales"> }
  | { table: "refunds"; of: Row<"refunds"> }
  | { table: "payouts"; of: Row<"payouts"> }
  | { table: "visitors"; of: Row<"visits"> }
);

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

/** Ids that are the same each time the same record is imported. */
function idOf(centre: string, kind: string, ref: string): string {
  const hex = createHash("sha256").update(`${centre}\n${kind}\n${ref}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

class Importer {
  readonly #shop: Shop;
  readonly #record: TradingRecord;
  readonly #who: Who;
  readonly #till: TillId;
  readonly #cashiers = new Map<string, Who>();
  readonly #products = new Map<string, ProductId>();
  readonly #makers = new Map<string, MakerId>();
  readonly #areas = new Map<string, AreaId>();
  readonly #sales = new Map<string, { id: SaleId; skus: string[] }>();
  #shift: { id: ShiftId; atMs: number } | null = null;
  #seq = 0;
  #papers = 0;

  /** Writes what stood before the first event: centre, stalls, people, products, and enough in safe and bank to pay what was paid. */
  constructor(shop: Shop, record: TradingRecord, practice: boolean) {
    this.#shop = shop;
    this.#record = record;
    const { centre } = record;
    const id = idOf(centre.code, "import", "centre");
    const first = perform(
      shop,
      { kind: "record_imported", command: { id }, who: null, atMs: shop.now() },
      () => {
        addCentre(shop, centre, practice);
        for (const stall of record.stalls) addStall(shop, stall);
        for (const name of new Set(record.visits.map((visit) => visit.area)))
          this.#areas.set(name, addArea(shop, name) as AreaId);
        const who = addStaff(shop, { name: "Impor", code: TILL, roles: ["manager"], pinHash: null });
        for (const name of new Set(record.sales.map((sale) => sale.cashier))) {
          this.#cashiers.set(name, addStaff(shop, { name, roles: ["cashier"], pinHash: null }));
        }
        const till = addTill(shop, TILL, "Impor") as TillId;
        openingBalances(shop, id, paidBy(record, "cash") + largestFloat(record), paidBy(record, "transfer"));
        return { facts: { centre: centre.code, practice }, answer: () => ({ who, till }) };
      },
    );
    this.#who = first.who;
    this.#till = first.till;
    const always = 0;
    const stalls = new Map(record.stalls.map((stall, index) => [stall.code, (index + 1) as StallId]));
    for (const kind of ["person", "group"] as const) {
      for (const maker of record.makers.filter((row) => row.kind === kind)) {
        const members = maker.members.map(({ code, weight }) => ({ makerId: this.#maker(code), weight }));
        const command = {
          id: this.#id("maker", maker.code),
          code: maker.code,
          name: maker.name,
          kind,
          program: maker.program,
          members,
        };
        this.#makers.set(maker.code, createMaker(shop, this.#who, command, always).makerId);
      }
    }
    for (const { row: _row, stall, share, priceRupiah, unitCostRupiah, ...product } of record.products) {
      const shares = share
        ? [{ recipient: { to: "maker" as const, makerId: this.#maker(share.maker) }, rule: share.rule }]
        : [];
      const command = {
        id: this.#id("product", product.sku),
        ...product,
        stallId: stalls.get(stall) as StallId,
        priceRupiah: priceRupiah === null ? null : rupiah(priceRupiah),
        unitCostRupiah: unitCostRupiah === null ? null : rupiah(unitCostRupiah),
        shares,
      };
      this.#products.set(product.sku, createProduct(shop, this.#who, command, always).productId);
    }
  }

  take(event: Event, day: Day): void {
    switch (event.table) {
      case "stock_receipts":
        receiveStock(this.#shop, this.#who, {
          id: this.#id("receipt", String(event.row)),
          productId: this.#product(event.of.sku),
          quantityMilli: event.of.quantityMilli,
          receivedAtMs: event.atMs,
        });
        break;
      case "sales":
        this.#sell(event.of, day);
        break;
      case "refunds":
        this.#refund(event.of, day);
        break;
      case "payouts":
        recordPayout(this.#shop, this.#who, {
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
        countVisitors(this.#shop, this.#who, {
          id: this.#id("visit", String(event.row)) as VisitId,
          areaId: this.#areas.get(event.of.area) as AreaId,
          category: event.of.category,
          count: event.of.count,
          countedAtMs: event.atMs,
          ...(event.of.count < 0 ? { reason: "Koreksi dari catatan" } : {}),
        });
    }
  }

  #sell(sale: Row<"sales">, day: Day): void {
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
    const shiftId = this.#shiftOf(day, sale.atMs);
    const command = {
      id,
      shiftId,
      soldAtMs: sale.atMs,
      lines,
      saleDiscountRupiah: rupiah(0),
      roundingRupiah: rupiah(0),
      totalRupiah,
      payments: [{ method: sale.method, amountRupiah: totalRupiah }],
      till: { tillId: this.#till, seq: this.#seq + 1 },
      receiptNumber: this.#nextPaper(),
    };
    const cashier = this.#cashiers.get(sale.cashier) ?? this.#who;
    this.#approvedIfNeeded("sale", sale.ref, (approval) =>
      recordSale(this.#shop, cashier, { ...command, ...approval }),
    );
    this.#counted();
    this.#sales.set(sale.ref, { id, skus: sale.lines.map((line) => line.sku) });
  }

  #refund(refund: Row<"refunds">, day: Day): void {
    const sale = this.#sales.get(refund.saleRef);
    if (!sale)
      throw new Refusal(
        this.#record.sales.some((row) => row.ref === refund.saleRef) ? "refund_before_sale" : "unknown_sale",
        {},
      );
    const shiftId = this.#shiftOf(day, refund.atMs);
    recordRefund(this.#shop, this.#who, {
      id: this.#id("refund", refund.ref) as RefundId,
      till: { tillId: this.#till, seq: this.#seq + 1 },
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
    });
    this.#counted();
  }

  /** Does the act; where a manager's approval is needed, the import gives it and does the act again. */
  #approvedIfNeeded(kind: string, ref: string, act: (approval: { approvalId?: string }) => unknown): void {
    try {
      this.#shop.book.write(() => void act({}));
    } catch (failure) {
      if (!(failure instanceof Refusal) || failure.code !== "approval_needed") throw failure;
      const { id: approvalId } = recordApproval(this.#shop, this.#who, this.#id(`approval of ${kind}`, ref));
      act({ approvalId });
    }
  }

  /** One shift a business day, opened at its first paper with enough in the drawer for the day's cash refunds. */
  #shiftOf(day: Day, atMs: number): ShiftId {
    if (!this.#shift) {
      const id = this.#id("shift", day) as ShiftId;
      const floatRupiah = rupiah(cashRefunds(this.#record).get(day) ?? 0);
      openShift(this.#shop, this.#who, {
        id,
        till: { tillId: this.#till, seq: this.#seq + 1 },
        floatRupiah,
        openedAtMs: atMs,
      });
      this.#seq += 1;
      this.#shift = { id, atMs };
    }
    this.#shift.atMs = atMs;
    return this.#shift.id;
  }

  /** Closes the day's shift with exactly what its drawer should hold. */
  endDay(): void {
    if (!this.#shift) return;
    const { id: shiftId, atMs } = this.#shift;
    const till = { tillId: this.#till, seq: this.#seq + 1 };
    const countedRupiah = holds(this.#shop, account.drawer(TILL));
    closeShift(this.#shop, this.#who, {
      id: this.#id("closing", shiftId),
      till,
      shiftId,
      countedRupiah,
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
    return idOf(this.#record.centre.code, kind, ref);
  }

  #maker(code: string): MakerId {
    return this.#makers.get(code) as MakerId;
  }

  #product(sku: string): ProductId {
    return this.#products.get(sku) as ProductId;
  }
}

function paidBy(record: TradingRecord, method: "cash" | "transfer"): number {
  return record.payouts
    .filter((payout) => payout.method === method)
    .reduce((all, payout) => all + payout.amountRupiah, 0);
}

/** A ceiling of the cash that goes back to customers on each business day: what the returned units were sold for. */
function cashRefunds(record: TradingRecord): Map<Day, number> {
  const sales = new Map(record.sales.map((sale) => [sale.ref, sale]));
  const byDay = new Map<Day, number>();
  for (const refund of record.refunds) {
    const sale = sales.get(refund.saleRef);
    const line = sale?.lines.find((row) => row.sku === refund.sku);
    if (!line || sale?.method !== "cash") continue;
    const day = businessDay(refund.atMs, record.centre.timeZone);
    byDay.set(
      day,
      (byDay.get(day) ?? 0) + grossOf({ ...line, unitPriceRupiah: rupiah(line.unitPriceRupiah) }),
    );
  }
  return byDay;
}

function largestFloat(record: TradingRecord): number {
  return Math.max(0, ...cashRefunds(record).values());
}

/** A record's reasons in its own words become the till's; the words themselves are kept as the note. */
function reasonOf(words: string): RefundReason {
  const known: Record<string, RefundReason> = {
    luntur: "damaged",
    "salah warna": "wrong_item",
    "salah hitung": "mistake",
    "salah input": "mistake",
    batal: "mistake",
  };
  return known[words] ?? "other";
}
