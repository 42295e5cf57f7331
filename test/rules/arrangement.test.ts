// Laws of bagi hasil: who gets what of a line, in which order, and in whose favour it is rounded.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrangementFault, partsOf, programOf, type ShareInForce, type ShareRule } from "#rules/arrangement";
import type { MakerId } from "#rules/ids";
import { rupiah } from "#rules/money";
import { lineSplit } from "#rules/sale";

const maker = (id: number): MakerId => id as MakerId;
const percent = (basisPoints: number): ShareRule => ({ kind: "percent", basisPoints });
const afterCost = (basisPoints: number): ShareRule => ({ kind: "percent_after_cost", basisPoints });
const fixed = (perUnit: number): ShareRule => ({ kind: "fixed", rupiahPerUnit: rupiah(perUnit) });
const person = (id: number, rule: ShareRule, to: "maker" | "savings" | "vendor" = "maker"): ShareInForce => ({
  to,
  makerId: maker(id),
  program: "ATENSI",
  rule,
});
const fund = (rule: ShareRule, which: "capital" | "reserve" = "capital"): ShareInForce => ({
  to: "fund",
  fund: which,
  rule,
});
const group = (rule: ShareRule, members: [number, number][]): ShareInForce => ({
  to: "group",
  groupId: maker(99),
  program: "KUBE",
  members: members.map(([id, weight]) => ({ makerId: maker(id), weight })),
  rule,
});

const anyRule = fc.oneof(
  fc.integer({ min: 0, max: 50_000 }).map(fixed),
  fc.integer({ min: 1, max: 10_000 }).map(percent),
  fc.integer({ min: 1, max: 10_000 }).map(afterCost),
);
const anyShare: fc.Arbitrary<ShareInForce> = fc.oneof(
  fc.tuple(anyRule, fc.constantFrom("maker", "savings", "vendor")).map(([rule, to]) => person(1, rule, to)),
  fc
    .tuple(anyRule, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }))
    .map(([rule, weights]) =>
      group(
        rule,
        weights.map((weight, index) => [index + 10, weight]),
      ),
    ),
  anyRule.map((rule) => fund(rule)),
);
const anyLine = fc.record({
  net: fc.integer({ min: 0, max: 5_000_000 }),
  quantityMilli: fc.integer({ min: 1, max: 50_000 }),
  unitCost: fc.option(fc.integer({ min: 0, max: 200_000 })),
  shares: fc.array(anyShare, { maxLength: 6 }),
});
const amounts = (parts: readonly { amountRupiah: number }[]): number[] =>
  parts.map((part) => part.amountRupiah);

describe("a line's parts", () => {
  test("net = cost + shares to people and vendors + margin, whatever the arrangement", () => {
    fc.assert(
      fc.property(anyLine, ({ net, quantityMilli, unitCost, shares }) => {
        const cost = unitCost === null ? null : rupiah(unitCost);
        const split = lineSplit({ netRupiah: rupiah(net), quantityMilli }, cost, shares);
        const toOthers = split.parts.filter((part) => part.makerId !== null);
        expect(split.sharesRupiah).toBe(amounts(toOthers).reduce((all, part) => all + part, 0));
        expect(split.costRupiah + split.sharesRupiah + split.marginRupiah).toBe(net);
        expect(split.parts.every((part) => part.amountRupiah >= 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("percentages never give away more than the net; only a fixed share may", () => {
    fc.assert(
      fc.property(anyLine, ({ net, quantityMilli, unitCost, shares }) => {
        const percentOnly = shares.filter((share) => share.rule.kind !== "fixed");
        const { parts } = lineSplit(
          { netRupiah: rupiah(net), quantityMilli },
          rupiah(unitCost ?? 0),
          percentOnly,
        );
        expect(amounts(parts).reduce((all, part) => all + part, 0)).toBeLessThanOrEqual(net);
      }),
    );
  });

  test("nobody's part depends on who stands after them, and funds never take from people", () => {
    fc.assert(
      fc.property(anyLine, ({ net, quantityMilli, unitCost, shares }) => {
        const line = { netRupiah: rupiah(net), quantityMilli, costRupiah: rupiah(unitCost ?? 0) };
        const people = shares.filter((share) => share.to !== "fund");
        const all = partsOf(shares, line);
        expect(all.filter((part) => part.makerId !== null)).toEqual(partsOf(people, line));
        expect(partsOf(people, line).slice(0, partsOf(people.slice(0, 1), line).length)).toEqual(
          partsOf(people.slice(0, 1), line),
        );
        const kinds = all.map((part) => part.account === "fund");
        expect(kinds).toEqual(kinds.toSorted((a, b) => Number(a) - Number(b)));
      }),
    );
  });

  test("a percentage is at least the exact part for people and at most it for funds, unless little is left", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 9 }),
        fc.integer({ min: 1, max: 10_000 }),
        (net, basisPoints) => {
          const line = { netRupiah: rupiah(net), quantityMilli: 1000, costRupiah: rupiah(0) };
          const exact = BigInt(net) * BigInt(basisPoints);
          const [toMaker] = partsOf([person(1, percent(basisPoints))], line);
          const [toFund] = partsOf([fund(percent(basisPoints))], line);
          const over = BigInt(toMaker?.amountRupiah ?? 0) * 10_000n - exact;
          const under = exact - BigInt(toFund?.amountRupiah ?? 0) * 10_000n;
          expect(over >= 0n && over < 10_000n && under >= 0n && under < 10_000n).toBe(true);
        },
      ),
    );
  });

  test("a group's members get its share between them, each frozen with the group and its programme", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 7 }),
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 12 }),
        (net, weights) => {
          const members = weights.map((weight, index): [number, number] => [index + 1, weight]);
          const line = { netRupiah: rupiah(net), quantityMilli: 1000, costRupiah: rupiah(0) };
          const parts = partsOf([group(percent(3750), members)], line);
          const [alone] = partsOf([person(1, percent(3750))], line);
          expect(amounts(parts).reduce((all, part) => all + part, 0)).toBe(alone?.amountRupiah);
          expect(parts.map((part) => part.makerId)).toEqual(members.map(([id]) => id));
          expect(
            parts.every(
              (part) => part.groupId === 99 && part.program === "KUBE" && part.account === "payable",
            ),
          ).toBe(true);
        },
      ),
    );
  });
});

