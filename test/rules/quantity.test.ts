// Laws of quantities: whole thousandths, never guessed, never a scanned code (T4).
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatQuantity,
  MOST_MILLI,
  parseFileQuantity,
  parseQuantity,
  quantitySchema,
} from "#rules/quantity";

describe("what a person types", () => {
  test.each([
    ["2", 2000],
    ["2,5", 2500],
    ["2.5", 2500],
    ["0,125", 125],
    ["2,500", 2500],
    ["100000", MOST_MILLI],
  ])("%j is %i thousandths", (text, value) => {
    expect(parseQuantity(text)).toEqual({ ok: true, value });
  });

  test.each([
    "",
    "0",
    "0,000",
    "2.500",
    "1.2345",
    "-1",
    "1e3",
    "2,",
    ",5",
    "2,5,1",
    "½",
    "100001",
    "8991234567890",
  ])("%j is not read", (text) => {
    expect(parseQuantity(text)).toEqual({ ok: false });
  });

  test("below a thousand units, what is written is what is read", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (milli) => {
        expect(parseQuantity(formatQuantity(milli))).toEqual({ ok: true, value: milli });
      }),
    );
  });
});

test("a record's file writes a decimal point and nothing else", () => {
  expect(parseFileQuantity("0.75")).toEqual({ ok: true, value: 750 });
  expect(parseFileQuantity("1.95")).toEqual({ ok: true, value: 1950 });
  for (const text of ["0,75", "1.9504", "0", "-1", "", " 1", "1e2"])
    expect(parseFileQuantity(text)).toEqual({ ok: false });
});

test("thousandths are written as people read them", () => {
  expect([1000, 2500, 125, 1_200_000, 0, -1500].map(formatQuantity)).toEqual([
    "1",
    "2,5",
    "0,125",
    "1.200",
    "0",
    "−1,5",
  ]);
});

test("on the wire a quantity is whole, above nothing and below a barcode, each with its own words", () => {
  const said = (value: unknown) => quantitySchema.safeParse(value).error?.issues[0]?.message;
  expect(quantitySchema.parse(1)).toBe(1);
  expect(said(0)).toBe("quantity_not_positive");
  expect(said(-1000)).toBe("quantity_not_positive");
  expect(said(MOST_MILLI + 1)).toBe("quantity_too_large");
  expect(said(8_991_234_567_890)).toBe("quantity_too_large");
  expect(quantitySchema.safeParse(0.5).success).toBe(false);
});
