// Three simulated tills at one real shop: lives the same steps in fair weather or in foul, and says what the book holds in the end.
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { createApp } from "#api/app";
import { openBook } from "#db/open";
import { actQueries } from "#db/queries/acts";
import { signIn } from "#domain/sessions";
import { createTill, tillView } from "#domain/tills";
import type { TillView } from "#rules/shift";
import type { KeptAct } from "../../client/commands.ts";
import { newId, type TestShop, testShop } from "../shop.ts";
import { newFolder } from "./command-line.ts";
import { type Step, TILLS, type Weather } from "./tills-acts.ts";
import { type Said, said } from "./tills-book.ts";
import { handAt, type Job } from "./tills-hand.ts";
import { aPage, ENDED, type Page } from "./tills-page.ts";
import { aServer, type Server } from "./tills-wire.ts";

/** Who stands at a till: their session, and what their acts say of them. */
export interface Person extends Pick<KeptAct, "signInId" | "by"> {
  readonly cookie: string;
}

interface Ground {
  readonly shop: TestShop;
  readonly path: string;
  readonly people: Record<Job["by"], Person>;
  readonly tills: readonly TillView[];
}

let ground: Promise<Ground> | null = null;

/** A shop with three new tills, made once; each life begins on a copy of its book. */
async function prepare(): Promise<Ground> {
  const path = join(newFolder(), "ground.sqlite");
  const shop = await testShop({ path });
  const app = createApp(shop);
  const tills = Array.from({ length: TILLS }, (_, at) =>
    createTill(shop, shop.manager, { id: newId(), name: `Kasir ${at + 2}` }),
  );
  const people = { manager: await person("manager"), cashier: await person("cashier") };
  async function person(who: Job["by"]): Promise<Person> {
    const { staffId, name } = shop[who];
    const cookie = `sentra_session=${await signIn(shop, staffId, shop.pins[who])}`;
    const session = (await (await app.request("/api/session", { headers: { cookie } })).json()) as Person;
    return { cookie, signInId: session.signInId, by: { staffId, name } as Person["by"] };
  }
  const views = tills.map(({ tillId }) => tillView(shop, tillId));
  await shop.book.close();
  return { shop, path, people, tills: views };
}

let lives = 0;
/** No power is cut here that the disk would have to survive. */
const inAHurry = { synchronous: "OFF" } as const;

/** Lives the steps at three tills, each in weather of its own; answers what the book says once everything has arrived. */
export async function live(steps: readonly Step[], weathers: readonly Weather[]): Promise<Said> {
  ground ??= prepare();
  const { path: from, people, tills, ...made } = await ground;
  lives += 1;
  const path = join(newFolder(), "shop.sqlite");
  copyFileSync(from, path);
  const shop: TestShop = { ...made.shop, book: openBook(path, inAHurry) };
  shop.set("2025-07-15 09:00");
  const server = aServer(shop);
  const counters = await Promise.all(
    tills.map((view, at) =>
      aCounter(shop, server, people, view, at, weathers[at] ?? { fates: [], ends: [] }),
    ),
  );
  const under = counters.map((counter) => counter.begin(shop.tick()));
  await Promise.all(under);
  for (const step of steps) {
    const atMs = shop.tick();
    const before = under[step.till];
    const now = (async () => {
      await before;
      await counters[step.till]?.live(step, atMs);
    })();
    now.catch(() => {}); // it is told at the end
    under[step.till] = now;
    if (!step.overlaps) await now;
  }
  await Promise.all(under);
  for (const counter of counters) await counter.end();
  await server.deliverStrays();
  for (const counter of counters) await counter.agrees();
  expect(server.log).toEqual([]);
  const broken = (await shop.book.reader.read("audit", {})).filter((promise) => promise.broken > 0);
  expect(broken).toEqual([]);
  await shop.book.close();
  return said(path);
}

async function aCounter(
  shop: TestShop,
  server: Server,
  people: Ground["people"],
  view: TillView,
  at: number,
  weather: Weather,
) {
  let here = people.cashier;
  const { tillId, code, name, lastSeq, lastReceiptCount } = view;
  const place = { tillId, code, name, lastSeq, lastReceiptCount };
  const page: Page = await aPage({
    name: `till ${code} of life ${lives}`,
    device: { ...place, centreCode: "UJI", practice: false },
    server,
    weather,
    now: () => shop.now(),
    who: () => here,
  });
  const hand = handAt(shop, at + 1);

  /** Until the act that waits for an answer has one. */
  async function settled(id: string): Promise<"done" | "refused"> {
    for (let asked = 0; asked < 200; asked += 1) {
      const kept = (await page.disk.acts()).find((act) => act.id === id);
      if (!kept) return "done";
      if (kept.outcome?.is === "refused") return "refused";
      if (kept.outcome || kept.promised) return "done";
      await page.probe();
      await page.with((queue) => queue.retry());
    }
    throw new Error(`act ${id} of ${code} is never answered`);
  }

  async function does({ kind, by, draft, refused }: Job): Promise<void> {
    here = people[by];
    for (let tried = 0; tried < 100; tried += 1) {
      const outcome = await page.with((queue) => queue.act(kind, draft as never));
      if (outcome === ENDED) {
        // As a person would: looks whether the till has it, or the shop; where neither has, does it again.
        const kept = (await page.disk.acts()).some((act) => act.id === draft.id);
        const filed = kept || (await page.disk.paper(draft.id)) !== null;
        if (filed || inBook(shop, draft.id)) return await mustBe(await settled(draft.id));
        continue;
      }
      switch (outcome.is) {
        case "accepted":
        case "kept":
          return await mustBe("done");
        case "waiting":
          return await mustBe(await settled(draft.id));
        case "behind":
          throw new Error("nothing waits at this till, and yet something is behind it");
        case "refused":
          if (outcome.refusal.code !== "server_needed") return await mustBe("refused", outcome.refusal.code);
          await page.probe();
          await page.with((queue) => queue.retry());
      }
    }
    throw new Error(`${kind} was never taken by ${code}`);

    async function mustBe(became: "done" | "refused", why = ""): Promise<void> {
      expect(`${kind}: ${became} ${became === "refused" && !refused ? why : ""}`.trim()).toBe(
        `${kind}: ${refused ? "refused" : "done"}`,
      );
    }
  }

  return {
    begin: (atMs: number) => does(hand.open(atMs)),
    async live(step: Step, atMs: number): Promise<void> {
      if (step.probes) await page.probe();
      for (const job of hand.jobs(step, atMs)) await does(job);
    },
    /** The weather clears up, and all that was kept is sent. */
    async end(): Promise<void> {
      page.calm();
      for (let asked = 0; asked < 200; asked += 1) {
        const left = (await page.disk.acts()).filter((act) => act.outcome === null);
        if (left.length === 0) return;
        await page.probe();
        await page.with((queue) => queue.retry());
      }
      throw new Error(`${code} does not come to rest`);
    },
    /** The till and the book have counted equally far. */
    async agrees(): Promise<void> {
      const device = await page.disk.device();
      const known = tillView(shop, tillId);
      expect([device?.lastSeq, device?.lastReceiptCount]).toEqual([known.lastSeq, known.lastReceiptCount]);
      page.close();
    },
  };
}

function inBook(shop: TestShop, id: string): boolean {
  return shop.book.statements(actQueries).byId.get({ id }) !== undefined;
}
