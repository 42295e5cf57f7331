// The rows of a payment provider's file, read by the columns that were chosen once; what cannot be read exactly is refused by row and column.
import { type Day, daySchema } from "./business-day.ts";
import { type Rupiah, rupiah } from "./money.ts";
import type { RawTable } from "./record.ts";
import { refuse } from "./refusal.ts";
import type { SettlementFormat } from "./settlements.ts";

export interface SettlementRow {
  readonly day: Day;
  /** `14:05` or `14:05:33`, as the provider's clock said; null where the file has no times. */
  readonly time: string | null;
  /** Below zero where the provider took money back. */
  readonly amountRupiah: Rupiah;
  readonly reference: string;
}

/** Banks write titles above the header; deeper than this it is no header that is missing but a column. */
const DEEPEST_HEADER = 30;
const LONGEST_REFERENCE = 120;

/** Refuses `settlement_not_csv`, `settlement_column_missing`, `settlement_cell_wrong` and `settlement_empty`. */
export function readSettlement(table: RawTable, format: SettlementFormat): SettlementRow[] {
  if (table.unreadable !== undefined) refuse("settlement_not_csv");
  const { day, time, amount, reference, rows } = columnsOf(table, format);
  const read = rows.flatMap(({ line, cells }): SettlementRow[] => {
    const cell = (at: number) => (at < 0 ? "" : unquoted(cells[at] ?? ""));
    if (isNoTransaction(cell(day), cell(reference))) return [];
    const wrong = (column: string, value: string) =>
      refuse("settlement_cell_wrong", { row: line, column, value: value.slice(0, 40) });
    const when = readDay(cell(day), format.dayOrder) ?? wrong(format.dayColumn, cell(day));
    const clock = time < 0 ? when.rest : cell(time);
    const clockColumn = time < 0 ? format.dayColumn : format.timeColumn;
    return [
      {
        day: when.day,
        time: clock === "" ? null : (readTime(clock) ?? wrong(clockColumn, clock)),
        amountRupiah: readAmount(cell(amount)) ?? wrong(format.amountColumn, cell(amount)),
        reference: readReference(cell(reference)) ?? wrong(format.referenceColumn, cell(reference)),
      },
    ];
  });
  return read.length > 0 ? read : refuse("settlement_empty");
}

/** Sums, blank lines and signatures stand below the transactions: nothing to refer to, and no date. */
function isNoTransaction(day: string, reference: string): boolean {
  return reference === "" && !/\d/.test(day);
}

function columnsOf({ columns, rows }: RawTable, format: SettlementFormat) {
  const all = [{ line: 1, cells: columns }, ...rows];
  const named = (cells: readonly string[], column: string) =>
    cells.findIndex((cell) => sameName(cell, column));
  const needed = [format.dayColumn, format.amountColumn, format.referenceColumn];
  if (format.timeColumn !== "") needed.push(format.timeColumn);
  const header = all
    .slice(0, DEEPEST_HEADER)
    .findIndex(({ cells }) => needed.every((name) => named(cells, name) >= 0));
  if (header < 0) {
    const column = needed.find(
      (name) => !all.slice(0, DEEPEST_HEADER).some(({ cells }) => named(cells, name) >= 0),
    );
    refuse("settlement_column_missing", { column: column ?? needed.join(", ") });
  }
  const names = all[header]?.cells ?? [];
  return {
    day: named(names, format.dayColumn),
    time: format.timeColumn === "" ? -1 : named(names, format.timeColumn),
    amount: named(names, format.amountColumn),
    reference: named(names, format.referenceColumn),
    rows: all.slice(header + 1),
  };
}

function sameName(a: string, b: string): boolean {
  return unquoted(a).toLowerCase() === b.trim().toLowerCase();
}

