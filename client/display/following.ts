// Follows one till live: in the same browser by its channel, on another device by the server's events.
import { createSignal, onCleanup } from "solid-js";
import type { z } from "zod";
import { type Display, displaySchema, type displaySessionSchema } from "#rules/display";

export type Stand =
  /** It is not known yet whom this screen follows. */
  | { is: "asking" }
  | { is: "unpaired" }
  /** `lost`: nothing comes at the moment; what shows may be old. */
  | { is: "following"; lost: boolean };

export interface FollowingNeeds {
  /** The till that this browser itself is; null where it is none. */
  ownTill: () => Promise<number | null>;
  session: () => Promise<z.output<typeof displaySessionSchema>>;
  pair: (code: string) => Promise<z.output<typeof displaySessionSchema>>;
  openEvents: () => Pick<EventSource, "readyState" | "onopen" | "onerror" | "onmessage" | "close">;
  openChannel: (name: string) => Pick<BroadcastChannel, "onmessage" | "postMessage" | "close">;
  pauseMs?: number;
}

export const channelOf = (tillId: number) => `sentra-display:${tillId}`;
/** What a screen that has just opened says to its till, so that it shows at once what the till shows. */
export const ASK = "what-now";

const idle: Display = { stand: "idle" };
const usualPauseMs = 3000;
const closed = 2;

export function createFollowing(needs: FollowingNeeds) {
  const [stand, setStand] = createSignal<Stand>({ is: "asking" });
  const [display, setDisplay] = createSignal<Display>(idle);
  const [centre, setCentre] = createSignal<string | null>(null);
  let leave: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;

  /** What comes from elsewhere is a stranger's letter; what cannot be read changes nothing. */
  const show = (letter: unknown) => {
    const read = displaySchema.safeParse(letter);
    if (!read.success) return;
    setDisplay(read.data);
    setStand({ is: "following", lost: false });
  };
  const again = (work: () => Promise<void>) => {
    clearTimeout(timer);
    if (!over) timer = setTimeout(() => void work(), needs.pauseMs ?? usualPauseMs);
  };
  const followChannel = (tillId: number) => {
    const channel = needs.openChannel(channelOf(tillId));
    channel.onmessage = (event) => show(event.data);
    channel.postMessage(ASK);
    leave = () => channel.close();
    setStand({ is: "following", lost: false });
  };
  const followEvents = () => {
    const events = needs.openEvents();
    setStand({ is: "following", lost: false });
    events.onopen = () => setStand({ is: "following", lost: false });
    events.onmessage = (event) => show(parsed(event.data));
    // The browser comes back by itself after a lost line, but not after a refusal.
    events.onerror = () => {
      setStand({ is: "following", lost: true });
      if (events.readyState !== closed) return;
      events.close();
      again(look);
    };
    leave = () => events.close();
  };
  const look = async (): Promise<void> => {
    leave?.();
    const own = await needs.ownTill().catch(() => null);
    if (over) return;
    if (own !== null) return followChannel(own);
    try {
      const session = await needs.session();
      if (over) return;
      setCentre(session.centre);
      if (session.till === null) setStand({ is: "unpaired" });
      else followEvents();
    } catch {
      // Whoever was following stays with what is known; the server is asked until it answers.
      setStand((now) => (now.is === "asking" ? now : { is: "following", lost: true }));
      again(look);
    }
  };
  void look();
  onCleanup(() => {
    over = true;
    clearTimeout(timer);
    leave?.();
  });

  return {
    stand,
    display,
    centre,
    /** Throws what the server refused. */
    pair: async (code: string): Promise<void> => {
      const session = await needs.pair(code);
      setCentre(session.centre);
      setDisplay(idle);
      followEvents();
    },
  };
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
