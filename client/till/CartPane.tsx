// The cart on the screen: beside the shelf where there is room, on a phone a bar that opens into a sheet.

import Hand from "lucide-solid/icons/hand";
import ShoppingCart from "lucide-solid/icons/shopping-cart";
import Tag from "lucide-solid/icons/tag";
import Trash from "lucide-solid/icons/trash";
import Undo2 from "lucide-solid/icons/undo-2";
import { createSignal, For, Show } from "solid-js";
import { formatRupiah, type Rupiah } from "#rules/money";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Money } from "../ui/Money.tsx";
import { dictionary, useWords } from "../words.ts";
import { CartRow } from "./CartRow.tsx";
import type { Cart } from "./cart.ts";
import { LineDialog } from "./LineDialog.tsx";
import { SaleDiscountDialog } from "./SaleDiscountDialog.tsx";
import { type WhyNot, WhyNotPaid } from "./why-not.tsx";
import type { CartLine } from "./worth.ts";
import "./cart.css";

const words = dictionary({
  id: {
    cart: "Keranjang",
    counted: (of: { count: number }) => `${of.count} barang`,
    nothing: "Pilih barang, atau pindai kodenya.",
    empty: "Kosongkan",
    subtotal: "Subtotal",
    discount: "Potongan",
    giveDiscount: "Beri potongan",
    total: "Total",
    paid: "Sudah diterima",
    including: (of: { tax: string }) => `Termasuk ${of.tax}`,
    pay: "Bayar",
    park: "Simpan dulu",
    parked: (of: { count: number }) => `Tersimpan: ${of.count}`,
    open: "Lihat keranjang",
    undo: "Urungkan",
  },
  en: {
    cart: "Cart",
    counted: (of) => (of.count === 1 ? "1 item" : `${of.count} items`),
    nothing: "Choose a product, or scan its code.",
    empty: "Empty it",
    subtotal: "Subtotal",
    discount: "Discount",
    giveDiscount: "Give a discount",
    total: "Total",
    paid: "Taken already",
    including: (of) => `Including ${of.tax}`,
    pay: "Pay",
    park: "Put aside",
    parked: (of) => `Put aside: ${of.count}`,
    open: "See the cart",
    undo: "Undo",
  },
});

/** What was just taken out, and the way to have it back. */
export interface WayBack {
  readonly sentence: string;
  readonly undo: () => void;
}

interface CartProps {
  cart: Cart;
  onRemove: (key: string) => void;
  onEmpty: () => void;
  /** Puts this cart aside under a name. */
  onPark: () => void;
  /** Shows the carts that were put aside, of which there are so many. */
  onParked: () => void;
  parkedCount: number;
  /** What was paid for it already, in parts. */
  paidRupiah: Rupiah;
  onPay: () => void;
  /** Why it could not be paid when somebody tried, as long as that holds. */
  whyNot: WhyNot | null;
  /** Whether the person at the till may sell it. */
  sells: (productId: number) => boolean;
}

export function CartPane(props: CartProps) {
  const w = useWords(words);
  return (
    <aside class="cart" aria-label={w().cart}>
      <header class="cart-head">
        <h2>{w().cart}</h2>
        <Show when={!props.cart.isEmpty()}>
          <span class="quiet">{w().counted({ count: props.cart.count() })}</span>
        </Show>
        <div class="cart-head-keys">
          <Show when={props.parkedCount > 0}>
            <Button kind="plain" icon={Hand} onClick={() => props.onParked()}>
              {w().parked({ count: props.parkedCount })}
            </Button>
          </Show>
          <Show when={!props.cart.isEmpty()}>
            <Button kind="plain" icon={Trash} onClick={() => props.onEmpty()}>
              {w().empty}
            </Button>
          </Show>
        </div>
      </header>
      <CartLines {...props} />
      <CartFoot {...props} asPane />
    </aside>
  );
}

