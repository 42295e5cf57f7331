// A sale's receipt made on the device from what was charged: kept with every sale, so that its paper needs no server (N2).
import type { z } from "zod";
import type { CatalogueProduct } from "#rules/catalogue";
import { rupiah, ZERO } from "#rules/money";
import type { Letterhead } from "#rules/paper";
import type { ReceiptSale } from "#rules/paper-sale";
import { netLines } from "#rules/sale";
import { saleViewSchema } from "#rules/sale-view";
import type { Tax } from "#rules/tax";
import type { Draft } from "../commands.ts";

/** What the paper says beside what was charged. */
export interface Issuer {
  readonly cashier: string;
  readonly till: string;
  readonly letterhead: Letterhead;
  /** Who stood for what the rules ask approval for, where the device knows it. */
  readonly approvedBy: string | null;
  readonly productOf: (productId: number) => Pick<CatalogueProduct, "name" | "sku" | "unit"> | null;
  readonly stallOf: (productId: number) => string;
  readonly taxOf: (productId: number) => Tax | null;
}

/** What a browser kept is a stranger's letter: it is read by this before it is a paper again. */
export const receiptSaleSchema = saleViewSchema.pick({
  receiptNumber: true,
  soldAtMs: true,
  cashier: true,
  till: true,
  lines: true,
  saleDiscountRupiah: true,
  roundingRupiah: true,
  totalRupiah: true,
  payments: true,
  approvedBy: true,
  supplement: true,
  refunds: true,
  letterhead: true,
  seal: true,
}) satisfies z.ZodType<ReceiptSale>;

/** The number is the outbox's to give; it stands in the act's body, and is put in where the paper is read. */
export function receiptSaleOf(draft: Draft<"sale">, issuer: Issuer): ReceiptSale {
  const taxes = draft.lines.map((line) => bearing(issuer.taxOf(line.productId)));
  const lines = draft.lines.map((line) => ({
    ...line,
    unitPriceRupiah: rupiah(line.unitPriceRupiah),
    discountRupiah: rupiah(line.discountRupiah),
  }));
  const nets =
    netLines(
      lines.map((line, at) => ({ ...line, tax: taxes[at] })),
      rupiah(draft.saleDiscountRupiah),
    ) ?? [];
  return receiptSaleSchema.parse({
    receiptNumber: "",
    soldAtMs: draft.soldAtMs,
    cashier: issuer.cashier,
    till: issuer.till,
    lines: lines.map((line, at) => {
      const product = issuer.productOf(line.productId);
      const { grossRupiah, saleDiscountPartRupiah } = nets[at] ?? {};
      return {
        lineNo: at + 1,
        productId: line.productId,
        sku: product?.sku ?? "",
        name: product?.name ?? "",
        unit: product?.unit ?? "",
        stall: issuer.stallOf(line.productId),
        quantityMilli: line.quantityMilli,
        unitPriceRupiah: line.unitPriceRupiah,
        grossRupiah: grossRupiah ?? ZERO,
        discountRupiah: line.discountRupiah,
        saleDiscountPartRupiah: saleDiscountPartRupiah ?? ZERO,
        // As it was charged: a sale that was paid is not priced again (O1).
        netRupiah: line.netRupiah,
        taxRupiah: line.taxRupiah ?? ZERO,
        tax: taxes[at] ?? null,
        note: line.note ?? null,
        refundedMilli: 0,
      };
    }),
    saleDiscountRupiah: draft.saleDiscountRupiah,
    roundingRupiah: draft.roundingRupiah,
    totalRupiah: draft.totalRupiah,
    payments: draft.payments.map((payment) => paidAs(payment, draft.soldAtMs, issuer.cashier)),
    approvedBy: issuer.approvedBy,
    supplement: null,
    refunds: [],
    letterhead: issuer.letterhead,
    seal: "",
  } satisfies Record<keyof ReceiptSale, unknown>);
}

/** A tax that is switched off is none. */
function bearing(tax: Tax | null): Tax | null {
  return tax && tax.mode !== "none" ? tax : null;
}

/** Whoever saw a QRIS payment's notification at once is the cashier; nobody is notified of nothing. */
function paidAs(payment: Draft<"sale">["payments"][number], soldAtMs: number, cashier: string) {
  const { method, amountRupiah, tenderedRupiah, reference } = payment;
  const unconfirmed = Boolean(payment.unconfirmed) && amountRupiah > 0;
  const seen = method === "qris" && !unconfirmed;
  return {
    method,
    amountRupiah,
    tenderedRupiah: tenderedRupiah ?? null,
    reference: reference ?? null,
    unconfirmed,
    confirmedBy: seen ? cashier : null,
    confirmedAtMs: seen ? soldAtMs : null,
  };
}
