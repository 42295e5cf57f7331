// Laws of money: whole, exact, never guessed.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  amountSchema,
  formatRupiah,
  parseRupiah,
  partOf,
  type Rounding,
  roundDownTo,
  roundUpTo,
  rupiah,
  sum,
  timesOver,
} from "#rules/money";
import { Refusal } from "#rules/refusal";

const MOST = Number.MAX_SAFE_INTEGER;
const amount = fc.oneof(
  fc.integer({ min: 0, max: 2_000_000 }),
  fc.maxSafeNat(),
  fc.constantFrom(0, 1, MOST - 1, MOST),
);
const rounding = fc.constantFrom<Rounding>("half_up", "up", "down");

/** The same in rational arithmetic, written another way: floor((2·a·t + r) ÷ 2·b) with r by the rounding. */
function exactly(a: number, t: number, b: number, how: Rounding): bigint {
  const twice = 2n * BigInt(a) * BigInt(t);
  const by = 2n * BigInt(b);
  const lift = how === "down" ? 0n : how === "half_up" ? BigInt(b) : by - 1n;
  return (twice + lift) / by;
}

describe("an amount", () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, MOST + 1, -MOST - 1, 1e300])(
    "is never %s",
    (wrong) => {
      expect(() => rupiah(wrong)).toThrow();
    },
  );

  test("is never minus zero", () => {
    expect(Object.is(rupiah(-0), 0)).toBe(true);
  });

  test.each([12.5, -1, "100", MOST + 1, null])("on the wire is never %s", (wrong) => {
    expect(amountSchema.safeParse(wrong).success).toBe(false);
  });
});

describe("amount × times ÷ by", () => {
  test("is what exact arithmetic says, or is refused when it leaves the range, and is never approximated", () => {
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: MOST }), rounding, (a, t, b, how) => {
        const exact = exactly(a, t, b, how);
        if (exact > BigInt(MOST)) {
          expect(() => timesOver(a, t, b, how)).toThrow(Refusal);
        } else {
          expect(BigInt(timesOver(a, t, b, how))).toBe(exact);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("the three roundings stand in order, and differ by at most one", () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 10_000 }), (a, basisPoints) => {
        const of = (how: Rounding): number => partOf(rupiah(a), basisPoints, how);
        const [down, half, up] = [of("down"), of("half_up"), of("up")];
        expect(down <= half && half <= up && up - down <= 1).toBe(true);
      }),
    );
  });

  test.each([
    // 12.34 % of Rp1.005 is 124,017; half of an odd amount is a half.
    [1005, 1234, 124, 124, 125],
    [101, 5000, 50, 51, 51],
    [100, 5000, 50, 50, 50],
    [9_999, 3333, 3332, 3333, 3333],
    [0, 3333, 0, 0, 0],
  ])("%i at %i basis points: %i down, %i half up, %i up", (a, basisPoints, down, half, up) => {
    expect(partOf(rupiah(a), basisPoints, "down")).toBe(down);
    expect(partOf(rupiah(a), basisPoints, "half_up")).toBe(half);
    expect(partOf(rupiah(a), basisPoints, "up")).toBe(up);
  });

  test("negative operands are a bug, not a rounding", () => {
    expect(() => timesOver(-1, 1, 1, "down")).toThrow();
    expect(() => timesOver(1, 1, 0, "down")).toThrow();
  });
});

describe("a sum", () => {
  test("that leaves the range is refused, wherever in the list it happens", () => {
    expect(() => sum([MOST, 1])).toThrow(Refusal);
    expect(() => sum([MOST, 1, -1])).toThrow(Refusal);
    expect(sum([MOST, -MOST])).toBe(0);
    expect(Object.is(sum([-0]), 0)).toBe(true);
  });

  test("agrees with BigInt", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -(10 ** 12), max: 10 ** 12 })), (amounts) => {
        expect(BigInt(sum(amounts))).toBe(amounts.reduce((all, one) => all + BigInt(one), 0n));
      }),
    );
  });
});

test("rounding to notes and coins lands on the next whole step, below or above", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), fc.constantFrom(50, 100), (a, step) => {
      const [down, up] = [roundDownTo(rupiah(a), step), roundUpTo(rupiah(a), step)];
      expect(down % step === 0 && up % step === 0).toBe(true);
      expect(down <= a && a <= up && up - down <= step && (up === down) === (a % step === 0)).toBe(true);
    }),
  );
});

describe("what a person types", () => {
  test("what is written is what is read", () => {
    fc.assert(
      fc.property(amount, (a) => {
        expect(parseRupiah(formatRupiah(a))).toEqual({ ok: true, value: a });
        expect(parseRupiah(String(a))).toEqual({ ok: true, value: a });
        expect(parseRupiah(` Rp ${a} `)).toEqual({ ok: true, value: a });
      }),
    );
  });

  test.each([
    ["15.000", 15_000],
    ["Rp15.000", 15_000],
    ["Rp. 1.234.567", 1_234_567],
    ["15000", 15_000],
    ["0", 0],
  ])("%j is %i", (text, value) => {
    expect(parseRupiah(text)).toEqual({ ok: true, value });
  });

  test.each([
    "",
    "Rp",
    "15,000",
    "15.00",
    "15.5",
    "1.5",
    "1.23.456",
    "15.000,00",
    "15 000",
    "-5",
    "−5",
    "+5",
    "1e3",
    "15rb",
    "15k",
    "٣",
    "９９",
    "0x10",
    "9007199254740992",
    ".500",
    "1500.000",
  ])("%j could mean two things or nothing, and is not guessed", (text) => {
    expect(parseRupiah(text)).toEqual({ ok: false });
  });

  test("whatever is typed is refused or read as digits alone say it", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,Rp -") }), (text) => {
        const read = parseRupiah(text);
        if (read.ok) expect(String(read.value)).toBe(text.replace(/\D/g, "").replace(/^0+(?=\d)/, ""));
      }),
      { numRuns: 2000 },
    );
  });
});

test("an amount is written without spaces, in groups of three, with a real minus", () => {
  expect(formatRupiah(1_234_567)).toBe("Rp1.234.567");
  expect(formatRupiah(-500)).toBe("−Rp500");
  expect(formatRupiah(0)).toBe("Rp0");
  expect(formatRupiah(MOST)).toBe("Rp9.007.199.254.740.991");
});
