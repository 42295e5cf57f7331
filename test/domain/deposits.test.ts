// Deposits: money carried to the bank, the treasury and the region, with a slip's number and a reference.
import { describe, expect, test } from "vitest";
import { moneyView, moveMoney } from "#domain/money";
import type { MoveMoney } from "#rules/centre";
import { rupiah } from "#rules/money";
import { cleanBook, newId, type TestShop, testShop } from "../shop.ts";

const refusedAs = (code: string) => expect.objectContaining({ code });

describe("deposits", () => {
  const carry = (
    shop: TestShop,
    how: Pick<MoveMoney, "from" | "to"> & { amount: number; reference?: string },
  ) =>
    moveMoney(shop, shop.manager, {
      id: newId(),
      from: how.from,
      to: how.to,
      amountRupiah: rupiah(how.amount),
      movedAtMs: shop.tick(),
      reason: "Setoran",
      ...(how.reference === undefined ? {} : { reference: how.reference }),
    });

  test("carry a slip's number and the bank's or treasury's reference; what went to the state does not come back", async () => {
    const shop = await testShop();
    for (const to of ["bank", "treasury", "tax"] as const)
      expect(() => carry(shop, { from: "safe", to, amount: 1_000 })).toThrow(refusedAs("reference_needed"));
    carry(shop, { from: "safe", to: "bank", amount: 1_000_000, reference: "BRI 0012" });
    carry(shop, { from: "bank", to: "treasury", amount: 400_000, reference: "NTPN 77A1" });
    carry(shop, { from: "bank", to: "safe", amount: 50_000 });
    const view = carry(shop, { from: "safe", to: "tax", amount: 30_000, reference: "SSPD 5" });
    expect(view.moves.map(({ to, number, reference }) => [to, number, reference])).toEqual([
      ["tax", "UJI-SETOR-000003", "SSPD 5"],
      ["safe", null, null],
      ["treasury", "UJI-SETOR-000002", "NTPN 77A1"],
      ["bank", "UJI-SETOR-000001", "BRI 0012"],
    ]);
    const held = Object.fromEntries(
      moneyView(shop).places.map(({ place, holdsRupiah }) => [place, holdsRupiah]),
    );
    expect(held).toMatchObject({ treasury: 400_000, tax: -30_000, bank: 10_550_000, safe: 3_820_000 });
    for (const from of ["treasury", "tax"] as const)
      expect(() => carry(shop, { from, to: "safe", amount: 1 })).toThrow(refusedAs("money_only_goes_there"));
    await cleanBook(shop);
  });
});
