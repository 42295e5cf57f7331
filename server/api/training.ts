// The route of training: a sale tried and taken back, with its paper.
import type { Shop } from "#domain/shop";
import { trainSale } from "#domain/training";
import { trainedSchema, trainSaleSchema } from "#rules/training";
import { post, routes } from "./routes.ts";

export const training = (shop: Shop) =>
  routes().openapi(post("/training/sales", "sell", trainSaleSchema, trainedSchema), (c) =>
    c.json(trainSale(shop, c.get("who"), c.req.valid("json")), 200),
  );
