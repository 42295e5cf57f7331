// Who may do what: one table of role × right.
import { z } from "zod";

export const ROLES = ["cashier", "storekeeper", "companion", "auditor", "manager", "administrator"] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** Each right in the words of a centre. A route names exactly one. */
export const RIGHTS = [
  "sell",
  "see_sales",
  "refund",
  "count_visitors",
  "see_visitors",
  "see_shift",
  "run_shift",
  "move_drawer",
  "open_drawer",
  "confirm_qris",
  "print",
  "see_tickets",
  "serve_tickets",
  "see_catalogue",
  "see_stock",
  "receive_stock",
  "see_products",
  "manage_products",
  "see_makers",
  "manage_makers",
  "pay_out",
  "see_figures",
  "report",
  "see_settings",
  "manage_settings",
  "see_staff",
  "manage_staff",
  "manage_tills",
  "manage_printers",
  "approve",
  "see_money",
  "move_money",
  "see_settlements",
  "match_settlements",
  "see_repairs",
  "settle_repairs",
  "audit",
] as const;
export type Right = (typeof RIGHTS)[number];

const cashier: readonly Right[] = [
  "sell",
  "see_sales",
  "refund",
  "count_visitors",
  "see_visitors",
  "see_shift",
  "run_shift",
  "move_drawer",
  "open_drawer",
  "confirm_qris",
  "print",
  "see_tickets",
  "serve_tickets",
  "see_catalogue",
  "see_stock",
];

const reading = RIGHTS.filter((right) => right.startsWith("see_"));

const table: Record<Role, ReadonlySet<Right>> = {
  cashier: new Set(cashier),
  storekeeper: new Set([
    "see_catalogue",
    "see_stock",
    "receive_stock",
    "see_products",
    "see_tickets",
    "serve_tickets",
  ]),
  /** A companion or social worker stands by the makers: sees what is theirs, and counts visitors. */
  companion: new Set(["see_makers", "see_catalogue", "see_visitors", "count_visitors"]),
  /** An auditor only reads. */
  auditor: new Set([...reading, "audit"]),
  manager: new Set(RIGHTS),
  /**
   * An administrator keeps people, tills and printers in order, and touches no money: so not the settings either, which say where QRIS
   * money goes, what is taxed and how much a cashier may give away.
   */
  administrator: new Set([
    "see_settings",
    "see_staff",
    "manage_staff",
    "manage_tills",
    "manage_printers",
    "print",
    "see_shift",
    "see_catalogue",
    "audit",
  ]),
};

/** Whether any of a person's roles has the right. */
export function may(roles: readonly Role[], right: Right): boolean {
  return roles.some((role) => table[role].has(right));
}

/** Roles that a person's stalls limit; every other role is of the whole centre, so that a limit would say what is not so. */
export const STALL_ROLES: readonly Role[] = ["cashier", "storekeeper"];

/** A PIN: four to eight digits. */
export const pinSchema = z.string().regex(/^\d{4,8}$/, { error: "pin_not_digits" });
