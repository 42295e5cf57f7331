// Products, and the price, cost and arrangement that each had from a moment on.
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { stalls } from "./centre.ts";
import { moment, rupiahs, wholeNumbers } from "./columns.ts";
import { makers } from "./makers.ts";

export const products = sqliteTable(
  "products",
  {
    id: integer("id").primaryKey(),
    sku: text("sku").notNull(),
    name: text("name").notNull(),
    category: text("category").notNull(),
    stallId: integer("stall_id")
      .notNull()
      .references(() => stalls.id),
    unit: text("unit").notNull(),
    countsAsPiece: integer("counts_as_piece", { mode: "boolean" }).notNull(),
    stockTracked: integer("stock_tracked", { mode: "boolean" }).notNull(),
    active: integer("active", { mode: "boolean" }).notNull(),
  },
  (t) => [uniqueIndex("products_sku").on(t.sku)],
);

/** What was in force at the moment of a sale: price asked, cost, arrangement. Later versions move nothing. */
export const productVersions = sqliteTable(
  "product_versions",
  {
    id: integer("id").primaryKey(),
    productId: integer("product_id")
      .notNull()
      .references(() => products.id),
    fromMs: moment("from_ms").notNull(),
    priceRupiah: rupiahs("price_rupiah"),
    unitCostRupiah: rupiahs("unit_cost_rupiah"),
  },
  (t) => [
    index("product_versions_from").on(t.productId, t.fromMs),
    wholeNumbers("product_versions", [t.fromMs, t.priceRupiah, t.unitCostRupiah]),
  ],
);

/** The shares of one version's arrangement, in order. */
export const arrangementShares = sqliteTable(
  "arrangement_shares",
  {
    versionId: integer("version_id")
      .notNull()
      .references(() => productVersions.id),
    position: integer("position").notNull(),
    recipient: text("recipient").notNull(),
    makerId: integer("maker_id").references(() => makers.id),
    fund: text("fund"),
    rule: text("rule").notNull(),
    /** Rupiah per unit for a fixed share, hundredths of a percent otherwise. */
    value: integer("value").notNull(),
  },
  (t) => [primaryKey({ columns: [t.versionId, t.position] }), wholeNumbers("arrangement_shares", [t.value])],
);

export const productPhotos = sqliteTable("product_photos", {
  productId: integer("product_id")
    .primaryKey()
    .references(() => products.id),
  digest: text("digest").notNull(),
  type: text("type").notNull(),
  bytes: blob("bytes", { mode: "buffer" }).notNull(),
});
