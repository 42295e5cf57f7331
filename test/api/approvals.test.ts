// A manager's approval on the spot: for one act, once, with both people on record.
import { describe, expect, test } from "vitest";
import { markOf } from "#domain/acts";
import { contents } from "../contents.ts";
import { cleanBook, newId, testShop } from "../shop.ts";
import { saleCommand } from "../till.ts";
import { apiOf, refusalOf } from "./asking.ts";

describe("a manager's approval on the spot", () => {
  test("serves the act that it names, once; both people are recorded", async () => {
    const shop = await testShop();
    const cashier = await apiOf(shop).cashier();
    const command = saleCommand(shop, [{ sku: "KOPI", discount: 6_000 }]);
    const first = await cashier.ask("POST", "/sales", command);
    expect(first.body).toMatchObject({
      refusal: { code: "approval_needed", facts: { needs: "net_below_shares", mark: markOf(command) } },
    });
    const mark = markOf(command);
    const given = async (forId: string) => {
      const body = { id: newId(), forId, mark, staffId: shop.manager.staffId, pin: shop.pins.manager };
      expect((await cashier.ask("POST", "/approvals", body)).status).toBe(200);
      return body.id;
    };
    const another = await given(newId());
    expect(refusalOf(await cashier.ask("POST", "/sales", { ...command, approvalId: another }))).toBe(
      "approval_needed",
    );
    expect(refusalOf(await cashier.ask("POST", "/sales", { ...command, approvalId: newId() }))).toBe(
      "approval_needed",
    );
    const approvalId = await given(command.id);
    // What was approved is this discount; a larger one under the same name is another act.
    const larger = saleCommand(shop, [{ sku: "KOPI", discount: 11_999 }], { id: command.id });
    const till = { till: command.till, receiptNumber: command.receiptNumber };
    expect(refusalOf(await cashier.ask("POST", "/sales", { ...larger, ...till, approvalId }))).toBe(
      "approval_needed",
    );
    expect((await cashier.ask("POST", "/sales", { ...command, approvalId })).status).toBe(200);
    const acts = contents(shop)["acts"] as { id: string; staff_id: number; approver_id: number }[];
    expect(acts.find((act) => act.id === command.id)).toMatchObject({
      staff_id: shop.cashier.staffId,
      approver_id: shop.manager.staffId,
    });
    const second = saleCommand(shop, [{ sku: "KOPI", discount: 6_000 }]);
    expect(refusalOf(await cashier.ask("POST", "/sales", { ...second, approvalId }))).toBe("approval_needed");
    await cleanBook(shop);
  });

  test("is none by who may not approve, nor for who is not signed in", async () => {
    const shop = await testShop();
    const api = apiOf(shop);
    const cashier = await api.cashier();
    const asked = { id: newId(), forId: newId(), mark: "a" };
    const own = { ...asked, staffId: shop.cashier.staffId, pin: shop.pins.cashier };
    expect(refusalOf(await cashier.ask("POST", "/approvals", own))).toBe("not_allowed");
    const given = { ...asked, staffId: shop.manager.staffId, pin: shop.pins.manager };
    expect(refusalOf(await api.stranger().ask("POST", "/approvals", given))).toBe("not_signed_in");
    expect((await cashier.ask("POST", "/approvals", given)).body).toEqual({ id: given.id });
    await cleanBook(shop);
  });

  test("needs a name of the act that it is for, and cannot be turned to another afterwards", async () => {
    const shop = await testShop();
    const cashier = await apiOf(shop).cashier();
    const body = { id: newId(), mark: "a", staffId: shop.manager.staffId, pin: shop.pins.manager };
    expect(refusalOf(await cashier.ask("POST", "/approvals", body))).toBe("invalid_request");
    expect((await cashier.ask("POST", "/approvals", { ...body, forId: newId() })).status).toBe(200);
    expect(refusalOf(await cashier.ask("POST", "/approvals", { ...body, forId: newId() }))).toBe(
      "id_conflict",
    );
  });
});
