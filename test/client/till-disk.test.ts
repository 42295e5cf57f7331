// The till's disk: a full one keeps nothing by halves, papers stay some days, and records of older programs and damaged ones are not lost.
import { openDB } from "idb";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Refused } from "../../client/refused.ts";
import { openTillDisk, type TillDisk } from "../../client/till-disk.ts";
import { createModelServer } from "./model-server.ts";
import {
  accepted,
  closeAll,
  count,
  device,
  held,
  id,
  newBook,
  range,
  sale,
  silent,
  soldOffline,
  till,
  wakes,
} from "./till-at-a-wire.ts";

afterEach(closeAll);

describe("a full disk", () => {
  const full = () => new DOMException("full", "QuotaExceededError");

  /** A disk that can take no more than so many writes of the queue. */
  async function tight(room: { steps: number }) {
    const disk = await openTillDisk(newBook());
    await disk.becomeTill(device);
    const step: TillDisk["step"] = async (decide, of) => {
      if (room.steps <= 0) throw new Refused("device_full", {});
      room.steps -= 1;
      return await disk.step(decide, of);
    };
    return { ...disk, step };
  }

  test("an act that does not fit is refused: nothing is kept, no number is taken, and the next one gets it", async () => {
    const room = { steps: 0 };
    const { outbox, disk, sent } = await till(accepted, newBook(), { disk: await tight(room) });
    expect(await outbox.act("sale", sale(1))).toMatchObject({
      is: "refused",
      refusal: { code: "device_full" },
    });
    expect([await disk.acts(), sent]).toEqual([[], []]);
    expect(await disk.device()).toMatchObject({ lastSeq: 7, lastReceiptCount: 4 });
    room.steps = 9;
    expect(await outbox.act("sale", sale(1))).toMatchObject({ is: "accepted" });
    expect(sent[0]).toMatchObject({ seq: 8 });
  });

  test("an answer that does not fit on the disk refuses nothing: the act lies there and is asked for again", async () => {
    const room = { steps: 1 };
    const server = createModelServer();
    const { outbox, disk } = await till(accepted, newBook(), {
      disk: await tight(room),
      send: async (_, json) => server.send(json),
    });
    expect(await outbox.act("sale", sale(1))).toEqual({ is: "waiting" });
    expect(await disk.device()).toMatchObject({ lastSeq: 8 });
    room.steps = 9;
    await outbox.retry();
    expect(outbox.settled()).toMatchObject({ id: id(1), outcome: { is: "accepted" } });
    expect(server.filed.size).toBe(1);
  });

  test("the reserve is let go for the act that needs it, and laid again where there is room", async () => {
    const book = newBook();
    const disk = await openTillDisk(book);
    await disk.becomeTill(device);
    expect(await disk.hasRoom()).toBe(true);
    const puts = IDBObjectStore.prototype.put;
    const raw = await openDB(book);
    const reserved = async () => (await raw.getKey("reserve", "room")) !== undefined;
    expect(await reserved()).toBe(true);
    let fits = false;
    const spied = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      if (!fits && this.name !== "device") throw full();
      return puts.apply(this, args as Parameters<typeof puts>);
    });
    const deletes = IDBObjectStore.prototype.delete;
    const freed = vi.spyOn(IDBObjectStore.prototype, "delete").mockImplementation(function (
      this: IDBObjectStore,
      key,
    ) {
      if (this.name === "reserve") fits = true;
      return deletes.call(this, key);
    });
    const { outbox } = await till(silent, book, { disk });
    expect(
      await outbox.act("open_drawer", {
        id: id(1),
        shiftId: sale(1).shiftId,
        reason: "x",
        openedAtMs: 1_616_000_000_000,
      } as never),
    ).toMatchObject({ is: "kept" });
    expect(await reserved()).toBe(false);
    fits = false;
    expect(await disk.hasRoom()).toBe(false);
    fits = true;
    expect(await disk.hasRoom()).toBe(true);
    spied.mockRestore();
    freed.mockRestore();
    expect(await reserved()).toBe(true);
    raw.close();
  });
});

