// One line of the cart: what, how many, how much, and the keys to change it.
import CircleAlert from "lucide-solid/icons/circle-alert";
import MessageSquare from "lucide-solid/icons/message-square";
import Minus from "lucide-solid/icons/minus";
import Pencil from "lucide-solid/icons/pencil";
import Plus from "lucide-solid/icons/plus";
import Trash from "lucide-solid/icons/trash";
import { createEffect, on, Show } from "solid-js";
import { formatRupiah } from "#rules/money";
import { formatQuantity, ONE_UNIT } from "#rules/quantity";
import { Icon } from "../ui/Icon.tsx";
import { Money } from "../ui/Money.tsx";
import { dictionary, useWords } from "../words.ts";
import type { CartLine, WorthOfLine } from "./worth.ts";

const words = dictionary({
  id: {
    less: (of: { name: string }) => `Kurangi ${of.name}`,
    more: (of: { name: string }) => `Tambah ${of.name}`,
    change: "Ubah",
    changeOf: (of: { name: string }) => `Ubah ${of.name}`,
    remove: "Hapus",
    removeOf: (of: { name: string }) => `Hapus ${of.name}`,
    each: (of: { price: string; unit: string }) => `${of.price} per ${of.unit}`,
    discount: (of: { amount: string }) => `Potongan ${of.amount}`,
    notYours: "Bukan barang yang Anda jual",
  },
  en: {
    less: (of) => `One less: ${of.name}`,
    more: (of) => `One more: ${of.name}`,
    change: "Change",
    changeOf: (of) => `Change ${of.name}`,
    remove: "Remove",
    removeOf: (of) => `Remove ${of.name}`,
    each: (of) => `${of.price} per ${of.unit}`,
    discount: (of) => `Discount ${of.amount}`,
    notYours: "Not among what you sell",
  },
});

export function CartRow(props: {
  line: CartLine;
  worth: WorthOfLine | undefined;
  /** Put in by a colleague; whoever stands here may not sell it. */
  foreign: boolean;
  onStep: (steps: 1 | -1) => void;
  onOpen: () => void;
  onRemove: () => void;
}) {
  const w = useWords(words);
  const name = () => ({ name: props.line.name });
  let row: HTMLLIElement | undefined;
  // What was just added or changed is in sight, also where it is the twentieth line.
  createEffect(
    on(
      () => props.line.quantityMilli,
      () => queueMicrotask(() => row?.scrollIntoView({ block: "nearest" })),
    ),
  );
  return (
    <li class="cart-row" ref={row}>
      <p class="cart-row-name">{props.line.name}</p>
      <p class="cart-row-amount">
        <Money amount={props.worth?.worthRupiah ?? 0} size={20} />
      </p>
      <p class="cart-row-each">
        {w().each({ price: formatRupiah(props.line.unitPriceRupiah), unit: props.line.unit })}
        <Show when={props.line.discount}>
          <span class="cart-row-discount">
            {w().discount({ amount: formatRupiah(props.worth?.discountRupiah ?? 0) })}
          </span>
        </Show>
        <Show when={props.foreign}>
          <span class="cart-row-foreign">
            <Icon is={CircleAlert} /> {w().notYours}
          </span>
        </Show>
        <Show when={props.line.note}>
          <span class="cart-row-note">
            <Icon is={MessageSquare} /> {props.line.note}
          </span>
        </Show>
      </p>
      <div class="cart-row-keys">
        <button
          type="button"
          class="cart-key"
          aria-label={w().less(name())}
          disabled={props.line.quantityMilli <= ONE_UNIT}
          onClick={() => props.onStep(-1)}
        >
          <Icon is={Minus} />
        </button>
        <span class="cart-row-quantity">{formatQuantity(props.line.quantityMilli)}</span>
        <button type="button" class="cart-key" aria-label={w().more(name())} onClick={() => props.onStep(1)}>
          <Icon is={Plus} />
        </button>
        <button
          type="button"
          class="cart-key cart-key-word"
          aria-label={w().changeOf(name())}
          onClick={() => props.onOpen()}
        >
          <Icon is={Pencil} />
          {w().change}
        </button>
        <button
          type="button"
          class="cart-key cart-key-word"
          aria-label={w().removeOf(name())}
          onClick={() => props.onRemove()}
        >
          <Icon is={Trash} />
          {w().remove}
        </button>
      </div>
    </li>
  );
}
