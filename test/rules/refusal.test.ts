// Every expected "no" has a status, a sentence in both languages, and facts that the sentence really says.
import { describe, expect, test } from "vitest";
import { pinSchema } from "#rules/permissions";
import { isRefusalCode, Refusal, refusalCodes, refusalKind, refusalSentence, refuse } from "#rules/refusal";
import { asking } from "#rules/refusals-asking";
import { keeping } from "#rules/refusals-keeping";
import { selling } from "#rules/refusals-selling";
import { sending } from "#rules/refusals-sending";

const facts = {
  path: "lines.0",
  problem: "P",
  seconds: 30,
  code: "KODE",
  expected: 5,
  got: 7,
  part: "total",
  difference: "Rp500",
  paid: 1,
  total: 2,
  line: 3,
  left: "2,5",
  payable: "Rp9",
  holds: "Rp8",
  stall: "KAFE",
  column: "Nominal",
  row: 7,
  value: "12rb",
  name: "Dewi",
  year: "1970",
};

describe.each(refusalCodes)("%s", (code) => {
  test("has a sentence in Indonesian and in English, without gaps", () => {
    const [id, en] = [refusalSentence(code, facts, "id"), refusalSentence(code, facts, "en")];
    for (const sentence of [id, en]) {
      expect(sentence).toMatch(/^\S.{8,}[.?]$/);
      expect(sentence).not.toMatch(/undefined|null|\[object| {2}/);
    }
    expect(id).not.toBe(en);
  });

  test("has a status that says whose doing it is, and only passing troubles may be tried again", () => {
    const { status, retry } = refusalKind(code);
    expect(status).toBeGreaterThanOrEqual(400);
    if (retry) expect(["broken", "busy", "disk_full", "locked_out", "too_many_screens"]).toContain(code);
  });
});

test("no code stands in two of the table's files, where the later one would hide the earlier", () => {
  const codes = [asking, selling, keeping, sending].flatMap((part) => Object.keys(part));
  expect(codes).toHaveLength(new Set(codes).size);
  expect([...refusalCodes].sort()).toEqual(codes.toSorted());
});

test("a refusal is thrown with its code and facts, and codes that are none are known", () => {
  let thrown: unknown;
  try {
    refuse("code_taken", { code: "K" });
  } catch (failure) {
    thrown = failure;
  }
  expect(thrown).toBeInstanceOf(Refusal);
  expect(thrown).toMatchObject({ code: "code_taken", facts: { code: "K" } });
  expect(isRefusalCode("code_taken")).toBe(true);
  expect(isRefusalCode("toString")).toBe(false);
});

describe("a PIN", () => {
  test.each(["123", "123456789", "12a4", "١٢٣٤", " 1234", "1234\n", ""])("%j is none", (pin) => {
    expect(pinSchema.safeParse(pin).error?.issues[0]?.message).toBe("pin_not_digits");
  });
});
