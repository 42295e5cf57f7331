// P6: whatever was sold, the figures on its paper, read back from the printer's bytes, are those of the book's rows.
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { paperOf } from "#domain/papers";
import { setTax } from "#domain/taxes";
import { formatRupiah } from "#rules/money";
import { PAPER_COLUMNS } from "#rules/paper";
import { paperBytes } from "../../server/devices/escpos.ts";
import { driverOf } from "../db/rows.ts";
import { decode } from "../devices/decoder.ts";
import { newId, type Sku, type TestShop, testShop } from "../shop.ts";
import { type CartLine, refund, saleCommand, sell, set } from "../till.ts";

let shop: TestShop;
beforeAll(async () => {
  shop = await testShop();
  const tax = { rateBasisPoints: 1000, name: "PBJT makanan dan minuman" };
  setTax(shop, shop.manager, {
    id: newId(),
    stallId: shop.stall.KAFE,
    fromMs: shop.tick(),
    mode: "inclusive",
    ...tax,
  });
  const fishing = { rateBasisPoints: 750, name: "PBJT pemancingan" };
  setTax(shop, shop.manager, {
    id: newId(),
    stallId: shop.stall.AGRO,
    fromMs: shop.tick(),
    mode: "exclusive",
    ...fishing,
  });
  set(shop, { cashRoundingRupiah: 100 });
});

const skus: readonly Sku[] = ["BATIK", "KOPI", "LELE", "AIR", "TAS", "KERIPIK", "SABUN"];
const cartLine = fc.record({
  sku: fc.constantFrom(...skus),
  quantity: fc.integer({ min: 1, max: 9_999 }).map((milli) => milli / 1000),
  note: fc.constantFrom(undefined, "tanpa gula", "ékstra pedas"),
});
const cart = fc.uniqueArray(cartLine, { minLength: 1, maxLength: 6, selector: (line) => line.sku });

type Row = Record<string, number>;
const rowsOf = (sql: string, id: string): Row[] => driverOf(shop).prepare<[string], Row>(sql).all(id);

/** The figures of a paper in their order, as the printer got them. */
function figuresOf(
  paper: "receipt" | "refund",
  about: string,
  columns: (typeof PAPER_COLUMNS)[number],
): string[] {
  const built = paperOf(shop, shop.manager, { paper, about, copy: 0, language: "id" });
  const bytes = paperBytes(built, { columns, opensDrawer: false, cuts: true });
  if (!bytes) throw new Error("it does not fit");
  const { lines } = decode(bytes);
  return lines.flatMap(({ text }) => text.match(/-?Rp[\d.]+/g) ?? []);
}

const written = (amount: number): string => formatRupiah(amount).replace("−", "-");

describe("a stored sale's paper", () => {
  test("says each price, gross, discount, tax, rounding, total, payment and change of its rows, and nothing else", () => {
    fc.assert(
      fc.property(
        cart,
        fc.integer({ min: 0, max: 30 }),
        fc.constantFrom(...PAPER_COLUMNS),
        fc.boolean(),
        (lines, percentOff, columns, withCard) => {
          const cartOf = lines.map(
            ({ note, ...line }): CartLine => (note === undefined ? line : { ...line, note }),
          );
          const gross = saleCommand(shop, cartOf).lines.reduce((all, one) => all + one.netRupiah, 0);
          const saleDiscount = Math.floor((gross * percentOff) / 200);
          const pay = withCard ? ([["edc", Math.floor(gross / 3)]] as const) : [];
          const { id } = sell(shop, cartOf, { saleDiscount, pay, approved: true });
          const stored = rowsOf("select * from sale_lines where sale_id = ? order by line_no", id);
          const [sale = {}] = rowsOf("select * from sales where id = ?", id);
          const taxes = (mode: string): number =>
            rowsOf(
              `select coalesce(sum(tax_rupiah), 0) as tax from line_taxes where event_id = ? and mode = '${mode}'`,
              id,
            )[0]?.["tax"] ?? 0;
          const paid = rowsOf("select * from payments where sale_id = ? order by position", id);
          const bears = (mode: string): boolean =>
            rowsOf(`select 1 as one from line_taxes where event_id = ? and mode = '${mode}'`, id).length > 0;
          const subtotal = stored.reduce(
            (all, row) => all + (row["gross_rupiah"] ?? 0) - (row["discount_rupiah"] ?? 0),
            0,
          );
          const rounding = sale["rounding_rupiah"] ?? 0;
          const differs = saleDiscount > 0 || rounding > 0 || bears("exclusive");
          expect(figuresOf("receipt", id, columns)).toEqual(
            [
              ...stored.flatMap((row) => [row["unit_price_rupiah"] ?? 0, row["gross_rupiah"] ?? 0]),
              ...(differs ? [subtotal] : []),
              ...(saleDiscount > 0 ? [-saleDiscount] : []),
              ...(bears("exclusive") ? [taxes("exclusive")] : []),
              ...(rounding > 0 ? [-rounding] : []),
              sale["total_rupiah"] ?? 0,
              ...(bears("inclusive") ? [taxes("inclusive")] : []),
              ...paid.map((row) => row["amount_rupiah"] ?? 0),
            ].map(written),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  test("and of what came back of it: each line's worth, the money back and the ways it went", () => {
    fc.assert(
      fc.property(cart, fc.constantFrom(...PAPER_COLUMNS), (lines, columns) => {
        const { id: saleId } = sell(
          shop,
          lines.map(({ sku, quantity }) => ({ sku, quantity })),
          { approved: true },
        );
        const back = lines.map(({ quantity }, index) => [index + 1, quantity] as const);
        const { id, totalRupiah } = refund(shop, { id: saleId }, back, { approved: true });
        const rows = rowsOf(
          `select l.net_rupiah - coalesce(case t.mode when 'inclusive' then t.tax_rupiah end, 0) as worth from refund_lines l
          left join line_taxes t on t.event_id = l.refund_id and t.line_no = l.line_no where l.refund_id = ? order by l.line_no`,
          id,
        );
        const figures = figuresOf("refund", id, columns);
        expect(figures.slice(0, rows.length)).toEqual(rows.map((row) => written(row["worth"] ?? 0)));
        const paid = rowsOf(
          "select amount_rupiah from refund_payments where refund_id = ? order by position",
          id,
        );
        expect(figures.slice(-paid.length - 1)).toEqual(
          [totalRupiah, ...paid.map((row) => row["amount_rupiah"] ?? 0)].map(written),
        );
      }),
      { numRuns: 25 },
    );
  });
});
