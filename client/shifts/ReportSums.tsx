// A shift's sums as tables: what was sold, how it was paid, and what happened in the drawer.
import { type JSX, Show } from "solid-js";
import { formatRupiah, groupDigits } from "#rules/money";
import type { ShiftTotals } from "#rules/shift";
import { DataTable } from "../ui/DataTable.tsx";
import { useWords } from "../words.ts";
import { reportWords } from "./report-words.ts";

interface Row {
  name: string;
  count: number | null;
  /** Null: not told before the drawer is counted (C1); undefined: there is no amount to it. */
  rupiah: number | null | undefined;
}

/** What is not told yet, and not nothing. */
const untold = "•••";

export function ReportSums(props: { totals: ShiftTotals }) {
  const w = useWords(reportWords);
  const t = () => props.totals;
  const sold = (): Row[] => [
    row(w().sales, t().sales),
    row(w().refunds, t().refunds),
    row(w().voids, t().voids),
    row(w().discounts, t().discounts),
    { name: w().rounding, count: null, rupiah: t().roundingRupiah },
    ...t().tax.map(({ name, rupiah }) => ({ name: w().tax({ name }), count: null, rupiah })),
    row(w().unconfirmed, t().unconfirmedQris),
  ];
  const drawer = (): Row[] => [
    { name: w().float, count: null, rupiah: t().floatRupiah },
    row(w().cashIn, t().cashIn),
    row(w().cashOut, t().cashOut),
    row(w().deposits, t().deposits),
    row(w().topUps, t().topUps),
    row(w().payouts, t().payouts),
    { name: w().drawerOpened, count: t().drawerOpened, rupiah: undefined },
    { name: w().copies, count: t().copies, rupiah: undefined },
    { name: w().expected, count: null, rupiah: t().expectedRupiah },
  ];
  return (
    <div class="report-tables">
      <Sums caption={w().sums} rows={sold()} />
      <Sums caption={w().drawer} rows={drawer()} />
      <Show when={t().tenders.length > 0}>
        <DataTable
          caption={w().tenders}
          columns={[
            { head: w().method, cell: (tender) => w()[tender.method] },
            { head: w().sold, number: true, cell: (tender) => amount(tender.sold?.rupiah ?? null) },
            { head: w().paidBack, number: true, cell: (tender) => amount(tender.refunded?.rupiah ?? null) },
          ]}
          rows={t().tenders}
        />
      </Show>
      <Show when={t().categories.length > 0}>
        <DataTable
          caption={w().categories}
          columns={[
            { head: w().category, cell: (one) => one.category },
            { head: w().net, number: true, cell: (one) => amount(one.netRupiah) },
          ]}
          rows={t().categories}
        />
      </Show>
      <Show when={t().cashiers.length > 0}>
        <DataTable
          caption={w().cashiers}
          columns={[
            { head: w().cashier, cell: (one) => one.name },
            { head: w().howMany, number: true, cell: (one) => groupDigits(one.sales) },
            { head: w().amount, number: true, cell: (one) => amount(one.rupiah) },
          ]}
          rows={t().cashiers}
        />
      </Show>
    </div>
  );
}

function Sums(props: { caption: string; rows: readonly Row[] }) {
  const w = useWords(reportWords);
  return (
    <DataTable
      caption={props.caption}
      columns={[
        { head: w().what, cell: (one: Row) => one.name },
        {
          head: w().howMany,
          number: true,
          cell: (one: Row) => (one.count === null ? "" : groupDigits(one.count)),
        },
        {
          head: w().amount,
          number: true,
          cell: (one: Row) => (one.rupiah === undefined ? "" : amount(one.rupiah)),
        },
      ]}
      rows={props.rows}
    />
  );
}

function row(name: string, sum: { count: number; rupiah: number } | null): Row {
  return { name, count: sum?.count ?? null, rupiah: sum ? sum.rupiah : null };
}

function amount(rupiah: number | null): JSX.Element {
  return rupiah === null ? untold : formatRupiah(rupiah);
}
