// Asks the server for what may be paid, tries a payout out, pays it, shows it again, and takes it back.
import { z } from "zod";
import { moneyViewSchema } from "#rules/centre";
import { actIdSchema, momentSchema, noteSchema, payoutIdSchema } from "#rules/ids";
import { type PayoutCommand, payoutRecordedSchema } from "#rules/payout";
import { payoutPreviewSchema, payoutViewSchema, statementSchema } from "#rules/statement";
import { answerOf, api } from "../api.ts";

export const reversalSchema = z.object({
  id: actIdSchema,
  payoutId: payoutIdSchema,
  reason: noteSchema.min(1),
  reversedAtMs: momentSchema,
});

export const readStatement = (makerId: number) =>
  answerOf(statementSchema, api.makers[":makerId"].$get({ param: { makerId: String(makerId) } }));

export const readMoney = () => answerOf(moneyViewSchema, api.money.$get());

export const previewPayout = (payout: PayoutCommand) =>
  answerOf(payoutPreviewSchema, api.payouts.preview.$post({ json: payout }));

export const payOut = (payout: PayoutCommand) =>
  answerOf(payoutRecordedSchema, api.payouts.$post({ json: payout }));

export const readPayout = (payoutId: string) =>
  answerOf(payoutViewSchema, api.payouts[":payoutId"].$get({ param: { payoutId } }));

export const reversePayout = (reversal: z.output<typeof reversalSchema>) =>
  answerOf(
    payoutViewSchema,
    api.payouts[":payoutId"].reverse.$post({ param: { payoutId: reversal.payoutId }, json: reversal }),
  );
