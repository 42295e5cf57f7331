// What the page of sales shows: the book's sales with what this device has not sent yet, and without the server this device's own (R2).
import { type Accessor, createMemo } from "solid-js";
import { z } from "zod";
import { type SaleRow, type SaleView, saleRowSchema, saleViewSchema } from "#rules/sale-view";
import { answerOf, api } from "../api.ts";
import { createReading } from "../reading.tsx";
import { type HeldSale, heldRow } from "./held-sales.ts";
import type { PapersHere } from "./papers-here.ts";

const salesSchema = z.object({ sales: z.array(saleRowSchema) });

/** As many as one looks through; older ones are found by number or by day. */
const limit = "200";

/** `wanted`: a part of a receipt's number, of any day; empty: the sales of the day. */
export function createSalesShown(
  papers: PapersHere,
  asked: { day: Accessor<string>; wanted: Accessor<string> },
) {
  const { day, wanted } = asked;
  const question = () => (papers.alone() ? null : `${day()} ${wanted()}`);
  const reading = createReading(question, async () => {
    const query = wanted() === "" ? { day: day(), limit } : { q: wanted(), limit };
    return (await answerOf(salesSchema, api.sales.$get({ query }))).sales;
  });
  const here = () => {
    const rows = papers.sales().map((held) => ({ held, row: heldRow(held) }));
    return rows.filter(({ row }) =>
      wanted() === "" ? row.businessDay === day() : row.receiptNumber.includes(wanted()),
    );
  };
  return {
    reading,
    /** This device's own, newest first. */
    here: (): SaleRow[] => here().map(({ row }) => row),
    /** The book's, and above them what it has not been told. */
    withUnsent: (rows: readonly SaleRow[]): SaleRow[] => {
      const known = new Set(rows.map((row) => row.id));
      const unsent = here().filter(({ held, row }) => held.state !== "recorded" && !known.has(row.id));
      return [...unsent.map(({ row }) => row), ...rows];
    },
    stateOf: (saleId: string) => papers.sale(saleId)?.state ?? "recorded",
  };
}

export interface SaleShown {
  readonly view: SaleView;
  /** What this device knows of it; null where it is another till's, or older. */
  readonly held: HeldSale | null;
  /** Shown as this device knows it: the server has not answered, or has not been told. */
  readonly fromHere: boolean;
}

/** One sale: from this device while only that knows it, or while nothing answers. */
export function createSaleShown(papers: PapersHere, saleId: Accessor<string | null>) {
  const held = () => papers.sale(saleId() ?? "");
  const fromHere = () => papers.alone() || (held()?.knownHereOnly ?? false);
  const reading = createReading(
    () => (fromHere() ? null : saleId()),
    async (id): Promise<SaleShown> => {
      try {
        const view = await answerOf(saleViewSchema, api.sales[":saleId"].$get({ param: { saleId: id } }));
        return { view, held: papers.sale(id), fromHere: false };
      } catch (error) {
        // On the repair list it is in no book yet.
        const own = papers.sale(id);
        if (own) return { view: own.view, held: own, fromHere: true };
        throw error;
      }
    },
  );
  /** The same sale stays the same place on the screen, whoever tells of it: what is open over it stays open. */
  const shown = createMemo<SaleShown | null>((before) => {
    const own = held();
    if (fromHere()) return own && { view: own.view, held: own, fromHere: true };
    const answered = reading.value();
    if (answered?.view.id === saleId()) return { ...answered, held: own };
    return before?.view.id === saleId() ? before : null;
  }, null);
  return { reading, fromHere, shown };
}
