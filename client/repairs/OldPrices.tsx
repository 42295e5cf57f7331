// Sales made without the server at a price that was no longer the one in force; they are told, and not priced again (O1).
import { For, Show } from "solid-js";
import { formatRupiah } from "#rules/money";
import { type OldPriceView, TOLD_DAYS } from "#rules/repairs";
import { useWords } from "../words.ts";
import { belowWords } from "./below-words.ts";
import { useSaying } from "./saying.ts";

export function OldPrices(props: { sales: readonly OldPriceView[] }) {
  const w = useWords(belowWords);
  const say = useSaying();
  return (
    <Show when={props.sales.length > 0}>
      <section class="repair-part" aria-label={w().oldPrices}>
        <h2>{w().oldPrices}</h2>
        <p class="quiet">
          {w().oldPricesLine} {w().lastDays({ days: TOLD_DAYS })}
        </p>
        <ul class="rows">
          <For each={props.sales}>
            {(sale) => (
              <li>
                <a class="row row-key" href={`/penjualan/${sale.saleId}`}>
                  <span class="row-words">
                    <span class="row-title">{sale.receiptNumber}</span>
                    <span class="row-line">
                      {say.moment(sale.soldAtMs)} · {sale.cashier}
                    </span>
                    <For each={sale.lines}>
                      {(line) => (
                        <span>
                          {w().charged({
                            name: line.name,
                            charged: formatRupiah(line.chargedRupiah),
                            inForce: formatRupiah(line.inForceRupiah),
                          })}
                        </span>
                      )}
                    </For>
                  </span>
                </a>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
