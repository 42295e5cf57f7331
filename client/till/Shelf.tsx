// The shelf: search, categories, and a tile for each thing that can be sold.
import Ellipsis from "lucide-solid/icons/ellipsis";
import { createEffect, createMemo, createSignal, For, on, Show } from "solid-js";
import type { CatalogueProduct } from "#rules/catalogue";
import { formatQuantity } from "#rules/quantity";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { Money } from "../ui/Money.tsx";
import { toneOf } from "../ui/motifs.ts";
import { SearchField } from "../ui/SearchField.tsx";
import { Tile } from "../ui/Tile.tsx";
import { dictionary, useWords } from "../words.ts";
import type { Cart } from "./cart.ts";
import type { CatalogueStore } from "./catalogue.ts";

/** More tiles than this are slow on a cheap tablet; the rest comes when asked for. */
const atOnce = 48;

const words = dictionary({
  id: {
    search: "Cari nama atau kode",
    found: (of: { count: number }) => `${of.count} barang`,
    none: (of: { text: string }) =>
      `Tidak ada barang dengan "${of.text}". Periksa ejaannya, atau pilih kategori.`,
    all: "Semua",
    categories: "Kategori",
    more: "Tampilkan lebih banyak",
    menu: "Menu kasir",
    askPrice: "Tulis harga",
    out: "Habis",
    inCart: (of: { quantity: string; unit: string }) => `${of.quantity} ${of.unit} di keranjang`,
  },
  en: {
    search: "Search name or code",
    found: (of) => `${of.count} products`,
    none: (of) => `No product with "${of.text}". Check the spelling, or choose a category.`,
    all: "All",
    categories: "Categories",
    more: "Show more",
    menu: "Till's menu",
    askPrice: "Type the price",
    out: "Out",
    inCart: (of) => `${of.quantity} ${of.unit} in the cart`,
  },
});

export function Shelf(props: {
  catalogue: CatalogueStore;
  cart: Cart;
  onChoose: (product: CatalogueProduct) => void;
  onMenu: () => void;
  search: (input: HTMLInputElement) => void;
}) {
  const w = useWords(words);
  const [typed, setTyped] = createSignal("");
  const [category, setCategory] = createSignal<string | null>(null);
  const [room, setRoom] = createSignal(atOnce);
  const found = createMemo(() => props.catalogue.find(typed(), category()));
  const shown = createMemo(() => found().slice(0, room()));
  createEffect(on([typed, category], () => setRoom(atOnce)));

  const takeOnly = () => {
    const exact = props.catalogue.byCode(typed());
    const [first, second] = found();
    const only = exact ?? (second ? undefined : first);
    if (!only || typed().trim() === "") return;
    setTyped("");
    props.onChoose(only);
  };
  const photo = (product: CatalogueProduct) =>
    product.photo === null
      ? undefined
      : `/api/products/${product.productId}/photo?v=${encodeURIComponent(product.photo)}`;
  const taken = (product: CatalogueProduct) => {
    const milli = props.cart.quantityOf(product.productId);
    return milli > 0 ? formatQuantity(milli) : undefined;
  };

  return (
    <>
      <div class="shelf-head">
        <SearchField
          label={w().search}
          value={typed()}
          onInput={setTyped}
          found={typed().trim() === "" ? undefined : w().found({ count: found().length })}
          onEnter={takeOnly}
          ref={(input) => props.search(input)}
        />
        <Button class="shelf-menu" kind="plain" icon={Ellipsis} onClick={() => props.onMenu()}>
          {w().menu} <kbd>F8</kbd>
        </Button>
      </div>
      <ul class="shelf-kinds" aria-label={w().categories}>
        <For each={[null, ...props.catalogue.categories()]}>
          {(kind) => (
            <li>
              <button
                type="button"
                class={`shelf-kind ${kind === null ? "" : `tone-${toneOf(kind)}`}`}
                aria-pressed={category() === kind}
                onClick={() => setCategory(kind)}
              >
                {kind ?? w().all}
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show when={found().length > 0} fallback={<p class="shelf-none">{w().none({ text: typed() })}</p>}>
        <ul class="tiles">
          <For each={shown()}>
            {(product) => (
              <li>
                <Tile
                  name={product.name}
                  tone={toneOf(product.category)}
                  picture={photo(product)}
                  price={
                    <Show when={product.priceRupiah !== null} fallback={w().askPrice}>
                      <Money amount={product.priceRupiah ?? 0} />
                      <Show when={!product.countsAsPiece}>
                        <small class="tile-unit">/{product.unit}</small>
                      </Show>
                    </Show>
                  }
                  state={
                    props.catalogue.isOut(product) ? <Badge tone="attention">{w().out}</Badge> : undefined
                  }
                  taken={taken(product)}
                  takenSentence={
                    taken(product) && w().inCart({ quantity: taken(product) ?? "", unit: product.unit })
                  }
                  onPress={() => props.onChoose(product)}
                />
              </li>
            )}
          </For>
        </ul>
        <Show when={shown().length < found().length}>
          <Button wide onClick={() => setRoom(room() + atOnce)}>
            {w().more}
          </Button>
        </Show>
      </Show>
    </>
  );
}
