// The places where one counts, as the server said them last: a device counts on at them while nothing answers.
import { type VisitsView, visitsViewSchema } from "#rules/visits";

const areasSchema = visitsViewSchema.shape.areas;

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