export function CartSheet(
  props: CartProps & { wayBack: WayBack | null; open: boolean; onOpen: () => void; onClose: () => void },
) {
  const w = useWords(words);
  const worth = () => props.cart.worth();
  return (
    <>
      <div class="cart-bar at-foot">
        <button
          type="button"
          class="cart-bar-open"
          disabled={props.cart.isEmpty()}
          aria-haspopup="dialog"
          onClick={() => props.onOpen()}
        >
          <Icon is={ShoppingCart} size={24} />
          <span>
            <span class="cart-bar-count">{w().counted({ count: props.cart.count() })}</span>
            <Money amount={worth().dueRupiah} size={24} />
          </span>
          <span class="visually-hidden">{w().open}</span>
        </button>
        <Button kind="primary" size="large" disabled={props.cart.isEmpty()} onClick={() => props.onPay()}>
          {w().pay}
        </Button>
      </div>
      <Dialog
        open={props.open}
        title={w().cart}
        onClose={() => props.onClose()}
        actions={<CartFoot {...props} />}
      >
        <Show when={props.wayBack}>
          {(back) => (
            <p class="cart-undo">
              <span>{back().sentence}</span>
              <Button kind="plain" icon={Undo2} onClick={() => back().undo()}>
                {w().undo}
              </Button>
            </p>
          )}
        </Show>
        <CartLines {...props} />
        <Show when={!props.cart.isEmpty()}>
          <div class="cart-sheet-keys">
            <Button icon={Hand} onClick={() => props.onPark()}>
              {w().park}
            </Button>
            <Button kind="plain" icon={Trash} onClick={() => props.onEmpty()}>
              {w().empty}
            </Button>
          </div>
        </Show>
      </Dialog>
    </>
  );
}

function CartLines(props: CartProps) {
  const w = useWords(words);
  const [edited, setEdited] = createSignal<CartLine | null>(null);
  let list: HTMLUListElement | undefined;
  /** The key that was pressed is gone with its line: the hand goes on at the next one, at a key that takes nothing out. */
  const remove = (key: string, at: number) => {
    props.onRemove(key);
    const rows = list?.querySelectorAll("li");
    const next = rows?.item(at) ?? rows?.item(rows.length - 1);
    next?.querySelector<HTMLElement>(".cart-key-word")?.focus();
  };
  return (
    <div class="cart-lines">
      <Show
        when={!props.cart.isEmpty()}
        fallback={
          <p class="cart-nothing">
            <Icon is={ShoppingCart} size={32} />
            {w().nothing}
          </p>
        }
      >
        <ul ref={list}>
          <For each={props.cart.state.lines}>
            {(line, at) => (
              <CartRow
                line={line}
                worth={props.cart.worth().lines[at()]}
                foreign={!props.sells(line.productId)}
                onStep={(steps) => props.cart.step(line.key, steps)}
                onOpen={() => setEdited({ ...line })}
                onRemove={() => remove(line.key, at())}
              />
            )}
          </For>
        </ul>
      </Show>
      <LineDialog cart={props.cart} line={edited()} onClose={() => setEdited(null)} />
    </div>
  );
}

function CartFoot(props: CartProps & { asPane?: boolean }) {
  const w = useWords(words);
  const [asking, setAsking] = createSignal(false);
  const worth = () => props.cart.worth();
  const added = () => worth().taxes.filter((tax) => tax.mode === "exclusive");
  const included = () => worth().taxes.filter((tax) => tax.mode === "inclusive");
  return (
    <div class="cart-foot">
      <Show when={!props.cart.isEmpty()}>
        <Show when={props.cart.state.saleDiscount || added().length > 0}>
          <p class="cart-sum">
            <span>{w().subtotal}</span>
            <Money amount={worth().subtotalRupiah} />
          </p>
        </Show>
        <button type="button" class="cart-discount" onClick={() => setAsking(true)}>
          <Icon is={Tag} />
          <span>{props.cart.state.saleDiscount ? w().discount : w().giveDiscount}</span>
          <Show when={props.cart.state.saleDiscount}>
            <span class="money">−{formatRupiah(worth().saleDiscountRupiah)}</span>
          </Show>
        </button>
        <For each={added()}>
          {(tax) => (
            <p class="cart-sum">
              <span>{tax.name}</span>
              <Money amount={tax.taxRupiah} />
            </p>
          )}
        </For>
      </Show>
      <p class="cart-total">
        <span>{w().total}</span>
        <Money amount={worth().dueRupiah} size={48} />
      </p>
      <For each={included()}>
        {(tax) => (
          <p class="cart-sum quiet">
            <span>{w().including({ tax: tax.name })}</span>
            <Money amount={tax.taxRupiah} />
          </p>
        )}
      </For>
      <Show when={props.paidRupiah > 0}>
        <p class="cart-sum">
          <strong>{w().paid}</strong>
          <Money amount={props.paidRupiah} />
        </p>
      </Show>
      <WhyNotPaid why={props.whyNot} />
      <div class="cart-pay">
        <Show when={props.asPane}>
          <Button icon={Hand} disabled={props.cart.isEmpty()} onClick={() => props.onPark()}>
            {w().park} <kbd>F4</kbd>
          </Button>
        </Show>
        <Button kind="primary" size="huge" wide disabled={props.cart.isEmpty()} onClick={() => props.onPay()}>
          {w().pay} <kbd>F9</kbd>
        </Button>
      </div>
      <SaleDiscountDialog cart={props.cart} open={asking()} onClose={() => setAsking(false)} />
    </div>
  );
}
