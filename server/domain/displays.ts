// The customer's screens: pairing one with a till, and passing on what the till shows; nothing of that is kept.
import { randomInt } from "node:crypto";
import type { Book } from "#db/open";
import { centreQueries, sessionQueries } from "#db/queries/centre";
import type { Display } from "#rules/display";
import { refuse } from "#rules/refusal";
import { guarded, pairingDoor } from "./doors.ts";
import { displayIs, openSession } from "./sessions.ts";
import type { Shop } from "./shop.ts";

const MINUTE = 60_000;
const PAIRING_MS = 10 * MINUTE;
const DISPLAY_SESSION_MS = 365 * 24 * 60 * MINUTE;
/** A till has one screen for its customer, and the ones before it that nobody unpaired. */
const MOST_SCREENS_OF_A_TILL = 4;
const MOST_WATCHING = 48;
/** A screen that cannot keep up misses what is in between: each face is whole, and only the newest matters. */
const MOST_WAITING = 16;

interface Pairing {
  readonly id: string;
  readonly tillId: number;
  readonly code: string;
  readonly expiresMs: number;
}

/** What goes on between tills and screens while the shop runs. */
interface Hub {
  readonly pairings: Map<number, Pairing>;
  readonly faces: Map<number, Display>;
  readonly watching: Set<Watching & { readonly tillId: number; tell(face: Display): void }>;
  closed: boolean;
}
const hubs = new WeakMap<Book, Hub>();

function hubOf(shop: Shop): Hub {
  const known = hubs.get(shop.book);
  if (known) return known;
  const hub: Hub = { pairings: new Map(), faces: new Map(), watching: new Set(), closed: false };
  hubs.set(shop.book, hub);
  return hub;
}

/** A code of six digits that pairs one screen with this till within ten minutes; the till's code before it is worth nothing any more. */
export function newPairing(
  shop: Shop,
  { id, tillId }: { readonly id: string; readonly tillId: number },
): { code: string; expiresMs: number } {
  tillRow(shop, tillId);
  const { pairings } = hubOf(shop);
  const shown = [...pairings.values()].filter((pairing) => pairing.expiresMs > shop.now());
  const asked = shown.find((pairing) => pairing.id === id);
  if (asked && asked.tillId !== tillId) refuse("id_conflict");
  if (asked) return { code: asked.code, expiresMs: asked.expiresMs };
  const expiresMs = shop.now() + PAIRING_MS;
  let code: string;
  do code = String(randomInt(1_000_000)).padStart(6, "0");
  while (shown.some((pairing) => pairing.code === code));
  pairings.set(tillId, { id, tillId, code, expiresMs });
  return { code, expiresMs };
}

/** Pairs the screen that types the code; returns the token for its cookie. Refuses `pairing_code_wrong`, or `locked_out` after five. */
export async function pairDisplay(shop: Shop, code: string, before?: string): Promise<string> {
  const { pairings } = hubOf(shop);
  let tillId = 0;
  await guarded(shop, pairingDoor, "pairing_code_wrong", async () => {
    const pairing = [...pairings.values()].find((one) => one.code === code && one.expiresMs > shop.now());
    if (!pairing) return false;
    pairings.delete(pairing.tillId); // good for one screen
    tillId = pairing.tillId;
    return true;
  });
  return shop.book.write(() => {
    const sessions = shop.book.statements(sessionQueries);
    const screens = sessions.displaysOf.all({ tillId });
    for (const { tokenHash } of screens.slice(0, Math.max(0, screens.length - MOST_SCREENS_OF_A_TILL + 1)))
      sessions.end.run({ tokenHash });
    return openSession(shop, { tillId }, DISPLAY_SESSION_MS, before);
  });
}

/** Which till the screen behind a cookie follows, in words. */
export function displaySession(
  shop: Shop,
  token: string | undefined,
): { till: string | null; centre: string | null } {
  const tillId = displayIs(shop, token);
  return {
    till: tillId === null ? null : tillRow(shop, tillId).name,
    centre: shop.book.statements(centreQueries).get.get()?.name ?? null,
  };
}

/** A till tells its screens what to show; answers how many are there to see it. Refuses `unknown_till`. */
export function show(
  shop: Shop,
  { tillId, display }: { readonly tillId: number; readonly display: Display },
): { watching: number } {
  tillRow(shop, tillId);
  const { faces, watching } = hubOf(shop);
  faces.set(tillId, display);
  const here = [...watching].filter((screen) => screen.tillId === tillId);
  for (const screen of here) screen.tell(display);
  return { watching: here.length };
}

export interface Watching {
  /** What to show next, first of all what is shown already; null when there is nothing more to wait for. */
  next(): Promise<Display | null>;
  /** Whether the screen is still paired. */
  readonly paired: () => boolean;
  stop(): void;
}

/** Follows the till that the screen behind this cookie is paired with. Refuses `not_signed_in`, or `too_many_screens`. */
export function watch(shop: Shop, token: string | undefined): Watching {
  const tillId = displayIs(shop, token) ?? refuse("not_signed_in");
  const hub = hubOf(shop);
  if (hub.watching.size >= MOST_WATCHING) refuse("too_many_screens");
  const waiting: Display[] = [hub.faces.get(tillId) ?? { stand: "idle" }];
  let wake: (() => void) | null = null;
  let over = hub.closed;
  const screen = {
    tillId,
    paired: () => displayIs(shop, token) === tillId,
    tell(face: Display) {
      waiting.push(face);
      if (waiting.length > MOST_WAITING) waiting.shift();
      wake?.();
    },
    async next() {
      while (waiting.length === 0 && !over)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      const face = over || !screen.paired() ? null : waiting.shift();
      if (!face) screen.stop();
      return face ?? null;
    },
    stop() {
      over = true;
      hub.watching.delete(screen);
      wake?.();
    },
  };
  if (!over) hub.watching.add(screen);
  return screen;
}

/** Lets every screen go, so that the server can close; they come back by themselves when it serves again. */
export function closeDisplays(shop: Shop): void {
  const hub = hubOf(shop);
  hub.closed = true;
  for (const screen of [...hub.watching]) screen.stop();
}

function tillRow(shop: Shop, tillId: number): { readonly name: string } {
  return shop.book.statements(centreQueries).tillById.get({ id: tillId }) ?? refuse("unknown_till");
}
