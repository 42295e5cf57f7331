// Asks the server what is on the shelves, and tells it what came in.
import { z } from "zod";
import { type ReceiveStock, stockViewSchema } from "#rules/stock";
import { answerOf, api } from "../api.ts";

export const readStock = async () =>
  (await answerOf(z.object({ stock: stockViewSchema }), api.stock.$get())).stock;

export const receiveStock = (receipt: ReceiveStock) =>
  answerOf(z.object({ onHandMilli: z.int() }), api.stock.receipts.$post({ json: receipt }));
