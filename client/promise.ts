// What a till may not promise by itself while nothing answers: what asks for a manager's word, and refunds of sales it does not hold.
import type { TillLimits } from "#rules/approval";
import { rupiah, sum } from "#rules/money";
import { discountBasisPoints, grossOf, type RoundingStep } from "#rules/sale";
import { type CommandKind, type Draft, neverPromised } from "./commands.ts";
import { Refused } from "./refused.ts";
import type { HeldSale } from "./till/held-sales.ts";
import { reckonRefund } from "./till/refund-reckoning.ts";

export interface PromiseNeeds {
  /** Whoever is here stands for it themselves. */
  mayApprove: () => boolean;
  cashier: () => string;
  /** Null before the centre has said them: then nothing that a limit holds is promised. */
  limits: () => Pick<TillLimits, "discountLimitBasisPoints" | "refundLimitRupiah"> | null;
  step: () => RoundingStep;
  heldSale: (saleId: string) => Pick<HeldSale, "view" | "paid"> | null;
}

/** Null: the till may say "done" by itself. */
export type WhyNotPromised = <K extends CommandKind>(kind: K, draft: Draft<K>) => Refused | null;

/** Asked before anything is kept, and by the screens before money is taken. */
export function createWhyNotPromised(needs: PromiseNeeds): WhyNotPromised {
  return (kind, draft) => {
    if (neverPromised.includes(kind)) return new Refused("server_needed", {});
    if (kind === "refund") return ofRefund(needs, draft as Draft<"refund">);
    if (needs.mayApprove()) return null;
    if (kind === "open_drawer") return unless((draft as Draft<"open_drawer">).approvalId);
    if (kind !== "sale") return null;
    const sale = draft as Draft<"sale">;
    const limit = needs.limits()?.discountLimitBasisPoints ?? 0;
    return saleAsksManager(sale, limit) ? unless(sale.approvalId) : null;
  };
}

/** Whether a cashier may not charge this alone, as far as a device can tell: too much given away, or something for nothing. */
export function saleAsksManager(draft: Draft<"sale">, discountLimitBasisPoints: number): boolean {
  const gross = sum(
    draft.lines.map((line) => grossOf({ ...line, unitPriceRupiah: rupiah(line.unitPriceRupiah) })),
  );
  const given = sum([draft.saleDiscountRupiah, ...draft.lines.map((line) => line.discountRupiah)]);
  const forNothing = draft.lines.some((line) => line.unitPriceRupiah === 0);
  return forNothing || discountBasisPoints(gross, given) > discountLimitBasisPoints;
}

function ofRefund(needs: PromiseNeeds, draft: Draft<"refund">): Refused | null {
  const held = needs.heldSale(draft.saleId);
  if (!held) return new Refused("not_on_this_device", {});
  try {
    const { preview } = reckonRefund(held, draft, {
      step: needs.step(),
      refundLimitRupiah: needs.limits()?.refundLimitRupiah ?? 0,
      cashier: needs.cashier(),
      mayApprove: needs.mayApprove(),
    });
    return preview.needs.length === 0 || needs.mayApprove() ? null : unless(draft.approvalId);
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

/** A manager's word that was given while the server still answered travels with the act. */
function unless(approvalId: string | undefined): Refused | null {
  return approvalId === undefined ? new Refused("approval_needs_server", {}) : null;
}
