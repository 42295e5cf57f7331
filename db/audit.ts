// The book audits itself: a list of named promises, each a search for the rows that break it (house.md, 18).
import type { PromiseName } from "#rules/promises";
import { arrivalPromises } from "./audit/arrivals.ts";
import { chainPromises } from "./audit/chain.ts";
import { copyPromises } from "./audit/copies.ts";
import { makerPromises } from "./audit/makers.ts";
import { moneyPromises } from "./audit/money.ts";
import { numberPromises } from "./audit/numbers.ts";
import { peoplePromises } from "./audit/people.ts";
import { printPromises } from "./audit/prints.ts";
import { qrisPromises } from "./audit/qris.ts";
import { shiftPromises } from "./audit/shifts.ts";
import { shopPromises } from "./audit/shop.ts";
import { termPromises } from "./audit/terms.ts";
import { ticketPromises } from "./audit/tickets.ts";
import type { Orm } from "./open.ts";

export interface Promised {
  /** What is promised, in one sentence. */
  readonly name: PromiseName;
  /** The rows that break it, each in words that lead to it; none when it holds. */
  readonly broken: (orm: Orm) => Iterable<string>;
}

export interface Audited {
  readonly name: string;
  /** How many rows break the promise; counting stops at a thousand. */
  readonly broken: number;
  readonly examples: string[];
}

const promises: readonly Promised[] = [
  ...moneyPromises,
  ...makerPromises,
  ...shopPromises,
  ...numberPromises,
  ...arrivalPromises,
  ...shiftPromises,
  ...copyPromises,
  ...termPromises,
  ...qrisPromises,
  ...ticketPromises,
  ...printPromises,
  ...peoplePromises,
  ...chainPromises,
];

const MOST_COUNTED = 1000;
const MOST_SHOWN = 5;

/** Checks every promise; a clean book answers 0 for each. */
export function audit(orm: Orm): Audited[] {
  return promises.map(({ name, broken }) => {
    const examples: string[] = [];
    let count = 0;
    try {
      for (const example of broken(orm)) {
        count += 1;
        if (examples.length < MOST_SHOWN) examples.push(example);
        if (count >= MOST_COUNTED) break;
      }
    } catch (failure) {
      // What cannot even be read is broken too, and must not hide the other promises.
      count += 1;
      examples.push(
        `cannot be checked: ${failure instanceof Error ? failure.message.slice(0, 200) : failure}`,
      );
    }
    return { name, broken: count, examples };
  });
}
