// Doors with a PIN or a code behind them: who guesses wrong waits, longer each time, and starting the shop anew opens none of them.
import { doorQueries } from "#db/queries/doors";
import { refuse } from "#rules/refusal";
import type { Shop } from "./shop.ts";

/**
 * A door of somebody whom the book knows is kept in it, so that there are no more rows than people, cards and this. What a stranger made
 * up (it may be a PIN, typed into the wrong field) is only remembered for a while.
 */
export type Door = { readonly kept: string } | { readonly passing: string };

export const staffDoor = (staffId: number): Door => ({ kept: `staff:${staffId}` });
export const cardDoor = (makerId: number): Door => ({ kept: `card:${makerId}` });
/** One for all: a guess is tried against every code that is being shown. */
export const pairingDoor: Door = { kept: "display" };

interface Tries {
  readonly wrong: number;
  readonly untilMs: number;
}

const FREE_TRIES = 5;
/** Five wrong ones in a row lock a door for half a minute, each further one for twice as long. */
const FIRST_LOCK_MS = 30_000;
/** A quarter of an hour at most: whoever plays with the keys must not keep a manager out for the day. */
const MOST_DOUBLINGS = 5;
const LONGEST_LOCK_MS = FIRST_LOCK_MS * 2 ** MOST_DOUBLINGS;

/** Asks `fits` unless the door is locked; refuses `locked_out`, or `refusal` when it does not fit. */
export async function guarded(
  shop: Shop,
  door: Door,
  refusal: "wrong_pin" | "wrong_card" | "pairing_code_wrong",
  fits: () => Promise<boolean>,
): Promise<void> {
  // Counted before the answer is known, so that many guesses at once do not all pass the gate.
  await shop.book.soon(() => keep(shop, door, oneMore(triesAt(shop, door), shop.now())));
  if (!(await fits())) refuse(refusal);
  await shop.book.soon(() => forgive(shop, door));
}

/** The count begins anew: the right PIN came, or a new one was given. Inside a write. */
export function forgive(shop: Shop, door: Door): void {
  if ("kept" in door) shop.book.statements(doorQueries).open.run({ door: door.kept });
  else passing(shop).delete(door.passing);
}

/** Refuses `locked_out` while the lock lasts. One that lasts longer than any was made by a clock that stood wrong, and holds nobody. */
function oneMore(tries: Tries, nowMs: number): Tries {
  const waitMs = tries.untilMs - nowMs;
  if (waitMs > 0 && waitMs <= LONGEST_LOCK_MS) refuse("locked_out", { seconds: Math.ceil(waitMs / 1000) });
  const wrong = tries.wrong + 1;
  const doublings = Math.min(wrong - FREE_TRIES, MOST_DOUBLINGS);
  return { wrong, untilMs: wrong < FREE_TRIES ? 0 : nowMs + FIRST_LOCK_MS * 2 ** doublings };
}

const SHUT: Tries = { wrong: 0, untilMs: 0 };

function triesAt(shop: Shop, door: Door): Tries {
  if ("kept" in door) return shop.book.statements(doorQueries).byName.get({ door: door.kept }) ?? SHUT;
  return passing(shop).get(door.passing) ?? SHUT;
}

function keep(shop: Shop, door: Door, tries: Tries): void {
  if ("kept" in door) shop.book.statements(doorQueries).keep(door.kept, tries);
  else {
    const doors = passing(shop);
    doors.delete(door.passing);
    doors.set(door.passing, tries);
    for (const oldest of doors.keys()) {
      if (doors.size <= MOST_PASSING) break;
      doors.delete(oldest);
    }
  }
}

/** Guessed card codes must not fill the memory. */
const MOST_PASSING = 1000;
const strangers = new WeakMap<Shop, Map<string, Tries>>();

function passing(shop: Shop): Map<string, Tries> {
  const doors = strangers.get(shop) ?? new Map<string, Tries>();
  strangers.set(shop, doors);
  return doors;
}
