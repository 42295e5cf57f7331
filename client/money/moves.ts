// What money is carried for, and from where to where that can be.
import type { MONEY_PLACES, MoneyView } from "#rules/centre";
import { type Rupiah, sum } from "#rules/money";

export type Place = (typeof MONEY_PLACES)[number];

/** What it is carried for, in the order in which it happens most. */
export const PURPOSES = ["bank", "arrived", "treasury", "tax", "other"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** The first of each is what is offered. */
const ways: Record<Purpose, { from: readonly Place[]; to: readonly Place[] }> = {
  bank: { from: ["safe", "outside"], to: ["bank"] },
  arrived: { from: ["qris", "edc"], to: ["bank"] },
  treasury: { from: ["bank", "safe"], to: ["treasury"] },
  tax: { from: ["bank", "safe"], to: ["tax"] },
  other: { from: ["safe", "bank", "qris", "edc", "outside"], to: ["outside", "safe", "bank", "qris", "edc"] },
};

export function waysOf(purpose: Purpose): { from: readonly Place[]; to: readonly Place[] } {
  return ways[purpose];
}

/** Where it goes needs the number of a slip: the bank, the treasury and the region give one. */
export function needsReference(from: Place, to: Place): boolean {
  return from !== "outside" && (to === "bank" || to === "treasury" || to === "tax");
}

/** What is not the centre's to spend: it is held for the region, or is with the state already. */
const apart: readonly string[] = ["tax", "treasury"];

export function ownPlaces(view: MoneyView): MoneyView["places"] {
  return view.places.filter((one) => !apart.includes(one.place));
}

export function apartPlaces(view: MoneyView): MoneyView["places"] {
  return view.places.filter((one) => apart.includes(one.place));
}

export function inAll(places: MoneyView["places"]): Rupiah {
  return sum(places.map((one) => one.holdsRupiah));
}
