// A sale as a till has kept it, for tests of what a till does by itself.
import { type StaffId, shiftIdSchema, tillIdSchema } from "#rules/ids";
import { rupiah } from "#rules/money";
import type { Draft, KeptAct } from "../../client/commands.ts";
import { receiptSaleOf } from "../../client/till/offline-receipt.ts";

export const id = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, "0")}`;

type Line = Draft<"sale">["lines"][number];

/** Two coffees of Rp10.000, paid with Rp50.000. */
export function saleDraft(line: Partial<Line> = {}, last = 1): Draft<"sale"> {
  const sold = {
    productId: 1,
    quantityMilli: 2000,
    unitPriceRupiah: 10_000,
    discountRupiah: 0,
    netRupiah: 20_000,
    ...line,
  };
  return {
    id: id(last),
    shiftId: shiftIdSchema.parse(id(900)),
    soldAtMs: 1_616_000_000_000,
    lines: [sold as Line],
    saleDiscountRupiah: rupiah(0),
    roundingRupiah: rupiah(0),
    totalRupiah: rupiah(sold.netRupiah),
    payments: [{ method: "cash", amountRupiah: rupiah(sold.netRupiah), tenderedRupiah: rupiah(50_000) }],
  } as Draft<"sale">;
}

export function keptSale(
  last: number,
  over: Partial<Draft<"sale">> = {},
  act: Partial<KeptAct> = {},
): KeptAct {
  const draft = { ...saleDraft({}, last), ...over };
  const tillId = tillIdSchema.parse(1);
  const body = {
    ...draft,
    till: { tillId, seq: last },
    receiptNumber: `KARTINI-K1-${String(last).padStart(6, "0")}`,
  };
  return {
    id: draft.id,
    kind: "sale",
    seq: last,
    receiptCount: last,
    signInId: null,
    body: JSON.stringify(body),
    digest: "0".repeat(64),
    keptAtMs: 1_616_000_000_000 + last,
    promised: true,
    tillId,
    centreCode: "KARTINI",
    practice: false,
    by: { staffId: 1 as StaffId, name: "Dewi" },
    memo: receiptSaleOf(draft, {
      cashier: "Dewi",
      till: "Kasir 1",
      letterhead: { name: "Sentra Terpadu Kartini", place: "Temanggung", footer: "" },
      approvedBy: null,
      productOf: () => ({ name: "Kopi Tubruk", sku: "KOPI", unit: "gelas" }),
      stallOf: () => "Kafe",
      taxOf: () => null,
    }),
    outcome: null,
    seen: false,
    ...act,
  };
}
