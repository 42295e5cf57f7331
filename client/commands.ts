// The acts of a till as data: what a draft of each kind holds, what lies on the disk of it, and what is sent.
import { z } from "zod";
import { momentSchema, staffIdSchema, tillIdSchema } from "#rules/ids";
import { type SentAct, sentActSchema, type TillActKind, tillActs } from "#rules/till-acts";
import { Refused } from "./refused.ts";

export type CommandKind = TillActKind;

export type Body<K extends CommandKind> = z.input<(typeof tillActs)[K]["body"]>;
export type Answer<K extends CommandKind> = z.output<(typeof tillActs)[K]["answer"]>;
/** An act before the outbox has numbered it. */
export type Draft<K extends CommandKind> = Omit<Body<K>, "till" | "receiptNumber">;

/** A tap for each visitor waits for none before it: it is on the disk as it is made, and no rule speaks against one more person. */
export function atOnce<K extends CommandKind>(kind: K, draft: Draft<K>): boolean {
  if (kind !== "visit") return false;
  const { count, undoes } = draft as Draft<"visit">;
  return count > 0 || undoes !== undefined;
}

/** Nothing without its answer: the drawer is compared with what the server knows. */
export const neverPromised: readonly CommandKind[] = ["count_shift", "close_shift"];

/** A clock whose battery is dead begins again in a year of no shop's; null where this moment can be one. */
export function clockRefusal(atMs: number): Refused | null {
  if (momentSchema.safeParse(atMs).success) return null;
  return new Refused("device_clock", { year: String(new Date(atMs).getUTCFullYear()) });
}

/** The body as it is kept. Throws Refused: `device_clock`, or `invalid_request` for anything else that no server could read. */
export function bodyOf<K extends CommandKind>(kind: K, draft: object): Body<K> {
  const read = tillActs[kind].body.safeParse(draft);
  if (read.success) return read.data as Body<K>;
  const [{ path, message } = { path: [], message: "" }] = read.error.issues;
  const field = path.join(".");
  const clock = field.endsWith("AtMs") ? clockRefusal(Number(Reflect.get(draft, field))) : null;
  throw clock ?? new Refused("invalid_request", { path: field, problem: message });
}

/** What an act says; `text` is its body as it is kept: JSON, to the letter. */
export function readBody<K extends CommandKind>(kind: K, text: string): Body<K> {
  return tillActs[kind].body.parse(JSON.parse(text)) as unknown as Body<K>;
}

export function readAnswer<K extends CommandKind>(kind: K, answer: unknown): Answer<K> {
  return tillActs[kind].answer.parse(answer) as Answer<K>;
}

const factsSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/** One act on the till's disk: unanswered, then answered until whoever must see the answer has seen it. */
export const keptActSchema = sentActSchema.extend({
  /** The till and the book that it is of: sent to no other, also where the device has become another till since. */
  tillId: tillIdSchema,
  centreCode: z.string(),
  practice: z.boolean(),
  /** Who did it; null where only the sign-in is known. */
  by: z.object({ staffId: staffIdSchema, name: z.string() }).nullable(),
  /** What whoever made it wants to find with it, as plain data: of a sale what its receipt says. */
  memo: z.unknown().optional(),
  outcome: z
    .discriminatedUnion("is", [
      z.object({ is: z.literal("accepted"), answer: z.unknown() }),
      z.object({ is: z.literal("refused"), code: z.string(), facts: factsSchema }),
      /** Promised, and on the server's repair list now. */
      z.object({ is: z.literal("held"), code: z.string(), facts: factsSchema }),
    ])
    .nullable(),
  /** Whoever had to see the outcome has seen it. */
  seen: z.boolean(),
});
export type KeptAct = z.infer<typeof keptActSchema>;

/** Sales and refunds have a paper, and stay readable on the device for some days. */
export function hasPaper({ kind, outcome }: Pick<KeptAct, "kind" | "outcome">): boolean {
  return (kind === "sale" || kind === "refund") && outcome?.is !== "refused";
}

/** What crosses the wire of it. */
export function sentOf(act: KeptAct): SentAct {
  const { id, kind, seq, receiptCount, signInId, body, digest, keptAtMs, promised } = act;
  return { id, kind, seq, receiptCount, signInId, body, digest, keptAtMs, promised };
}
