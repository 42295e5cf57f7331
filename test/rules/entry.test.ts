// Laws of the journal and of the chain's record: entries that do not balance cannot exist, equal records are equal texts.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical, type Fact, GENESIS, seal } from "#rules/chain";
import { account, balance, moneyAccount, move, type Posting } from "#rules/entry";
import { rupiah } from "#rules/money";

const anyPosting = fc.record({
  account: fc.constantFrom("safe", "bank", "sales:A", "sales:B", "payable:X"),
  amountRupiah: fc.integer({ min: -1_000_000, max: 1_000_000 }).map(rupiah),
});

describe("a journal entry", () => {
  test("exists only when its postings add up to zero; each account stands in it once, and never with nothing", () => {
    fc.assert(
      fc.property(fc.array(anyPosting, { maxLength: 12 }), (postings: Posting[]) => {
        const rest = postings.reduce((all, posting) => all + posting.amountRupiah, 0);
        if (rest !== 0) {
          expect(() => balance(postings)).toThrow(/out of balance/);
          return;
        }
        const entry = balance(postings);
        const accounts = entry.postings.map((posting) => posting.account);
        expect(new Set(accounts).size).toBe(accounts.length);
        expect(entry.postings.every((posting) => posting.amountRupiah !== 0)).toBe(true);
        for (const { account: code, amountRupiah } of entry.postings)
          expect(amountRupiah).toBe(
            postings.filter((one) => one.account === code).reduce((all, one) => all + one.amountRupiah, 0),
          );
      }),
      { numRuns: 500 },
    );
  });

  test("a move takes from one account what it gives to the other", () => {
    expect(balance(move(5_000, account.safe, account.drawer("K1"))).postings).toEqual([
      { account: "drawer:K1", amountRupiah: 5_000 },
      { account: "safe", amountRupiah: -5_000 },
    ]);
    expect(balance(move(0, account.safe, account.bank)).postings).toEqual([]);
  });

  test("each way of paying has its own place for the money", () => {
    expect(
      (["cash", "transfer", "qris", "edc"] as const).map((method) => moneyAccount(method, "K2")),
    ).toEqual(["drawer:K2", "bank", "qris", "edc"]);
  });
});

describe("the chain's canonical record (H2)", () => {
  const fact: fc.Arbitrary<Fact> = fc.letrec<{ fact: Fact }>((tie) => ({
    fact: fc.oneof(
      { maxDepth: 3 },
      fc.string(),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("fact"), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie("fact"), { maxKeys: 5 }),
    ),
  })).fact;

  const shuffled = (value: Fact): Fact => {
    if (value === null || typeof value !== "object") return value;
    if (Array.isArray(value)) return value.map(shuffled);
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, part]) => [name, shuffled(part as Fact)]),
    );
  };

  test("is the same text whatever the order in which its names were written, and reads back as the same facts", () => {
    fc.assert(
      fc.property(fact, (value) => {
        expect(canonical(shuffled(value))).toBe(canonical(value));
        // -0 is written 0, as JSON does.
        expect(canonical(JSON.parse(canonical(value)) as Fact)).toBe(canonical(value));
      }),
    );
  });

  test("differs where the facts differ", () => {
    fc.assert(
      fc.property(fact, fact, (a, b) => {
        const same = JSON.stringify(shuffled(a)) === JSON.stringify(shuffled(b));
        if (same) expect(canonical(a)).toBe(canonical(b));
        if (canonical(a) === canonical(b)) expect(JSON.parse(canonical(a))).toEqual(JSON.parse(canonical(b)));
      }),
    );
    expect(canonical({ b: [1, "1"], a: null })).toBe('{"a":null,"b":[1,"1"]}');
    expect(canonical({ a: 1 })).not.toBe(canonical({ a: "1" }));
  });

  test("papers carry eight characters of it (H3), and the first link hangs on zeros", () => {
    expect(seal("0a1b2c3d4e5f")).toBe("0A1B2C3D");
    expect(GENESIS).toMatch(/^0{64}$/);
  });
});
