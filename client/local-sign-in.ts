// Signing in while nothing answers: who may, what is kept for the server to judge, and the session asked for once it answers.
import { batch, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { RefusalCode } from "#rules/refusal";
import { type Person, type Session, sessionSchema } from "#rules/session";
import { type SealedFor, sealedFor } from "#rules/sign-ins";
import { answerOf, api, newId, Refused, Unreachable, wireUp } from "./api.ts";
import { shopNow } from "./clock.ts";
import type { Draft } from "./commands.ts";
import { bookOf, type Memories, type Memory } from "./memory.ts";
import type { Outcome } from "./outbox.ts";
import type { Device } from "./till-disk.ts";

/** What the till has for somebody who signs in while nothing answers. */
export interface OfflineDoor {
  /** Which till this device is in the session's book; null: none. */
  till: () => Promise<Pick<Device, "tillId"> | null>;
  /** On the disk, numbered and promised. */
  keep: (signIn: Draft<"sign_in">) => Promise<Outcome<"sign_in">>;
  /** Sends what waits; resolves when it is answered or nothing goes any more. */
  send: () => Promise<void>;
}

/** A sign-in that the server has not judged. After a reload its seal is gone, and with it the session that it was good for. */
interface Unjudged extends NonNullable<Memories["typed"]> {
  readonly sealedPin: string | null;
}

export type Verdict =
  | { is: "proven"; session: Session }
  /** `wrong`: the PIN was not theirs. `again`: the server opens no session for it any more. */
  | { is: "wrong" | "again"; name: string }
  /** Not known yet; to be asked again after so long, null: when the server answers. */
  | { is: "later"; afterMs: number | null };

/** Refusals that say nothing about the PIN. */
const passing: readonly RefusalCode[] = ["busy", "disk_full", "locked_out", "broken"];
const againMs = 5000;
/** What a page needs at once comes before what it needs when the server is gone. */
const preloadMs = 5000;

export function createLocalSignIn(needs: { memory: Memory; session: () => Session | undefined }) {
  const { memory, session } = needs;
  const [unjudged, setUnjudged] = createSignal<Unjudged | null>(null);
  const [people, setPeople] = createSignal<Memories["people"]>({});
  const [isTill, setIsTill] = createSignal(false);
  let door: OfflineDoor | null = null;
  let preload: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(preload));

  const loaded = (async () => {
    const [known, typed] = [await memory.recall("people"), await memory.recall("typed")];
    batch(() => {
      if (known) setPeople((learnt) => ({ ...known, ...learnt }));
      if (typed) setUnjudged((now) => now ?? { ...typed, sealedPin: null });
    });
  })();

  const isMine = async () => ((await door?.till().catch(() => null)) ?? null) !== null;
  createEffect(
    on([wireUp, session], ([up, here]) => {
      if (!up && here) void isMine().then(setIsTill);
    }),
  );

  /** Who this is, if they may sign in here while nothing answers. */
  const knownHere = (staffId: number): Person | null => {
    const here = session();
    const book = bookOf(here);
    if (book === null || !here?.sealKey || !here.staff.some((one) => one.staffId === staffId)) return null;
    return people()[book]?.find((one) => one.staffId === staffId) ?? null;
  };

  const forget = () => {
    setUnjudged(null);
    void memory.keep("typed", null);
  };

  return {
    loaded,
    unjudged,
    offersOffline: (given: OfflineDoor) => {
      door = given;
    },
    isTill: isMine,
    knownHere,
    /** Whether this till lets them in by itself now; their PIN is judged later. */
    letsIn: (staffId: number): boolean => !wireUp() && isTill() && knownHere(staffId) !== null,
    /** Whether this name can be chosen now. */
    offered: (staffId: number): boolean => wireUp() || !isTill() || knownHere(staffId) !== null,
    send: async (): Promise<void> => {
      await door?.send().catch(() => {});
    },
    forget,
    /** Somebody is here whom the server knows: from now on they may sign in on this device without it. */
    learn: (answered: Session) => {
      const { person } = answered;
      const book = bookOf(answered);
      if (!person || book === null || answered.book !== "ready") return;
      const known = (people()[book] ?? []).filter(
        (one) =>
          one.staffId !== person.staffId && answered.staff.some(({ staffId }) => staffId === one.staffId),
      );
      setPeople({ ...people(), [book]: [...known, person] });
      void memory.keep("people", people());
      preload ??= setTimeout(() => {
        void loadSeal().catch(() => {
          preload = undefined;
        });
      }, preloadMs);
    },
    /** The session as this screen shows it: with somebody here whom the server has not judged, the cookie's person never takes over. */
    seenThrough: (answered: Session): Session => {
      const typed = unjudged();
      if (!typed) return answered;
      if (typed.of === bookOf(answered)) return { ...answered, person: typed.person, signInId: typed.id };
      forget();
      return answered;
    },
    /** Keeps the sign-in for the server to judge and answers the view that is theirs. Throws Refused where it cannot be kept. */
    enter: async (person: Person, pin: string): Promise<Session> => {
      const here = session();
      const of = bookOf(here);
      const till = await door?.till();
      if (!here?.sealKey || of === null || !door || !till) throw new Unreachable("no till");
      const { sealPin } = await loadSeal();
      const { sealKey } = here;
      const as = { id: newId(), tillId: till.tillId, staffId: person.staffId, typedAtMs: shopNow() };
      const seal = (purpose: SealedFor) => sealPin(sealKey, pin, sealedFor(purpose, as));
      const [judge, sealedPin] = [await seal("judge"), await seal("session")];
      const before = unjudged();
      const typed = { of, id: as.id, tillId: as.tillId, typedAtMs: as.typedAtMs, person };
      // From here on nothing is sent under the cookie of whoever was here before.
      setUnjudged({ ...typed, sealedPin });
      try {
        const { id, staffId, typedAtMs } = as;
        mustBeKept(await door.keep({ id, staffId, typedAtMs, sealedPin: judge }));
      } catch (error) {
        setUnjudged(before);
        throw error;
      }
      await memory.keep("typed", typed);
      return { ...here, person, signInId: as.id };
    },
    /** Asks the server for the session of the sign-in; null where there is none to judge. */
    askVerdict: async (): Promise<Verdict | null> => {
      const typed = unjudged();
      if (!typed) return null;
      const { id, tillId, typedAtMs, sealedPin, person } = typed;
      const { staffId, name } = person;
      if (sealedPin === null) return { is: "again", name };
      try {
        const json = { id, tillId, staffId, typedAtMs, sealedPin };
        return { is: "proven", session: await answerOf(sessionSchema, api.session.offline.$post({ json })) };
      } catch (error) {
        if (!(error instanceof Refused)) return { is: "later", afterMs: wireUp() ? againMs : null };
        if (error.code === "locked_out")
          return { is: "later", afterMs: Number(error.facts["seconds"]) * 1000 };
        if (passing.includes(error.code)) return { is: "later", afterMs: againMs };
        if (error.code === "wrong_pin") return { is: "wrong", name };
        // The seal has served; the screen may wait for a calm moment to say so.
        setUnjudged({ ...typed, sealedPin: null });
        return { is: "again", name };
      }
    },
  };
}

export type LocalSignIn = ReturnType<typeof createLocalSignIn>;

function mustBeKept(outcome: Outcome<"sign_in">): void {
  if (outcome.is === "refused") throw outcome.refusal;
  if (outcome.is === "waiting" || outcome.is === "behind") throw new Refused("server_needed", {});
  if (outcome.is === "accepted" && !outcome.answer.proven) throw new Refused("wrong_pin", {});
}

/** In a file of its own, fetched while the server answers, so that it is there when it does not. */
async function loadSeal() {
  return await import("./seal.ts").catch((cause: unknown) => {
    throw new Unreachable("no seal", { cause });
  });
}
