// The shop: what every verb is handed, and who is asking.
import type { Book } from "#db/open";
import { centreQueries } from "#db/queries/centre";
import type { Zone } from "#rules/business-day";
import type { Paper } from "#rules/paper";
import { may, type Right, type Role } from "#rules/permissions";
import type { PrintOutcome, PrintTarget } from "#rules/prints";
import { refuse } from "#rules/refusal";
import { type Came, isAccepted } from "./came.ts";

export interface Shop {
  /** Replaced only when a practice shop ends. */
  book: Book;
  /** Milliseconds since 1970 UTC; verbs never read a clock themselves. */
  readonly now: () => number;
  /** Asks for a backup of the book; it is made while the shop goes on, and a failure is told to whoever runs the shop. */
  readonly backUp: () => void;
  /** Sets the book aside and opens an empty one in its place. */
  readonly startOver: () => Promise<void>;
  readonly printer: PrinterDoor;
}

/** The way out to the printers. */
export interface PrinterDoor {
  /** Brings a paper to a printer and answers what came of it; it never throws. */
  readonly print: (target: PrintTarget, paper: Paper) => Promise<PrintOutcome>;
  /** Lets time pass between two tries. */
  readonly wait: (ms: number) => Promise<void>;
  /** A bug met while nobody waits for an answer. */
  readonly broke: (failure: Error) => void;
}

/** A person who acts, as the session or the command line knows them. */
export interface Who {
  readonly staffId: number;
  /** Pseudonymous; what the chain records. */
  readonly code: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The stalls they are limited to; null: all. */
  readonly stallIds: readonly number[] | null;
}

export function requireRight(who: Who, right: Right): void {
  if (!may(who.roles, right)) refuse("not_allowed");
}

/** Whether goods of this stall are theirs to sell, take back or receive. */
export function handles(who: Who, stallId: number): boolean {
  return who.stallIds === null || who.stallIds.includes(stallId);
}

/** Refuses `not_your_stall` to a person who is limited to other stalls, unless a manager stands for it. */
export function requireStall(who: Who, stallId: number, stallCode: string, came?: Came): void {
  if (!handles(who, stallId) && !isAccepted(came)) refuse("not_your_stall", { stall: stallCode });
}

export type CentreRow = NonNullable<ReturnType<ReturnType<typeof centreQueries>["get"]["get"]>> & {
  timeZone: Zone;
};

/** Whether there is a centre; asking writes nothing. */
export function isSetUp(shop: Shop): boolean {
  return shop.book.statements(centreQueries).get.get() !== undefined;
}

/** The centre's row; refuses `not_set_up` in an empty book. */
export function centreOf(shop: Shop): CentreRow {
  const row = shop.book.statements(centreQueries).get.get();
  return row ? (row as CentreRow) : refuse("not_set_up");
}
