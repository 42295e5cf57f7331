// Follows the line to the server: tells its machine what happens, asks whether the server is back, and sends what waits when it is.
import { createEffect, createMemo, on, onCleanup } from "solid-js";
import { type LinkState, linkEvents, nextLink } from "./link.ts";

interface LinkNeeds {
  /** The last request was answered by the server itself (L7). */
  answers: () => boolean;
  waits: () => boolean;
  blocked: () => boolean;
  /** Asks anything, only to hear whether it answers. */
  probe: () => Promise<unknown>;
  /** The server answers again. */
  back: () => void;
}

/** While nothing answers, the server is asked this often whether it is back. */
const probeMs = 5000;
/** A till where nobody presses anything hears this often that it still answers: who comes next is not told yesterday's news (L7). */
const stillMs = 30_000;

export function createLink(needs: LinkNeeds): () => LinkState {
  createEffect(() => {
    const everyMs = needs.answers() ? stillMs : probeMs;
    const timer = setInterval(() => void needs.probe().catch(() => {}), everyMs);
    onCleanup(() => clearInterval(timer));
  });
  createEffect(on(needs.answers, (up) => up && needs.back(), { defer: true }));
  return createMemo<LinkState>(
    (before) =>
      linkEvents({ answers: needs.answers(), waits: needs.waits(), blocked: needs.blocked() }).reduce(
        nextLink,
        before,
      ),
    "online",
  );
}
