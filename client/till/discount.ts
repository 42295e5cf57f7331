// A discount while it is being written, and what it means once it can be read.
import { type Discount, discountSchema } from "./worth.ts";

export interface DiscountDraft {
  readonly kind: "none" | "rupiah" | "percent";
  readonly amountRupiah: number | null;
  readonly basisPoints: number | null;
}

export function draftOf(discount: Discount | null): DiscountDraft {
  return {
    kind: discount?.kind ?? "none",
    amountRupiah: discount?.kind === "rupiah" ? discount.amountRupiah : null,
    basisPoints: discount?.kind === "percent" ? discount.basisPoints : null,
  };
}

/** What is meant, or that it cannot be read yet. A discount of nothing is none. */
export function discountIn(draft: DiscountDraft): { ok: true; value: Discount | null } | { ok: false } {
  if (draft.kind === "none" || (draft.kind === "rupiah" && draft.amountRupiah === 0))
    return { ok: true, value: null };
  const read = discountSchema.safeParse(draft);
  return read.success ? { ok: true, value: read.data } : { ok: false };
}
