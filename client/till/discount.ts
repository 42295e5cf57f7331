// A discount while it is being written, and what it means once it can be read.
import { type Discount, discountSchema } from "./cart.ts";

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

/** `7,5` is 750 basis points: two decimals at most, 100 at most. */
export function parsePercent(text: string): { ok: true; value: number } | { ok: false } {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (!match) return { ok: false };
  const basisPoints = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return basisPoints >= 1 && basisPoints <= 10_000 ? { ok: true, value: basisPoints } : { ok: false };
}

export function formatPercent(basisPoints: number): string {
  const decimals = String(basisPoints % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  return `${Math.trunc(basisPoints / 100)}${decimals === "" ? "" : `,${decimals}`}`;
}
