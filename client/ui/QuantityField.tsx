// A field for how many or how much (`2,5`), with a key for one less and one more; a scan never ends in it.
import Minus from "lucide-solid/icons/minus";
import Plus from "lucide-solid/icons/plus";
import type { FieldProps } from "./Field.tsx";
import { Icon } from "./Icon.tsx";
import { dictionary, useWords } from "./language.ts";
import { type Parse, ParsedField, type Reading } from "./ParsedField.tsx";

export interface QuantityFieldProps extends FieldProps {
  /** In the smallest parts, for example thousandths. */
  value: number | null;
  onChange: (value: number | null, reading: Reading) => void;
  parse: Parse<number>;
  format: (value: number) => string;
  /** What the two keys take off and add; one piece of 1000 thousandths unless told. */
  step?: number | undefined;
  /** The keys stop here; 0 and no ceiling unless told. */
  min?: number | undefined;
  max?: number | undefined;
  unit?: string | undefined;
  disabled?: boolean | undefined;
}

const words = dictionary({
  id: {
    unreadable: "Tulis angka lebih dari nol, misalnya 2 atau 2,5.",
    less: (of: { label: string }) => `Kurangi: ${of.label}`,
    more: (of: { label: string }) => `Tambah: ${of.label}`,
  },
  en: {
    unreadable: "Write a number above zero, for example 2 or 2,5.",
    less: (of) => `Less: ${of.label}`,
    more: (of) => `More: ${of.label}`,
  },
});

export function QuantityField(props: QuantityFieldProps) {
  const w = useWords(words);
  const after = (steps: number) => (props.value ?? 0) + steps * (props.step ?? 1000);
  const tooFew = () => after(-1) < (props.min ?? 0);
  const tooMany = () => after(1) > (props.max ?? Number.MAX_SAFE_INTEGER);
  return (
    <div class="quantity">
      <button
        type="button"
        class="quantity-key"
        aria-label={w().less({ label: props.label })}
        disabled={props.disabled || tooFew()}
        onClick={() => props.onChange(after(-1), "read")}
      >
        <Icon is={Minus} />
      </button>
      <ParsedField {...props} inputmode="decimal" suffix={props.unit} unreadable={w().unreadable} />
      <button
        type="button"
        class="quantity-key"
        aria-label={w().more({ label: props.label })}
        disabled={props.disabled || tooMany()}
        onClick={() => props.onChange(after(1), "read")}
      >
        <Icon is={Plus} />
      </button>
    </div>
  );
}
