// The notes and coins that make up the change, drawn, so that they can be counted out.
import { For, Show } from "solid-js";
import { inNotes } from "#rules/cash";
import { formatRupiah, type Rupiah } from "#rules/money";
import { Banknote } from "../ui/Banknote.tsx";
import { dictionary, useWords } from "../words.ts";

const words = dictionary({
  id: {
    handOut: "Serahkan",
    times: (of: { count: number; piece: string }) => `${of.count} kali ${of.piece}`,
    rest: (of: { amount: string }) => `dan ${of.amount}, yang tidak ada koinnya`,
  },
  en: {
    handOut: "Hand out",
    times: (of) => `${of.count} times ${of.piece}`,
    rest: (of) => `and ${of.amount}, for which there is no coin`,
  },
});

export function ChangeNotes(props: { changeRupiah: Rupiah }) {
  const w = useWords(words);
  const change = () => inNotes(props.changeRupiah);
  return (
    <Show when={props.changeRupiah > 0}>
      <ul class="change-notes" aria-label={w().handOut}>
        <For each={change().notes}>
          {({ valueRupiah, count }) => (
            <li>
              <span class="visually-hidden">{w().times({ count, piece: formatRupiah(valueRupiah) })}</span>
              <span class="change-count" aria-hidden="true">
                {count} ×
              </span>
              <span aria-hidden="true">
                <Banknote piece={valueRupiah} />
              </span>
            </li>
          )}
        </For>
      </ul>
      <Show when={change().otherRupiah > 0}>
        <p class="quiet">{w().rest({ amount: formatRupiah(change().otherRupiah) })}</p>
      </Show>
    </Show>
  );
}
