// A paper's rows laid out in lines of so many characters: words wrap, and no figure is ever cut or shortened (P6).
import type { Paper, PaperColumns, PaperRow } from "./paper.ts";

export interface PaperLine {
  readonly text: string;
  readonly align: "left" | "center";
  readonly strong: boolean;
  /** Twice as wide and high: it takes two columns a character. */
  readonly large: boolean;
  /** White on black. */
  readonly inverse: boolean;
}

/** A line of text, or a code to scan. */
export type LaidOut = PaperLine | { readonly qr: string };

export type Layout =
  | { readonly fits: true; readonly lines: readonly LaidOut[] }
  /** The row that holds a figure wider than the paper: the whole paper is refused. */
  | { readonly fits: false; readonly row: PaperRow };

/** Lays out a whole paper, or names the row that does not fit. */
export function layOut(paper: Paper, columns: PaperColumns): Layout {
  const lines: LaidOut[] = [];
  for (const row of paper.rows) {
    const laid = rowLines(row, columns);
    if (!laid) return { fits: false, row };
    lines.push(...laid);
  }
  return { fits: true, lines };
}

const plain = { align: "left", strong: false, large: false, inverse: false } as const;

function rowLines(row: PaperRow, columns: number): LaidOut[] | null {
  switch (row.is) {
    case "rule":
      return [{ ...plain, text: "-".repeat(columns) }];
    case "space":
      return [{ ...plain, text: "" }];
    case "qr":
      return [{ qr: row.text }, ...(textLines(row.text, columns, { align: "center" }) ?? [])];
    case "mark":
      return textLines(row.text, columns - 2, { align: "center", strong: true, inverse: true });
    case "title": {
      // A word too long for large letters is printed in common ones, whole.
      const half = columns / 2;
      const large = wordsOf(row.text).every((word) => widthOf(word) <= half);
      return textLines(row.text, large ? half : columns, { align: "center", strong: true, large });
    }
    case "text":
      return textLines(row.text, columns, { align: row.align ?? "left", strong: row.strong ?? false });
    case "pair":
      return pairLines(row, columns);
  }
}

function textLines(text: string, columns: number, look: Partial<PaperLine>): PaperLine[] | null {
  return wrap(text, columns)?.map((line) => ({ ...plain, ...look, text: line })) ?? null;
}

/** The figure stands at the right edge, on the last line of its name or on a line of its own. */
function pairLines(row: Extract<PaperRow, { is: "pair" }>, columns: number): PaperLine[] | null {
  const right = unbroken(row.right);
  const room = columns - widthOf(right);
  if (room < 0) return null;
  const left = wrap(row.left, columns);
  if (!left) return null;
  const last = left.at(-1) ?? "";
  const gap = room - widthOf(last);
  const lines =
    gap >= 1
      ? [...left.slice(0, -1), `${last}${" ".repeat(gap)}${right}`]
      : [...left, `${" ".repeat(room)}${right}`];
  return lines.map((text) => ({ ...plain, strong: row.strong ?? false, text }));
}

/** Lines of at most `columns` characters, broken between words; null where that would break a figure. */
export function wrap(text: string, columns: number): string[] | null {
  const lines: string[] = [];
  let line = "";
  for (const word of wordsOf(text)) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (widthOf(joined) <= columns) {
      line = joined;
      continue;
    }
    if (line !== "") lines.push(line);
    if (widthOf(word) > columns && isFigure(word)) return null;
    const pieces = broken(word, columns);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  return line === "" && lines.length > 0 ? lines : [...lines, line];
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}

/** Money, as `formatRupiah` writes it. */
function isFigure(word: string): boolean {
  return /Rp\d/.test(word);
}

/** A name or a number without a space in it, in pieces that fit: behind a hyphen where there is one, so that digits stay together. */
function broken(word: string, columns: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const letter of lettersOf(word)) {
    if (widthOf(piece + letter) > columns) {
      const hyphen = piece.lastIndexOf("-") + 1;
      const cut = hyphen > 0 ? hyphen : piece.length;
      pieces.push(piece.slice(0, cut));
      piece = piece.slice(cut);
    }
    piece += letter;
  }
  return [...pieces, piece];
}

const letters = new Intl.Segmenter("id", { granularity: "grapheme" });
function lettersOf(text: string): string[] {
  return Array.from(letters.segment(text), ({ segment }) => segment);
}

/** Columns that a text takes: a letter with its accents is one. */
export function widthOf(text: string): number {
  return /^[\x20-\x7e]*$/.test(text) ? text.length : lettersOf(text).length;
}

function unbroken(figure: string): string {
  return figure.replace(/\s+/gu, " ").trim();
}
