// Puts a maker's money into short sentences, written to be read and to be heard.
import { amountInWords } from "#rules/amount-in-words";
import { type Day, formatDay } from "#rules/business-day";
import { formatRupiah } from "#rules/money";
import { formatQuantity } from "#rules/quantity";
import type { Statement, StatementRow } from "#rules/statement";
import type { Language } from "../words.ts";
import type { words } from "./words.ts";

type Spoken = (typeof words)["id"];

export interface Saying {
  kind: StatementRow["kind"];
  what: string;
  amount: string | null;
  day: string;
  /** The same with the amount in words, to be read aloud. */
  aloud: string;
}

/** The newest payout that was not taken back; null when there is none. */
export function lastPaid(statement: Statement): Extract<StatementRow, { payoutId: unknown }> | null {
  const reversed = new Set(
    statement.rows.flatMap((row) => (row.kind === "payout_reversed" ? [row.payoutId] : [])),
  );
  const found = statement.rows.find((row) => row.kind === "payout" && !reversed.has(row.payoutId));
  return found && "payoutId" in found ? found : null;
}

export function sayingOf(row: StatementRow, w: Spoken, language: Language): Saying {
  const size = Math.abs(row.amountRupiah);
  const day = formatDay(row.businessDay as Day, language);
  const what = whatOf(row, w);
  const amount = amountOf(row, w, formatRupiah(size));
  const heard = amountOf(row, w, amountInWords(size, language));
  return { kind: row.kind, what, amount, day, aloud: `${what}. ${heard ?? ""}.` };
}

function whatOf(row: StatementRow, w: Spoken): string {
  if ("payoutId" in row) return row.kind === "payout" ? w.paidOut : w.reversed;
  if (!("quantityMilli" in row)) return w.borne({ product: row.product });
  const of = { quantity: formatQuantity(Math.abs(row.quantityMilli)), unit: row.unit, product: row.product };
  return row.kind === "sale" ? w.sold(of) : w.refunded(of);
}

function amountOf(row: StatementRow, w: Spoken, amount: string): string | null {
  switch (row.kind) {
    case "sale":
      return w.yours({ amount });
    case "refund":
      return w.taken({ amount });
    case "payout":
      return w.paidAmount({ amount });
    case "borne":
    case "payout_reversed":
      return w.given({ amount });
  }
}
