// Signs a maker in with card and PIN, and asks for what is theirs.
import { z } from "zod";
import { type cardSessionSchema, makerSessionSchema } from "#rules/session";
import { statementSchema } from "#rules/statement";
import { answerOf, api } from "../api.ts";

export const signInWithCard = (card: z.output<typeof cardSessionSchema>) =>
  answerOf(makerSessionSchema, api["my-money"].session.$post({ json: card }));

export const signOutCard = () =>
  answerOf(z.object({ ok: z.literal(true) }), api["my-money"].session.$delete());

export const readMyMoney = () => answerOf(statementSchema, api["my-money"].$get());
