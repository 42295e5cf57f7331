// Amounts in words, as a receipt says them to a person who is handed money.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountInWords } from "#rules/amount-in-words";

const amount = fc.oneof(fc.integer({ min: 0, max: 3_000_000 }), fc.maxSafeNat());

test.each([
  [0, "nol rupiah"],
  [1, "satu rupiah"],
  [10, "sepuluh rupiah"],
  [11, "sebelas rupiah"],
  [12, "dua belas rupiah"],
  [20, "dua puluh rupiah"],
  [21, "dua puluh satu rupiah"],
  [100, "seratus rupiah"],
  [111, "seratus sebelas rupiah"],
  [200, "dua ratus rupiah"],
  [1_000, "seribu rupiah"],
  [1_001, "seribu satu rupiah"],
  [1_100, "seribu seratus rupiah"],
  [2_000, "dua ribu rupiah"],
  [11_000, "sebelas ribu rupiah"],
  [15_000, "lima belas ribu rupiah"],
  [100_000, "seratus ribu rupiah"],
  [101_000, "seratus satu ribu rupiah"],
  [1_000_000, "satu juta rupiah"],
  [1_001_000, "satu juta seribu rupiah"],
  [1_770_880, "satu juta tujuh ratus tujuh puluh ribu delapan ratus delapan puluh rupiah"],
  [2_500_000_000, "dua miliar lima ratus juta rupiah"],
  [1_000_000_000_000, "satu triliun rupiah"],
])("%i is %s", (rupiah, words) => {
  expect(amountInWords(rupiah, "id")).toBe(words);
});

test.each([
  [0, "zero rupiah"],
  [15_000, "fifteen thousand rupiah"],
  [45_021, "forty-five thousand twenty-one rupiah"],
  [1_000_100, "one million one hundred rupiah"],
])("%i is %s in English", (rupiah, words) => {
  expect(amountInWords(rupiah, "en")).toBe(words);
});

describe.each(["id", "en"] as const)("in %s", (language) => {
  test("two amounts never sound the same", () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(amountInWords(a, language) === amountInWords(b, language)).toBe(a === b);
      }),
    );
    const heard = new Set(Array.from({ length: 20_000 }, (_, rupiah) => amountInWords(rupiah, language)));
    expect(heard.size).toBe(20_000);
  });

  test("words, one space between them, nothing glued, and rupiah once at the end", () => {
    fc.assert(
      fc.property(amount, (rupiah) => {
        expect(amountInWords(rupiah, language)).toMatch(/^[a-z]+(?:[ -][a-z]+)* rupiah$/);
        expect(amountInWords(rupiah, language).match(/rupiah/g)).toHaveLength(1);
      }),
    );
  });
});

/** Read back the Indonesian words by their own grammar. */
function heard(words: string): number {
  const ones = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];
  const scales: Record<string, number> = {
    ribu: 1e3,
    juta: 1e6,
    miliar: 1e9,
    triliun: 1e12,
    kuadriliun: 1e15,
  };
  let total = 0;
  let group = 0;
  let digit = 0;
  for (const word of words.replace(/ rupiah$/, "").split(" ")) {
    if (word in scales) {
      total += (group + digit) * (scales[word] ?? 0);
      group = 0;
      digit = 0;
    } else if (word === "seribu") total += 1000;
    else if (word === "seratus") group += 100;
    else if (word === "sepuluh") digit = 10;
    else if (word === "sebelas") digit = 11;
    else if (word === "ratus") {
      group += digit * 100;
      digit = 0;
    } else if (word === "puluh") {
      group += digit * 10;
      digit = 0;
    } else if (word === "belas") digit += 10;
    else digit = ones.indexOf(word);
  }
  return total + group + digit;
}

test("who hears the words knows the amount", () => {
  fc.assert(
    fc.property(amount, (rupiah) => {
      expect(heard(amountInWords(rupiah, "id"))).toBe(rupiah);
    }),
  );
});

test("less than nothing, or a part of a rupiah, is not said", () => {
  expect(() => amountInWords(-1, "id")).toThrow();
  expect(() => amountInWords(0.5, "id")).toThrow();
});