describe("by hand", () => {
  const line = (net: number, cost = 0, units = 1) => ({
    netRupiah: rupiah(net),
    costRupiah: rupiah(cost),
    quantityMilli: units * 1000,
  });

  test.each<[what: string, shares: ShareInForce[], of: ReturnType<typeof line>, parts: number[]]>([
    [
      "82,5 % of Rp170.001 is 140.250,825, and rounds up",
      [person(1, percent(8250))],
      line(170_001),
      [140_251],
    ],
    [
      "33,33 % of 30.000 − 18.500 after cost is 3.832,95",
      [person(1, afterCost(3333))],
      line(30_000, 18_500),
      [3_833],
    ],
    [
      "after a cost above the net nothing is left to share",
      [person(1, afterCost(5000))],
      line(1_000, 1_001),
      [0],
    ],
    [
      "a fixed Rp333 per kg of 2,5 kg is 832,5, and rounds half up",
      [person(1, fixed(333))],
      line(9_000, 0, 2.5),
      [833],
    ],
    ["a fixed share may exceed the net", [person(1, fixed(5_000))], line(3_000), [5_000]],
    [
      "50 % and 50 % of Rp101: the first is rounded up, the second gets what is left",
      [person(1, percent(5000)), person(2, percent(5000))],
      line(101),
      [51, 50],
    ],
    [
      "after a fixed share above the net, percentages get nothing",
      [person(1, fixed(5_000)), person(2, percent(5000))],
      line(3_000),
      [5_000, 0],
    ],
    [
      "30 % makers, 60 % capital, 10 % reserve of Rp10.001",
      [person(1, percent(3000)), fund(percent(6000)), fund(percent(1000), "reserve")],
      line(10_001),
      [3_001, 6_000, 1_000],
    ],
    [
      "funds come last, also when they are named first",
      [fund(percent(6000)), person(1, percent(5000))],
      line(1_000),
      [500, 500],
    ],
    [
      "a fund's fixed share is at most what is left",
      [person(1, percent(9000)), fund(fixed(500))],
      line(1_000),
      [900, 100],
    ],
    [
      "60 % of Rp85.000 among 1 and 2",
      [
        group(percent(6000), [
          [1, 1],
          [2, 2],
        ]),
      ],
      line(85_000),
      [17_000, 34_000],
    ],
    [
      "a tie among members goes to the earlier",
      [
        group(percent(10_000), [
          [1, 1],
          [2, 1],
        ]),
      ],
      line(101),
      [51, 50],
    ],
    ["the centre's own goods", [], line(4_000, 2_500), []],
  ])("%s", (_, shares, of, parts) => {
    expect(amounts(partsOf(shares, of))).toEqual(parts);
  });
});

describe("the programme a line counts under", () => {
  test("is the first person's or group's, whoever else shares; the centre's own goods count as CENTRE", () => {
    const kube = group(percent(10), [[1, 1]]);
    expect(
      programOf([fund(percent(10)), person(7, percent(10), "vendor"), kube, person(1, percent(10))]),
    ).toBe("KUBE");
    expect(programOf([person(1, percent(10), "savings"), kube])).toBe("ATENSI");
    expect(programOf([fund(percent(10)), person(7, percent(10), "vendor")])).toBe("CENTRE");
    expect(programOf([])).toBe("CENTRE");
  });
});

describe("an editor refuses", () => {
  const to = { to: "maker", makerId: maker(1) } as const;
  test("percentages above 100 together, whatever they are of", () => {
    const shares = [percent(6000), afterCost(4001)].map((rule) => ({ recipient: to, rule }));
    expect(arrangementFault(shares, rupiah(1000))).toBe("shares_above_whole");
    expect(arrangementFault(shares.slice(0, 1), rupiah(1000))).toBeNull();
  });

  test("fixed shares above the price, and not where the price is asked at the till", () => {
    const shares = [600, 401].map((perUnit) => ({ recipient: to, rule: fixed(perUnit) }));
    expect(arrangementFault(shares, rupiah(1000))).toBe("share_above_price");
    expect(arrangementFault(shares, rupiah(1001))).toBeNull();
    expect(arrangementFault(shares, null)).toBeNull();
  });
});
