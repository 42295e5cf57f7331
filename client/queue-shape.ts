// What a till's queue is handed, what it holds, and what it says of an act.
import type { TillView } from "#rules/shift";
import type { ActsSent, SendActs } from "#rules/till-acts";
import type { Answer, CommandKind, Draft, KeptAct } from "./commands.ts";
import type { Refused } from "./refused.ts";
import type { TillDisk } from "./till-disk.ts";

export type Outcome<K extends CommandKind> =
  | { is: "accepted"; answer: Answer<K> }
  /** Promised, on disk, and numbered for ever: the screen may say done. */
  | { is: "kept"; act: KeptAct }
  /** Nothing was saved; the numbers are free again. */
  | { is: "refused"; refusal: Refused }
  /** On disk, not promised and not answered: it is repeated by itself, and nothing else is taken meanwhile. */
  | { is: "waiting" }
  /** An earlier act waits unpromised; this one was not taken. */
  | { is: "behind" };

export interface QueueNeeds {
  disk: TillDisk;
  /** Throws Refused or Unreachable. */
  send: (tillId: number, acts: SendActs) => Promise<ActsSent>;
  /** The server's counts of this till. */
  till: (tillId: number) => Promise<TillView>;
  /** The device's own clock, raw. */
  now: () => number;
  /** Under whose sign-in this act is done now, and by whom. */
  who: <K extends CommandKind>(kind: K, draft: Draft<K>) => Pick<KeptAct, "signInId" | "by">;
  /** Whether the last request was answered (L7). */
  up: () => boolean;
  /** Another tab of this till acts, and this one only looks on (D5). */
  mayAct?: () => boolean;
  /** Somebody is here whom the server knows, and it is the book of these acts. */
  maySend?: () => boolean;
  /** Null: the till may promise it by itself. */
  whyNotPromised?: <K extends CommandKind>(kind: K, draft: Draft<K>) => Refused | null;
  /** Another tab has taken over. */
  lost?: () => void;
  changed?: (state: QueueState) => void;
  /** Each act once as it is answered. */
  answered?: (act: KeptAct) => void;
  /** How long an act waits for its answer before it is promised. */
  patienceMs?: number;
  /** How long to wait before the next repeat, by how many there were. */
  pauseMs?: (repeats: number) => number;
}

export interface QueueState {
  /** Unanswered, in the order in which they are sent. */
  readonly acts: readonly KeptAct[];
  /** Answered, and not seen by whoever must see it. */
  readonly unseen: readonly KeptAct[];
  /** Records of this disk that nothing can read. */
  readonly unreadable: readonly unknown[];
  /** The act whose outcome somebody waits for at this moment. */
  readonly asking: string | null;
  readonly sending: boolean;
  /** Why nothing goes out though the server answers; null where it goes, or nobody answers. */
  readonly reason: Refused | null;
}
