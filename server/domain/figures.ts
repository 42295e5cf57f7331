// Figures of a period: one read on the reading thread for the screen, the files and the directorate (E1).
import { createHash } from "node:crypto";
import type { FiguresRead } from "#db/figures";
import { businessDay, type Day, type Period } from "#rules/business-day";
import { canonical } from "#rules/chain";
import type { Figures, FiguresView } from "#rules/figures";
import { refuse } from "#rules/refusal";
import { centreOf, type Shop } from "./shop.ts";

export function readFigures(shop: Shop, period: Period): Promise<FiguresRead> {
  return shop.book.reader.read("figures", period);
}

/** The figures alone; without a period, from the book's first to its last business day with any event. */
export async function figuresOf(shop: Shop, period: Period | null): Promise<Figures> {
  return (await readFigures(shop, period ?? (await wholePeriod(shop)))).figures;
}

/** The book's first and last business day with any event; today in an empty one. */
export async function wholePeriod(shop: Shop): Promise<Period> {
  const { firstDay, lastDay } = await shop.book.reader.read("days", {});
  const today = businessDay(shop.now(), centreOf(shop).timeZone);
  return { from: (firstDay ?? today) as Day, to: (lastDay ?? today) as Day };
}

/** Refuses half a period (E5) and one that ends before it begins; none at all is today. */
export function periodOf(shop: Shop, asked: { from?: Day | undefined; to?: Day | undefined }): Period {
  const today = businessDay(shop.now(), centreOf(shop).timeZone);
  if ((asked.from === undefined) !== (asked.to === undefined)) refuse("half_a_period");
  const period = { from: asked.from ?? today, to: asked.to ?? today };
  if (period.to < period.from) refuse("period_ends_before_it_begins");
  return period;
}

/** What the screen and both files show. */
export async function figuresView(shop: Shop, period: Period): Promise<FiguresView> {
  const { figures, products, visitors, taxByStall, stallNames, makerNames, lastDay } = await readFigures(
    shop,
    period,
  );
  const added = (amounts: Record<string, number>): number =>
    Object.values(amounts).reduce((all, amount) => all + amount, 0);
  return {
    ...period,
    figures,
    pieces: pieces(figures),
    earned: added(figures.beneficiaryEarned),
    paid: added(figures.beneficiaryPaid),
    owed: added(figures.beneficiaryOwed),
    products: [...products],
    visitors: [...visitors],
    tax: { rupiah: added(taxByStall), byStall: taxByStall },
    stallNames,
    makerNames,
    lastDay: lastDay as Day | null,
    digest: createHash("sha256")
      .update(canonical({ ...figures, ...(Object.keys(taxByStall).length > 0 ? { tax: taxByStall } : {}) }))
      .digest("hex")
      .slice(0, 16),
    madeAtMs: shop.now(),
  };
}

/** Pieces of the period: the stalls' added up. */
export function pieces(figures: Figures): number {
  return Object.values(figures.byStall).reduce((all, cell) => all + cell.pieces, 0);
}
