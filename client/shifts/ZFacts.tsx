// What a Z says above its sums: who and when, what was counted, the difference and its reason, and since the first day.
import { Show } from "solid-js";
import { formatMoment, zoneSchema } from "#rules/business-day";
import { formatRupiah } from "#rules/money";
import type { ZReport } from "#rules/shift";
import { Figure } from "../ui/Figure.tsx";
import { Money } from "../ui/Money.tsx";
import { language, useWords } from "../words.ts";
import { reportWords } from "./report-words.ts";

export function ZFacts(props: { z: ZReport; seal: string | null }) {
  const w = useWords(reportWords);
  const moment = (atMs: number) => formatMoment(atMs, zoneSchema.parse(props.z.zone), language());
  const receipts = () => {
    const { firstNumber: first, lastNumber: last } = props.z.totals;
    return first && last ? w().fromTo({ first, last }) : w().noReceipts;
  };
  return (
    <>
      <dl class="figures">
        <Figure label={w().counted} value={<Money amount={props.z.countedRupiah} size={32} />} />
        <Figure label={w().expected} value={<Money amount={props.z.expectedRupiah} size={32} />} />
        <Figure
          label={w().difference}
          value={
            <Money
              amount={props.z.differenceRupiah}
              size={32}
              tone={props.z.differenceRupiah === 0 ? "done" : "owed"}
            />
          }
          line={props.z.reason ?? undefined}
        />
      </dl>
      <dl class="report-facts">
        <dt>{w().opened}</dt>
        <dd>{w().at({ moment: moment(props.z.openedAtMs), by: props.z.openedBy })}</dd>
        <dt>{w().closed}</dt>
        <dd>{w().at({ moment: moment(props.z.closedAtMs), by: props.z.closedBy })}</dd>
        <Show when={props.z.absentReason}>
          {(reason) => (
            <>
              <dt>{w().absent}</dt>
              <dd>{reason()}</dd>
            </>
          )}
        </Show>
        <Show when={props.z.counts > 1}>
          <dt>{w().counted}</dt>
          <dd>
            {w().firstCount({
              counts: props.z.counts,
              amount: formatRupiah(props.z.firstCountedRupiah),
            })}
          </dd>
        </Show>
        <dt>{w().receipts}</dt>
        <dd>{receipts()}</dd>
        <dt>{w().perpetualNet}</dt>
        <dd>{formatRupiah(props.z.perpetualNetRupiah)}</dd>
        <dt>{w().perpetualAbsolute}</dt>
        <dd>{formatRupiah(props.z.perpetualAbsoluteRupiah)}</dd>
        <Show when={props.seal}>
          {(seal) => (
            <>
              <dt>{w().seal}</dt>
              <dd>{seal()}</dd>
            </>
          )}
        </Show>
      </dl>
    </>
  );
}
