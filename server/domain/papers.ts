// Papers, built from stored rows alone: the same paper however often it is printed (P5).
import { actQueries } from "#db/queries/acts";
import { printerQueries, printQueries } from "#db/queries/prints";
import type { Language } from "#rules/business-day";
import { seal } from "#rules/chain";
import type { Paper, PaperColumns, PaperKind } from "#rules/paper";
import { refundReceipt } from "#rules/paper-refund";
import type { PaperSetting } from "#rules/paper-rows";
import { saleReceipt } from "#rules/paper-sale";
import { xReport, zReport } from "#rules/paper-shift";
import { depositSlip, drawerMoveSlip, payoutReceipt } from "#rules/paper-slips";
import { orderTicket, testPage } from "#rules/paper-ticket";
import type { Right } from "#rules/permissions";
import { depositNumber } from "#rules/receipt";
import { refuse } from "#rules/refusal";
import type { SaleView } from "#rules/sale-view";
import { drawerMove } from "./drawer-moves.ts";
import { letterheadAt } from "./letterheads.ts";
import { payoutView } from "./payouts.ts";
import { saleView } from "./sale-views.ts";
import { shiftReport } from "./shift-reports.ts";
import { centreOf, type Shop, type Who } from "./shop.ts";
import { ticketById } from "./tickets.ts";

/** What a paper is about, and which printing of it this is. */
export interface Printing {
  readonly paper: PaperKind;
  readonly about: string;
  readonly copy: number;
  readonly language: Language;
}

/** What a person must be allowed to see before its paper is theirs. */
export const rightFor: Record<PaperKind, Right> = {
  receipt: "see_sales",
  refund: "see_sales",
  payout: "see_makers",
  x: "see_shift",
  z: "see_shift",
  ticket: "print",
  drawer_move: "see_shift",
  deposit: "see_money",
  test: "manage_printers",
};

/** The paper as it stands in the book; refuses `nothing_to_print` and what its own view refuses. `who` asks for it. */
export function paperOf(shop: Shop, who: Who, { paper, about, copy, language }: Printing): Paper {
  const { timeZone: zone, practice } = centreOf(shop);
  return builders[paper](shop, who, about, { zone, practice, copy, language });
}

type Builder = (shop: Shop, who: Who, about: string, setting: PaperSetting) => Paper;

const builders: Record<PaperKind, Builder> = {
  receipt(shop, _who, saleId, setting) {
    const sale = saleView(shop, saleId);
    return saleReceipt(sale, { ...setting, offline: sale.offline });
  },
  refund(shop, _who, refundId, setting) {
    const { sale, refund } = refundOf(shop, refundId);
    return refundReceipt(sale, refund, { ...setting, offline: refund.offline });
  },
  payout(shop, _who, payoutId, setting) {
    const payout = payoutView(shop, payoutId);
    return payoutReceipt(payout, letterheadAt(shop, payout.paidAtMs), setting);
  },
  x(shop, who, shiftId, setting) {
    const report = shiftReport(shop, who, shiftId);
    return xReport(report, letterheadAt(shop, report.asOfMs), setting);
  },
  z(shop, who, shiftId, setting) {
    const report = shiftReport(shop, who, shiftId);
    return zReport(report.z ?? refuse("nothing_to_print"), report.seal, setting);
  },
  ticket(shop, _who, ticketId, setting) {
    return orderTicket(ticketById(shop, rowId(ticketId)), setting);
  },
  drawer_move(shop, _who, moveId, setting) {
    const move = drawerMove(shop, moveId);
    return drawerMoveSlip(move, letterheadAt(shop, move.movedAtMs), sealOfAct(shop, moveId), setting);
  },
  deposit(shop, _who, moveId, setting) {
    const found = shop.book.statements(printQueries).moneyMove.get({ id: moveId });
    const { move, by } = found ?? refuse("nothing_to_print");
    if (move.number === null) refuse("nothing_to_print");
    const { fromPlace: from, toPlace: to, ...rest } = move;
    const slip = { ...rest, from, to, by, number: depositNumber(centreOf(shop).code, move.number) };
    return depositSlip(slip, letterheadAt(shop, move.movedAtMs), sealOfAct(shop, moveId), setting);
  },
  test(shop, _who, printerId, setting) {
    const printer = shop.book.statements(printerQueries).byId.get({ id: rowId(printerId) });
    const { name, columns } = printer ?? refuse("unknown_printer");
    const atMs = shop.now();
    return testPage({ name, columns: columns as PaperColumns }, atMs, letterheadAt(shop, atMs), setting);
  },
};

function refundOf(shop: Shop, refundId: string): { sale: SaleView; refund: SaleView["refunds"][number] } {
  const row = shop.book.statements(printQueries).refund.get({ id: refundId }) ?? refuse("nothing_to_print");
  const sale = saleView(shop, row.saleId);
  const refund = sale.refunds.find(({ id }) => id === refundId) ?? refuse("nothing_to_print");
  return { sale, refund };
}

/** The row that a paper without an act of its own is about; refuses `nothing_to_print`. */
export function rowId(about: string): number {
  return /^\d{1,15}$/.test(about) ? Number(about) : refuse("nothing_to_print");
}

function sealOfAct(shop: Shop, id: string): string {
  return seal(shop.book.statements(actQueries).hashOf.get({ id })?.hash ?? "");
}
