// What a refund of a held sale would do, worked out on the device by the rules of a refund: its preview, and what is kept with it (R2).
import type { ApprovalReason } from "#rules/approval";
import { rupiah, sum } from "#rules/money";
import { formatQuantity } from "#rules/quantity";
import { netBack, payBack, refundedPart } from "#rules/refund";
import { duesOf, type RoundingStep } from "#rules/sale";
import type { RefundPreview } from "#rules/sale-view";
import type { Draft } from "../commands.ts";
import { Refused } from "../refused.ts";
import type { HeldSale, RefundMemo } from "./held-sales.ts";

export interface RefundSetting {
  readonly step: RoundingStep;
  readonly refundLimitRupiah: number;
  readonly cashier: string;
  /** Whoever is here may approve, and so stands for it. */
  readonly mayApprove: boolean;
}

export interface Reckoned {
  readonly preview: RefundPreview;
  readonly memo: RefundMemo;
}

/** Throws Refused where the server would refuse: more than was sold, a void of a part, money that was never seen to arrive. */
export function reckonRefund(
  { view, paid }: Pick<HeldSale, "view" | "paid">,
  draft: Draft<"refund">,
  setting: RefundSetting,
): Reckoned {
  const { reason, inCash } = draft;
  const lines = [...draft.lines].sort((a, b) => a.lineNo - b.lineNo).map((line) => returned(view, line));
  const everything = view.lines.every((sold) => {
    const now = draft.lines.find((line) => line.lineNo === sold.lineNo)?.quantityMilli ?? 0;
    return sold.refundedMilli + now === sold.quantityMilli;
  });
  if (reason === "mistake" && !everything) throw new Refused("void_takes_all", {});
  const waits = paid.some((payment) => payment.unconfirmed);
  if (waits && (reason !== "mistake" || inCash)) throw new Refused("confirm_first", {});
  const back = payBack(sum(duesOf(lines)), paid, setting.step, inCash);
  const totalRupiah = sum(back.payments.map((payment) => payment.amountRupiah));
  const before = paid.map((payment) => payment.refundedRupiah);
  const needs = needsOf(draft, {
    // What came back of this sale before counts too, or a limit could be passed in small steps.
    aboveLimit: sum([totalRupiah, ...before]) > setting.refundLimitRupiah,
    paidWithoutCash: paid.some((payment) => payment.method !== "cash"),
  });
  const takenBack = netBack(sum(lines.map((line) => line.netRupiah)), back.payments, paid, everything);
  const { roundingRupiah } = back;
  return {
    preview: {
      totalRupiah,
      roundingRupiah,
      payments: back.payments.map(({ method, amountRupiah }) => ({ method, amountRupiah })),
      lines: lines.map(({ lineNo, netRupiah, taxRupiah }) => ({ lineNo, netRupiah, taxRupiah })),
      needs,
    },
    memo: {
      of: { receiptNumber: view.receiptNumber, letterhead: view.letterhead, lines: view.lines },
      refund: {
        reason,
        cashier: setting.cashier,
        approvedBy: needs.length > 0 && setting.mayApprove ? setting.cashier : null,
        offline: true,
        roundingRupiah,
        totalRupiah,
        payments: takenBack.map(({ method, amountRupiah }) => ({ method, amountRupiah })),
        lines,
      },
      takenBack,
    },
  };
}

function returned(view: HeldSale["view"], line: Draft<"refund">["lines"][number]) {
  const { lineNo, quantityMilli, restock } = line;
  const sold = view.lines.find((one) => one.lineNo === lineNo);
  const [before, of] = [sold?.refundedMilli ?? 0, sold?.quantityMilli ?? 0];
  const after = before + quantityMilli;
  if (!sold || after > of)
    throw new Refused("refund_more_than_sold", { line: lineNo, left: formatQuantity(of - before) });
  const back = (amount: number) => refundedPart(rupiah(amount), of, before, after);
  return {
    lineNo,
    quantityMilli,
    restock,
    netRupiah: back(sold.netRupiah),
    taxRupiah: back(sold.taxRupiah),
  };
}

/** What of the refund a cashier may not do alone. */
function needsOf(
  { reason, inCash, centreBears }: Draft<"refund">,
  of: { aboveLimit: boolean; paidWithoutCash: boolean },
): ApprovalReason[] {
  return [
    ...(reason === "mistake" ? (["void"] as const) : []),
    ...(reason !== "mistake" && of.aboveLimit ? (["refund_above_limit"] as const) : []),
    ...(inCash && of.paidWithoutCash ? (["cash_for_cashless"] as const) : []),
    ...(centreBears ? (["centre_bears"] as const) : []),
  ];
}
