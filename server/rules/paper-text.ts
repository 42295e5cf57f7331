// A paper as plain text: in columns for a printer or a file, and without them for a message or a screen reader.
import type { Paper, PaperColumns, PaperRow } from "./paper.ts";
import { type LaidOut, layOut, type PaperLine, widthOf } from "./paper-lines.ts";

/** The paper in lines of `columns` characters; null where a figure is wider than that (P6). */
export function paperText(paper: Paper, columns: PaperColumns): string | null {
  const layout = layOut(readable(paper), columns);
  if (!layout.fits) return null;
  const lines = layout.lines.flatMap((line) => (isLine(line) ? [placed(line, columns)] : []));
  return `${lines.join("\n")}\n`;
}

function isLine(line: LaidOut): line is PaperLine {
  return !("qr" in line);
}

function placed(line: PaperLine, columns: number): string {
  const text = line.inverse ? `*${line.text}*` : line.text;
  if (line.align === "left") return text;
  return `${" ".repeat(Math.max(0, (columns - widthOf(text)) >> 1))}${text}`;
}

/**
 * The paper as a message: every row a line of its own, a figure after its name, nothing padded and nothing drawn, so that a phone of any
 * width shows it and a screen reader reads it.
 */
export function paperMessage(paper: Paper): string {
  const lines = readable(paper).rows.map(messageLine);
  return `${lines
    .filter((line, index) => line !== null && !(line === "" && (lines[index - 1] ?? "") === ""))
    .join("\n")
    .trim()}\n`;
}

function messageLine(row: PaperRow): string | null {
  switch (row.is) {
    case "rule":
    case "space":
      return "";
    case "qr":
      return null; // the number stands at the head already
    case "pair":
      return row.left === "" ? row.right : `${row.left}: ${row.right}`;
    default:
      return /[\p{L}\p{N}]/u.test(row.text) ? row.text : null;
  }
}

/** The rows without what no paper shows: control and other invisible characters. */
function readable(paper: Paper): Paper {
  return { ...paper, rows: paper.rows.map((row) => withText(row, visible)) };
}

/** A row with every text in it put through `change`. */
export function withText(row: PaperRow, change: (text: string) => string): PaperRow {
  if (row.is === "pair") return { ...row, left: change(row.left), right: change(row.right) };
  return "text" in row ? { ...row, text: change(row.text) } : row;
}

/** Control characters become a space, invisible ones go (a zero-width joiner holds a letter together and stays). */
export function visible(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\p{Zs}\p{Zl}\p{Zp}\p{Cc}]+/gu, " ")
    .replace(/(?!\u200d)\p{Cf}/gu, "")
    .trim();
}
