// The write door: all of a write or nothing, savepoints inside, effects after the commit, several writes in one.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, expectTypeOf, test } from "vitest";
import { type Book, type Now, openBook } from "#db/open";
import { perform } from "#domain/acts";
import { createStall } from "#domain/centre";
import { tillView } from "#domain/tills";
import { refuse } from "#rules/refusal";
import { contents } from "../contents.ts";
import { cleanBook, newId, testShop } from "../shop.ts";
import { sell } from "../till.ts";
import { driverOf } from "./rows.ts";

let book: Book;
beforeEach(() => {
  book = openBook(":memory:");
  book.orm.run(sql`create table notes (word text not null unique)`);
});

const write = (word: string): void => void book.orm.run(sql`insert into notes values (${word})`);
/** Writes, and then answers this. */
function writing<T>(word: string, answer: T | (() => T)): T {
  write(word);
  return answer instanceof Function ? answer() : answer;
}
const words = (): string[] =>
  book.orm.all<{ word: string }>(sql`select word from notes order by rowid`).map((row) => row.word);
const refusedAs = (code: string) => expect.objectContaining({ code });

describe("a write", () => {
  test("saves all of it, or nothing", () => {
    expect(book.write(() => writing("satu", 1))).toBe(1);
    expect(() =>
      book.write(() => {
        write("dua");
        refuse("not_found");
      }),
    ).toThrow(refusedAs("not_found"));
    expect(() =>
      book.write(() => {
        write("tiga");
        write("satu"); // breaks a rule of SQLite
      }),
    ).toThrow(
      expect.objectContaining({ cause: expect.objectContaining({ code: "SQLITE_CONSTRAINT_UNIQUE" }) }),
    );
    expect(words()).toEqual(["satu"]);
  });

  test("inside another is a savepoint: what it refuses is gone, the rest stays", () => {
    book.write(() => {
      write("luar");
      expect(() =>
        book.write(() => {
          write("dalam");
          book.write(() => write("terdalam"));
          refuse("not_found");
        }),
      ).toThrow(refusedAs("not_found"));
      book.write(() => write("sesudahnya"));
    });
    expect(words()).toEqual(["luar", "sesudahnya"]);
  });

  test("that fails outside takes along what was saved inside", () => {
    expect(() =>
      book.write(() => {
        book.write(() => write("dalam"));
        refuse("not_found");
      }),
    ).toThrow();
    expect(words()).toEqual([]);
    book.write(() => write("lagi"));
    expect(words()).toEqual(["lagi"]);
  });

  test("does not take work that waits: a promise is an error of types", () => {
    expectTypeOf<Now<Promise<number>>>().toBeNever();
    expectTypeOf<Now<number>>().toEqualTypeOf<number>();
    expectTypeOf(async () => 1).not.toExtend<() => Now<Promise<number>>>();
    expectTypeOf<Book["write"]>().parameter(0).toExtend<() => unknown>();
  });
});

describe("a preview", () => {
  test("answers what the work would, and changes nothing, alone or inside a write", () => {
    expect(book.preview(() => writing("satu", words).length)).toBe(1);
    expect(words()).toEqual([]);
    book.write(() => {
      write("luar");
      expect(book.preview(() => writing("dalam", words))).toEqual(["luar", "dalam"]);
      expect(words()).toEqual(["luar"]);
    });
    expect(words()).toEqual(["luar"]);
  });
});

describe("effects", () => {
  test("wait for the commit, in order, also those of writes inside", () => {
    const told: string[] = [];
    book.write(() => {
      book.afterCommit(() => told.push("satu"));
      book.write(() => book.afterCommit(() => told.push(`dua, ${words().length} saved`)));
      write("kata");
      expect(told).toEqual([]);
    });
    expect(told).toEqual(["satu", "dua, 1 saved"]);
    book.afterCommit(() => told.push("outside a write: at once"));
    expect(told).toHaveLength(3);
  });

  test("are forgotten with what was rolled back: refused, failed inside, or only previewed", () => {
    const told: string[] = [];
    const tell = (word: string) => book.afterCommit(() => told.push(word));
    expect(() =>
      book.write(() => {
        tell("refused");
        refuse("not_found");
      }),
    ).toThrow();
    book.preview(() => tell("previewed"));
    book.write(() => {
      tell("kept");
      expect(() =>
        book.write(() => {
          tell("inside");
          refuse("not_found");
        }),
      ).toThrow();
      book.preview(() => tell("previewed inside"));
    });
    expect(told).toEqual(["kept"]);
  });
});

