// Shows by an example sale who gets what, with the same rules that divide a real one.
import { createMemo, For, Show } from "solid-js";
import type { Part } from "#rules/arrangement";
import { formatRupiah } from "#rules/money";
import type { MakerRow } from "#rules/statement";
import { Notice } from "../ui/Notice.tsx";
import { useWords } from "../words.ts";
import type { ProductDraft } from "./draft.ts";
import { words } from "./words.ts";

export function Example(props: { form: ProductDraft; makers: readonly MakerRow[] }) {
  const w = useWords(words);
  const example = createMemo(() => props.form.example(props.makers));
  const nameOf = (makerId: number | null) => props.makers.find((one) => one.makerId === makerId)?.name ?? "";
  const label = (part: Part) => {
    const name = nameOf(part.makerId);
    if (part.account === "savings") return w().savingsOf({ name });
    return part.groupId === null ? name : w().throughGroup({ name, group: nameOf(part.groupId) });
  };
  const people = () => example().parts.filter((part) => part.account !== "fund");
  const funds = () => example().parts.filter((part) => part.fund !== null);
  return (
    <div class="example">
      <table class="table">
        <caption>
          {w().example({ unit: props.form.draft.unit, price: formatRupiah(example().priceRupiah) })}
        </caption>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{w().exampleWho}</th>
            <th scope="col" class="number">
              {w().exampleAmount}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={people()}>
            {(part) => (
              <tr>
                <th scope="row">{label(part)}</th>
                <td class="number money-makers">{formatRupiah(part.amountRupiah)}</td>
              </tr>
            )}
          </For>
          <tr>
            <th scope="row">{props.form.draft.knowsCost ? w().exampleCost : w().exampleCostUnknown}</th>
            <td class="number">{formatRupiah(example().costRupiah)}</td>
          </tr>
          <tr>
            <th scope="row">
              {w().exampleCentre}
              <For each={funds()}>
                {(part) => (
                  <span class="example-fund">
                    {w().exampleOfWhich({ fund: w()[part.fund ?? "capital"] })}:{" "}
                    {formatRupiah(part.amountRupiah)}
                  </span>
                )}
              </For>
            </th>
            <td class="number">{formatRupiah(example().marginRupiah)}</td>
          </tr>
        </tbody>
        <tfoot>
          <tr>
            <td>{w().exampleTotal}</td>
            <td class="number">{formatRupiah(example().priceRupiah)}</td>
          </tr>
        </tfoot>
      </table>
      <Show when={example().marginRupiah < 0}>
        <Notice tone="attention">
          <p>{w().exampleLoss}</p>
        </Notice>
      </Show>
    </div>
  );
}
