// What of a sale is paid already, part by part, and what is left, in large figures.
import X from "lucide-solid/icons/x";
import { For, Show } from "solid-js";
import { formatRupiah } from "#rules/money";
import { Icon } from "../ui/Icon.tsx";
import { Money } from "../ui/Money.tsx";
import { useWords } from "../words.ts";
import { payWords } from "./pay-words.ts";
import type { Tender } from "./tender.ts";

export function PartsPaid(props: { tender: Tender; disabled: boolean }) {
  const w = useWords(payWords);
  return (
    <Show when={props.tender.parts().length > 0}>
      <ul class="parts" aria-label={w().taken}>
        <For each={props.tender.parts()}>
          {(part) => (
            <li classList={{ "part-waits": part.unconfirmed }}>
              <span class="part-way">
                {w()[part.method]}
                <Show when={part.unconfirmed}>
                  <span class="quiet"> ({w().waiting})</span>
                </Show>
              </span>
              <Money amount={part.amountRupiah} />
              <button
                type="button"
                class="cart-key cart-key-word"
                disabled={props.disabled}
                aria-label={w().removePart({
                  way: w()[part.method],
                  amount: formatRupiah(part.amountRupiah),
                })}
                onClick={() => props.tender.removePart(part.key)}
              >
                <Icon is={X} />
                {w().remove}
              </button>
            </li>
          )}
        </For>
      </ul>
      <p class="pay-total">
        <span>{w().rest}</span>
        <Money amount={props.tender.rest()} size={48} />
      </p>
    </Show>
  );
}
