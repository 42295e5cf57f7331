// The one file that knows a receipt printer's codes: a paper's rows become its bytes.
import { Buffer } from "node:buffer";
import Printer from "escpos/printer.js";
import type { Paper, PaperColumns, PaperRow } from "#rules/paper";
import { layOut, type PaperLine } from "#rules/paper-lines";
import { withText } from "#rules/paper-text";
import { PAGE, printable } from "./code-page.ts";

const ESC = 0x1b;
const GS = 0x1d;
const FS = 0x1c;

// What the package sends wrong or not at all is sent here byte by byte (drawer: 3 of 5 bytes; QR: not Epson's; sizes clear bold; no code page).
const code = {
  /** Chinese printers read two bytes as one sign until they are told not to. */
  oneByteLetters: bytes(FS, 0x2e),
  page: bytes(ESC, 0x74, PAGE.number),
  strong: (on: boolean) => bytes(ESC, 0x45, on ? 1 : 0),
  large: (on: boolean) => bytes(GS, 0x21, on ? 0x11 : 0x00),
  tall: (on: boolean) => bytes(GS, 0x21, on ? 0x01 : 0x00),
  inverse: (on: boolean) => bytes(GS, 0x42, on ? 1 : 0),
  /** Pin 2, 100 ms on, 500 ms off. */
  kick: bytes(ESC, 0x70, 0, 50, 250),
};

/** What to ask a printer, and how to read its one byte (real-time status, DLE EOT n). */
export const status = {
  askPaper: bytes(0x10, 0x04, 4),
  askPrinter: bytes(0x10, 0x04, 1),
  askOffline: bytes(0x10, 0x04, 2),
  isStatus: (byte: number): boolean => (byte & 0b1001_0011) === 0b0001_0010,
  noPaper: (byte: number): boolean => (byte & 0b0110_0000) !== 0,
  coverOpen: (byte: number): boolean => (byte & 0b0000_0100) !== 0,
};

export interface PrintOptions {
  readonly columns: PaperColumns;
  readonly opensDrawer: boolean;
  readonly cuts: boolean;
}

/** The bytes of a paper; null where a figure is wider than the paper (P6). A paper without rows only opens the drawer. */
export function paperBytes(paper: Paper, options: PrintOptions): Buffer | null {
  const rows = paper.rows.map((row): PaperRow => (row.is === "qr" ? row : withText(row, printable)));
  const layout = layOut({ ...paper, rows }, options.columns);
  if (!layout.fits) return null;
  const kick = options.opensDrawer ? [code.kick] : [];
  if (rows.length === 0) return Buffer.concat(kick);
  // The drawer first: change is counted while the paper comes out. Each line is flushed, since the package grows its buffer in squares.
  const head = escpos((printer) => printer.hardware("init"));
  const tail = escpos((printer) => (options.cuts ? printer.cut(true, 4) : printer.feed(4)));
  const body = layout.lines.map((line) => ("qr" in line ? qrBytes(line.qr) : lineBytes(line)));
  return Buffer.concat([head, code.oneByteLetters, code.page, ...kick, ...body, tail]);
}

function escpos(use: (printer: Printer) => Printer): Buffer {
  const parts: Buffer[] = [];
  use(new Printer({ write: (written) => void parts.push(Buffer.from(written)) })).flush();
  return Buffer.concat(parts);
}

function lineBytes(line: PaperLine): Buffer {
  const text = line.inverse ? ` ${line.text} ` : line.text;
  const printed = escpos((printer) =>
    printer.align(line.align === "center" ? "ct" : "lt").text(text, PAGE.encoding),
  );
  // A strong figure is also higher: a total is found at arm's length.
  const tall = line.strong && line.align === "left";
  const on = [
    ...(line.strong ? [code.strong(true)] : []),
    ...(line.large ? [code.large(true)] : tall ? [code.tall(true)] : []),
    ...(line.inverse ? [code.inverse(true)] : []),
  ];
  const off = [
    ...(line.inverse ? [code.inverse(false)] : []),
    ...(line.large || tall ? [code.large(false)] : []),
    ...(line.strong ? [code.strong(false)] : []),
  ];
  return Buffer.concat([...on, printed, ...off]);
}

/** Epson's own QR: model 2, six dots a square, a quarter of it may be dirty. */
function qrBytes(text: string): Buffer {
  const data = Buffer.from(text, "utf8");
  const length = data.length + 3;
  return Buffer.concat([
    escpos((printer) => printer.align("ct")),
    bytes(GS, 0x28, 0x6b, 4, 0, 0x31, 0x41, 0x32, 0),
    bytes(GS, 0x28, 0x6b, 3, 0, 0x31, 0x43, 6),
    bytes(GS, 0x28, 0x6b, 3, 0, 0x31, 0x45, 0x32),
    bytes(GS, 0x28, 0x6b, length & 0xff, length >> 8, 0x31, 0x50, 0x30),
    data,
    bytes(GS, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30),
  ]);
}

function bytes(...values: number[]): Buffer {
  return Buffer.from(values);
}
