// Routes of money: what every place holds, carrying it between them, and cash into and out of drawers.
import { moveDrawer } from "#domain/drawer-moves";
import { moneyView, moveMoney } from "#domain/money";
import type { Shop } from "#domain/shop";
import { moneyViewSchema, moveMoneySchema } from "#rules/centre";
import { drawerMoveSchema, drawerMoveViewSchema } from "#rules/shift";
import { get, post, routes } from "./routes.ts";

export const money = (shop: Shop) =>
  routes()
    .openapi(get("/money", "see_money", moneyViewSchema), (c) => c.json(moneyView(shop), 200))
    .openapi(post("/money-moves", "move_money", moveMoneySchema, moneyViewSchema), async (c) => {
      const command = c.req.valid("json");
      return c.json(await shop.book.soon(() => moveMoney(shop, c.get("who"), command)), 200);
    })
    .openapi(post("/drawer-moves", "move_drawer", drawerMoveSchema, drawerMoveViewSchema), async (c) => {
      const command = c.req.valid("json");
      return c.json(await shop.book.soon(() => moveDrawer(shop, c.get("who"), command)), 200);
    });
