// Who is at this screen, as state: what the server last said, who signed in without it, the lock, and the acts of signing in and out.
import { batch, createEffect, createResource, createSignal, on, onCleanup, untrack } from "solid-js";
import type { StaffId } from "#rules/ids";
import type { Right } from "#rules/permissions";
import { type Session, sessionSchema } from "#rules/session";
import { answerOf, api, Refused, signInsAsked, Unreachable, wireUp } from "./api.ts";
import { aheadMs, heardServerTime } from "./clock.ts";
import { inTime } from "./in-time.ts";
import { createLocalSignIn, type Verdict } from "./local-sign-in.ts";
import { keepLocked, keptLocked } from "./locked.ts";
import type { Memory } from "./memory.ts";

/** After this long without a first answer the screens open from what the till remembers. */
const patienceMs = 3000;
/** After this long without an answer whoever signs in at a till is let in by the till. */
const signInPatienceMs = 4000;
/** A payment is not interrupted for a PIN; whether it is over is looked at this often. */
const calmMs = 500;

/** What the screen for signing in has to tell before anything else. */
export interface SignInNotice {
  /** `wrong`: the PIN typed meanwhile was not theirs. `again`: it has to be typed once more. */
  readonly is: "wrong" | "again";
  readonly name: string;
}

/** Nothing came back, or a server that stumbles over whatever it is asked: it has not said who is here. */
const noAnswer = (failure: unknown): boolean =>
  failure instanceof Unreachable || (failure instanceof Refused && failure.code === "broken");

