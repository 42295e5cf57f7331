// The places where one counts, as the server said them last: a device counts on at them while nothing answers.
import { createEffect, on } from "solid-js";
import { type VisitsView, visitsViewSchema } from "#rules/visits";
import { answerOf, api } from "./api.ts";
import { useSession } from "./session.tsx";

const areasSchema = visitsViewSchema.shape.areas;

/** Read while the server answers, for whoever may count, so that they can be counted at when it does not. */
export function createKnownAreas(): void {
  const { session, person, may, remembered } = useSession();
  createEffect(
    on(
      () => !remembered() && may("count_visitors") && person()?.staffId,
      (here) => {
        const { centre, practice } = session() ?? {};
        if (!here || !centre) return;
        void answerOf(visitsViewSchema, api.visits.$get({ query: {} })).then(
          ({ areas }) => keepAreas(bookOfAreas(centre.code, practice), areas),
          () => {}, // They are read again by the next who signs in.
        );
      },
    ),
  );
}

export const bookOfAreas = (centreCode: string, practice: boolean | undefined): string =>
  `${centreCode}${practice ? ":latihan" : ""}`;

/** The places as the server said them last, by book; null where this device has never heard of them. */
export function readAreas(book: string): VisitsView["areas"] | null {
  try {
    const read = areasSchema.safeParse(JSON.parse(localStorage.getItem(areasOf(book)) ?? "null"));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

export function keepAreas(book: string, areas: VisitsView["areas"]): void {
  try {
    localStorage.setItem(areasOf(book), JSON.stringify(areas));
  } catch {
    // They are read again from the server.
  }
}

const areasOf = (book: string): string => `visitors:areas:${book}`;
