// The journal: writes an entry that balances, and says what an account holds.
import { journalQueries } from "#db/queries/book";
import { type Account, account, type BalancedEntry } from "#rules/entry";
import { formatRupiah, type Rupiah, rupiah } from "#rules/money";
import { may } from "#rules/permissions";
import { refuse } from "#rules/refusal";
import { type Came, isAccepted } from "./came.ts";
import type { Shop, Who } from "./shop.ts";

export interface EntryOf {
  /** The event that moved the money, and what kind of event it was. */
  readonly eventId: string;
  readonly kind: string;
  readonly businessDay: string;
  readonly atMs: number;
}

/** Writes the entry inside the event's own write. */
export function post(shop: Shop, event: EntryOf, entry: BalancedEntry): void {
  const journal = shop.book.statements(journalQueries);
  const entryId = journal.insertEntry(event);
  for (const { account: code, amountRupiah } of entry.postings) {
    journal.insertPosting({ entryId, accountId: accountId(shop, code), amountRupiah });
  }
}

/** Ids of accounts that are surely saved; a new one is kept only after its commit, or a rollback would leave a wrong id. */
const known = new WeakMap<Shop["book"], Map<Account, number>>();

function accountId(shop: Shop, code: Account): number {
  const ids = known.get(shop.book) ?? new Map<Account, number>();
  known.set(shop.book, ids);
  const kept = ids.get(code);
  if (kept !== undefined) return kept;
  const journal = shop.book.statements(journalQueries);
  const id = journal.account.get({ code })?.id ?? journal.insertAccount({ code });
  shop.book.afterCommit(() => ids.set(code, id));
  return id;
}

/**
 * Refuses what the safe does not hold, unless a manager stands for it having been there; how much it holds is told to those who may see
 * the money.
 */
export function mustBeInSafe(shop: Shop, who: Who, amountRupiah: number, came?: Came): void {
  const inSafe = holds(shop, account.safe);
  if (amountRupiah <= inSafe || isAccepted(came)) return;
  // What comes later may be brought by somebody else, who is answered too.
  if (!came?.offline && may(who.roles, "see_money"))
    refuse("not_enough_money", { holds: formatRupiah(inSafe) });
  refuse("safe_too_empty");
}

/** What an account holds: the sum of its postings. */
export function holds(shop: Shop, code: Account): Rupiah {
  return rupiah(shop.book.statements(journalQueries).balance.get({ code })?.rupiah ?? 0);
}