export function createSession(memory: Memory) {
  const [failure, setFailure] = createSignal<unknown>(null);
  const [remembered, setRemembered] = createSignal(false);
  const [notice, setNotice] = createSignal<SignInNotice | null>(null);
  const local = createLocalSignIn({ memory, session: () => kept.latest });

  /** What the server answered takes the place of what was remembered, here and on the disk. */
  const heard = (answered: Session): Session => {
    const shown = remembered() && !local.unjudged() ? kept.latest?.person : null;
    const stranger = shown && answered.person && shown.staffId !== answered.person.staffId ? shown : null;
    setRemembered(false);
    if (!stranger && !local.unjudged()) local.learn(answered);
    const session = stranger ? { ...answered, person: stranger } : local.seenThrough(answered);
    void memory.keep("session", session.book === "ready" ? session : null);
    // The cookie is of somebody else than who was shown here: nobody slips in by it, and it ends.
    if (stranger) askAgain(stranger.name, "again");
    // Where the names are the same, whoever is typing a PIN goes on typing.
    const staff = kept.latest?.staff;
    return staff && JSON.stringify(staff) === JSON.stringify(session.staff) ? { ...session, staff } : session;
  };
  /** Grows with every sign-in and sign-out: what was asked before one says nothing about who is here after it. */
  let turns = 0;
  const turnTo = (answered: Session): void => {
    turns += 1;
    mutate(heard(answered));
  };
  const ask = async (): Promise<Session | null> => {
    const [asked, askedAtMs] = [turns, Date.now()];
    try {
      const session = await answerOf(sessionSchema, api.session.$get());
      heardServerTime(session.serverMs, askedAtMs);
      await local.loaded;
      setFailure(null);
      return asked === turns ? heard(session) : (kept.latest ?? null);
    } catch (error) {
      setFailure(error);
      return null;
    }
  };
  const [kept, { mutate, refetch }] = createResource<Session | undefined>(async (_, { value }) => {
    const asked = ask();
    if (value) return (await asked) ?? (value as Session);
    const copy = await memory.recall("session");
    if (!copy) return (await asked) ?? undefined;
    const answered = await inTime(asked, patienceMs);
    if (answered) return answered;
    if (failure() !== null && !noAnswer(failure())) return undefined;
    setRemembered(true);
    // An answer that comes after all takes its place.
    void asked.then((session) => session && mutate(session));
    await local.loaded;
    return local.seenThrough(copy);
  });
  // Nothing can be shown before the first answer, so it is asked for until it comes.
  const timer = setInterval(() => {
    if ((!kept.latest || remembered()) && noAnswer(failure())) void refetch();
  }, 3000);
  onCleanup(() => clearInterval(timer));
  createEffect(on(signInsAsked, () => void refetch(), { defer: true }));

  const [locked, setLocked] = createSignal(keptLocked());
  const lockIs = (now: boolean) => {
    setLocked(now);
    keepLocked(now);
  };
  /** What must not be interrupted by a lock: a payment, an act on its way. */
  const awake = new Set<() => boolean>();
  const isAwake = () => [...awake].some((busy) => busy());

  let signingIn = false;
  let ending: Promise<void> | null = null;
  /** Ends the server's session of a screen that is locked, after what waits was tried (L6). */
  const endSession = async (): Promise<void> => {
    await local.send();
    if (!locked() || signingIn) return;
    ending ??= endNow().finally(() => {
      ending = null;
    });
    await ending;
  };
  const endNow = async () => {
    const answered = await answerOf(sessionSchema, api.session.$delete()).catch(() => null);
    if (answered) turnTo(answered);
  };
  const askAgain = (name: string, is: SignInNotice["is"]) => {
    batch(() => {
      turns += 1;
      local.forget();
      setNotice({ is, name });
      lockIs(true);
    });
  };

  let settling: Promise<void> | null = null;
  let later: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(later));
  /** Once the server answers it is asked what it says of whoever signed in meanwhile; nothing is sent before. */
  const settle = (): void => {
    clearTimeout(later);
    if (settling || !wireUp()) return;
    const asked = local.unjudged();
    settling = local.askVerdict().then((verdict) => {
      settling = null;
      // Somebody else has signed in since: it is their turn.
      if (local.unjudged()?.id !== asked?.id) settle();
      else if (verdict) take(verdict);
    });
  };
  const take = (verdict: Verdict): void => {
    if (verdict.is === "later") {
      if (verdict.afterMs !== null) later = setTimeout(settle, verdict.afterMs);
    } else if (verdict.is === "proven")
      batch(() => {
        local.forget();
        turnTo(verdict.session);
      });
    else if (verdict.is === "again" && !locked() && isAwake()) later = setTimeout(settle, calmMs);
    else askAgain(verdict.name, verdict.is);
  };
  createEffect(() => {
    const here = kept.latest;
    if (!wireUp() || !here) return;
    const [typed, ends, asks] = [local.unjudged(), locked() && here.person, remembered()];
    untrack(() => {
      if (typed) settle();
      else if (ends) void endSession();
      else if (asks && !kept.loading) void refetch();
    });
  });
  const maySend = () => !local.unjudged() && !remembered() && person() !== null;
  createEffect(on(maySend, (may) => may && void local.send(), { defer: true }));

  const session = () => kept.latest;
  const person = () => session()?.person ?? null;
  /** Both at once: a lock that still held would end the session that has just begun. */
  const letIn = (view: Session) =>
    batch(() => {
      turns += 1;
      setNotice(null);
      lockIs(false);
      mutate(view);
    });
  /** By the server; null where it did not answer and this till knows them itself. */
  const signInThere = async (staffId: StaffId, pin: string): Promise<Session | null> => {
    const mayHere = local.knownHere(staffId) !== null && (await local.isTill());
    if (mayHere && !wireUp()) return null;
    const asked = answerOf(sessionSchema, api.session.$post({ json: { staffId, pin } }));
    if (!mayHere) return await asked;
    return await inTime(asked, signInPatienceMs).catch((error: unknown) => {
      if (error instanceof Unreachable) return null;
      throw error;
    });
  };
  const signIn = async (staffId: StaffId, pin: string): Promise<void> => {
    await Promise.all([ending, settling]);
    const name = session()?.staff.find((one) => one.staffId === staffId)?.name ?? "";
    try {
      const answered = await signInThere(staffId, pin);
      const known = local.knownHere(staffId);
      if (answered) {
        local.forget();
        letIn(heard(answered));
        return;
      }
      if (!known) throw new Refused("never_signed_in_here", { name });
      const view = await local.enter(known, pin);
      void memory.keep("session", view);
      letIn(view);
    } catch (error) {
      const unknown = error instanceof Unreachable && local.knownHere(staffId) === null;
      const stranger = unknown && (await local.isTill());
      throw stranger ? new Refused("never_signed_in_here", { name }) : error;
    }
  };

  return {
    session,
    person,
    /** Why there is no session yet. */
    failure,
    /** How far this device's clock is ahead of the server's, in whole minutes; below zero it is behind (Z2). */
    aheadMinutes: () => Math.trunc(aheadMs() / 60_000),
    /** Whether the person here may do it; what may not be done is not shown. */
    may: (right: Right) => person()?.rights.includes(right) ?? false,
    /** What a set-up or a sign-in answered. */
    take: turnTo,
    /** Nothing has answered since this page was opened: what it shows is what the till remembers. */
    remembered,
    refetch: async () => {
      await refetch();
    },
    signIn: async (staffId: StaffId, pin: string): Promise<void> => {
      signingIn = true;
      await signIn(staffId, pin).finally(() => {
        signingIn = false;
      });
    },
    /** Whether this name can be chosen now: while nothing answers, only those who have signed in on this till before. */
    offered: local.offered,
    letsIn: local.letsIn,
    /** Who is here typed a PIN that the server has not judged yet. */
    unproven: () => local.unjudged() !== null,
    notice,
    /** The till's door for those who sign in while nothing answers. */
    offersOffline: local.offersOffline,
    /** Whether who is here is known to the server, so that acts may be sent. */
    maySend,
    /** Nobody touched this till for a while: whoever comes next says who they are. The screen hides at once, answered or not. */
    locked,
    lock: () => lockIs(true),
    isAwake,
    /** While `busy` says so, this screen is not locked. */
    keepAwake: (busy: () => boolean) => {
      awake.add(busy);
      onCleanup(() => awake.delete(busy));
    },
    /** After what waits was tried. Where nothing answers the screen is locked, and the session ends as soon as it can be told. */
    signOut: async () => {
      await local.send();
      try {
        if (local.unjudged()) throw new Unreachable("not judged yet");
        turnTo(await answerOf(sessionSchema, api.session.$delete()));
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error;
        lockIs(true);
      }
    },
  };
}