describe("writes asked for in one turn", () => {
  test("share one commit, and are answered after it", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "shop-")), "shop.sqlite");
    const onDisk = openBook(path);
    onDisk.orm.run(sql`create table notes (word text not null unique)`);
    const reader = new Database(path, { readonly: true });
    const seen = () => reader.prepare<[], { n: number }>("select count(*) as n from notes").get()?.n;
    const commits: number[] = [];
    const jobs = ["satu", "dua", "tiga"].map((word, index) =>
      onDisk.soon(() => {
        onDisk.orm.run(sql`insert into notes values (${word})`);
        expect(seen()).toBe(0); // another connection sees nothing of it yet
        onDisk.afterCommit(() => commits.push(seen() ?? 0));
        return index;
      }),
    );
    const first = await Promise.race(jobs.map(async (job) => [await job, seen()]));
    expect(first[1]).toBe(3);
    expect(await Promise.all(jobs)).toEqual([0, 1, 2]);
    expect(commits).toEqual([3, 3, 3]); // the first effect already sees all three
    reader.close();
    await onDisk.close();
  });

  test("one that is refused, or that fails, hurts no other", async () => {
    const jobs = [
      book.soon(() => writing("satu", "first")),
      book.soon(() => writing("dua", () => refuse("not_found"))),
      book.soon(() => writing("satu", "twice")),
      book.soon(() => {
        write("tiga");
        throw new TypeError("a bug");
      }),
      book.soon(() => writing("empat", "last")),
    ];
    const outcomes = await Promise.allSettled(jobs);
    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      "fulfilled",
      "rejected",
      "rejected",
      "rejected",
      "fulfilled",
    ]);
    expect(words()).toEqual(["satu", "empat"]);
    expect(outcomes[1]).toMatchObject({ reason: { code: "not_found" } });
  });

  test("a book that another holds is busy: all are refused so, and may try again", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "shop-")), "shop.sqlite");
    const onDisk = openBook(path);
    onDisk.orm.run(sql`create table notes (word text not null unique)`);
    const other = new Database(path);
    other.exec("begin immediate");
    const note = (word: string) => () => void onDisk.orm.run(sql`insert into notes values (${word})`);
    const outcomes = await Promise.allSettled([onDisk.soon(note("satu")), onDisk.soon(note("dua"))]);
    expect(outcomes).toEqual(Array(2).fill({ status: "rejected", reason: refusedAs("busy") }));
    other.exec("rollback");
    onDisk.write(note("satu"));
    expect(onDisk.orm.all(sql`select * from notes`)).toEqual([{ word: "satu" }]);
    other.close();
    await onDisk.close();
  }, 20_000);
});

describe("a full disk", () => {
  test("refuses in its own words, saves nothing of the act, and once there is room the same act succeeds", async () => {
    const shop = await testShop({ path: join(mkdtempSync(join(tmpdir(), "shop-")), "shop.sqlite") });
    const driver = driverOf(shop);
    const pages = Number(driver.pragma("page_count", { simple: true }));
    driver.pragma(`max_page_count = ${pages}`);
    const state = () => [contents(shop), tillView(shop, shop.till.tillId)];
    let kept = state();
    let refusal: unknown;
    const sold = Array.from({ length: 200 }, () => "AIR" as const);
    while (refusal === undefined) {
      kept = state();
      try {
        sell(shop, sold);
      } catch (failure) {
        refusal = failure;
      }
    }
    expect(refusal).toEqual(refusedAs("disk_full"));
    expect(state()).toEqual(kept);
    const soon = await Promise.allSettled([
      shop.book.soon(() => sell(shop, sold)),
      shop.book.soon(() => sell(shop, sold)),
    ]);
    expect(soon).toEqual(Array(2).fill({ status: "rejected", reason: refusedAs("disk_full") }));
    driver.pragma(`max_page_count = ${pages * 10}`);
    sell(shop, sold);
    await cleanBook(shop);
    await shop.book.close();
  });
});

describe("an act", () => {
  test("that is refused halfway leaves nothing, and its id stays free", async () => {
    const shop = await testShop();
    const before = contents(shop);
    const id = newId();
    const act = (halfway: () => void) =>
      perform(shop, { kind: "stall_added", command: { id }, who: shop.manager, atMs: shop.now() }, () => {
        createStall(shop, shop.manager, { id: newId(), code: "BARU", name: "Gerai baru" });
        halfway();
        return { facts: {}, answer: () => "done" };
      });
    expect(() => act(() => refuse("not_found"))).toThrow(refusedAs("not_found"));
    expect(contents(shop)).toEqual(before);
    expect(act(() => {})).toBe("done");
  });
});
