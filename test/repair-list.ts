// A shop whose manager looks at the repair list: what its till's queue brings may be held there.
import { expect } from "vitest";
import { repairsView } from "#domain/repair-views";
import type { Who } from "#domain/shop";
import { addStaff } from "#domain/staff";
import type { Role } from "#rules/permissions";
import type { RepairsView, RepairView } from "#rules/repairs";
import type { SaleCommand } from "#rules/sale";
import type { SentAct } from "#rules/till-acts";
import { type TestShop, testShop } from "./shop.ts";
import { send, type TillQueue, tillQueue } from "./till-queue.ts";

export interface RepairShop {
  readonly shop: TestShop;
  readonly queue: TillQueue;
  /** Another manager. */
  readonly second: Who;
  /** Sells nothing: what they bring is refused. */
  readonly storekeeper: Who;
  readonly list: () => RepairsView;
  readonly open: () => RepairView[];
  /** The first that is open. */
  readonly one: () => RepairView;
  /** Two coffees below their price, which no manager had approved. */
  readonly holdCheap: (price?: number) => Promise<SaleCommand & { readonly act: SentAct }>;
}

export async function repairShop(): Promise<RepairShop> {
  const shop = await testShop();
  const queue = tillQueue(shop);
  const person = (name: string, role: Role): Who =>
    shop.book.write(() => addStaff(shop, { name, roles: [role], pinHash: null }));
  const list = () => repairsView(shop, shop.manager);
  const open = () => list().open;
  return {
    shop,
    queue,
    second: person("Pak Hadi", "manager"),
    storekeeper: person("Tono", "storekeeper"),
    list,
    open,
    one: () => open()[0] ?? expect.unreachable("nothing is held"),
    async holdCheap(price = 5_000) {
      const act = queue.sale([{ sku: "KOPI", quantity: 2, price }]);
      const [result] = await send(shop, [act]);
      expect(result).toMatchObject({ is: "held", code: "approval_needed" });
      return { ...(JSON.parse(act.body) as SaleCommand), act };
    },
  };
}