/** Spreadsheets keep a long number from being rounded as `'0012` or `="0012"`. */
function unquoted(cell: string): string {
  const bare = cell
    .replaceAll("\u00a0", " ")
    .replace(/^\ufeff/, "")
    .trim();
  return bare
    .replace(/^="(.*)"$/, "$1")
    .replace(/^'/, "")
    .trim();
}

function readReference(cell: string): string | null {
  return cell === "" || cell.length > LONGEST_REFERENCE ? null : cell;
}

const MONTHS = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"];
/** Where English and Indonesian differ in the first three letters, and a second Indonesian way. */
const ALSO: Record<string, string> = { may: "mei", aug: "agu", ags: "agu", oct: "okt", dec: "des" };

/** A date in the order that was told, then perhaps a time: `15/07/2025 14:05`, `2025-07-15T14:05:33`, `15 Jul 25`. */
export function readDay(
  cell: string,
  order: SettlementFormat["dayOrder"],
): { day: Day; rest: string } | null {
  const compact = order === "ymd" ? /^(\d{4})(\d{2})(\d{2})(?:[T ]+(.+))?$/.exec(cell) : null;
  const parts = compact ?? /^(\w+)[/.\- ](\w+)[/.\- ](\w+)(?:(?:T|,? +)(\S.*))?$/.exec(splitAtT(cell));
  if (!parts) return null;
  const [first = "", second = "", third = ""] = parts.slice(1, 4);
  const [year, month, date] =
    order === "ymd"
      ? [first, second, third]
      : order === "dmy"
        ? [third, second, first]
        : [third, first, second];
  const written = `${fourDigits(year)}-${twoDigits(monthOf(month))}-${twoDigits(date)}`;
  const day = daySchema.safeParse(written);
  return day.success && /^20\d\d-/.test(written) ? { day: day.data, rest: parts[4]?.trim() ?? "" } : null;
}

/** `2025-07-15T14:05` has no space where the date ends. */
function splitAtT(cell: string): string {
  return cell.replace(/^(\S*\d)T(\d)/, "$1 $2");
}

function fourDigits(year: string): string {
  return /^\d{2}$/.test(year) ? `20${year}` : year;
}

function twoDigits(number: string): string {
  return number.padStart(2, "0");
}

function monthOf(text: string): string {
  if (/^\d+$/.test(text)) return text;
  const start = text.slice(0, 3).toLowerCase();
  const at = MONTHS.indexOf(ALSO[start] ?? start);
  return at < 0 ? text : String(at + 1);
}

/** `14:05`, `14.05.33`, `140533`, `2:05 PM`, with or without the zone's name behind it. */
export function readTime(cell: string): string | null {
  const parts =
    /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?(?: ?([AP])M)?(?: ?(?:WIB|WITA|WIT))?$/i.exec(
      cell.replace(/^(\d{2})(\d{2})(\d{2})$/, "$1:$2:$3"),
    );
  if (!parts) return null;
  const [, hours = "", minutes = "", seconds, half] = parts;
  const hour =
    half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return null;
  return [String(hour).padStart(2, "0"), minutes, ...(seconds === undefined ? [] : [seconds])].join(":");
}

const indonesian = /^\d{1,3}(?:\.\d{3})+(?:,0{1,2})?$/;
const english = /^\d{1,3}(?:,\d{3})+(?:\.0{1,2})?$/;
const plain = /^\d+(?:[.,]0{1,2})?$/;

/** A sign or brackets, `Rp`, the digits, and the `,-` that people write for no cents. */
const written = /^(-|\()?\s*(?:Rp|IDR)?\.?\s*(-)?\s*([\d.,]*\d)(?:,-)?(\))?$/i;

/** `1.250.000,00`, `1,250,000.00`, `1250000`, `Rp 1.250.000`; cents that are not zero are not rupiah, and nothing is rounded. */
export function readAmount(cell: string): Rupiah | null {
  const [, before, sign, digits = "", after] = written.exec(cell) ?? [];
  const brackets = before === "(";
  if (brackets !== (after === ")") || (before !== undefined && sign !== undefined)) return null;
  if (![indonesian, english, plain].some((shape) => shape.test(digits))) return null;
  const whole = digits.replace(/[.,]0{1,2}$/, "").replace(/[.,]/g, "");
  const value = Number(whole) * (before === undefined && sign === undefined ? 1 : -1);
  return Number.isSafeInteger(value) ? rupiah(value) : null;
}
