// Double entry: the accounts of a centre, and journal entries that cannot exist unless they balance.

import type { Fund } from "./arrangement.ts";
import { assert } from "./assert.ts";
import { type Rupiah, rupiah } from "./money.ts";
import type { Method } from "./sale.ts";

/** An account's code. Codes of people are their pseudonymous codes, never names. */
export type Account = string & { readonly brand?: "Account" };

export const account = {
  drawer: (tillCode: string): Account => `drawer:${tillCode}`,
  safe: "safe",
  bank: "bank",
  qris: "qris",
  /** QRIS payments whose notification nobody has seen yet. */
  qrisUnconfirmed: "qris_unconfirmed",
  edc: "edc",
  sales: (stallCode: string): Account => `sales:${stallCode}`,
  cost: (stallCode: string): Account => `cost:${stallCode}`,
  share: (stallCode: string): Account => `share:${stallCode}`,
  goods: "goods",
  payable: (makerCode: string): Account => `payable:${makerCode}`,
  savings: (makerCode: string): Account => `savings:${makerCode}`,
  vendor: (makerCode: string): Account => `vendor:${makerCode}`,
  fund: (fund: Fund): Account => `fund:${fund}`,
  /** The other side of the funds: what the centre has set aside out of its own margin. */
  setAside: "set_aside",
  /** PBJT held for the region. */
  tax: "tax",
  /** The state's own purse: what is deposited there has left the shop. */
  treasury: "treasury",
  rounding: "rounding",
  cashDifference: "cash_difference",
  writeOff: "write_off",
  /** Refunds after payout that the centre bears instead of the maker. */
  borne: "borne",
  opening: "opening",
  /** Money that came in or went out for a reason outside the shop. */
  outside: "outside",
} as const;

/** Where a payment's money stands until it is moved: cash in the till's drawer, transfers in the bank. */
export function moneyAccount(method: Method, tillCode: string, unconfirmed = false): Account {
  if (unconfirmed) return account.qrisUnconfirmed;
  return method === "cash" ? account.drawer(tillCode) : method === "transfer" ? account.bank : method;
}

export interface Posting {
  readonly account: Account;
  /** Above zero is debit, below zero credit. */
  readonly amountRupiah: Rupiah;
}

declare const balanced: unique symbol;
/** Postings that add up to zero; only `balance` makes one. */
export type BalancedEntry = { readonly postings: readonly Posting[]; readonly [balanced]: true };

/** Adds up postings of the same account (keeping the order they first appear in), drops those that cancel, and asserts that the rest is zero. */
export function balance(postings: readonly Posting[]): BalancedEntry {
  const byAccount = new Map<Account, number>();
  for (const posting of postings) {
    byAccount.set(posting.account, (byAccount.get(posting.account) ?? 0) + posting.amountRupiah);
  }
  const merged = [...byAccount]
    .filter(([, amount]) => amount !== 0)
    .map(([code, amount]) => ({ account: code, amountRupiah: rupiah(amount) }));
  const rest = merged.reduce((all, posting) => all + posting.amountRupiah, 0);
  assert(rest === 0, `an entry is out of balance by ${rest}`);
  return { postings: merged } as unknown as BalancedEntry;
}

/** `amount` from one account to another. */
export function move(amountRupiah: number, from: Account, to: Account): Posting[] {
  return [
    { account: to, amountRupiah: rupiah(amountRupiah) },
    { account: from, amountRupiah: rupiah(-amountRupiah) },
  ];
}
