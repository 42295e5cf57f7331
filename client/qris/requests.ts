// Asks the server for QRIS payments that wait and for the codes in use, and sends what is confirmed or changed.
import { z } from "zod";
import { stallViewSchema } from "#rules/catalogue";
import { saleIdSchema } from "#rules/ids";
import { type ConfirmQris, qrisCodeSchema, type SetQrisCode, unconfirmedSchema } from "#rules/qris-codes";
import { answerOf, api } from "../api.ts";

const payments = z.object({ payments: z.array(unconfirmedSchema) });
const confirmed = z.object({ saleId: saleIdSchema, position: z.int() });
const codes = z.object({ codes: z.array(qrisCodeSchema) });
const codeSet = z.object({ code: qrisCodeSchema.nullable() });
const stalls = z.object({ stalls: z.array(stallViewSchema) });

export const readUnconfirmed = async () => (await answerOf(payments, api["qris-payments"].$get())).payments;

export const confirmPayment = (json: ConfirmQris) =>
  answerOf(confirmed, api["qris-payments"].confirm.$post({ json }));

/** The centre's and the stalls' codes, and the stalls that may have one. */
export const readCodes = async () => {
  const [known, places] = await Promise.all([
    answerOf(codes, api["qris-codes"].$get()),
    answerOf(stalls, api.settings.$get()),
  ]);
  return { codes: known.codes, stalls: places.stalls };
};

export const saveCode = (json: SetQrisCode) => answerOf(codeSet, api["qris-codes"].$put({ json }));
