// Asks what a press cannot know: the price of a thing without one, the weight of a thing that is weighed.
import ShoppingCart from "lucide-solid/icons/shopping-cart";
import { createSignal, Show } from "solid-js";
import type { CatalogueProduct } from "#rules/catalogue";
import { type Rupiah, rupiah, ZERO } from "#rules/money";
import { formatQuantity, ONE_UNIT, parseQuantity } from "#rules/quantity";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Money } from "../ui/Money.tsx";
import { MoneyField } from "../ui/MoneyField.tsx";
import { ParsedField } from "../ui/ParsedField.tsx";
import { dictionary, useWords } from "../words.ts";
import { isWeighed } from "./cart.ts";
import { grossIfItFits } from "./worth.ts";

const words = dictionary({
  id: {
    price: "Harga",
    priceOf: (of: { unit: string }) => `Harga per ${of.unit}`,
    priceHint: "Harga barang ini ditulis setiap kali dijual.",
    quantityOf: (of: { unit: string }) => `Berapa ${of.unit}?`,
    quantityHint: "Misalnya 2,5",
    unreadable: "Tulis angka lebih dari nol, misalnya 2 atau 2,5.",
    needPrice: "Tulis harganya, lebih dari nol.",
    needQuantity: "Tulis banyaknya.",
    tooMuch: "Jumlahnya terlalu besar.",
    put: "Masukkan",
    cancel: "Batal",
  },
  en: {
    price: "Price",
    priceOf: (of) => `Price per ${of.unit}`,
    priceHint: "The price of this product is written each time it is sold.",
    quantityOf: (of) => `How many ${of.unit}?`,
    quantityHint: "For example 2,5",
    unreadable: "Write a number above zero, for example 2 or 2,5.",
    needPrice: "Write the price, above zero.",
    needQuantity: "Write how much.",
    tooMuch: "That is too much.",
    put: "Put in the cart",
    cancel: "Cancel",
  },
});

interface AskProps {
  onClose: () => void;
  onAnswer: (price: Rupiah, quantityMilli: number) => void;
}

export function AskDialog(props: AskProps & { product: CatalogueProduct | null }) {
  return (
    <Show when={props.product} keyed>
      {(product) => <Asking product={product} onClose={props.onClose} onAnswer={props.onAnswer} />}
    </Show>
  );
}

function Asking(props: AskProps & { product: CatalogueProduct }) {
  const w = useWords(words);
  const weighed = () => isWeighed(props.product.unit);
  const open = () => props.product.priceRupiah === null;
  const [price, setPrice] = createSignal<Rupiah | null>(
    props.product.priceRupiah === null ? null : rupiah(props.product.priceRupiah),
  );
  const [quantity, setQuantity] = createSignal<number | null>(
    isWeighed(props.product.unit) ? null : ONE_UNIT,
  );
  const [tried, setTried] = createSignal(false);
  /** What is given away is given with a discount, so that a manager sees it. */
  const noPrice = () => price() === null || price() === ZERO;
  const gross = () => grossIfItFits(price(), quantity());
  const answer = () => {
    setTried(true);
    const [asked, many] = [price(), quantity()];
    if (asked !== null && !noPrice() && many !== null && gross() !== null) props.onAnswer(asked, many);
  };
  return (
    <Dialog
      open
      title={props.product.name}
      onClose={props.onClose}
      actions={
        <>
          <Button size="large" onClick={props.onClose}>
            {w().cancel}
          </Button>
          <Button size="large" kind="primary" icon={ShoppingCart} type="submit" form="ask">
            {w().put}
          </Button>
        </>
      }
    >
      <form
        id="ask"
        class="form"
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          answer();
        }}
      >
        <Show when={weighed()}>
          <ParsedField
            label={w().quantityOf({ unit: props.product.unit })}
            hint={w().quantityHint}
            value={quantity()}
            onChange={(value) => setQuantity(value)}
            parse={parseQuantity}
            format={formatQuantity}
            unreadable={w().unreadable}
            error={tried() && quantity() === null ? w().needQuantity : undefined}
            inputmode="decimal"
            suffix={props.product.unit}
            size="large"
            autofocus
          />
        </Show>
        <Show when={open()}>
          <MoneyField
            label={weighed() ? w().priceOf({ unit: props.product.unit }) : w().price}
            hint={w().priceHint}
            value={price()}
            onChange={(value) => setPrice(value)}
            error={tried() && noPrice() ? w().needPrice : undefined}
            size="large"
            autofocus={!weighed()}
          />
        </Show>
        <p class="ask-worth" aria-live="polite">
          <Show when={price() !== null && quantity() !== null}>
            <Show when={gross() !== null} fallback={<span class="field-error">{w().tooMuch}</span>}>
              <Money amount={gross() ?? 0} size={32} />
            </Show>
          </Show>
        </p>
      </form>
    </Dialog>
  );
}
