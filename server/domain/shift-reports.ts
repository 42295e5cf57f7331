// Reports of shifts: the X of an open one at any time, and the Z that closes it, written once and printed the same again (S12, H4).
import { createHash } from "node:crypto";
import { shiftReportQueries } from "#db/queries/shift-reports";
import { type countQueries, drawerMoveQueries, shiftQueries } from "#db/queries/shifts";
import { supplementQueries } from "#db/queries/supplements";
import { present } from "#rules/assert";
import { notesWorth } from "#rules/cash";
import { seal } from "#rules/chain";
import { may } from "#rules/permissions";
import { zNumber } from "#rules/receipt";
import { refuse } from "#rules/refusal";
import { METHODS } from "#rules/sale";
import {
  type Notes,
  type ShiftReport,
  type ShiftTotals,
  type SupplementKind,
  Z_VERSION,
  type ZReport,
  zReportSchema,
} from "#rules/shift";
import { letterheadAt } from "./letterheads.ts";
import type { TotalRow } from "./shift-totals.ts";
import { expectedIn, moveView, nameOf, sumOf, sumsOf } from "./shift-views.ts";
import { centreOf, type Shop, type Who } from "./shop.ts";

type ShiftRow = NonNullable<ReturnType<ReturnType<typeof shiftQueries>["byId"]["get"]>>;

/**
 * The X of an open shift, or the Z of a closed one. Until it is closed, whoever may not approve is not told what would give the cash in
 * the drawer away (C1).
 */
export function shiftReport(shop: Shop, who: Who, shiftId: string): ShiftReport {
  const row = shop.book.statements(shiftQueries).byId.get({ id: shiftId }) ?? refuse("not_found");
  const z = zOf(shop, shiftId);
  const totals = z ? z.report.totals : totalsOf(shop, row);
  const moves = shop.book.statements(drawerMoveQueries);
  const centreCode = centreOf(shop).code;
  return {
    shiftId: shiftId as ShiftReport["shiftId"],
    tillCode: row.tillCode,
    shiftNumber: row.shift.number,
    openedAtMs: row.shift.openedAtMs,
    openedBy: row.openedBy,
    asOfMs: row.closing?.closedAtMs ?? shop.now(),
    totals: row.closing || may(who.roles, "approve") ? totals : blind(totals),
    moves: moves.ofShift.all({ shiftId }).map((move) => moveView(centreCode, move)),
    drawerOpenings: moves.openings.all({ shiftId }),
    z: z?.report ?? null,
    seal: z?.seal ?? null,
    supplements: shop.book
      .statements(supplementQueries)
      .ofShift.all({ shiftId })
      .map(({ shiftId: _shift, ...supplement }) => ({
        ...supplement,
        kind: supplement.kind as SupplementKind,
      })),
  };
}

/** A closed shift's Z as it was written, with the characters that its paper carries; null before its closing. */
function zOf(shop: Shop, shiftId: string): { report: ZReport; seal: string } | null {
  const kept = shop.book.statements(shiftReportQueries).zOf.get({ shiftId });
  return kept ? { report: zReportSchema.parse(JSON.parse(kept.report)), seal: seal(kept.hash ?? "") } : null;
}

export interface Closing {
  /** The act that closes. */
  readonly actId: string;
  readonly closing: {
    readonly shiftId: string;
    readonly closedAtMs: number;
    readonly closedBy: number;
    readonly countedRupiah: number;
    readonly expectedRupiah: number;
    readonly reason: string | null;
    readonly absentReason: string | null;
  };
  readonly counts: ReturnType<ReturnType<typeof countQueries>["ofShift"]["all"]>;
}

/** Writes the Z of a shift that is being closed, inside that act; answers what the chain records of it. */
export function saveZ(shop: Shop, { actId, closing, counts }: Closing): { z: string; report: string } {
  const { shiftId, closedAtMs, countedRupiah, expectedRupiah, reason, absentReason } = closing;
  const reports = shop.book.statements(shiftReportQueries);
  const row = present(shop.book.statements(shiftQueries).byId.get({ id: shiftId }), "the shift");
  const { code, timeZone } = centreOf(shop);
  const totals = totalsOf(shop, row);
  const last = present(counts.at(-1), "the last count");
  const notes = JSON.parse(last.notes) as Notes;
  const before = soldBefore(shop, row);
  const supplements = shop.book
    .statements(supplementQueries)
    .ofTillSince.all({ tillId: row.shift.tillId, after: before.supplementsTo });
  const late = (kind: SupplementKind): number[] =>
    supplements.filter((one) => one.kind === kind).map((one) => one.totalRupiah);
  const sold = [totals.sales?.rupiah ?? 0, ...late("sale")];
  const back = [totals.refunds?.rupiah ?? 0, totals.voids?.rupiah ?? 0, ...late("refund")];
  const inAll = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);
  const number = zNumber(code, row.tillCode, row.shift.number);
  const perpetualNetRupiah = before.net + inAll(sold) - inAll(back);
  const perpetualAbsoluteRupiah = before.absolute + inAll(sold) + inAll(back);
  const report = JSON.stringify(
    zReportSchema.parse({
      version: Z_VERSION,
      number,
      letterhead: letterheadAt(shop, closedAtMs),
      tillCode: row.tillCode,
      tillName: row.tillName,
      shiftNumber: row.shift.number,
      businessDay: row.shift.businessDay,
      zone: timeZone,
      openedAtMs: row.shift.openedAtMs,
      openedBy: row.openedBy,
      closedAtMs,
      closedBy: nameOf(shop, closing.closedBy),
      absentReason,
      totals,
      notes,
      otherRupiah: countedRupiah - notesWorth(notes),
      countedRupiah,
      expectedRupiah,
      differenceRupiah: countedRupiah - expectedRupiah,
      reason,
      counts: counts.length,
      firstCountedRupiah: counts[0]?.countedRupiah ?? countedRupiah,
      supplements: supplements.map(({ shiftId: of, ...one }) => ({
        ...one,
        shiftNumber: numberOf(shop, of),
      })),
      perpetualNetRupiah,
      perpetualAbsoluteRupiah,
    } satisfies Record<keyof ZReport, unknown>),
  );
  reports.insertZ({
    shiftId,
    number,
    actId,
    supplementsTo: before.supplementsTo + supplements.length,
    report,
    perpetualNetRupiah,
    perpetualAbsoluteRupiah,
  });
  return { z: number, report: createHash("sha256").update(report).digest("hex") };
}

