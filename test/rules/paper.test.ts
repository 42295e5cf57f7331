// How papers name a tax, break lines and are put into a message, without any printer.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatRupiah } from "#rules/money";
import type { Paper, PaperRow } from "#rules/paper";
import { widthOf, wrap } from "#rules/paper-lines";
import { taxName, taxTotals } from "#rules/paper-tax";
import { paperMessage, paperText, visible } from "#rules/paper-text";

const paperOf = (...rows: PaperRow[]): Paper => ({ kind: "receipt", number: "1", opensDrawer: false, rows });

describe("a tax on paper", () => {
  test.each([
    ["PBJT makanan dan minuman", "PBJT makanan dan minuman"],
    ["makanan dan minuman", "PBJT makanan dan minuman"],
    ["PPN", "PBJT"],
    ["PPN / pbjt makanan", "/ pbjt makanan"],
    ["Kupon", "PBJT Kupon"],
  ])("%j is called %j, and never by the other tax's name", (named, called) => {
    expect(taxName(named)).toBe(called);
  });

  test("lines of one tax are one sum; another rate or mode is another", () => {
    const tax = (mode: "inclusive" | "exclusive", rateBasisPoints: number) => ({
      name: "PBJT",
      mode,
      rateBasisPoints,
    });
    expect(
      taxTotals([
        { taxRupiah: 100, tax: tax("inclusive", 1000) },
        { taxRupiah: 0, tax: null },
        { taxRupiah: 50, tax: tax("exclusive", 1000) },
        { taxRupiah: 7, tax: tax("inclusive", 1000) },
        { taxRupiah: 5, tax: tax("inclusive", 250) },
      ]),
    ).toEqual([
      { name: "PBJT 10 %", mode: "inclusive", taxRupiah: 107 },
      { name: "PBJT 10 %", mode: "exclusive", taxRupiah: 50 },
      { name: "PBJT 2,5 %", mode: "inclusive", taxRupiah: 5 },
    ]);
  });
});

describe("lines", () => {
  test("break between words, and no letter is lost", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.integer({ min: 4, max: 48 }),
        (text, columns) => {
          const lines = wrap(text, columns) ?? [];
          for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
          expect(lines.join("").replace(/\s/gu, "")).toBe(text.replace(/\s/gu, ""));
        },
      ),
    );
  });

  test("a number that is too long is broken behind a hyphen, so that its digits stay together", () => {
    expect(wrap("SOEHARSO-SURAKARTA-PENERIMA-K1-000002", 32)).toEqual([
      "SOEHARSO-SURAKARTA-PENERIMA-K1-",
      "000002",
    ]);
  });

  test("P6 a figure stands whole on its line beside any name, or the paper is refused", () => {
    const name = fc.string({ unit: "grapheme-ascii", maxLength: 80 });
    fc.assert(
      fc.property(
        name,
        fc.maxSafeInteger(),
        fc.constantFrom(32 as const, 48 as const),
        (left, rupiah, columns) => {
          const right = formatRupiah(rupiah);
          const text = paperText(paperOf({ is: "pair", left, right }), columns);
          if (text !== null) expect(text.trimEnd().split("\n").at(-1)?.endsWith(right)).toBe(true);
          else expect(left).toMatch(/Rp\d/); // only a name that is itself a figure too wide refuses
        },
      ),
    );
  });
});

describe("a message", () => {
  test("has a line a row, no rules, no lines to sign on, no code to scan, never two empty lines", () => {
    const message = paperMessage(
      paperOf(
        { is: "space" },
        { is: "title", text: "Sentra\u0007 Uji" },
        { is: "rule" },
        { is: "space" },
        { is: "text", text: "(________)", align: "center" },
        { is: "pair", left: "TOTAL", right: "Rp1.000" },
        { is: "pair", left: "", right: "Rp2.000" },
        { is: "qr", text: "UJI-K1-000001" },
      ),
    );
    expect(message).toBe("Sentra Uji\n\nTOTAL: Rp1.000\nRp2.000\n");
  });

  test("invisible characters go, a joined letter stays whole", () => {
    expect(visible("a\u200b\u00a0b\u001b[2J\n c")).toBe("a b [2J c");
    expect(visible("👩\u200d🍳")).toBe("👩\u200d🍳");
  });
});
