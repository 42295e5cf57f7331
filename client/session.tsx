// Who is at this screen: one session for all screens, and the acts of signing in and out.
import {
  batch,
  createContext,
  createEffect,
  createResource,
  createSignal,
  on,
  onCleanup,
  type ParentProps,
  useContext,
} from "solid-js";
import type { StaffId } from "#rules/ids";
import type { Right } from "#rules/permissions";
import { type Session, sessionSchema } from "#rules/session";
import { answerOf, api, signInsAsked, Unreachable, wireUp } from "./api.ts";
import { createMemory, type Memory } from "./memory.ts";
import type { TillDisk } from "./till-disk.ts";

/** After this long without a first answer the screens open from what the till remembers. */
const patienceMs = 3000;

export function createSession(memory: Memory) {
  const [failure, setFailure] = createSignal<unknown>(null);
  const [aheadMs, setAheadMs] = createSignal(0);
  const [remembered, setRemembered] = createSignal(false);
  /** What the server answered takes the place of what was remembered, here and on the disk. */
  const heard = (session: Session): Session => {
    setRemembered(false);
    void memory.keep("session", session.book === "ready" ? session : null);
    // Where the names are the same, whoever is typing a PIN goes on typing.
    const staff = kept.latest?.staff;
    return staff && JSON.stringify(staff) === JSON.stringify(session.staff) ? { ...session, staff } : session;
  };
  const ask = async (): Promise<Session | null> => {
    try {
      const session = await answerOf(sessionSchema, api.session.$get());
      setAheadMs(Date.now() - session.serverMs);
      setFailure(null);
      return heard(session);
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
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs));
    const answered = await Promise.race([asked, late]);
    if (answered) return answered;
    if (failure() !== null && !(failure() instanceof Unreachable)) return undefined;
    setRemembered(true);
    // An answer that comes after all takes its place.
    void asked.then((session) => session && mutate(session));
    return copy;
  });
  // Nothing can be shown before the first answer, so it is asked for until it comes.
  const timer = setInterval(() => {
    if ((!kept.latest || remembered()) && failure() instanceof Unreachable) void refetch();
  }, 3000);
  onCleanup(() => clearInterval(timer));
  createEffect(on(signInsAsked, () => void refetch(), { defer: true }));

  const [locked, setLocked] = createSignal(keptLocked());
  const lockIs = (now: boolean) => {
    setLocked(now);
    keepLocked(now);
  };
  // Locked while nothing answered: the server's session ends as soon as it can be told.
  createEffect(() => {
    if (locked() && kept.latest?.person && wireUp()) void endSession();
  });
  const endSession = async () => {
    const answered = await answerOf(sessionSchema, api.session.$delete()).catch(() => null);
    if (answered) mutate(heard(answered));
  };
  /** What must not be interrupted by a lock: a payment, an act on its way. */
  const awake = new Set<() => boolean>();

  const session = () => kept.latest;
  const person = () => session()?.person ?? null;
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
    take: (answered: Session) => mutate(heard(answered)),
    /** Nothing has answered since this page was opened: what it shows is what the till remembers. */
    remembered,
    refetch: async () => {
      await refetch();
    },
    signIn: async (staffId: StaffId, pin: string) => {
      const answered = await answerOf(sessionSchema, api.session.$post({ json: { staffId, pin } }));
      // Both at once: a lock that still held would end the session that has just begun.
      batch(() => {
        lockIs(false);
        mutate(heard(answered));
      });
    },
    /** Nobody touched this till for a while: whoever comes next says who they are. The screen hides at once, answered or not. */
    locked,
    lock: () => lockIs(true),
    isAwake: () => [...awake].some((busy) => busy()),
    /** While `busy` says so, this screen is not locked. */
    keepAwake: (busy: () => boolean) => {
      awake.add(busy);
      onCleanup(() => awake.delete(busy));
    },
    signOut: async () => {
      mutate(heard(await answerOf(sessionSchema, api.session.$delete())));
    },
  };
}

export type SessionStore = ReturnType<typeof createSession>;

const SessionContext = createContext<SessionStore>();

/** Stands once around the whole app. */
export function SessionProvider(props: ParentProps<{ disk: TillDisk }>) {
  return (
    <SessionContext.Provider value={createSession(createMemory(props.disk))}>
      {props.children}
    </SessionContext.Provider>
  );
}

export function useSession(): SessionStore {
  const store = useContext(SessionContext);
  if (!store) throw new Error("useSession() needs <SessionProvider> around the app.");
  return store;
}

/** The centre; screens behind the sign-in always have one. */
export function useCentre() {
  const { session } = useSession();
  return () => {
    const centre = session()?.centre;
    if (!centre) throw new Error("This screen stands before the centre is set up.");
    return centre;
  };
}

const lockedKey = "terkunci";

function keptLocked(): boolean {
  try {
    return localStorage.getItem(lockedKey) === "1";
  } catch {
    return false;
  }
}

function keepLocked(locked: boolean): void {
  try {
    localStorage.setItem(lockedKey, locked ? "1" : "");
  } catch {
    // A browser that keeps nothing forgets the lock on a reload; the session has ended all the same.
  }
}
