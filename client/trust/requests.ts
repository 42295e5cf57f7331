// Asks the server what of its https there is to trust.
import { trustViewSchema } from "#rules/trust";
import { answerOf, api } from "../api.ts";

export const readTrust = () => answerOf(trustViewSchema, api.trust.$get());
