// Who may do what: one table of role × right.
import { z } from "zod";

export const ROLES = ["cashier", "manager"] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** Each right in the words of a centre. A route names exactly one. */
export const RIGHTS = [
  "sell",
  "refund",
  "count_visitors",
  "see_shift",
  "run_shift",
  "see_catalogue",
  "see_stock",
  "receive_stock",
  "manage_products",
  "see_makers",
  "manage_makers",
  "pay_out",
  "see_figures",
  "report",
  "manage_settings",
  "manage_staff",
  "manage_tills",
  "approve",
  "move_money",
  "audit",
] as const;
export type Right = (typeof RIGHTS)[number];

const cashier: readonly Right[] = [
  "sell",
  "refund",
  "count_visitors",
  "see_shift",
  "run_shift",
  "see_catalogue",
  "see_stock",
];

const table: Record<Role, ReadonlySet<Right>> = {
  cashier: new Set(cashier),
  manager: new Set(RIGHTS),
};

/** Whether any of a person's roles has the right. */
export function may(roles: readonly Role[], right: Right): boolean {
  return roles.some((role) => table[role].has(right));
}

/** A PIN: four to eight digits. */
export const pinSchema = z.string().regex(/^\d{4,8}$/, { error: "pin_not_digits" });
