// Reads a printer's bytes back into what stands on its paper, and refuses every code that it does not know: nothing may slip by.
import { createRequire } from "node:module";

interface Decoding {
  decode(bytes: Buffer, encoding: string): string;
}
// The letters of the page are looked up in escpos's own library, not in our table.
const letters = createRequire(createRequire(import.meta.url).resolve("escpos/printer.js"))(
  "iconv-lite",
) as Decoding;
const pages: Record<number, string> = { 0: "cp437", 2: "cp850", 16: "cp1252", 19: "cp858" };

export interface DecodedLine {
  readonly text: string;
  readonly align: "left" | "center" | "right";
  readonly strong: boolean;
  readonly width: number;
  readonly height: number;
  readonly inverse: boolean;
}

export interface Decoded {
  readonly lines: readonly DecodedLine[];
  /** A code to scan stands before the line with this index. */
  readonly codes: readonly { readonly before: number; readonly text: string }[];
  /** Drawer pulses, and how many lines were printed before each. */
  readonly kicks: readonly number[];
  readonly cuts: number;
  readonly oneByteLetters: boolean;
}

export function decode(bytes: Buffer): Decoded {
  const lines: DecodedLine[] = [];
  const codes: { before: number; text: string }[] = [];
  const kicks: number[] = [];
  let cuts = 0;
  let oneByteLetters = false;
  let page = 0;
  let text: number[] = [];
  let stored = "";
  const plain = { align: "left", strong: false, width: 1, height: 1, inverse: false } as const;
  let look: Omit<DecodedLine, "text"> = plain;
  let at = 0;
  const take = (): number => {
    const byte = bytes[at];
    if (byte === undefined) throw new Error("the bytes end in the middle of a code");
    at += 1;
    return byte;
  };
  const unknown = (...code: number[]): never => {
    throw new Error(`unknown code ${code.map((byte) => byte.toString(16)).join(" ")} before byte ${at}`);
  };
  while (at < bytes.length) {
    const byte = take();
    if (byte === 0x0a) {
      lines.push({ ...look, text: letters.decode(Buffer.from(text), pages[page] ?? unknown(page)) });
      text = [];
    } else if (byte === 0x1b) {
      const code = take();
      if (code === 0x40) look = plain;
      else if (code === 0x74) page = take();
      else if (code === 0x45) look = { ...look, strong: (take() & 1) === 1 };
      else if (code === 0x61)
        look = { ...look, align: (["left", "center", "right"] as const)[take()] ?? "left" };
      else if (code === 0x70) {
        const [pin, on, off] = [take(), take(), take()];
        if (pin > 1 || on === 0 || off < on) unknown(byte, code, pin, on, off);
        kicks.push(lines.length);
      } else unknown(byte, code);
    } else if (byte === 0x1d) {
      const code = take();
      if (code === 0x21) {
        const size = take();
        look = { ...look, width: (size >> 4) + 1, height: (size & 0x0f) + 1 };
      } else if (code === 0x42) look = { ...look, inverse: (take() & 1) === 1 };
      else if (code === 0x56) {
        if (take() > 1) unknown(byte, code);
        cuts += 1;
      } else if (code === 0x28) {
        if (take() !== 0x6b) unknown(byte, code);
        const length = take() + take() * 256;
        const body = Array.from({ length }, take);
        if (body[0] !== 0x31) unknown(byte, code, ...body);
        if (body[1] === 0x50) stored = Buffer.from(body.slice(3)).toString("utf8");
        else if (body[1] === 0x51) codes.push({ before: lines.length, text: stored });
        else if (![0x41, 0x43, 0x45].includes(body[1] ?? 0)) unknown(byte, code, ...body);
      } else unknown(byte, code);
    } else if (byte === 0x1c) {
      if (take() !== 0x2e) unknown(byte);
      oneByteLetters = true;
    } else if (byte < 0x20 || byte === 0x7f) unknown(byte);
    else text.push(byte);
  }
  if (text.length > 0) throw new Error("the last line never comes out");
  return { lines, codes, kicks, cuts, oneByteLetters };
}

/** The paper as a person sees it, so many characters wide; a line that is wider is an error. */
export function seen(decoded: Decoded, columns: number): string {
  const out = decoded.lines.flatMap((line, index) => [
    ...decoded.codes
      .filter((code) => code.before === index)
      .map((code) => centred(`[QR ${code.text}]`, columns)),
    drawn(line, columns),
  ]);
  return `${out.join("\n").trimEnd()}\n`;
}

function drawn(line: DecodedLine, columns: number): string {
  const wide = line.width === 2 ? Array.from(line.text).join(" ") : line.text;
  const text = line.inverse ? `█${wide.slice(1, -1)}█` : wide;
  if (Array.from(line.text).length * line.width > columns)
    throw new Error(`wider than the paper: ${line.text}`);
  return (line.align === "center" ? centred(text, columns) : text).trimEnd();
}

function centred(text: string, columns: number): string {
  return `${" ".repeat(Math.max(0, Math.floor((columns - Array.from(text).length) / 2)))}${text}`;
}
