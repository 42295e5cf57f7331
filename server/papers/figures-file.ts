// The figures as a file: the same sheets as CSV and as XLSX, each with its period, time, row count, total and digest (E1).

import { formatMoment } from "#rules/business-day";
import type { Centre } from "#rules/centre";
import type { Cell as FigureCell, FiguresView } from "#rules/figures";
import { type Cell, writeCsv } from "./csv.ts";
import { type Sheet, writeXlsx } from "./xlsx.ts";

/** Every sheet below the other, with an empty line between. */
export function figuresCsv(
  view: FiguresView,
  centre: Centre,
  options: { separator: ";" | ","; bom: boolean },
): string {
  const rows = sheets(view, centre).flatMap((sheet): Cell[][] => [
    [sheet.name],
    [...sheet.head],
    ...sheet.rows.map((row) => [...row]),
    [],
  ]);
  return writeCsv(rows, options);
}

/** A workbook with a sheet for each table. */
export function figuresXlsx(view: FiguresView, centre: Centre): Promise<Uint8Array<ArrayBuffer>> {
  return writeXlsx(sheets(view, centre));
}

/** The file's tables; every table of money ends with its total. */
function sheets(view: FiguresView, centre: Centre): Sheet[] {
  const { figures } = view;
  const money = ["Omzet", "Laba kotor", "Potong"];
  const names = view.stallNames;
  const tables: Sheet[] = [
    {
      name: "Gerai",
      head: ["Gerai", "Nama", ...money],
      rows: withTotal(figures.byStall, 2, (code) => [code, names[code] ?? ""]),
    },
    {
      name: "Kategori",
      head: ["Kategori", ...money],
      rows: withTotal(figures.byCategory, 1, (name) => [name]),
    },
    { name: "Hari", head: ["Hari", ...money], rows: withTotal(figures.byDay, 1, (day) => [day]) },
    {
      name: "Program",
      head: ["Program", ...money],
      rows: withTotal(figures.byProgram, 1, (program) => [program]),
    },
    productSheet(view),
    { name: "Cara bayar", head: ["Cara bayar", "Omzet"], rows: amountRows(figures.byPaymentMethod) },
    ...taxSheets(view),
    { name: "Pengunjung", head: ["Area", "Kategori", "Orang"], rows: visitorRows(view) },
    makerSheet(view),
  ];
  return [summary(view, centre, tables), ...tables];
}

function summary(view: FiguresView, centre: Centre, tables: readonly Sheet[]): Sheet {
  const { figures } = view;
  const rows: Cell[][] = [
    ["Sentra", centre.name],
    ["Tempat", `${centre.place}, ${centre.province}`],
    ["Dari", view.from],
    ["Sampai", view.to],
    ["Dibuat", formatMoment(view.madeAtMs, centre.timeZone, "id")],
    ["Pengunjung", figures.visitors],
    ["Transaksi", figures.transactions],
    ["Retur", figures.refunds],
    ["Potong", view.pieces],
    ["Omzet", figures.turnover],
    ["Laba kotor", figures.grossProfit],
    ["Omzet tanpa HPP", figures.turnoverWithoutCost],
    ["Hak penerima manfaat", view.earned],
    ["Sudah dibayar", view.paid],
    ["Belum dibayar", view.owed],
    ["Baris", tables.reduce((all, table) => all + table.rows.length, 0)],
    ["Sidik", view.digest],
  ];
  return { name: "Rekap", head: ["Rekap", "Nilai"], rows };
}

function withTotal(
  cells: Record<string, FigureCell>,
  keyColumns: number,
  key: (name: string) => Cell[],
): Cell[][] {
  const all = Object.entries(cells);
  const added = (of: keyof FigureCell): number => all.reduce((sum, [, cell]) => sum + cell[of], 0);
  const total: Cell[] = [
    "Total",
    ...Array.from({ length: keyColumns - 1 }, () => ""),
    added("turnover"),
    added("grossProfit"),
    added("pieces"),
  ];
  return [
    ...all.map(([name, cell]): Cell[] => [...key(name), cell.turnover, cell.grossProfit, cell.pieces]),
    total,
  ];
}

function productSheet(view: FiguresView): Sheet {
  const rows = view.products.map((row): Cell[] => [
    row.sku,
    row.name,
    row.unit,
    row.quantityMilli / 1000,
    row.turnover,
    row.grossProfit,
    row.pieces,
  ]);
  const added = (of: "turnover" | "grossProfit" | "pieces"): number =>
    view.products.reduce((sum, row) => sum + row[of], 0);
  return {
    name: "Barang",
    head: ["Kode", "Nama", "Satuan", "Jumlah", "Omzet", "Laba kotor", "Potong"],
    rows: [...rows, ["Total", "", "", null, added("turnover"), added("grossProfit"), added("pieces")]],
  };
}

function amountRows(amounts: Record<string, number>): Cell[][] {
  const all = Object.entries(amounts);
  return [
    ...all.map(([name, amount]): Cell[] => [name, amount]),
    ["Total", all.reduce((sum, [, amount]) => sum + amount, 0)],
  ];
}

/** Only where a stall bears tax: to all others the word would say something that is not so. */
function taxSheets(view: FiguresView): Sheet[] {
  const all = Object.entries(view.tax.byStall);
  if (all.length === 0) return [];
  const rows = all.map(([code, amount]): Cell[] => [code, view.stallNames[code] ?? "", amount]);
  return [{ name: "PBJT", head: ["Gerai", "Nama", "PBJT"], rows: [...rows, ["Total", "", view.tax.rupiah]] }];
}

function visitorRows(view: FiguresView): Cell[][] {
  return [
    ...view.visitors.map((row): Cell[] => [row.area, row.category, row.count]),
    ["Total", "", view.figures.visitors],
  ];
}

/** By pseudonymous code: a file travels further than a screen. */
function makerSheet(view: FiguresView): Sheet {
  const { beneficiaryEarned: earned, beneficiaryPaid: paid, beneficiaryOwed: owed } = view.figures;
  const codes = [...new Set([...Object.keys(earned), ...Object.keys(paid), ...Object.keys(owed)])].sort();
  const rows = codes.map((code): Cell[] => [code, earned[code] ?? 0, paid[code] ?? 0, owed[code] ?? 0]);
  return {
    name: "Penerima manfaat",
    head: ["Kode", "Hak", "Dibayar", "Belum dibayar"],
    rows: [...rows, ["Total", view.earned, view.paid, view.owed]],
  };
}