describe("records of this disk", () => {
  test("papers stay readable for three days, answered or not, and a thousand at most", async () => {
    const disk = await openTillDisk(newBook());
    await disk.becomeTill(device);
    const dayMs = 86_400_000;
    const now = 1_616_000_000_000;
    const { outbox } = await till(accepted, newBook(), { disk });
    await outbox.act("sale", sale(1));
    await outbox.seen(id(1));
    const [paper] = await disk.papers();
    if (!paper) throw new Error("no paper");
    const others = range(2, 1003).map((n) => ({ ...paper, id: id(n), seq: n, keptAtMs: now - n }));
    const old = { ...paper, id: id(5000), keptAtMs: now - 3 * dayMs - 1 };
    await disk.step(() => ({ file: [...others, old] }));
    await disk.clearPapers(now);
    const left = await disk.papers();
    expect(left).toHaveLength(1000);
    expect([left.at(0)?.id, left.at(-1)?.id]).toEqual([id(1), id(1000)]);
    expect(await disk.paper(id(7))).toMatchObject({ seq: 7 });
    expect(await disk.paper(id(5000))).toBeNull();
  });

  test("what nothing can read is kept as it lies, counted as unsent and told; what can be filed goes to the repair list", async () => {
    const book = await soldOffline(2);
    const raw = await openDB(book);
    const whole = (await raw.get("acts", id(1))) as object;
    await raw.put("acts", { ...whole, by: 7, digest: "x", promised: "perhaps" }, id(1));
    await raw.put("acts", "scratched", "what was this");
    raw.close();
    const lost: unknown[] = [];
    const disk = await openTillDisk(book, (record) => lost.push(record));
    const server = createModelServer();
    const after = await till(accepted, book, { disk, send: async (_, json) => server.send(json) });
    await wakes(after);
    expect(server.filed.get(id(1))?.act).toMatchObject({ seq: 8, promised: true });
    expect(after.outbox.unreadable()).toEqual(["scratched"]);
    expect(after.outbox.unsent()).toBe(1);
    expect(lost).toContain("scratched");
    const later = await openDB(book);
    expect(await later.get("acts", "what was this")).toBe("scratched");
    later.close();
  });

  test("acts of another book are sent to no other, and those of another till of this book to theirs", async () => {
    const book = await soldOffline(2);
    const disk = await openTillDisk(book);
    await disk.becomeTill({ ...device, practice: true });
    const elsewhere = await till(accepted, book, { disk });
    await wakes(elsewhere);
    expect([elsewhere.requests.length, elsewhere.outbox.unsent()]).toEqual([0, 2]);
    await disk.becomeTill({ ...device, tillId: 2 as never, code: "K2", lastSeq: 0, lastReceiptCount: 0 });
    const tills: number[] = [];
    const moved = await till(accepted, book, {
      disk,
      send: async (tillId, json) => {
        tills.push(tillId);
        return { results: json.acts.map((act) => ({ id: act.id, is: "recorded" as const, answer: {} })) };
      },
    });
    await moved.outbox.act("sale", sale(3));
    expect(tills[0]).toBe(1);
    expect(tills.at(-1)).toBe(2);
    expect(moved.outbox.unsent()).toBe(0);
  });

  test("a count that waits for another book's server holds up nothing in this one", async () => {
    const before = await till(silent);
    expect(await before.outbox.act("count_shift", count(1))).toEqual({ is: "waiting" });
    before.close();
    const disk = await openTillDisk(before.book);
    await disk.becomeTill({ ...device, practice: true, lastSeq: 0, lastReceiptCount: 0 });
    const after = await till(accepted, before.book, { disk });
    await wakes(after);
    expect(after.outbox.waiting()).toBeNull();
    expect(await after.outbox.act("sale", sale(2))).toMatchObject({ is: "accepted" });
    expect(after.sent.map((act) => act.id)).toEqual([id(2)]);
    expect(after.outbox.queue().map((act) => act.id)).toEqual([id(1)]);
  });

  test("acts of versions 1 to 3 become acts of this one: sales that waited are promised, a count is not", async () => {
    const book = newBook();
    const old = await openDB(book, 3, {
      upgrade(opened) {
        for (const shelf of ["device", "acts", "parked", "memory"]) opened.createObjectStore(shelf);
      },
    });
    await old.put("device", { ...device, lastSeq: 9, lastReceiptCount: 5 }, "till");
    const seen = {
      id: id(1),
      kind: "sale",
      body: { ...sale(1), till: { tillId: 1, seq: 8 }, receiptNumber: "KARTINI-K1-000005" },
      keptAtMs: 5,
      outcome: { is: "accepted", answer: { id: id(1) } },
    };
    const counted = {
      id: id(2),
      kind: "count_shift",
      body: { ...count(2), till: { tillId: 1, seq: 9 } },
      keptAtMs: 6,
      outcome: null,
    };
    await old.put("acts", seen, id(1));
    await old.put("acts", counted, id(2));
    await old.put("acts", { broken: true }, "odd");
    old.close();
    const after = await till(() => held("x"), book);
    await after.outbox.start();
    expect(
      (await after.disk.acts()).map((act) => [act.id, act.seq, act.receiptCount, act.promised, act.tillId]),
    ).toEqual([
      [id(1), 8, 5, false, 1],
      [id(2), 9, null, false, 1],
    ]);
    expect(after.outbox.settled()?.id).toBe(id(1));
    expect(after.outbox.unreadable()).toEqual([{ broken: true }]);
    expect(await after.disk.device()).toMatchObject({ lastSeq: 9, lastReceiptCount: 5 });
  });
});
