// A field for an amount in rupiah: it shows Rp and the dots while one types, and never guesses.
import { formatRupiah, parseRupiah, type Rupiah } from "#rules/money";
import type { FieldProps } from "./Field.tsx";
import { dictionary, useWords } from "./language.ts";
import { ParsedField, type Reading } from "./ParsedField.tsx";

export interface MoneyFieldProps extends FieldProps {
  value: Rupiah | null;
  onChange: (value: Rupiah | null, reading: Reading) => void;
  size?: "medium" | "large" | undefined;
  disabled?: boolean | undefined;
  autofocus?: boolean | undefined;
  name?: string | undefined;
  ref?: ((input: HTMLInputElement) => void) | undefined;
}

const words = dictionary({
  id: { unreadable: "Tulis jumlah rupiah dengan angka saja, misalnya 15.000." },
  en: { unreadable: "Write the amount of rupiah in digits only, for example 15.000." },
});

export function MoneyField(props: MoneyFieldProps) {
  const w = useWords(words);
  return (
    <ParsedField
      {...props}
      grouped
      prefix="Rp"
      parse={parseRupiah}
      format={(value) => formatRupiah(value).replace("Rp", "")}
      unreadable={w().unreadable}
    />
  );
}
