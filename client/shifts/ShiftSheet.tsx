// What a closed shift came to: the cash counted, what it should have been, the difference, and the sales by way of payment.
import { For, Show } from "solid-js";
import { formatMoment } from "#rules/business-day";
import { METHODS } from "#rules/sale";
import type { ShiftView } from "#rules/shift";
import { useCentre } from "../session.tsx";
import { Card } from "../ui/Card.tsx";
import { Figure } from "../ui/Figure.tsx";
import { Money } from "../ui/Money.tsx";
import { PrintButton } from "../ui/printing.tsx";
import { dictionary, language, useWords } from "../words.ts";

const words = dictionary({
  id: {
    title: (of: { number: number }) => `Tutup kasir ke-${of.number}`,
    counted: "Uang fisik",
    expected: "Seharusnya",
    difference: "Selisih",
    none: "Tidak ada selisih",
    reason: "Sebab",
    sales: (of: { count: number }) => `Penjualan (${of.count})`,
    refunds: (of: { count: number }) => `Retur (${of.count})`,
    float: "Modal awal",
    by: "Menurut cara bayar",
    cash: "Tunai",
    qris: "QRIS",
    transfer: "Transfer",
    edc: "Kartu",
    safe: "Semua uang di laci sekarang masuk brankas.",
    print: "Cetak",
  },
  en: {
    title: (of) => `Closing ${of.number}`,
    counted: "Cash counted",
    expected: "Should be",
    difference: "Difference",
    none: "No difference",
    reason: "Reason",
    sales: (of) => `Sales (${of.count})`,
    refunds: (of) => `Refunds (${of.count})`,
    float: "Float",
    by: "By way of payment",
    cash: "Cash",
    qris: "QRIS",
    transfer: "Transfer",
    edc: "Card",
    safe: "All the money in the drawer now goes to the safe.",
    print: "Print",
  },
});

export function ShiftSheet(props: { shift: ShiftView }) {
  const w = useWords(words);
  const centre = useCentre();
  let sheet: HTMLDivElement | undefined;
  const byMethod = () =>
    METHODS.flatMap((method) => {
      const amount = props.shift.byMethod[method];
      return amount === undefined ? [] : [{ method, amount }];
    });
  return (
    <Card
      title={w().title({ number: props.shift.number })}
      actions={
        <PrintButton paper="roll-58" sheet={() => sheet}>
          {w().print}
        </PrintButton>
      }
    >
      <div class="shift-sheet" ref={sheet}>
        <p class="quiet">
          {formatMoment(props.shift.closedAtMs ?? props.shift.openedAtMs, centre().timeZone, language())}
        </p>
        <dl class="figures">
          <Figure label={w().counted} value={<Money amount={props.shift.countedRupiah ?? 0} size={32} />} />
          <Figure label={w().expected} value={<Money amount={props.shift.expectedRupiah ?? 0} size={32} />} />
          <Figure
            label={w().difference}
            value={
              <Money
                amount={props.shift.differenceRupiah ?? 0}
                size={32}
                tone={props.shift.differenceRupiah === 0 ? "done" : "owed"}
              />
            }
            line={props.shift.differenceRupiah === 0 ? w().none : (props.shift.reason ?? undefined)}
          />
        </dl>
        <dl class="shift-rows">
          <SumRow label={w().float} amount={props.shift.floatRupiah} />
          <SumRow label={w().sales({ count: props.shift.sales })} amount={props.shift.salesRupiah ?? 0} />
          <Show when={props.shift.refunds > 0}>
            <SumRow
              label={w().refunds({ count: props.shift.refunds })}
              amount={props.shift.refundsRupiah ?? 0}
            />
          </Show>
          <For each={byMethod()}>
            {({ method, amount }) => <SumRow label={w()[method]} amount={amount} />}
          </For>
        </dl>
        <p>{w().safe}</p>
      </div>
    </Card>
  );
}

function SumRow(props: { label: string; amount: number }) {
  return (
    <div class="apart">
      <dt>{props.label}</dt>
      <dd>
        <Money amount={props.amount} />
      </dd>
    </div>
  );
}
