// The browser closes the till's disk under the page, or a write that it told as failed has come through: nothing is lost, doubled or skipped.
import { forceCloseDatabase } from "fake-indexeddb";
import { deleteDB, openDB } from "idb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { sentenceOf } from "../../client/api.ts";
import { openTillDisk, type TillDisk } from "../../client/till-disk.ts";
import { createModelServer } from "./model-server.ts";
import { accepted, closeAll, device, id, newBook, sale, silent, till } from "./till-at-a-wire.ts";

/** Every connection that a page has opened in this test. */
const connections: IDBDatabase[] = [];
beforeEach(() => {
  connections.length = 0;
  const open = IDBFactory.prototype.open;
  vi.spyOn(IDBFactory.prototype, "open").mockImplementation(function (this: IDBFactory, ...asked) {
    const request = open.apply(this, asked);
    request.addEventListener("success", () => connections.push(request.result));
    return request;
  });
});
afterEach(() => {
  closeAll();
  vi.restoreAllMocks();
});
const browserCloses = () => {
  for (const db of connections) forceCloseDatabase(db as never);
};

describe("a disk that the browser has closed", () => {
  test("is opened again by itself: sales, parked carts and what is remembered go on, number after number", async () => {
    const { outbox, disk, sent } = await till(accepted);
    await outbox.act("sale", sale(1));
    browserCloses();
    expect(await outbox.act("sale", sale(2))).toMatchObject({ is: "accepted" });
    browserCloses();
    await disk.park("cart", { lines: 1 });
    browserCloses();
    expect([await disk.hasRoom(), await disk.parked()]).toEqual([true, [{ lines: 1 }]]);
    browserCloses();
    // Many at once open it once.
    const before = connections.length;
    expect((await Promise.all([disk.papers(), disk.device(), disk.recall("x")]))[0]).toHaveLength(2);
    expect(connections.length - before).toBe(1);
    expect(sent.map((act) => act.seq)).toEqual([8, 9]);
  });

  test("while nothing answers: what waits there is still sent, once", async () => {
    const server = createModelServer();
    const asked = await till(silent, newBook(), { send: async (_, json) => server.send(json) });
    asked.server.up = false;
    await asked.outbox.act("sale", sale(1));
    browserCloses();
    await asked.outbox.act("sale", sale(2));
    browserCloses();
    asked.server.up = true;
    await asked.outbox.retry();
    expect([...server.filed.values()].map(({ act }) => act.seq)).toEqual([8, 9]);
    expect(asked.outbox.unsent()).toBe(0);
  });

  test("stays fenced off where another tab has taken over meanwhile (D5)", async () => {
    const { outbox, disk } = await till(accepted);
    disk.fence("first");
    await disk.lease(() => ({ holder: "second", untilMs: 1 }));
    browserCloses();
    expect(await outbox.act("sale", sale(1))).toMatchObject({ refusal: { code: "till_elsewhere" } });
    expect(await disk.acts()).toEqual([]);
  });

  test("is not opened again by a page that has let it go", async () => {
    const disk = await openTillDisk(newBook());
    disk.close();
    await expect(disk.device()).rejects.toMatchObject({ name: "InvalidStateError" });
    expect(connections).toHaveLength(1);
  });

  test.each([
    ["a newer program has taken it", (book: string) => openDB(book, 99).then((db) => db.close()), 99],
    [
      "it was deleted: an empty one in its place would count from nought",
      (book: string) => deleteDB(book),
      undefined,
    ],
  ])("refuses clearly where it does not open: %s", async (_, happens, lies) => {
    const book = newBook();
    const asked = await till(silent, book);
    asked.server.up = false;
    await asked.outbox.act("sale", sale(1));
    browserCloses();
    await happens(book);
    const outcome = await asked.outbox.act("sale", sale(2));
    expect(outcome.is).toBe("refused");
    if (outcome.is === "refused") expect(sentenceOf(outcome.refusal)).toMatch(/muat ulang halaman ini/);
    // What this page knows to be unsent is still told as unsent.
    expect(asked.outbox.unsent()).toBe(1);
    expect((await indexedDB.databases()).find(({ name }) => name === book)?.version).toBe(lies);
  });
});

describe("a write that is told as failed and has come through", () => {
  /** The disk of which these steps, counted from the first, are through and nobody is told. */
  async function untold(...steps: number[]) {
    const disk = await openTillDisk(newBook());
    await disk.becomeTill(device);
    let taken = 0;
    const step: TillDisk["step"] = async (decide, of) => {
      taken += 1;
      const made = await disk.step(decide, of);
      if (steps.includes(taken)) throw new DOMException("gone", "AbortError");
      return made;
    };
    return { ...disk, step };
  }
  const atAServer = async (disk: TillDisk) => {
    const server = createModelServer();
    const asked = await till(accepted, newBook(), { disk, send: async (_, json) => server.send(json) });
    return { ...asked, server };
  };
  const sums = (server: ReturnType<typeof createModelServer>) =>
    [...server.filed.values()].map(({ act, result }) => [act.id, act.seq, result.is]);

  test("keeping the act: it is found there and goes on, and what comes next has the next number", async () => {
    const { outbox, server, disk } = await atAServer(await untold(1));
    expect(await outbox.act("sale", sale(1))).toMatchObject({ is: "accepted" });
    expect(await outbox.act("sale", sale(2))).toMatchObject({ is: "accepted" });
    expect(sums(server)).toEqual([
      [id(1), 8, "recorded"],
      [id(2), 9, "recorded"],
    ]);
    expect(outbox.unsent()).toBe(0);
    expect(await disk.device()).toMatchObject({ lastSeq: 9 });
  });

  test("its answer: it is not asked for without end, and is seen as answered", async () => {
    const { outbox, server } = await atAServer(await untold(2));
    expect((await outbox.act("sale", sale(1))).is).toMatch(/kept|waiting|accepted/);
    await outbox.retry();
    expect([outbox.unsent(), outbox.reason()]).toEqual([0, null]);
    expect(await outbox.act("sale", sale(2))).toMatchObject({ is: "accepted" });
    expect(sums(server).map(([, seq]) => seq)).toEqual([8, 9]);
  });

  test("its promise: it goes as promised, and a server that refused it unpromised holds it instead", async () => {
    let refuses = true;
    const server = createModelServer();
    server.poisoned.add(id(1));
    const asked = await till(accepted, newBook(), {
      disk: await untold(2),
      send: async (_, json) => {
        if (refuses) await new Promise((resolve) => setTimeout(resolve, 60));
        refuses = false;
        return server.send(json);
      },
    });
    expect(await asked.outbox.act("sale", sale(1))).toEqual({ is: "waiting" });
    await vi.waitFor(() => expect(asked.outbox.toRepair()).toHaveLength(1));
    expect(sums(server)).toEqual([[id(1), 8, "held"]]);
  });
});
