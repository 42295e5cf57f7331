// Cells of a trading record: each is read exactly, or reported with what was expected.
import { z } from "zod";
import { type Day, daySchema } from "./business-day.ts";
import { momentSchema } from "./ids.ts";
import { parseFileQuantity } from "./quantity.ts";

export interface Fault {
  readonly file: string;
  /** The line in the file, the header being 1. */
  readonly row: number;
  readonly column: string;
  readonly expected: string;
  readonly got: string;
}

export interface Cells {
  readonly values: ReadonlyMap<string, string>;
  readonly report: (column: string, expected: string, got: string) => void;
  /** Whether this cell was already reported, so that what rests on it need not be. */
  readonly spoiled: (column: string) => boolean;
}

/** Reads a cell by `read`; what it cannot read is reported, and stands in as `instead` so that the rest of the row is judged too. */
function cell<T>(
  cells: Cells,
  column: string,
  expected: string,
  instead: T,
  read: (value: string) => T | undefined,
): T {
  const value = cells.values.get(column) ?? "";
  const got = read(value);
  if (got !== undefined) return got;
  cells.report(column, expected, value);
  return instead;
}

export const text = (cells: Cells, column: string): string =>
  cell(cells, column, "a text of at most 120 characters", "", (value) =>
    value.trim() !== "" && value.length <= 120 ? value.trim() : undefined,
  );

export const code = (cells: Cells, column: string): string =>
  cell(cells, column, "a code of letters, digits, dots, hyphens", "", (value) =>
    /^[A-Za-z0-9][\w.-]{0,39}$/.test(value) ? value : undefined,
  );

export const amount = (cells: Cells, column: string): number =>
  cell(cells, column, "whole rupiah, zero or more", 0, wholeNumber);

export const amountAboveZero = (cells: Cells, column: string): number =>
  cell(cells, column, "whole rupiah above zero", 1, (value) => wholeNumber(value) || undefined);

export const optionalAmount = (cells: Cells, column: string): number | null =>
  cell<number | null>(cells, column, "whole rupiah, zero or more, or nothing", null, (value) =>
    value === "" ? null : wholeNumber(value),
  );

export const signedCount = (cells: Cells, column: string): number =>
  cell(cells, column, "a whole number other than zero", 1, (value) =>
    /^-?\d{1,6}$/.test(value) && Number(value) !== 0 ? Number(value) : undefined,
  );

export const quantity = (cells: Cells, column: string): number =>
  cell(cells, column, "a quantity above zero with at most three decimals", 1, (value) => {
    const parsed = parseFileQuantity(value);
    return parsed.ok ? parsed.value : undefined;
  });

/** `33.33` as 3333. */
export const percent = (cells: Cells, column: string): number =>
  cell(cells, column, "a percentage above 0 and at most 100, with at most two decimals", 1, (value) => {
    const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(value);
    const basisPoints = match ? Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")) : 0;
    return basisPoints > 0 && basisPoints <= 10_000 ? basisPoints : undefined;
  });

export const yesNo = (cells: Cells, column: string): boolean =>
  cell(cells, column, "yes or no", false, (value) =>
    value === "yes" ? true : value === "no" ? false : undefined,
  );

export function choice<const T extends string>(cells: Cells, column: string, choices: readonly T[]): T {
  return cell(cells, column, choices.join(", "), choices[0] as T, (value) =>
    choices.find((known) => known === value),
  );
}

const instant = z.iso.datetime({ offset: true });

export const moment = (cells: Cells, column: string): number =>
  cell(
    cells,
    column,
    "a moment of this century with its offset, like 2021-03-05T05:25:15+07:00",
    0,
    (value) => {
      const atMs = instant.safeParse(value).success ? Date.parse(value) : Number.NaN;
      return momentSchema.safeParse(atMs).success ? atMs : undefined;
    },
  );

export const day = (cells: Cells, column: string): Day =>
  cell(cells, column, "a date of this century like 2021-03-05", "2000-01-01" as Day, (value) => {
    const parsed = daySchema.safeParse(value);
    return parsed.success && momentSchema.safeParse(Date.parse(value)).success ? parsed.data : undefined;
  });

/** A group's members `PM-001:1;PM-002:2`; a person has none. */
export const kindOfMembers = (
  cells: Cells,
  column: string,
  kind: "person" | "group",
): { code: string; weight: number }[] =>
  cell<{ code: string; weight: number }[]>(
    cells,
    column,
    kind === "group" ? "members as code:weight;code:weight" : "nothing, for a person",
    [],
    (value) => {
      if (kind === "person") return value === "" ? [] : undefined;
      const members = value.split(";").map((part) => /^([A-Za-z0-9][\w.-]{0,39}):([1-9]\d{0,5})$/.exec(part));
      const codes = new Set(members.map((member) => member?.[1]));
      if (members.includes(null) || codes.size !== members.length) return undefined;
      return members.map((member) => ({ code: member?.[1] ?? "", weight: Number(member?.[2]) }));
    },
  );

function wholeNumber(value: string): number | undefined {
  const number = Number(value);
  return /^\d{1,16}$/.test(value) && Number.isSafeInteger(number) ? number : undefined;
}
