// Finds the sale of a receipt by the number that stands on it, typed or scanned from its code.
import { z } from "zod";
import { type SaleRow, saleRowSchema } from "#rules/sale-view";
import { answerOf, api } from "../api.ts";

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
