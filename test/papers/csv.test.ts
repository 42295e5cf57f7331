// CSV as it is read and written: rows keep the line an editor shows, numbers stay numbers, formulas are only words.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CsvFault, readCsv, writeCsv } from "#papers/csv";

describe("reading", () => {
  test("every row keeps the line it begins on, also after empty lines, and the header may carry a byte-order mark", () => {
    const table = readCsv("\uFEFFa,b\r\n1,2\r\n\r\n3,4\r\n");
    expect(table).toEqual({
      columns: ["a", "b"],
      rows: [
        { line: 2, cells: ["1", "2"] },
        { line: 4, cells: ["3", "4"] },
      ],
    });
  });

  test("a quoted comma is no new cell, and a row with too many or too few is left to be judged", () => {
    expect(readCsv('a,b\n"1,5",2\n1,2,3\n4\n').rows.map((row) => row.cells)).toEqual([
      ["1,5", "2"],
      ["1", "2", "3"],
      ["4"],
    ]);
  });

  test("what is no CSV is a fault with a reason; an empty file has no columns", () => {
    expect(() => readCsv('a,b\n"1,2\n')).toThrow(CsvFault);
    expect(readCsv("")).toEqual({ columns: [], rows: [] });
  });
});

describe("writing", () => {
  const options = { separator: ";", bom: false } as const;

  test("E3 whole numbers without separators; decimals as the reader's own spreadsheet writes them", () => {
    expect(writeCsv([[1_234_567, 2.5, -1000, null]], options)).toBe("1234567;2,5;-1000;\r\n");
    expect(writeCsv([[1_234_567, 2.5, -1000, null]], { separator: ",", bom: false })).toBe(
      "1234567,2.5,-1000,\r\n",
    );
    expect(writeCsv([["x"]], { separator: ";", bom: true }).charCodeAt(0)).toBe(0xfeff);
  });

  test("E4 whatever the words are, no cell of words begins like a formula, and nothing is lost", () => {
    const word = fc.string({ unit: fc.constantFrom(..."=+-@\t\r\n\";,' a1") });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const text = writeCsv(
          [
            ["head", ...words.map((_, index) => String(index))],
            ["row", ...words],
          ],
          options,
        );
        const cells = readWith(text, ";")[1]?.slice(1) ?? [];
        expect(cells.map(bare)).toEqual(words.map(bare));
        expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

/** Without the apostrophe that says to a spreadsheet: these are words. */
const bare = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, "");

/** A reader of its own: quotes, separators and line ends, and nothing else. */
function readWith(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? "";
    if (quoted && char === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (char === '"') quoted = !quoted;
    else if (!quoted && (char === separator || (char === "\r" && text[at + 1] === "\n"))) {
      rows.at(-1)?.push(cell);
      cell = "";
      if (char === "\r") {
        rows.push([]);
        at += 1;
      }
    } else cell += char;
  }
  return rows;
}