function numberOf(shop: Shop, shiftId: string): number {
  return present(shop.book.statements(shiftQueries).gate.get({ id: shiftId }), "the supplement's shift")
    .number;
}

/** How far the till had come before this shift: its last Z says it; before its first, what it sold says it. */
function soldBefore(
  shop: Shop,
  { shift }: ShiftRow,
): { net: number; absolute: number; supplementsTo: number } {
  const reports = shop.book.statements(shiftReportQueries);
  const { tillId } = shift;
  const last = reports.lastZOfTill.get({ tillId });
  if (last) return last;
  const before = papersOf(shop, shift)[0]?.count ?? Number.MAX_SAFE_INTEGER;
  const { sold, back } = present(reports.soldBefore.get({ tillId, before }), "what the till sold");
  return { net: sold - back, absolute: sold + back, supplementsTo: 0 };
}

interface Paper {
  readonly count: number;
  readonly number: string;
}

/** The shift's first and last paper; none where nothing was sold or taken back. */
function papersOf(shop: Shop, shift: ShiftRow["shift"]): readonly [Paper, Paper] | readonly [] {
  const reports = shop.book.statements(shiftReportQueries);
  const where = { tillId: shift.tillId, shiftId: shift.id, after: shift.receiptsBefore };
  const inOrder = (...papers: (Paper | undefined)[]): Paper[] =>
    papers.filter((paper) => paper !== undefined).toSorted((a, b) => a.count - b.count);
  const first = inOrder(reports.firstSale.get(where), reports.firstRefund.get(where))[0];
  const last = inOrder(reports.lastSale.get(where), reports.lastRefund.get(where)).at(-1);
  return first && last ? [first, last] : [];
}

/** A shift in sums, from a handful of rows however much was sold (S1). */
function totalsOf(shop: Shop, row: ShiftRow): ShiftTotals {
  const sums = sumsOf(shop, row.shift.id);
  const of = (kind: TotalRow["kind"]): TotalRow[] => sums.filter((sum) => sum.kind === kind);
  const [first, last] = papersOf(shop, row.shift);
  const { count, rupiah } = present(
    shop.book.statements(shiftReportQueries).waiting.get({ shiftId: row.shift.id }),
    "what waits",
  );
  const categories = [...new Set([...of("category"), ...of("category_back")].map((sum) => sum.key))].sort();
  return {
    sales: sumOf(sums, "sale"),
    refunds: sumOf(sums, "refund"),
    voids: sumOf(sums, "void"),
    discounts: sumOf(sums, "discount"),
    roundingRupiah: sumOf(sums, "rounding").rupiah,
    tax: of("tax").map(({ key, rupiah: amount }) => ({ name: key, rupiah: amount })),
    tenders: METHODS.map((method) => ({
      method,
      sold: sumOf(sums, "tender", method),
      refunded: sumOf(sums, "tender_back", method),
    })).filter(({ sold, refunded }) => sold.count + refunded.count > 0),
    categories: categories.map((category) => ({
      category,
      netRupiah: sumOf(sums, "category", category).rupiah - sumOf(sums, "category_back", category).rupiah,
    })),
    cashiers: of("cashier").map((sum) => ({
      name: shop.book.statements(shiftQueries).staffByCode.get({ code: sum.key })?.name ?? sum.key,
      sales: sum.count,
      rupiah: sum.rupiah,
    })),
    floatRupiah: row.shift.floatRupiah,
    cashIn: sumOf(sums, "cash_in"),
    cashOut: sumOf(sums, "cash_out"),
    deposits: sumOf(sums, "deposit"),
    topUps: sumOf(sums, "top_up"),
    payouts: sumOf(sums, "payout"),
    drawerOpened: sumOf(sums, "opened").count,
    copies: sumOf(sums, "copy").count,
    unconfirmedQris: { count, rupiah },
    firstNumber: first?.number ?? null,
    lastNumber: last?.number ?? null,
    expectedRupiah:
      row.closing?.expectedRupiah ?? expectedIn(shop, { id: row.shift.id, tillCode: row.tillCode }),
  };
}

/** What a cashier may see before the count: nothing that the cash in the drawer could be worked out from. */
function blind(totals: ShiftTotals): ShiftTotals {
  return {
    ...totals,
    sales: null,
    refunds: null,
    voids: null,
    roundingRupiah: null,
    tax: [],
    tenders: totals.tenders.map((tender) =>
      tender.method === "cash" ? { ...tender, sold: null, refunded: null } : tender,
    ),
    categories: totals.categories.map(({ category }) => ({ category, netRupiah: null })),
    cashiers: totals.cashiers.map((cashier) => ({ ...cashier, rupiah: null })),
    expectedRupiah: null,
  };
}
