// Asks for a product's price and cost, and says in words what an empty one means.
import { Show } from "solid-js";
import { Choice } from "../ui/Choice.tsx";
import { MoneyField } from "../ui/MoneyField.tsx";
import { useWords } from "../words.ts";
import type { ProductDraft } from "./draft.ts";
import { words } from "./words.ts";

export function PriceAndCost(props: { form: ProductDraft; fault: (path: string) => string | undefined }) {
  const w = useWords(words);
  const draft = () => props.form.draft;
  return (
    <>
      <div class="stack">
        <Choice
          label={w().price}
          shape="segments"
          value={draft().asksPrice ? "asked" : "fixed"}
          options={[
            { value: "fixed", label: w().priceFixed },
            { value: "asked", label: w().priceAsked },
          ]}
          onChange={(way) => props.form.setDraft({ asksPrice: way === "asked" })}
        />
        <Show when={!draft().asksPrice} fallback={<p class="quiet">{w().priceAskedLine}</p>}>
          <MoneyField
            label={w().priceOf({ unit: draft().unit })}
            value={draft().priceRupiah}
            onChange={(priceRupiah) => props.form.setDraft({ priceRupiah })}
            error={props.fault("priceRupiah")}
          />
        </Show>
      </div>
      <div class="stack">
        <Choice
          label={w().cost}
          shape="segments"
          value={draft().knowsCost ? "known" : "unknown"}
          options={[
            { value: "unknown", label: w().costUnknown },
            { value: "known", label: w().costKnown },
          ]}
          onChange={(way) => props.form.setDraft({ knowsCost: way === "known" })}
        />
        <Show when={draft().knowsCost} fallback={<p class="quiet">{w().costUnknownLine}</p>}>
          <MoneyField
            label={w().costOf({ unit: draft().unit })}
            hint={w().costKnownLine}
            value={draft().unitCostRupiah}
            onChange={(unitCostRupiah) => props.form.setDraft({ unitCostRupiah })}
            error={props.fault("unitCostRupiah")}
          />
        </Show>
      </div>
    </>
  );
}
