// The figures as rows to read: named, in order, and with sums that are the sums of what is shown.
import type { Cell, FiguresView } from "#rules/figures";
import { sum } from "#rules/money";

export interface Row extends Cell {
  name: string;
}

/** The largest turnover first. */
export function byTurnover(cells: Readonly<Record<string, Cell>>, nameOf: (key: string) => string): Row[] {
  return Object.entries(cells)
    .map(([key, cell]) => ({ name: nameOf(key), ...cell }))
    .sort((a, b) => b.turnover - a.turnover || a.name.localeCompare(b.name, "id"));
}

/** The first day first. */
export function byDay(
  cells: Readonly<Record<string, Cell>>,
  nameOf: (key: string) => string,
): (Row & { day: string })[] {
  return Object.entries(cells)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, cell]) => ({ day, name: nameOf(day), ...cell }));
}

export function total(rows: readonly Cell[]): Cell {
  return {
    turnover: sum(rows.map((row) => row.turnover)),
    grossProfit: sum(rows.map((row) => row.grossProfit)),
    pieces: rows.reduce((all, row) => all + row.pieces, 0),
  };
}

export function byAmount(amounts: Readonly<Record<string, number>>): { key: string; amount: number }[] {
  return Object.entries(amounts)
    .map(([key, amount]) => ({ key, amount }))
    .sort((a, b) => b.amount - a.amount);
}

export interface AreaRow {
  area: string;
  counts: Readonly<Record<string, number>>;
  all: number;
}

/** Visitors with a row an area and a column a category. */
export function byArea(visitors: FiguresView["visitors"]): {
  categories: string[];
  rows: AreaRow[];
  all: AreaRow;
} {
  const categories = [...new Set(visitors.map((one) => one.category))];
  const areas = [...new Set(visitors.map((one) => one.area))];
  const row = (area: string, of: FiguresView["visitors"]): AreaRow => ({
    area,
    counts: Object.fromEntries(
      categories.map((category) => [category, added(of.filter((one) => one.category === category))]),
    ),
    all: added(of),
  });
  return {
    categories,
    rows: areas.map((area) =>
      row(
        area,
        visitors.filter((one) => one.area === area),
      ),
    ),
    all: row("", visitors),
  };
}

/** Nothing at all happened: no sale, no visitor, no payment. */
export function isEmpty(view: FiguresView): boolean {
  const { figures } = view;
  return (
    Object.keys(figures.byDay).length === 0 &&
    figures.transactions === 0 &&
    figures.refunds === 0 &&
    figures.visitors === 0 &&
    view.paid === 0
  );
}

/** Pieces in thousandths, as quantities are written. */
export function inMilli(pieces: number): number {
  return Math.trunc(pieces * 1000 + Math.sign(pieces) * 0.5);
}

function added(counts: readonly { count: number }[]): number {
  return counts.reduce((all, one) => all + one.count, 0);
}
