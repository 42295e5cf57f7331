// The one table of role × right, held against what each role is for.
import { describe, expect, test } from "vitest";
import { may, RIGHTS, type Right, ROLES, type Role, STALL_ROLES } from "#rules/permissions";

const reading = RIGHTS.filter((right) => right.startsWith("see_"));

/** What moves money or goods, or says how they will move. */
const moving: readonly Right[] = [
  "sell",
  "refund",
  "run_shift",
  "move_drawer",
  "open_drawer",
  "confirm_qris",
  "receive_stock",
  "manage_products",
  "manage_makers",
  "pay_out",
  "manage_settings",
  "approve",
  "move_money",
  "match_settlements",
];

const rightsOf = (role: Role): Right[] => RIGHTS.filter((right) => may([role], right));

describe("the table of rights", () => {
  test("an auditor reads everything there is to read, and only reads", () => {
    expect([...rightsOf("auditor")].sort()).toEqual([...reading, "audit"].sort());
  });

  test("an administrator touches neither money nor goods, nor what decides about them", () => {
    expect(moving.filter((right) => may(["administrator"], right))).toEqual([]);
    expect(may(["administrator"], "manage_staff")).toBe(true);
  });

  test("only a manager approves, pays out, moves money and changes settings; a manager may all", () => {
    for (const right of ["approve", "pay_out", "move_money", "manage_settings", "manage_makers"] as const)
      expect(ROLES.filter((role) => may([role], right))).toEqual(["manager"]);
    expect(rightsOf("manager")).toEqual(RIGHTS);
  });

  test("who sees makers is no cashier and no storekeeper (UU PDP)", () => {
    expect(ROLES.filter((role) => may([role], "see_makers"))).toEqual(["companion", "auditor", "manager"]);
  });

  test("who may do a thing may also see it", () => {
    const pairs: readonly [Right, Right][] = [
      ["sell", "see_sales"],
      ["sell", "see_catalogue"],
      ["refund", "see_sales"],
      ["run_shift", "see_shift"],
      ["count_visitors", "see_visitors"],
      ["serve_tickets", "see_tickets"],
      ["receive_stock", "see_stock"],
      ["manage_products", "see_products"],
      ["manage_makers", "see_makers"],
      ["manage_settings", "see_settings"],
      ["manage_staff", "see_staff"],
      ["manage_printers", "print"],
      ["manage_tills", "see_shift"],
      ["move_money", "see_money"],
      ["match_settlements", "see_settlements"],
    ];
    for (const role of ROLES)
      for (const [doing, seeing] of pairs)
        expect([role, doing, !may([role], doing) || may([role], seeing)]).toEqual([role, doing, true]);
  });

  test("several roles may what any of them may, and none may nothing", () => {
    for (const right of RIGHTS) {
      expect(may([], right)).toBe(false);
      expect(may(["storekeeper", "auditor"], right)).toBe(
        may(["storekeeper"], right) || may(["auditor"], right),
      );
    }
    expect(STALL_ROLES).toEqual(["cashier", "storekeeper"]);
  });
});
