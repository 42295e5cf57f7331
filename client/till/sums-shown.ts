// What the customer's screen shows between the lines and the total, so that a customer can add it up.
import type { ShownSum } from "#rules/display";
import { type Rupiah, ZERO } from "#rules/money";
import type { Worth } from "./worth.ts";

/** The discount on the whole, taxes put on top, and cash rounding. A tax that is in the prices adds nothing. */
export function sumsShown(worth: Worth, roundingRupiah: Rupiah = ZERO): ShownSum[] {
  const taxes = worth.taxes.filter(({ mode }) => mode === "exclusive");
  const sums: ShownSum[] = [
    { of: "discount", amountRupiah: -worth.saleDiscountRupiah },
    ...taxes.map(({ name, taxRupiah }) => ({ of: "tax" as const, name, amountRupiah: taxRupiah })),
    { of: "rounding", amountRupiah: -roundingRupiah },
  ];
  return sums.filter(({ amountRupiah }) => amountRupiah !== 0);
}
