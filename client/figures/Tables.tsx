// The figures in full: by stall, category, day, product, programme, payment, tax and visitors, each with its sum.
import { Show } from "solid-js";
import { type Day, formatDay } from "#rules/business-day";
import type { FiguresView } from "#rules/figures";
import { formatRupiah, groupDigits, sum } from "#rules/money";
import { formatQuantity } from "#rules/quantity";
import { type Column, DataTable } from "../ui/DataTable.tsx";
import { language, useWords } from "../words.ts";
import { type AreaRow, byAmount, byArea, byDay, byTurnover, inMilli, type Row, total } from "./tables.ts";
import { words } from "./words.ts";

export function Tables(props: { view: FiguresView }) {
  const w = useWords(words);
  const figures = () => props.view.figures;
  const program = (code: string) => (code === "CENTRE" ? w().centre : code);
  return (
    <div class="figures-tables">
      <Cells
        caption={w().byStall}
        head={w().stall}
        rows={byTurnover(figures().byStall, (code) => props.view.stallNames[code] ?? code)}
      />
      <Cells
        caption={w().byCategory}
        head={w().category}
        rows={byTurnover(figures().byCategory, (name) => name)}
      />
      <Cells caption={w().byProgram} head={w().program} rows={byTurnover(figures().byProgram, program)} />
      <Methods amounts={figures().byPaymentMethod} />
      <Show when={Object.keys(props.view.tax.byStall).length > 0}>
        <Taxes view={props.view} />
      </Show>
      <Visitors visitors={props.view.visitors} />
      <Cells
        caption={w().byDay}
        head={w().day}
        rows={byDay(figures().byDay, (day) => formatDay(day as Day, language(), false))}
      />
      <Products products={props.view.products} />
    </div>
  );
}

function Cells(props: { caption: string; head: string; rows: readonly Row[] }) {
  const w = useWords(words);
  const all = () => total(props.rows);
  return (
    <DataTable
      caption={props.caption}
      columns={[
        { head: props.head, cell: (row: Row) => row.name, foot: w().sum },
        ...amountColumns(w(), all()),
      ]}
      rows={props.rows}
      empty={w().noRows}
    />
  );
}

function amountColumns(w: (typeof words)["id"], all: Omit<Row, "name">): Column<Omit<Row, "name">>[] {
  return [
    {
      head: w.turnover,
      number: true,
      cell: (row) => formatRupiah(row.turnover),
      foot: formatRupiah(all.turnover),
    },
    {
      head: w.grossProfit,
      number: true,
      cell: (row) => formatRupiah(row.grossProfit),
      foot: formatRupiah(all.grossProfit),
    },
    {
      head: w.pieces,
      number: true,
      cell: (row) => formatQuantity(inMilli(row.pieces)),
      foot: formatQuantity(inMilli(all.pieces)),
    },
  ];
}

function Products(props: { products: FiguresView["products"] }) {
  const w = useWords(words);
  const rows = () => [...props.products].sort((a, b) => b.turnover - a.turnover);
  return (
    <DataTable
      caption={w().byProduct}
      columns={[
        { head: w().product, cell: (row) => row.name, foot: w().sum },
        {
          head: w().quantity,
          number: true,
          cell: (row) => `${formatQuantity(row.quantityMilli)} ${row.unit}`,
        },
        ...amountColumns(w(), total(rows())),
      ]}
      rows={rows()}
      empty={w().noRows}
    />
  );
}

function Methods(props: { amounts: Readonly<Record<string, number>> }) {
  const w = useWords(words);
  const rows = () => byAmount(props.amounts);
  const name = (key: string) =>
    key === "cash" || key === "qris" || key === "transfer" || key === "edc" ? w()[key] : key;
  return (
    <DataTable
      caption={w().byMethod}
      columns={[
        { head: w().method, cell: (row) => name(row.key), foot: w().sum },
        {
          head: w().turnover,
          number: true,
          cell: (row) => formatRupiah(row.amount),
          foot: formatRupiah(sum(rows().map((row) => row.amount))),
        },
      ]}
      rows={rows()}
      empty={w().noRows}
    />
  );
}

function Taxes(props: { view: FiguresView }) {
  const w = useWords(words);
  return (
    <DataTable
      caption={w().byTax}
      columns={[
        { head: w().stall, cell: (row) => props.view.stallNames[row.key] ?? row.key, foot: w().sum },
        {
          head: w().amount,
          number: true,
          cell: (row) => formatRupiah(row.amount),
          foot: formatRupiah(props.view.tax.rupiah),
        },
      ]}
      rows={byAmount(props.view.tax.byStall)}
    />
  );
}

function Visitors(props: { visitors: FiguresView["visitors"] }) {
  const w = useWords(words);
  const table = () => byArea(props.visitors);
  const name = (category: string) =>
    category === "dewasa" || category === "anak" ? w()[category] : category;
  return (
    <DataTable
      caption={w().byArea}
      columns={[
        { head: w().area, cell: (row: AreaRow) => row.area, foot: w().sum },
        ...table().categories.map((category) => ({
          head: name(category),
          number: true,
          cell: (row: AreaRow) => groupDigits(row.counts[category] ?? 0),
          foot: groupDigits(table().all.counts[category] ?? 0),
        })),
        {
          head: w().all,
          number: true,
          cell: (row: AreaRow) => groupDigits(row.all),
          foot: groupDigits(table().all.all),
        },
      ]}
      rows={table().rows}
      empty={w().noRows}
    />
  );
}
