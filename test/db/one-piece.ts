// One piece of a product sold for cash, by the numbers that a process of its own gives it.
import { randomUUID } from "node:crypto";
import { type Rupiah, rupiah } from "#rules/money";
import type { SaleCommand } from "#rules/sale";

type Numbered = Pick<SaleCommand, "till" | "shiftId" | "receiptNumber" | "soldAtMs">;

export function onePiece(
  sale: Numbered,
  product: { readonly productId: SaleCommand["lines"][number]["productId"]; readonly priceRupiah: Rupiah },
): SaleCommand {
  const { productId, priceRupiah } = product;
  const nothing = rupiah(0);
  const line = {
    productId,
    quantityMilli: 1000,
    unitPriceRupiah: priceRupiah,
    discountRupiah: nothing,
    netRupiah: priceRupiah,
  };
  return {
    id: randomUUID() as never,
    ...sale,
    lines: [line],
    saleDiscountRupiah: nothing,
    roundingRupiah: nothing,
    totalRupiah: priceRupiah,
    payments: [{ method: "cash", amountRupiah: priceRupiah }],
  };
}
