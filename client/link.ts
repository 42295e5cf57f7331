// The line to the server as a drawn state machine: what each happening makes of each state, and nothing else.

/**
 *                silent                    answered
 *   online ◄────────────► offline ─────────────────────► catching_up
 *     ▲  │ queued                                         │  ▲    │
 *     │  └───────────────────────────────────────────────►│  │    │ blocked
 *     │                     emptied                       │  │    ▼
 *     └───────────────────────────────────────────────────┘  └─ needs_you
 *                                                      unblocked
 *
 * online: it answers and nothing waits. offline: it does not answer. catching_up: it answers, and what waited goes out.
 * needs_you: it answers, and something cannot go on without a person.
 */
export const LINK_STATES = ["online", "offline", "catching_up", "needs_you"] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** Real answers are the only proof that there is a line (L7); the browser's opinion is no event. */
export const LINK_EVENTS = ["answered", "silent", "queued", "emptied", "blocked", "unblocked"] as const;
export type LinkEvent = (typeof LINK_EVENTS)[number];

const table: Readonly<Record<LinkState, Readonly<Record<LinkEvent, LinkState>>>> = {
  online: {
    answered: "online",
    silent: "offline",
    queued: "catching_up",
    emptied: "online",
    blocked: "needs_you",
    unblocked: "online",
  },
  // Whatever else happens while nothing answers, nothing answers.
  offline: {
    answered: "catching_up",
    silent: "offline",
    queued: "offline",
    emptied: "offline",
    blocked: "offline",
    unblocked: "offline",
  },
  catching_up: {
    answered: "catching_up",
    silent: "offline",
    queued: "catching_up",
    emptied: "online",
    blocked: "needs_you",
    unblocked: "catching_up",
  },
  needs_you: {
    answered: "needs_you",
    silent: "offline",
    queued: "needs_you",
    emptied: "online",
    blocked: "needs_you",
    unblocked: "catching_up",
  },
};

export function nextLink(state: LinkState, event: LinkEvent): LinkState {
  return table[state][event];
}

/** How things stand, as happenings in the order in which they are told: the line first, then the queue, then what holds it up. */
export function linkEvents(now: { answers: boolean; waits: boolean; blocked: boolean }): LinkEvent[] {
  return [
    now.answers ? "answered" : "silent",
    now.waits ? "queued" : "emptied",
    now.blocked ? "blocked" : "unblocked",
  ];
}
