// Fields read what a person meant, keep what was typed, and never make a number up.
import { createSignal } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, beforeEach, expect, test } from "vitest";
import { rupiah } from "#rules/money";
import { MoneyField } from "../../client/ui/MoneyField.tsx";
import { PinField } from "../../client/ui/PinField.tsx";
import { caretKeeping, insertedPiece, withoutOurDots } from "../../client/ui/retype.ts";
import { TextField } from "../../client/ui/TextField.tsx";
import { dictionary, language, setLanguage, useWords } from "../../client/words.ts";

let place: HTMLDivElement;
let leave: () => void = () => {};
beforeEach(() => {
  place = document.createElement("div");
  document.body.append(place);
});
afterEach(() => {
  leave();
  place.remove();
  setLanguage("id");
});
const show = (what: () => Element | unknown) => {
  leave = render(what as never, place);
};
const find = <E extends Element = HTMLElement>(selector: string): E => {
  const found = place.querySelector<E>(selector);
  if (!found) throw new Error(`${selector} is not on the screen.`);
  return found;
};
const put = (input: HTMLInputElement, text: string) => {
  input.value = text;
  input.setSelectionRange(text.length, text.length);
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
};

test("an amount grows its dots while it is typed, and the value is the whole number", () => {
  const heard: unknown[] = [];
  show(() => (
    <MoneyField label="Harga" value={null} onChange={(value, reading) => heard.push([value, reading])} />
  ));
  const input = find<HTMLInputElement>("input");
  for (const digit of "1250000") put(input, input.value + digit);
  expect(input.value).toBe("1.250.000");
  expect(heard.at(-1)).toEqual([1_250_000, "read"]);
  put(input, "1.250.00");
  expect(input.value).toBe("125.000");
  put(input, "");
  expect(heard.at(-1)).toEqual([null, "empty"]);
});

test.each([
  ["15.000", 15_000, "15.000"],
  ["Rp15.000", 15_000, "15.000"],
  ["15.50", null, "15.50"],
  ["15,000", null, "15,000"],
  ["1.5", null, "1.5"],
  ["15rb", null, "15rb"],
])("%s, pasted at once, is read as %s and shown as %s", (text, value, shown) => {
  let heard: number | null = -1;
  show(() => (
    <MoneyField
      label="Harga"
      value={null}
      onChange={(read) => {
        heard = read;
      }}
    />
  ));
  put(find<HTMLInputElement>("input"), text);
  expect(heard).toBe(value);
  expect(find<HTMLInputElement>("input").value).toBe(shown);
});

test("pasting 12.50 over 15.000 is not taken for twelve hundred and fifty", () => {
  let heard: number | null = -1;
  show(() => (
    <MoneyField
      label="Harga"
      value={rupiah(15_000)}
      onChange={(read) => {
        heard = read;
      }}
    />
  ));
  put(find<HTMLInputElement>("input"), "12.50");
  expect(heard).toBeNull();
});

test("what cannot be read stays, and the error stands beside it once one leaves", () => {
  show(() => <MoneyField label="Harga" value={null} onChange={() => {}} />);
  const input = find<HTMLInputElement>("input");
  put(input, "lima ribu");
  expect(find(".field-error").textContent).toBe("");
  input.dispatchEvent(new FocusEvent("blur"));
  expect(input.value).toBe("lima ribu");
  expect(find(".field-error").textContent).toContain("misalnya 15.000");
  expect(input.getAttribute("aria-invalid")).toBe("true");
  expect(input.getAttribute("aria-describedby")).toBe(find(".field-error").id);
});

test("an amount set from outside takes the place of what was typed", () => {
  const [value, setValue] = createSignal<ReturnType<typeof rupiah> | null>(rupiah(500));
  show(() => <MoneyField label="Harga" value={value()} onChange={(read) => setValue(() => read)} />);
  put(find<HTMLInputElement>("input"), "750");
  setValue(rupiah(20_000));
  expect(find<HTMLInputElement>("input").value).toBe("20.000");
  setValue(null);
  expect(find<HTMLInputElement>("input").value).toBe("");
});

test("the caret keeps the same digits at its right, and stands left of a dot so that erasing goes on", () => {
  expect(insertedPiece("15.000", "115.000")).toBe("1");
  expect(withoutOurDots("15.000", "15.0005")).toBe("150005");
  expect(withoutOurDots("15", "15.")).toBe("15.");
  expect(caretKeeping("1.250.000", 3)).toBe(5);
  expect(caretKeeping("1.250.000", 0)).toBe(9);
  expect(caretKeeping("1.250.000", 7)).toBe(0);
});

test("a PIN is typed on the keypad or the keyboard, takes digits only, and is complete once", () => {
  const [pin, setPin] = createSignal("");
  const complete: string[] = [];
  show(() => (
    <PinField
      label="PIN"
      length={4}
      value={pin()}
      onChange={setPin}
      onComplete={(all) => complete.push(all)}
    />
  ));
  const keys = [...place.querySelectorAll<HTMLButtonElement>(".keypad-key")];
  keys.find((key) => key.textContent === "7")?.click();
  put(find<HTMLInputElement>("input"), "7a1");
  expect(pin()).toBe("71");
  keys.at(-1)?.click();
  expect(pin()).toBe("7");
  put(find<HTMLInputElement>("input"), "71234");
  expect([pin(), complete]).toEqual(["7123", ["7123"]]);
  expect(place.textContent).toContain("4 dari 4 angka terisi");
});

test("a label belongs to its input, and the hint is heard with it", () => {
  show(() => <TextField label="Nama" hint="Seperti di label" maxLength={80} value="" onInput={() => {}} />);
  const input = find<HTMLInputElement>("input");
  expect(find<HTMLLabelElement>("label").htmlFor).toBe(input.id);
  expect(input.getAttribute("aria-describedby")).toBe(find(".field-hint").id);
  expect(input.maxLength).toBe(80);
});

test("every word follows the language, and so does the page's lang", () => {
  const words = dictionary({
    id: { title: "Barang", found: (of: { count: number }) => `${of.count} barang` },
    en: { title: "Goods", found: (of) => `${of.count} goods` },
  });
  const w = useWords(words);
  show(() => (
    <p>
      {w().title}: {w().found({ count: 3 })}
    </p>
  ));
  expect([place.textContent, language()]).toEqual(["Barang: 3 barang", "id"]);
  setLanguage("en");
  expect([place.textContent, document.documentElement.lang]).toEqual(["Goods: 3 goods", "en"]);
  expect(localStorage.getItem("language")).toBe("en");
  // @ts-expect-error both languages must have the same keys
  dictionary({ id: { title: "Barang", more: "Lagi" }, en: { title: "Goods" } });
  // @ts-expect-error a sentence with values is one in both languages
  dictionary({ id: { title: "Barang" }, en: { title: "Goods", more: "More" } });
});
