// The bytes of a paper, read back: letters, sizes, codes to scan, the drawer, and nothing that a name could smuggle in.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Paper, PaperRow } from "#rules/paper";
import { PAPER_COLUMNS } from "#rules/paper";
import { printable } from "../../server/devices/code-page.ts";
import { paperBytes } from "../../server/devices/escpos.ts";
import { decode, seen } from "./decoder.ts";

const paperOf = (...rows: PaperRow[]): Paper => ({ kind: "receipt", number: "1", opensDrawer: false, rows });
const options = { columns: 32, opensDrawer: false, cuts: true } as const;
const bytesOf = (paper: Paper, more: Partial<Parameters<typeof paperBytes>[1]> = {}): Buffer => {
  const bytes = paperBytes(paper, { ...options, ...more });
  if (!bytes) throw new Error("it does not fit");
  return bytes;
};
const textsOf = (...rows: PaperRow[]): string[] =>
  decode(bytesOf(paperOf(...rows))).lines.map(({ text }) => text);

describe("a paper's bytes", () => {
  test("letters of the page come out as they are, others readable, in one-byte letters", () => {
    const [line] = textsOf({ is: "text", text: "Kopi crème, ½ kg × 2 —" });
    expect(line).toBe("Kopi crème, ½ kg × 2 -");
    expect(textsOf({ is: "text", text: "“Jörg” Ślązak Æsir Łódź" })[0]).toBe('"Jörg" Slazak Æsir Lódz');
    expect(decode(bytesOf(paperOf())).lines).toEqual([]);
    expect(decode(bytesOf(paperOf({ is: "space" }))).oneByteLetters).toBe(true);
  });

  test.each([
    ["Rp1.234.567", "Rp1.234.567"],
    ["\u2212Rp500", "-Rp500"],
    ["Rp\u00a01.000", "Rp 1.000"],
    ["٣ كوب", "3 ???"],
    ["３ ² ꧓ ३", "3 ² 3 3"],
    ["Хлеб и чай", "Khleb i chay"],
    ["ｶﾌｪ 🙂", "??? ?"],
    ["é (e + accent) ấ", "é (e + accent) a"],
    ["Ngoc\u200bAn…", "NgocAn..."],
  ])("%j is printed %j", (written, shown) => {
    expect(printable(written)).toBe(shown);
  });

  test("a control character in a name opens no drawer, cuts nothing and resets nothing", () => {
    const name = "Kopi\u001bp\u0000\u0019\u00fa\u001dV\u0000\u001b@\u0010\u0014\u0001\n\r\u0007susu";
    const decoded = decode(
      bytesOf(
        paperOf(
          { is: "text", text: name },
          { is: "pair", left: name, right: "Rp1\u001b" },
          { is: "title", text: name },
        ),
      ),
    );
    expect(decoded).toMatchObject({ kicks: [], cuts: 1 });
    expect(decoded.lines[0]?.text).toMatch(/^Kopi p ·? ?.*susu$/);
  });

  test("the drawer is kicked once, whole and before the paper; a paper without rows is the kick alone", () => {
    const decoded = decode(bytesOf(paperOf({ is: "text", text: "a" }), { opensDrawer: true }));
    expect(decoded.kicks).toEqual([0]);
    const kick = bytesOf(paperOf(), { opensDrawer: true });
    expect([...kick]).toEqual([0x1b, 0x70, 0, 50, 250]);
  });

  test("a printer that cuts is told to, another only feeds", () => {
    const paper = paperOf({ is: "text", text: "a" });
    expect(decode(bytesOf(paper)).cuts).toBe(1);
    expect(decode(bytesOf(paper, { cuts: false })).cuts).toBe(0);
  });

  test("a code to scan holds its text whole, and its text stands beneath", () => {
    const decoded = decode(bytesOf(paperOf({ is: "qr", text: "KARTINI-K1-000123" })));
    expect(decoded.codes).toEqual([{ before: 0, text: "KARTINI-K1-000123" }]);
    expect(decoded.lines[0]).toMatchObject({ text: "KARTINI-K1-000123", align: "center" });
  });

  test("titles are large, totals strong, marks white on black, and each look ends with its line", () => {
    const { lines } = decode(
      bytesOf(
        paperOf(
          { is: "title", text: "Sentra" },
          { is: "mark", text: "SALINAN 1" },
          { is: "pair", left: "TOTAL", right: "Rp1", strong: true },
          { is: "text", text: "biasa" },
        ),
      ),
    );
    expect(lines[0]).toMatchObject({ width: 2, height: 2, strong: true, align: "center" });
    expect(lines[1]).toMatchObject({ inverse: true, text: " SALINAN 1 " });
    expect(lines[2]).toMatchObject({ strong: true, width: 1, height: 2 });
    expect(lines[3]).toMatchObject({ strong: false, width: 1, height: 1, inverse: false, align: "left" });
  });

  test("any text whatever is only printable characters, in lines that fit, and no digit is lost", () => {
    const anyText = fc.string({ unit: "binary", maxLength: 120 });
    const row = fc.oneof(
      fc.record({ is: fc.constant("text" as const), text: anyText }),
      fc.record({ is: fc.constant("title" as const), text: anyText }),
      fc.record({ is: fc.constant("mark" as const), text: anyText }),
      fc.record({ is: fc.constant("pair" as const), left: anyText, right: fc.constant("Rp12.345.678") }),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), fc.constantFrom(...PAPER_COLUMNS), (rows, columns) => {
        const bytes = paperBytes(paperOf(...rows), { ...options, columns });
        if (bytes === null) return; // a figure that no line holds: refused, not shortened (P6)
        const shown = seen(decode(bytes), columns); // throws at an unknown code, or a line wider than the paper
        const wanted = rows.map((one) => (one.is === "pair" ? one.left + one.right : one.text)).join(" ");
        expect(isWithin(digitsOf(wanted), digitsOf(shown))).toBe(true);
      }),
    );
  });
});

const digitsOf = (text: string): string => text.replace(/[^0-9]/g, "");

/** Whether all of `part` stands in `whole` in its order; digits of other scripts may stand between. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const digit of whole) if (digit === part[at]) at += 1;
  return at === part.length;
}
