// Sends a provider's settlement file and how it is written, and asks how a day's rows match the book.
import { z } from "zod";
import { saleIdSchema } from "#rules/ids";
import type { ConfirmQris } from "#rules/qris-codes";
import {
  type ImportSettlement,
  type setFormatSchema,
  settlementDaySchema,
  settlementFormatSchema,
  settlementImportedSchema,
} from "#rules/settlements";
import { answerOf, api } from "../api.ts";

export const readFormat = async () =>
  (await answerOf(z.object({ format: settlementFormatSchema.nullable() }), api.settlements.format.$get()))
    .format;

export const saveFormat = (json: z.output<typeof setFormatSchema>) =>
  answerOf(z.object({ ok: z.literal(true) }), api.settlements.format.$put({ json }));

export const importFile = (json: ImportSettlement) =>
  answerOf(settlementImportedSchema, api.settlements.$post({ json }));

export const readDay = (day: string) =>
  answerOf(settlementDaySchema, api.settlements.$get({ query: { day } }));

export const confirmPayment = (json: ConfirmQris) =>
  answerOf(
    z.object({ saleId: saleIdSchema, position: z.int() }),
    api["qris-payments"].confirm.$post({ json }),
  );
