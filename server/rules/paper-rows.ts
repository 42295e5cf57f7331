// The rows that papers are built of, and the parts that many papers share: head, marks, signatures, seal.
import { amountInWords } from "./amount-in-words.ts";
import type { Language, Zone } from "./business-day.ts";
import { formatRupiah } from "./money.ts";
import type { Letterhead, PaperRow } from "./paper.ts";
import { type PaperWords, paperWords } from "./paper-words.ts";

/** How a paper is issued: where, in which language, and which printing of it this is. */
export interface PaperSetting {
  readonly zone: Zone;
  readonly language: Language;
  /** The centre is a practice shop. */
  readonly practice: boolean;
  /** 0 is the original, n is SALINAN n (P5). */
  readonly copy: number;
}

export const RULE: PaperRow = { is: "rule" };
export const SPACE: PaperRow = { is: "space" };

export const titled = (text: string): PaperRow => ({ is: "title", text });
export const said = (text: string): PaperRow => ({ is: "text", text });
export const stressed = (text: string): PaperRow => ({ is: "text", text, strong: true });
export const centred = (text: string): PaperRow => ({ is: "text", text, align: "center" });
export const centredStrong = (text: string): PaperRow => ({
  is: "text",
  text,
  align: "center",
  strong: true,
});
export const marked = (text: string): PaperRow => ({ is: "mark", text });
/** `Kasir: Dewi`. */
export const fact = (name: string, value: string): PaperRow => said(`${name}: ${value}`);
export const amount = (left: string, rupiah: number): PaperRow => ({
  is: "pair",
  left,
  right: formatRupiah(rupiah),
});
export const strongAmount = (left: string, rupiah: number): PaperRow => ({
  is: "pair",
  left,
  right: formatRupiah(rupiah),
  strong: true,
});
/** A heading over amounts. */
export const heading = (text: string): PaperRow[] => [RULE, stressed(text)];

/** What stands across the paper before anything else. */
export function marksOf(setting: PaperSetting): PaperRow[] {
  const w = paperWords(setting.language);
  return [
    ...(setting.practice ? [marked(w.practice)] : []),
    ...(setting.copy > 0 ? [marked(`${w.copy} ${setting.copy}`)] : []),
  ];
}

export function headOf(letterhead: Letterhead): PaperRow[] {
  return [titled(letterhead.name), centred(letterhead.place)];
}

/** The characters of the act's hash (H3). */
export function sealOf(seal: string | null, w: PaperWords): PaperRow[] {
  return seal ? [centred(`${w.seal} ${seal}`)] : [];
}

/** An amount that passes from hand to hand, in figures and in words. */
export function handedOver(label: string, rupiah: number, language: Language): PaperRow[] {
  const w = paperWords(language);
  return [strongAmount(label, rupiah), fact(w.inWords, amountInWords(rupiah, language))];
}

/** Room to sign, with who signs beneath. */
export function signature(role: string, name?: string): PaperRow[] {
  return [SPACE, SPACE, SPACE, centred("(____________________)"), centred(name ? `${role}: ${name}` : role)];
}
