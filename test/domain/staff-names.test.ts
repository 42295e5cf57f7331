// P5: a copy names who stood on the paper, whatever they are called by now.
import { beforeEach, expect, test } from "vitest";
import { changeMaker } from "#domain/makers";
import { moneyView, moveMoney } from "#domain/money";
import { confirmQris } from "#domain/qris-payments";
import { changeStaff } from "#domain/staff";
import type { StaffId } from "#rules/ids";
import { rupiah } from "#rules/money";
import type { PaperKind } from "#rules/paper";
import { type PrintingShop, printingShop } from "../printing.ts";
import { cleanBook, moveCash, newId, type TestShop } from "../shop.ts";
import { payOut, refund, sell, set } from "../till.ts";

let here: PrintingShop;
let shop: TestShop;
beforeEach(async () => {
  here = await printingShop();
  ({ shop } = here);
});

async function rename(who: TestShop["manager"], name: string): Promise<void> {
  const { staffId, roles } = who;
  const command = { id: newId(), staffId: staffId as StaffId, name, roles: [...roles], active: true };
  await changeStaff(shop, shop.manager, command);
}

const rowsOf = (paper: PaperKind, about: string) => here.ask(paper, about, { to: "screen" }).paper.rows;

test("approvers, who confirmed, and who handed money over keep their names on every copy", async () => {
  set(shop, { discountLimitBasisPoints: 0 });
  const approved = { approved: true, saleDiscount: 1_000, pay: [["waiting", 10_000]] } as const;
  const sale = sell(shop, ["BATIK", "KOPI"], approved);
  const seen = { id: newId(), saleId: sale.id, position: 0, confirmedAtMs: shop.tick() };
  confirmQris(shop, shop.cashier, seen);
  const back = refund(shop, sale, [[2, 1]], { inCash: true, approved: true });
  const slip = moveCash(shop, "cash_in", 5_000);
  const id = newId();
  const deposit = {
    from: "safe",
    to: "bank",
    amountRupiah: rupiah(1_000),
    reason: "Setoran",
    reference: "7",
  };
  moveMoney(shop, shop.manager, { id, ...deposit, movedAtMs: shop.tick() } as never);
  const paid = payOut(shop, "SARI", 1_000);
  const papers = [
    ["receipt", sale.id],
    ["refund", back.id],
    ["drawer_move", slip.id],
    ["deposit", id],
    ["payout", paid.id],
  ] as const;
  const originals = papers.map(([paper, about]) => rowsOf(paper, about));
  shop.tick();
  for (const name of ["Dewi Lestari", "Dewi Anggraini"]) await rename(shop.cashier, name);
  await rename(shop.manager, "Ibu Ratnasari");
  const sari = { makerId: shop.maker.SARI, name: "Sari Wulandari", program: "ATENSI", active: true } as const;
  changeMaker(shop, shop.manager, { id: newId(), ...sari, members: [] });
  shop.tick();
  for (const [index, [paper, about]] of papers.entries())
    expect(rowsOf(paper, about).slice(1), paper).toEqual(originals[index]);
  expect(moneyView(shop).moves).toHaveLength(1);
  const now = rowsOf("drawer_move", moveCash(shop, "cash_in", 5_000).id);
  expect(JSON.stringify(now)).toContain("Dewi Anggraini");
  await cleanBook(shop);
});
