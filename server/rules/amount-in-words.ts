// Amounts in words, as they stand on a receipt where money is handed to a person.
import { assert } from "./assert.ts";
import type { Language } from "./business-day.ts";

const indonesianOnes = [
  "",
  "satu",
  "dua",
  "tiga",
  "empat",
  "lima",
  "enam",
  "tujuh",
  "delapan",
  "sembilan",
  "sepuluh",
  "sebelas",
];
const indonesianScales: readonly (readonly [number, string])[] = [
  [1e15, "kuadriliun"],
  [1e12, "triliun"],
  [1e9, "miliar"],
  [1e6, "juta"],
  [1e3, "ribu"],
];

/** `lima belas ribu rupiah`; zero is `nol rupiah`. Whole amounts of zero or more. */
export function amountInWords(amountRupiah: number, language: Language): string {
  assert(Number.isSafeInteger(amountRupiah) && amountRupiah >= 0, `${amountRupiah} cannot be said in words`);
  if (language === "en") return `${amountRupiah === 0 ? "zero" : englishWords(amountRupiah)} rupiah`;
  return `${amountRupiah === 0 ? "nol" : indonesianWords(amountRupiah)} rupiah`;
}

function indonesianWords(n: number): string {
  if (n < 12) return indonesianOnes[n] ?? "";
  if (n < 20) return `${indonesianOnes[n - 10]} belas`;
  if (n < 100) return joined(`${indonesianOnes[Math.trunc(n / 10)]} puluh`, indonesianWords(n % 10));
  if (n < 200) return joined("seratus", indonesianWords(n - 100));
  if (n < 1000) return joined(`${indonesianOnes[Math.trunc(n / 100)]} ratus`, indonesianWords(n % 100));
  if (n < 2000) return joined("seribu", indonesianWords(n - 1000));
  return scaled(n, indonesianScales, indonesianWords);
}

const englishOnes =
  " one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const englishTens = "  twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const englishScales: readonly (readonly [number, string])[] = [
  [1e15, "quadrillion"],
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
  [1e3, "thousand"],
];

function englishWords(n: number): string {
  if (n < 20) return englishOnes[n] ?? "";
  if (n < 100) {
    const tens = englishTens[Math.trunc(n / 10)] ?? "";
    return n % 10 === 0 ? tens : `${tens}-${englishOnes[n % 10]}`;
  }
  if (n < 1000) return joined(`${englishOnes[Math.trunc(n / 100)]} hundred`, englishWords(n % 100));
  return scaled(n, englishScales, englishWords);
}

function scaled(
  n: number,
  scales: readonly (readonly [number, string])[],
  words: (n: number) => string,
): string {
  const [size, name] = scales.find(([scale]) => n >= scale) ?? [1, ""];
  return joined(`${words(Math.trunc(n / size))} ${name}`, words(n % size));
}

function joined(head: string, rest: string): string {
  return rest === "" ? head : `${head} ${rest}`;
}
