// Changes one line of the cart: how many, its discount, and what the customer asks for.
import Check from "lucide-solid/icons/check";
import { createSignal, Show } from "solid-js";
import { formatRupiah } from "#rules/money";
import { formatQuantity, MOST_MILLI, parseQuantity } from "#rules/quantity";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { QuantityField } from "../ui/QuantityField.tsx";
import { TextField } from "../ui/TextField.tsx";
import { dictionary, useWords } from "../words.ts";
import type { Cart } from "./cart.ts";
import { DiscountFields } from "./DiscountFields.tsx";
import { discountIn, draftOf } from "./discount.ts";
import type { CartLine } from "./worth.ts";

const words = dictionary({
  id: {
    quantity: "Banyaknya",
    each: (of: { price: string; unit: string }) => `${of.price} per ${of.unit}`,
    needQuantity: "Tulis banyaknya, lebih dari nol.",
    note: "Catatan untuk pembuat",
    noteHint: "Misalnya tanpa gula; boleh kosong",
    unreadable: "Tulis potongannya.",
    tooMuch: "Potongan lebih besar dari harganya, atau jumlahnya terlalu besar.",
    save: "Simpan",
    cancel: "Batal",
  },
  en: {
    quantity: "How many",
    each: (of) => `${of.price} per ${of.unit}`,
    needQuantity: "Write how many, more than zero.",
    note: "Note for whoever makes it",
    noteHint: "For example no sugar; may stay empty",
    unreadable: "Write the discount.",
    tooMuch: "The discount is larger than the price, or the amount is too large.",
    save: "Save",
    cancel: "Cancel",
  },
});

export function LineDialog(props: { cart: Cart; line: CartLine | null; onClose: () => void }) {
  return (
    <Show when={props.line} keyed>
      {(line) => <Changing cart={props.cart} line={line} onClose={props.onClose} />}
    </Show>
  );
}

function Changing(props: { cart: Cart; line: CartLine; onClose: () => void }) {
  const w = useWords(words);
  const [quantity, setQuantity] = createSignal<number | null>(props.line.quantityMilli);
  const [draft, setDraft] = createSignal(draftOf(props.line.discount));
  const [note, setNote] = createSignal(props.line.note ?? "");
  const [wrong, setWrong] = createSignal<"quantity" | "unreadable" | "tooMuch" | null>(null);
  const save = (): unknown => {
    const discount = discountIn(draft());
    const quantityMilli = quantity();
    if (!quantityMilli) return setWrong("quantity");
    if (!discount.ok) return setWrong("unreadable");
    if (
      !props.cart.edit(props.line.key, {
        quantityMilli,
        discount: discount.value,
        note: note().trim() === "" ? null : note().trim(),
      })
    )
      return setWrong("tooMuch");
    return props.onClose();
  };
  const discountError = () => {
    const what = wrong();
    return what === "unreadable" || what === "tooMuch" ? w()[what] : undefined;
  };
  return (
    <Dialog
      open
      title={props.line.name}
      onClose={props.onClose}
      actions={
        <>
          <Button size="large" onClick={props.onClose}>
            {w().cancel}
          </Button>
          <Button size="large" kind="primary" icon={Check} type="submit" form="line">
            {w().save}
          </Button>
        </>
      }
    >
      <form
        id="line"
        class="form"
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p class="quiet">
          {w().each({ price: formatRupiah(props.line.unitPriceRupiah), unit: props.line.unit })}
        </p>
        <QuantityField
          label={w().quantity}
          value={quantity()}
          onChange={(value) => {
            setQuantity(value);
            setWrong(null);
          }}
          parse={parseQuantity}
          format={formatQuantity}
          unit={props.line.unit}
          min={1}
          max={MOST_MILLI}
          error={wrong() === "quantity" ? w().needQuantity : undefined}
        />
        <TextField label={w().note} hint={w().noteHint} value={note()} onInput={setNote} maxLength={80} />
        <DiscountFields
          draft={draft()}
          onChange={(written) => {
            setDraft(written);
            setWrong(null);
          }}
          error={discountError()}
        />
        <Show when={draft().kind === "none" && discountError()}>
          {(sentence) => <p class="field-error">{sentence()}</p>}
        </Show>
      </form>
    </Dialog>
  );
}
