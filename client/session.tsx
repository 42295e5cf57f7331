// The session's place around the app: one for all screens.
import { createContext, type ParentProps, useContext } from "solid-js";
import { createMemory } from "./memory.ts";
import { createSession } from "./session-state.ts";
import type { TillDisk } from "./till-disk.ts";

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
