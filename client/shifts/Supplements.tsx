// What reached the server after a till was closed, under its Z and not in it (S5).
import { For, Show } from "solid-js";
import { formatMoment } from "#rules/business-day";
import type { ShiftReport } from "#rules/shift";
import { useCentre } from "../session.tsx";
import { ListRow } from "../ui/ListRow.tsx";
import { Money } from "../ui/Money.tsx";
import { Notice } from "../ui/Notice.tsx";
import { language, useWords } from "../words.ts";
import { reportWords } from "./report-words.ts";

const lateKinds = {
  sale: "saleLate",
  refund: "refundLate",
  cash_in: "cashIn",
  cash_out: "cashOut",
  deposit: "deposits",
  top_up: "topUps",
} as const;

export function Supplements(props: { supplements: ShiftReport["supplements"] }) {
  const w = useWords(reportWords);
  const centre = useCentre();
  return (
    <Show when={props.supplements.length > 0}>
      <section class="stack" aria-label={w().supplements}>
        <h2>{w().supplements}</h2>
        <Notice tone="attention">
          <p>{w().supplementsLine}</p>
        </Notice>
        <ul class="rows">
          <For each={props.supplements}>
            {(one) => (
              <ListRow
                title={w().supplement({ number: one.number, receipt: one.receiptNumber })}
                line={`${w()[lateKinds[one.kind]]} · ${formatMoment(one.atMs, centre().timeZone, language())}`}
                amount={<Money amount={one.totalRupiah} />}
              />
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
