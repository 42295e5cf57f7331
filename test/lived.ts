// A shop in which everything that can happen has happened once, so that every table of its book has rows.
import { expect } from "vitest";
import { newPairing, pairDisplay } from "#domain/displays";
import { changeMaker, giveCard } from "#domain/makers";
import { moveMoney } from "#domain/money";
import { confirmQris } from "#domain/qris-payments";
import { signIn } from "#domain/sessions";
import { changeStaff, createStaff } from "#domain/staff";
import { setTax } from "#domain/taxes";
import { resumeTill, tillView } from "#domain/tills";
import type { StaffId } from "#rules/ids";
import { rupiah } from "#rules/money";
import { ordersAndSettlement } from "./lived-orders.ts";
import { papersAndDrawer } from "./lived-papers.ts";
import { withoutServer } from "./lived-without-server.ts";
import {
  close,
  countDrawer,
  moveCash,
  newId,
  open,
  type TestShop,
  type TestShopOptions,
  testShop,
} from "./shop.ts";
import { count, payOut, photograph, receive, refund, sell, set, takeBack } from "./till.ts";

export async function livedShop(options: TestShopOptions = {}): Promise<TestShop> {
  const shop = await testShop(options);
  photograph(shop, "BATIK");
  for (const sku of ["BATIK", "AIR", "LELE", "TAS", "KERIPIK", "SABUN"] as const) receive(shop, sku, 20);
  const batik = sell(shop, ["BATIK", { sku: "KOPI", quantity: 2 }], { pay: [["qris", 100_000]] });
  const bag = sell(shop, ["TAS", "KERIPIK", "SABUN"], { saleDiscount: 1_000, pay: "transfer" });
  sell(shop, [{ sku: "KOPI", discount: 6_000 }], { approved: true });
  refund(shop, bag, [[1, 1, "damaged"]]);
  payOut(shop, "SARI", 136_000);
  refund(shop, batik, [[1, 1]], { centreBears: true, approved: true });
  takeBack(shop, payOut(shop, "BUDI", 5_000));
  payOut(shop, "WATI", 1_000, { of: "savings", source: "bank" });
  const id = newId();
  moveMoney(shop, shop.manager, {
    id,
    from: "safe",
    to: "bank",
    amountRupiah: rupiah(500_000),
    movedAtMs: shop.tick(),
    reason: "Setoran ke bank",
    reference: "0012345",
  });
  const counted = count(shop, 12);
  count(shop, -12, { undoes: counted.id });
  count(shop, 7);
  await giveCard(shop, shop.manager, { id: newId(), makerId: shop.maker.SARI, pin: "4321" });
  await signIn(shop, shop.manager.staffId, shop.pins.manager);
  await peopleComeAndGo(shop);
  moveCash(shop, "cash_in", 50_000);
  moveCash(shop, "deposit", 20_000);
  countDrawer(shop, 140_000);
  const before = shop.tick();
  close(shop, 150_000, "Uang logam hilang");
  const late = sell(shop, ["KERIPIK"], { at: before });
  refund(shop, late, [[1, 1]], { at: before });
  shop.set("2025-07-16 08:00");
  set(shop, { receiptFooter: "Terima kasih" });
  const { tillId } = shop.till;
  const { lastSeq, lastReceiptCount } = tillView(shop, tillId);
  const known = { lastSeq: lastSeq + 2, lastReceiptCount: lastReceiptCount + 1 };
  resumeTill(shop, shop.manager, { id: newId(), tillId, ...known });
  open(shop);
  sell(shop, ["AIR", { sku: "LELE", quantity: 1.5 }]);
  ordersAndSettlement(shop);
  taxedAndWaiting(shop);
  await papersAndDrawer(shop, batik.id);
  await withoutServer(shop);
  return shop;
}

/** A storekeeper of two stalls begins, somebody guesses a PIN, and the customer gets a screen. */
async function peopleComeAndGo(shop: TestShop): Promise<void> {
  const stallIds = [shop.stall.KAFE, shop.stall.AGRO];
  const keeper = { name: "Pak Joko", roles: ["storekeeper" as const], stallIds, pin: "402718" };
  const { staffId } = await createStaff(shop, shop.manager, { id: newId(), ...keeper });
  const budi = { makerId: shop.maker.BUDI, name: "Budi Santosa", program: "PKH", members: [] } as const;
  changeMaker(shop, shop.manager, { id: newId(), ...budi, members: [], active: true });
  const { pin: _pin, ...known } = { ...keeper, name: "Pak Joko Susilo", active: true };
  await changeStaff(shop, shop.manager, { id: newId(), staffId: staffId as StaffId, ...known });
  await expect(signIn(shop, shop.cashier.staffId, "000000")).rejects.toThrow("wrong_pin");
  const { tillId } = shop.till;
  await pairDisplay(shop, newPairing(shop, { id: newId(), tillId }).code);
}

/** The café bears tax; customers say how they like their coffee; two QRIS payments wait, and one of them comes in. */
function taxedAndWaiting(shop: TestShop): void {
  const tax = { mode: "inclusive", rateBasisPoints: 1000, name: "PBJT makanan dan minuman" } as const;
  setTax(shop, shop.manager, { id: newId(), stallId: shop.stall.KAFE, fromMs: shop.tick(), ...tax });
  const coffee = sell(shop, [{ sku: "KOPI", quantity: 3, note: "Tanpa gula" }, "BATIK"]);
  refund(shop, coffee, [[1, 1]]);
  sell(shop, ["TAS"], { pay: "waiting" });
  const came = sell(shop, ["AIR"], { pay: "waiting" });
  confirmQris(shop, shop.cashier, { id: newId(), saleId: came.id, position: 0, confirmedAtMs: shop.tick() });
}
