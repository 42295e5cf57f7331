// Gives a discount on the whole sale.
import Check from "lucide-solid/icons/check";
import { createSignal, Show } from "solid-js";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Money } from "../ui/Money.tsx";
import { dictionary, useWords } from "../words.ts";
import type { Cart } from "./cart.ts";
import { DiscountFields } from "./DiscountFields.tsx";
import { type DiscountDraft, discountIn, draftOf } from "./discount.ts";

const words = dictionary({
  id: {
    title: "Potongan untuk seluruh belanja",
    of: "Dari",
    unreadable: "Tulis potongannya.",
    tooMuch: "Potongan lebih besar dari belanjanya.",
    save: "Simpan",
    cancel: "Batal",
  },
  en: {
    title: "Discount on the whole sale",
    of: "Of",
    unreadable: "Write the discount.",
    tooMuch: "The discount is larger than the sale.",
    save: "Save",
    cancel: "Cancel",
  },
});

export function SaleDiscountDialog(props: { cart: Cart; open: boolean; onClose: () => void }) {
  return (
    <Show when={props.open}>
      <Giving cart={props.cart} onClose={props.onClose} />
    </Show>
  );
}

function Giving(props: { cart: Cart; onClose: () => void }) {
  const w = useWords(words);
  const given = props.cart.state.saleDiscount;
  const [draft, setDraft] = createSignal<DiscountDraft>(
    given ? draftOf(given) : { ...draftOf(null), kind: "rupiah" },
  );
  const [wrong, setWrong] = createSignal<"unreadable" | "tooMuch" | null>(null);
  const error = () => {
    const what = wrong();
    return what ? w()[what] : undefined;
  };
  const save = (): unknown => {
    const discount = discountIn(draft());
    if (!discount.ok) return setWrong("unreadable");
    if (!props.cart.giveDiscount(discount.value)) return setWrong("tooMuch");
    return props.onClose();
  };
  return (
    <Dialog
      open
      title={w().title}
      onClose={props.onClose}
      actions={
        <>
          <Button size="large" onClick={props.onClose}>
            {w().cancel}
          </Button>
          <Button size="large" kind="primary" icon={Check} type="submit" form="sale-discount">
            {w().save}
          </Button>
        </>
      }
    >
      <form
        id="sale-discount"
        class="form"
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p class="apart">
          <span class="quiet">{w().of}</span>
          <Money amount={props.cart.worth().subtotalRupiah} size={24} />
        </p>
        <DiscountFields
          draft={draft()}
          onChange={(written) => {
            setDraft(written);
            setWrong(null);
          }}
          error={error()}
          autofocus
        />
      </form>
    </Dialog>
  );
}
