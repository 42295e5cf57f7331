// What a receipt printer's code page can show, and how everything else is written with it: readable, and no figure ever lost.

/** Code page 850 from 0x80 on: every printer that knows code pages has it, under number 2. */
export const PAGE = { number: 2, encoding: "cp850" } as const;
const upperHalf =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■";
const onPage = new Set(upperHalf.replace("\u00ad", ""));

/** Signs that stand for something else, and letters that no decomposition takes apart. */
const written: Readonly<Record<string, string>> = {
  "−": "-",
  "‐": "-",
  "‑": "-",
  "–": "-",
  "—": "-",
  "―": "-",
  "‘": "'",
  "’": "'",
  "‚": "'",
  ʻ: "'",
  ʼ: "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "‹": "<",
  "›": ">",
  "•": "·",
  "…": "...",
  "€": "EUR",
  "₫": "d",
  "₱": "P",
  "→": "->",
  "←": "<-",
  "✓": "v",
  "✔": "v",
  "≤": "<=",
  "≥": ">=",
  "≠": "<>",
  "⁄": "/",
  "∕": "/",
  Œ: "OE",
  œ: "oe",
  Ł: "L",
  ł: "l",
  Đ: "D",
  đ: "d",
  Ħ: "H",
  ħ: "h",
  Ŋ: "NG",
  ŋ: "ng",
  Ŧ: "T",
  ŧ: "t",
  ẞ: "SS",
  Ɖ: "D",
  ɖ: "d",
  Ə: "E",
  ə: "e",
  А: "A",
  Б: "B",
  В: "V",
  Г: "G",
  Д: "D",
  Е: "E",
  Ё: "Yo",
  Ж: "Zh",
  З: "Z",
  И: "I",
  Й: "Y",
  К: "K",
  Л: "L",
  М: "M",
  Н: "N",
  О: "O",
  П: "P",
  Р: "R",
  С: "S",
  Т: "T",
  У: "U",
  Ф: "F",
  Х: "Kh",
  Ц: "Ts",
  Ч: "Ch",
  Ш: "Sh",
  Щ: "Shch",
  Ъ: "",
  Ы: "Y",
  Ь: "",
  Э: "E",
  Ю: "Yu",
  Я: "Ya",
};

/** What no table knows, so that one sees that something stands there. */
const UNKNOWN = "?";

/** The text in characters of the page: one column each, no control character among them. */
export function printable(text: string): string {
  let out = "";
  for (const sign of text.normalize("NFC")) out += isPrintable(sign) ? sign : replaced(sign);
  return out.replace(/ {2,}/g, " ").trim();
}

function isPrintable(sign: string): boolean {
  return (sign >= " " && sign <= "~") || onPage.has(sign);
}

function replaced(sign: string): string {
  const known = written[sign] ?? lowered(sign);
  if (known !== undefined) return known;
  if (/[\p{Cc}\p{Z}]/u.test(sign)) return " ";
  if (/[\p{Cf}\p{M}]/u.test(sign)) return "";
  const digit = digitOf(sign);
  if (digit !== null) return digit;
  const bare = sign.normalize("NFKD");
  if (bare === sign) return UNKNOWN;
  return Array.from(bare, (part) => (isPrintable(part) ? part : replaced(part))).join("");
}

/** A small letter of a script whose capitals stand in the table. */
function lowered(sign: string): string | undefined {
  const capital = sign.toUpperCase();
  return capital === sign ? undefined : written[capital]?.toLowerCase();
}

/** `٣`, `꧓`, `३`: the digits of every script come in runs of ten that begin with its zero. */
function digitOf(sign: string): string | null {
  if (!/\p{Nd}/u.test(sign)) return null;
  const code = sign.codePointAt(0) ?? 0;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
}
