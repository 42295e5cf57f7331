// Asks the server where the shop's money is, and records that some of it was carried elsewhere.
import { type MoveMoney, moneyViewSchema } from "#rules/centre";
import { answerOf, api } from "../api.ts";

export const readMoney = () => answerOf(moneyViewSchema, api.money.$get());

export const moveMoney = (move: MoveMoney) =>
  answerOf(moneyViewSchema, api["money-moves"].$post({ json: move }));
