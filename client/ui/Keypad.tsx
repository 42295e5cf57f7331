// Large digits for a finger, in the order of a telephone.
import Delete from "lucide-solid/icons/delete";
import { For, type JSX, Show } from "solid-js";
import { Icon } from "./Icon.tsx";
import { dictionary, useWords } from "./language.ts";

export interface KeypadProps {
  label: string;
  /** The digits of the key: one, or `000`. */
  onDigits: (digits: string) => void;
  onErase: () => void;
  /** What stands on the key at the lower left; empty unless told. */
  extra?: "000" | "," | undefined;
  disabled?: boolean | undefined;
  /** A key of its own below, such as the one that says go on. */
  children?: JSX.Element;
}

const words = dictionary({ id: { erase: "Hapus" }, en: { erase: "Erase" } });

export function Keypad(props: KeypadProps) {
  const w = useWords(words);
  return (
    <fieldset class="keypad" disabled={props.disabled}>
      <legend class="visually-hidden">{props.label}</legend>
      <For each={["1", "2", "3", "4", "5", "6", "7", "8", "9"]}>
        {(digit) => (
          <button type="button" class="keypad-key" onClick={() => props.onDigits(digit)}>
            {digit}
          </button>
        )}
      </For>
      <Show when={props.extra} fallback={<span />}>
        <button type="button" class="keypad-key" onClick={() => props.onDigits(props.extra ?? "")}>
          {props.extra}
        </button>
      </Show>
      <button type="button" class="keypad-key" onClick={() => props.onDigits("0")}>
        0
      </button>
      <button type="button" class="keypad-key keypad-erase" onClick={() => props.onErase()}>
        <Icon is={Delete} size={24} />
        <span>{w().erase}</span>
      </button>
      {props.children}
    </fieldset>
  );
}
