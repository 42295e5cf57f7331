// Finds a sale by the number on its receipt, typed or scanned from its code, and its receipt by the sale.
import { z } from "zod";
import type { Zone } from "#rules/business-day";
import type { Paper } from "#rules/paper";
import { saleReceipt } from "#rules/paper-sale";
import { type SaleRow, saleRowSchema, saleViewSchema } from "#rules/sale-view";
import { answerOf, api } from "../api.ts";
import { language } from "../words.ts";

/** `KARTINI-K1-000123`. */
export function looksLikeReceipt(code: string): boolean {
  return /^[A-Z0-9-]+-[A-Z0-9]+-\d{6,}$/i.test(code.trim());
}

const salesSchema = z.object({ sales: z.array(saleRowSchema) });

export async function findReceipt(number: string): Promise<SaleRow | null> {
  const wanted = number.trim().toUpperCase();
  const query = { q: wanted, limit: "5" };
  const found = await answerOf(salesSchema, api.sales.$get({ query })).catch(() => null);
  return found?.sales.find((sale) => sale.receiptNumber === wanted) ?? null;
}

/** A receipt to look at: the stored sale as a paper, and no printing of it. */
export async function storedReceipt(saleId: string, zone: Zone, practice: boolean): Promise<Paper> {
  const sale = await answerOf(saleViewSchema, api.sales[":saleId"].$get({ param: { saleId } }));
  return saleReceipt(sale, { zone, practice, language: language(), offline: sale.offline, copy: 0 });
}
