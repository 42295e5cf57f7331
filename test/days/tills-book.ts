// What a book says, for comparing two: every table but what tells how and when its acts arrived, sorted, without numbers that the database gave.
import Database from "better-sqlite3";

/** What may differ between two ways to the same book, and why. */
const differs: Record<string, string> = {
  acts: "the chain: the order and the moments of arrival",
  arrivals: "how an act came",
  sign_ins: "who said who they are, and when",
  sessions: "the same",
  shop_keys: "the shop's own secret",
  __drizzle_migrations: "no part of the book",
  accounts: "their codes stand beside the postings",
  entries: "read with their postings",
  postings: "read with their accounts",
};
/** The server's clock, and hashes that hang on the order of arrival. */
const columns = new Set(["received_at_ms", "recorded_at_ms"]);

export type Said = Record<string, string[]>;

/** `path`: a book that nobody writes now. */
export function said(path: string): Said {
  const book = new Database(path, { readonly: true });
  try {
    const tables = book
      .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
      .pluck()
      .all() as string[];
    const compared = tables.filter((name) => !(name in differs));
    const rows = Object.fromEntries(
      compared.map((name) => [name, sorted(book.prepare(`select * from "${name}"`).all())]),
    );
    const postings = book
      .prepare(
        `select e.event_id, e.kind, e.business_day, e.at_ms, a.code, p.amount_rupiah
         from postings p join entries e on e.id = p.entry_id join accounts a on a.id = p.account_id`,
      )
      .all();
    const balances = book
      .prepare(
        `select a.code, sum(p.amount_rupiah) as rupiah from postings p join accounts a on a.id = p.account_id group by a.code`,
      )
      .all();
    return { ...rows, postings: sorted(postings), balances: sorted(balances) };
  } finally {
    book.close();
  }
}

function sorted(rows: readonly unknown[]): string[] {
  return rows
    .map((row) => JSON.stringify(row, (key, value) => (columns.has(key) ? undefined : value)))
    .sort();
}
