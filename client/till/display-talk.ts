// Tells the customer's screens what the till shows: at once in this browser, and by the server only while somebody watches.
import { createEffect, on, onCleanup } from "solid-js";
import { z } from "zod";
import type { Display } from "#rules/display";
import type { TillId } from "#rules/ids";
import { answerOf, api } from "../api.ts";

/** Keys that are pressed one after the other are told once. */
const restMs = 150;
/** As long as a pairing code holds, and a little longer: a screen may come at any moment. */
const expectedForMs = 15 * 60_000;
/** While nobody watches, a change is told to the server this rarely, to hear whether somebody does. */
const probeMs = 60_000;

interface TalkNeeds {
  tillId: () => TillId | null;
  face: () => Display;
  now?: () => number;
  show?: (tillId: TillId, display: Display) => Promise<number>;
}

export function createDisplayTalk(needs: TalkNeeds) {
  const now = needs.now ?? Date.now;
  const show = needs.show ?? tellServer;
  let channel: BroadcastChannel | null = null;
  let watching = 0;
  let lastToldMs = Number.NEGATIVE_INFINITY;
  let expectedUntilMs = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  createEffect(
    on(needs.tillId, (tillId) => {
      channel?.close();
      channel = tillId === null || !("BroadcastChannel" in globalThis) ? null : open(tillId);
    }),
  );
  const open = (tillId: TillId) => {
    const opened = new BroadcastChannel(`sentra-display:${tillId}`);
    // A screen that has just opened asks; what another tab of this till tells its screens is no question.
    opened.onmessage = (event) => typeof event.data === "string" && opened.postMessage(needs.face());
    return opened;
  };
  const tell = () => {
    const tillId = needs.tillId();
    if (tillId === null) return;
    const face = needs.face();
    channel?.postMessage(face);
    const isQuiet = watching === 0 && now() >= expectedUntilMs;
    if (isQuiet && now() - lastToldMs < probeMs) return;
    lastToldMs = now();
    // Never in the way of selling: what does not arrive is told with the next change.
    void show(tillId, face).then(
      (count) => (watching = count),
      () => {},
    );
  };
  createEffect(
    on(needs.face, () => {
      clearTimeout(timer);
      timer = setTimeout(tell, restMs);
    }),
  );
  onCleanup(() => {
    clearTimeout(timer);
    channel?.close();
  });
  return {
    /** A screen is being paired: from now on every change is told. */
    expect: () => {
      expectedUntilMs = now() + expectedForMs;
      tell();
    },
  };
}

export type DisplayTalk = ReturnType<typeof createDisplayTalk>;

const watchingSchema = z.object({ watching: z.int() });

async function tellServer(tillId: TillId, display: Display): Promise<number> {
  const { watching } = await answerOf(watchingSchema, api.displays.show.$post({ json: { tillId, display } }));
  return watching;
}
