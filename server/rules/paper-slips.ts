// Papers with a signature under an amount in words: a maker's receipt, a slip of the drawer, a slip of money carried away.
import { formatMoment } from "./business-day.ts";
import type { MoneyView } from "./centre.ts";
import { formatRupiah } from "./money.ts";
import type { Letterhead, Paper, PaperRow } from "./paper.ts";
import {
  centredStrong,
  fact,
  handedOver,
  headOf,
  marked,
  marksOf,
  type PaperSetting,
  RULE,
  said,
  sealOf,
  signature,
  titled,
} from "./paper-rows.ts";
import { type PaperWords, paperWords } from "./paper-words.ts";
import type { DrawerMoveView } from "./shift.ts";
import type { PayoutView } from "./statement.ts";

/** What a maker signs for. */
export function payoutReceipt(payout: PayoutView, letterhead: Letterhead, setting: PaperSetting): Paper {
  const w = paperWords(setting.language);
  const receiver = payout.receiverName ?? payout.maker.name;
  const owed = payout.owedAfterRupiah;
  return {
    kind: "payout",
    number: payout.number,
    opensDrawer: setting.copy === 0 && payout.source === "drawer",
    rows: [
      ...marksOf(setting),
      ...(payout.reversedAtMs === null ? [] : [marked(w.reversed)]),
      ...headOf(letterhead),
      titled(w.payout),
      centredStrong(payout.number),
      said(formatMoment(payout.paidAtMs, setting.zone, setting.language)),
      RULE,
      fact(w.receivedFrom, letterhead.name),
      ...handedOver(w.amount, payout.amountRupiah, setting.language),
      fact(w.forWhat, w[payout.of]),
      fact(w.to, `${payout.maker.name} (${payout.maker.code})`),
      ...(payout.receivedBy === "self" ? [] : [fact(w[payout.receivedBy], receiver)]),
      fact(w.source, w[payout.source]),
      fact(owed < 0 ? w.debtAfter : w.stillOwed, formatRupiah(Math.abs(owed))),
      ...reversalRows(payout, w, setting),
      ...signature(w.giver, payout.paidBy),
      ...signature(payout.acknowledgedBy === "thumbprint" ? w.thumbprint : w.receiver, receiver),
      ...(payout.acknowledgedBy === "witness" ? signature(w.witness) : []),
      ...sealOf(payout.seal, w),
    ],
  };
}

function reversalRows(payout: PayoutView, w: PaperWords, setting: PaperSetting): PaperRow[] {
  if (payout.reversedAtMs === null) return [];
  const moment = formatMoment(payout.reversedAtMs, setting.zone, setting.language);
  return [
    fact(w.reversed, moment),
    ...(payout.reversalReason ? [fact(w.reason, payout.reversalReason)] : []),
  ];
}

const moveNames = {
  cash_in: "slipCashIn",
  cash_out: "slipCashOut",
  deposit: "slipDeposit",
  top_up: "slipTopUp",
} as const;

/** Cash into or out of a drawer. */
export function drawerMoveSlip(
  move: DrawerMoveView,
  letterhead: Letterhead,
  seal: string | null,
  setting: PaperSetting,
): Paper {
  const w = paperWords(setting.language);
  return {
    kind: "drawer_move",
    number: move.number,
    opensDrawer: setting.copy === 0,
    rows: [
      ...marksOf(setting),
      ...headOf(letterhead),
      titled(w[moveNames[move.kind]]),
      centredStrong(move.number),
      said(formatMoment(move.movedAtMs, setting.zone, setting.language)),
      RULE,
      ...handedOver(w.amount, move.amountRupiah, setting.language),
      fact(w.reason, move.reason),
      ...signature(w.giver, move.kind === "cash_out" || move.kind === "deposit" ? move.by : undefined),
      ...signature(w.receiver, move.kind === "cash_in" || move.kind === "top_up" ? move.by : undefined),
      ...sealOf(seal, w),
    ],
  };
}

export type MoneyMove = MoneyView["moves"][number];

const placeNames: Readonly<Record<string, keyof PaperWords>> = {
  safe: "safe",
  bank: "bank",
  qris: "qrisPlace",
  edc: "edcPlace",
  outside: "outside",
  treasury: "treasury",
  tax: "tax",
};

/** Money carried to the bank, the treasury or the tax office, with the number on their slip. */
export function depositSlip(
  move: MoneyMove,
  letterhead: Letterhead,
  seal: string | null,
  setting: PaperSetting,
): Paper {
  const w = paperWords(setting.language);
  const place = (code: string): string => {
    const name = placeNames[code];
    return name ? w[name] : code;
  };
  return {
    kind: "deposit",
    number: move.number ?? move.reference ?? "",
    opensDrawer: false,
    rows: [
      ...marksOf(setting),
      ...headOf(letterhead),
      titled(w.carried),
      ...(move.number === null ? [] : [centredStrong(move.number)]),
      said(formatMoment(move.movedAtMs, setting.zone, setting.language)),
      RULE,
      fact(w.from, place(move.from)),
      fact(w.to, place(move.to)),
      ...handedOver(w.amount, move.amountRupiah, setting.language),
      ...(move.reference === null ? [] : [fact(w.reference, move.reference)]),
      fact(w.reason, move.reason),
      ...signature(w.giver, move.by),
      ...signature(w.receiver),
      ...sealOf(seal, w),
    ],
  };
}
