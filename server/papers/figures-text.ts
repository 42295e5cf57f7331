// The figures as lines of text, for a terminal.
import type { Cell, Figures } from "#rules/figures";
import { formatRupiah } from "#rules/money";

/** Numbers first, then a table for each way of looking at them. */
export function figuresLines(figures: Figures): string[] {
  const { asOf, visitors, transactions, refunds, turnover, grossProfit, turnoverWithoutCost } = figures;
  return [
    `Per ${asOf}`,
    `Pengunjung           ${visitors}`,
    `Transaksi            ${transactions} (${refunds} retur)`,
    `Omzet                ${formatRupiah(turnover)}`,
    `Laba kotor           ${formatRupiah(grossProfit)}`,
    `Omzet tanpa HPP      ${formatRupiah(turnoverWithoutCost)}`,
    ...table("Per gerai", figures.byStall),
    ...table("Per kategori", figures.byCategory),
    ...table("Per program", figures.byProgram),
    ...table("Per hari", figures.byDay),
    ...amounts("Per cara bayar", figures.byPaymentMethod),
    ...amounts("Belum dibayar kepada penerima manfaat", figures.beneficiaryOwed),
  ];
}

function table(title: string, cells: Record<string, Cell>): string[] {
  const rows = Object.entries(cells).map(
    ([key, cell]) =>
      `  ${key.padEnd(20)} ${formatRupiah(cell.turnover).padStart(16)} ${formatRupiah(cell.grossProfit).padStart(16)} ${String(cell.pieces).padStart(8)}`,
  );
  return ["", `${title} (omzet, laba kotor, potong)`, ...rows];
}

function amounts(title: string, values: Record<string, number>): string[] {
  return [
    "",
    title,
    ...Object.entries(values).map(
      ([key, amount]) => `  ${key.padEnd(20)} ${formatRupiah(amount).padStart(16)}`,
    ),
  ];
}
