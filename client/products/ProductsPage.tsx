// The products' screen: everything that is sold, and the chosen one to change beside it.
import { useIsRouting, useNavigate, useParams } from "@solidjs/router";
import Package from "lucide-solid/icons/package";
import Plus from "lucide-solid/icons/plus";
import { createSignal, For, onCleanup, Show } from "solid-js";
import type { ProductView } from "#rules/catalogue";
import { groupDigits } from "#rules/money";
import { createReading, Loaded } from "../reading.tsx";
import { useSession } from "../session.tsx";
import { Badge } from "../ui/Badge.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { Cloth } from "../ui/Cloth.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ListDetail } from "../ui/ListDetail.tsx";
import { ListRow } from "../ui/ListRow.tsx";
import { Money } from "../ui/Money.tsx";
import { toneOf } from "../ui/motifs.ts";
import { PageHeader } from "../ui/PageHeader.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { useWords } from "../words.ts";
import { ProductForm } from "./ProductForm.tsx";
import "./products.css";
import { photoAddress, readShelf, type Shelf } from "./requests.ts";
import { matching } from "./search.ts";
import { words } from "./words.ts";

/** Stands in the address in place of a product's number. */
const fresh = "baru";

export function ProductsPage() {
  const w = useWords(words);
  const params = useParams<{ productId?: string }>();
  const navigate = useNavigate();
  const leaving = useIsRouting();
  let left = false;
  onCleanup(() => {
    left = true;
  });
  const toasts = useToasts();
  const { may } = useSession();
  const shelf = createReading(
    () => true,
    () => readShelf(may("see_makers")),
  );
  const [text, setText] = createSignal("");
  const shown = () => matching(shelf.value()?.products ?? [], text());
  const chosen = () => params.productId ?? null;
  const addKey = () => (
    <Show when={may("manage_products")}>
      <ButtonLink kind="primary" icon={Plus} href={`/barang/${fresh}`}>
        {w().add}
      </ButtonLink>
    </Show>
  );
  const saved = async (productId: number, name: string) => {
    toasts.tell({ sentence: w().saved({ name }) });
    await shelf.again();
    // Whoever has gone on to another screen meanwhile is not called back.
    if (!left && !leaving()) navigate(`/barang/${productId}`, { replace: chosen() === fresh });
  };
  return (
    <div class="page products" classList={{ "products-chosen": chosen() !== null }}>
      <PageHeader
        title={w().title}
        sentence={w().sentence}
        actions={<Show when={shelf.value()?.products.length}>{addKey()}</Show>}
      />
      <Loaded reading={shelf}>
        {(known) => (
          <Show
            when={known().products.length > 0 || chosen() === fresh}
            fallback={<EmptyState icon={Package} sentence={w().none} action={addKey()} />}
          >
            <ListDetail
              chosen={chosen() !== null}
              back={w().back}
              onBack={() => navigate("/barang")}
              placeholder={<EmptyState icon={Package} sentence={w().chooseOne} />}
              list={
                <div class="stack">
                  <SearchField
                    label={w().search}
                    value={text()}
                    onInput={setText}
                    found={w().found({ count: groupDigits(shown().length) })}
                  />
                  <Show
                    when={shown().length > 0}
                    fallback={<p>{known().products.length > 0 ? w().notFound : w().none}</p>}
                  >
                    <ul class="rows">
                      <For each={shown()}>
                        {(product) => (
                          <ProductLine
                            product={product}
                            stall={stallName(known(), product)}
                            chosen={String(product.productId) === chosen()}
                          />
                        )}
                      </For>
                    </ul>
                  </Show>
                </div>
              }
              detail={
                <Show when={chosen()} keyed>
                  {(id) => (
                    <Show
                      when={id === fresh || known().products.some((one) => String(one.productId) === id)}
                      fallback={<p>{w().goneTitle}</p>}
                    >
                      <ProductForm
                        product={known().products.find((one) => String(one.productId) === id) ?? null}
                        shelf={known()}
                        onSaved={(productId, name) => void saved(productId, name)}
                      />
                    </Show>
                  )}
                </Show>
              }
            />
          </Show>
        )}
      </Loaded>
    </div>
  );
}

function ProductLine(props: { product: ProductView; stall: string; chosen: boolean }) {
  const w = useWords(words);
  return (
    <ListRow
      title={props.product.name}
      line={`${props.stall} · ${props.product.category}`}
      start={
        <span class="product-picture">
          <Show
            when={photoAddress(props.product)}
            fallback={<Cloth name={props.product.name} tone={toneOf(props.product.category)} />}
          >
            {(address) => <img src={address()} alt="" loading="lazy" width="64" height="48" />}
          </Show>
        </span>
      }
      badge={
        <Show when={!props.product.active}>
          <Badge>{w().notSold}</Badge>
        </Show>
      }
      amount={
        <Show when={props.product.priceRupiah !== null} fallback={<span class="quiet">{w().asked}</span>}>
          <Money amount={props.product.priceRupiah ?? 0} />
        </Show>
      }
      href={`/barang/${props.product.productId}`}
      chosen={props.chosen}
    />
  );
}

function stallName(shelf: Shelf, product: ProductView): string {
  return shelf.stalls.find((stall) => stall.stallId === product.stallId)?.name ?? "";
}
