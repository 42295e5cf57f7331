// The wire between simulated tills and the real shop: requests are lost, doubled, left unanswered, or arrive long after; the shop is started anew.
import { createApp } from "#api/app";
import { openBook } from "#db/open";
import type { RefusalCode } from "#rules/refusal";
import type { TillView } from "#rules/shift";
import type { ActsSent, SendActs } from "#rules/till-acts";
import { Refused, Unreachable } from "../../client/refused.ts";
import type { TestShop } from "../shop.ts";
import type { Fate } from "./tills-acts.ts";

/** Longer than a simulated till waits for an answer. */
export const HANG_MS = 12;

export interface Server {
  /** Whoever sends, by their cookie. */
  send(cookie: string, fate: Fate, tillId: number, sent: SendActs): Promise<ActsSent>;
  till(cookie: string, fate: Fate, tillId: number): Promise<TillView>;
  /** What is still on its way arrives now, in this order or the other way round. */
  deliverStrays(): Promise<void>;
  /** What it did wrong in its own eyes. */
  readonly log: readonly Error[];
}

export function aServer(shop: TestShop): Server {
  const log: Error[] = [];
  let app = createApp(shop, (failure) => log.push(failure));
  let under = 0;
  let starting: Promise<void> | null = null;
  const strays: { left: number; deliver: () => Promise<unknown> }[] = [];

  /** All that was under way is answered first: what a cut in the middle of a write does is shown on the built program. */
  async function restart(): Promise<void> {
    starting ??= (async () => {
      while (under > 0) await new Promise((resolve) => setImmediate(resolve));
      await shop.book.close();
      shop.book = openBook(shop.book.path, { synchronous: "OFF" });
      app = createApp(shop, (failure) => log.push(failure));
      starting = null;
    })();
    await starting;
  }

  async function ask<T>(cookie: string, path: string, body?: string): Promise<T> {
    while (starting !== null) await starting;
    under += 1;
    try {
      const method = body === undefined ? "GET" : "POST";
      const headers = { cookie, ...(body === undefined ? {} : { "content-type": "application/json" }) };
      const answer = await app.request(path, { method, headers, ...(body === undefined ? {} : { body }) });
      if (log[0]) throw log[0];
      const said = (await answer.json()) as T & { refusal?: { code: RefusalCode; facts: Refused["facts"] } };
      if (said.refusal) throw new Refused(said.refusal.code, said.refusal.facts);
      return said;
    } finally {
      under -= 1;
    }
  }

  /** Each request of anybody brings those nearer that were late. */
  async function due(): Promise<void> {
    for (const stray of strays) stray.left -= 1;
    const now = strays.filter(({ left }) => left <= 0);
    for (const stray of now) {
      strays.splice(strays.indexOf(stray), 1);
      await stray.deliver().catch(() => {}); // nobody hears what it is answered
    }
  }

  async function meet<T>(fate: Fate, deliver: () => Promise<T>): Promise<T> {
    await due();
    switch (fate) {
      case "fine":
        return await deliver();
      case "restart":
        await restart();
        return await deliver();
      case "twice": {
        await deliver().catch(() => {});
        return await deliver();
      }
      case "lost":
        throw new Unreachable("lost");
      case "unanswered":
        await deliver().catch(() => {});
        throw new Unreachable("unanswered");
      case "late":
        strays.push({ left: 2 + strays.length * 3, deliver });
        throw new Unreachable("late");
      case "hangs":
        await new Promise((resolve) => setTimeout(resolve, HANG_MS));
        return await deliver();
    }
  }

  return {
    log,
    send: (cookie, fate, tillId, sent) => {
      const body = JSON.stringify(sent); // as it is now, however late it arrives
      return meet(fate, () => ask<ActsSent>(cookie, `/api/tills/${tillId}/acts`, body));
    },
    till: (cookie, fate, tillId) => meet(fate, () => ask<TillView>(cookie, `/api/tills/${tillId}`)),
    async deliverStrays() {
      while (strays.length > 0)
        await strays
          .pop()
          ?.deliver()
          .catch(() => {});
    },
  };
}
