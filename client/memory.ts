// The till's memory of what the server told it last, so that it can open while nothing answers: copies only, never acts.
import { z } from "zod";
import { catalogueSchema } from "#rules/catalogue";
import { actIdSchema, momentSchema, tillIdSchema } from "#rules/ids";
import { personSchema, type Session, sessionSchema } from "#rules/session";
import { tillViewSchema } from "#rules/shift";
import type { TillDisk } from "./till-disk.ts";

const memories = {
  /** The centre, its settings, who was here and who works here; a session view holds no PIN and no cookie. */
  session: sessionSchema,
  /** By book: who has signed in at the server on this device, and may so sign in while nothing answers. */
  people: z.record(z.string(), z.array(personSchema)),
  /** Who signed in while nothing answered, until the server has said whether it was them; of the PIN there is nothing in it. */
  typed: z.object({
    of: z.string(),
    id: actIdSchema,
    tillId: tillIdSchema,
    typedAtMs: momentSchema,
    person: personSchema,
  }),
  till: tillViewSchema,
  catalogue: z.object({
    /** The book it was read from. */
    of: z.string(),
    readAtMs: z.int(),
    catalogue: catalogueSchema,
  }),
};
export type Memories = { [K in keyof typeof memories]: z.output<(typeof memories)[K]> };

export interface Memory {
  /** `part`: one of several of its kind. */
  keep: <K extends keyof Memories>(what: K, value: Memories[K] | null, part?: string) => Promise<void>;
  /** What does not parse is dropped: it is a copy, and the server has the original. */
  recall: <K extends keyof Memories>(what: K, part?: string) => Promise<Memories[K] | null>;
}

export function createMemory(disk: Pick<TillDisk, "remember" | "recall">): Memory {
  return {
    keep: async (what, value, part) => {
      // A full disk has better things to keep.
      await disk.remember(placeOf(what, part), value ?? undefined).catch(() => {});
    },
    recall: async (what, part) => {
      const kept: unknown = await disk.recall(placeOf(what, part)).catch(() => undefined);
      if (kept === undefined) return null;
      const known = memories[what].safeParse(kept);
      if (known.success) return known.data as Memories[typeof what];
      await disk.remember(placeOf(what, part), undefined).catch(() => {});
      return null;
    },
  };
}

function placeOf(what: string, part = ""): string {
  return part === "" ? what : `${what} ${part}`;
}

/** Which book a session is of; null where there is no centre. */
export function bookOf(session: Session | undefined): string | null {
  return session?.centre ? `${session.centre.code} ${session.practice}` : null;
}

/** Whose view of which book a session is; null where nobody is here or there is no centre. */
export function viewOf(session: Session | undefined): string | null {
  const book = bookOf(session);
  return book === null || !session?.person ? null : `${book} ${session.person.staffId}`;
}
