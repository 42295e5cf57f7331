// What of a held act's text a person can read: its goods, its money and what else it says, each part as far as it is whole.
import { createHash } from "node:crypto";
import type { z } from "zod";
import { centreQueries, staffQueries } from "#db/queries/centre";
import { productQueries } from "#db/queries/products";
import { repairQueries } from "#db/queries/repairs";
import { saleQueries } from "#db/queries/sales";
import type { SaleId } from "#rules/ids";
import { refundCommandSchema } from "#rules/refund";
import type { Detail, RepairView } from "#rules/repairs";
import { saleCommandSchema } from "#rules/sale";
import { closeShiftCommandSchema, drawerMoveSchema, openShiftCommandSchema } from "#rules/shift";
import { leaveTillSchema, offlineSignInSchema, type TillActKind } from "#rules/till-acts";
import { visitCommandSchema } from "#rules/visits";
import type { Shop } from "./shop.ts";

export type Read = Pick<RepairView, "receiptNumber" | "totalRupiah" | "lines" | "payments" | "details"> & {
  /** The sale that a refund takes back from, as it names it. */
  readonly ofSaleId: SaleId | null;
};

type Fields = Readonly<Record<string, unknown>>;
type Named = readonly [name: Detail["name"], value: string | number | null | undefined | false];

const nothing: Read = {
  receiptNumber: null,
  totalRupiah: null,
  lines: [],
  payments: [],
  details: [],
  ofSaleId: null,
};

/** `said` is what the text says, whatever that is. */
export function readHeld(shop: Shop, kind: TillActKind, said: unknown): Read {
  const fields: Fields = typeof said === "object" && said !== null ? (said as Fields) : {};
  return { ...nothing, ...readers[kind]?.(shop, fields) };
}

const readers: Partial<Record<TillActKind, (shop: Shop, fields: Fields) => Partial<Read>>> = {
  sale(shop, fields) {
    const { receiptNumber, totalRupiah, payments, saleDiscountRupiah } = saleCommandSchema.shape;
    return {
      receiptNumber: whole(receiptNumber, fields["receiptNumber"]),
      totalRupiah: whole(totalRupiah, fields["totalRupiah"]),
      lines: soldLines(shop, fields),
      payments: (whole(payments, fields["payments"]) ?? []).map(({ method, amountRupiah }) => ({
        method,
        amountRupiah,
      })),
      details: named([["discount_rupiah", whole(saleDiscountRupiah, fields["saleDiscountRupiah"])]]),
    };
  },
  refund(shop, fields) {
    const { receiptNumber, totalRupiah, saleId, lines, reason, note, inCash } = refundCommandSchema.shape;
    const ofSaleId = whole(saleId, fields["saleId"]);
    const sold = ofSaleId === null ? null : soldAs(shop, ofSaleId);
    return {
      receiptNumber: whole(receiptNumber, fields["receiptNumber"]),
      totalRupiah: whole(totalRupiah, fields["totalRupiah"]),
      lines: (whole(lines, fields["lines"]) ?? []).map(({ lineNo, quantityMilli }) => {
        const line = sold?.lines[lineNo - 1];
        const { name = null, unit = "", unitPriceRupiah = null } = line ?? {};
        return { name, unit, quantityMilli, unitPriceRupiah, netRupiah: null };
      }),
      details: named([
        ["of_receipt", sold?.receiptNumber],
        ["refund_reason", whole(reason, fields["reason"])],
        ["reason", whole(note, fields["note"])],
        ["back_in_cash", whole(inCash, fields["inCash"]) === true ? 1 : null],
      ]),
      ofSaleId,
    };
  },
  visit(shop, fields) {
    const { count, category, areaId, reason } = visitCommandSchema.shape;
    const id = whole(areaId, fields["areaId"]);
    const area = id === null ? null : shop.book.statements(centreQueries).areaById.get({ id });
    return {
      details: named([
        ["people", whole(count, fields["count"])],
        ["category", whole(category, fields["category"])],
        ["area", area?.name],
        ["reason", whole(reason, fields["reason"])],
      ]),
    };
  },
  open_shift: (_shop, fields) => ({
    details: named([
      ["float_rupiah", whole(openShiftCommandSchema.shape.floatRupiah, fields["floatRupiah"])],
    ]),
  }),
  close_shift: (_shop, fields) => ({
    details: named([["reason", whole(closeShiftCommandSchema.shape.reason, fields["reason"])]]),
  }),
  drawer_move(_shop, fields) {
    const { kind, amountRupiah, reason } = drawerMoveSchema.shape;
    return {
      totalRupiah: whole(amountRupiah, fields["amountRupiah"]),
      details: named([
        ["move", whole(kind, fields["kind"])],
        ["reason", whole(reason, fields["reason"])],
      ]),
    };
  },
  open_drawer: (_shop, fields) => ({
    details: named([["reason", whole(drawerMoveSchema.shape.reason, fields["reason"])]]),
  }),
  sign_in(shop, fields) {
    const id = whole(offlineSignInSchema.shape.staffId, fields["staffId"]);
    const person = id === null ? null : shop.book.statements(staffQueries).byId.get({ id });
    return { details: named([["person", person?.name]]) };
  },
  leave_till(_shop, fields) {
    const { unsent, reason } = leaveTillSchema.shape;
    return {
      details: named([
        ["unsent", whole(unsent, fields["unsent"])],
        ["reason", whole(reason, fields["reason"])],
      ]),
    };
  },
};

/** A part of the text, or null where it is missing or not what it should be. */
function whole<S extends z.ZodType>(schema: S, value: unknown): NonNullable<z.output<S>> | null {
  return schema.safeParse(value).data ?? null;
}

/** What is there, by its name; an amount of nothing says nothing. */
function named(parts: readonly Named[]): Detail[] {
  return parts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

function soldLines(shop: Shop, fields: Fields): Read["lines"] {
  const lines = whole(saleCommandSchema.shape.lines, fields["lines"]) ?? [];
  return lines.map(({ productId, quantityMilli, unitPriceRupiah, netRupiah }) => {
    const product = shop.book.statements(productQueries).byId.get({ id: productId });
    const { name = null, unit = "" } = product ?? {};
    return { name, unit, quantityMilli, unitPriceRupiah, netRupiah };
  });
}

interface Sold {
  readonly receiptNumber: string | null;
  readonly lines: readonly { name: string | null; unit: string; unitPriceRupiah: number | null }[];
}

/** A sale as the book has it, or as it is held itself. */
function soldAs(shop: Shop, saleId: SaleId): Sold | null {
  const sales = shop.book.statements(saleQueries);
  const row = sales.byId.get({ id: saleId });
  if (row) {
    const lines = sales.lines
      .all({ saleId })
      .map(({ name, unit, line }) => ({ name, unit, unitPriceRupiah: line.unitPriceRupiah }));
    return { receiptNumber: row.sale.receiptNumber, lines };
  }
  const held = shop.book.statements(repairQueries).byActId.get({ actId: saleId });
  return held?.kind === "sale" ? readHeld(shop, "sale", jsonIn(held.body)) : null;
}

/** What a text says, or null where it is no JSON. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Whether a text is to the letter what it was when its digest was made (L5). */
export function isWhole({ body, digest }: { readonly body: string; readonly digest: string }): boolean {
  return createHash("sha256").update(body).digest("hex") === digest;
}
