// Products, and the price, cost and arrangement in force at a moment.
import { and, asc, desc, eq, lte, sql } from "drizzle-orm";
import { inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import { stalls } from "../tables/centre.ts";
import { groupMembers, groupVersions, makers } from "../tables/makers.ts";
import { arrangementShares, productPhotos, products, productVersions } from "../tables/products.ts";

const place = (name: string) => sql.placeholder(name);

export const productQueries = (orm: Orm) => ({
  all: orm.select().from(products).orderBy(asc(products.category), asc(products.name)).prepare(),
  byId: orm
    .select()
    .from(products)
    .where(eq(products.id, place("id")))
    .prepare(),
  bySku: orm
    .select()
    .from(products)
    .where(eq(products.sku, place("sku")))
    .prepare(),
  insert: inserter(orm, products, "id"),
  change: (id: number, facts: Partial<typeof products.$inferInsert>) =>
    orm.update(products).set(facts).where(eq(products.id, id)).run(),
  insertVersion: inserter(orm, productVersions, "id"),
  insertShare: inserter(orm, arrangementShares),
  /** The product with its stall, once for each of its versions, the newest first. */
  versions: orm
    .select({
      fromMs: productVersions.fromMs,
      name: products.name,
      unit: products.unit,
      category: products.category,
      stallId: products.stallId,
      stallCode: stalls.code,
      stockTracked: products.stockTracked,
      countsAsPiece: products.countsAsPiece,
      versionId: productVersions.id,
      priceRupiah: productVersions.priceRupiah,
      unitCostRupiah: productVersions.unitCostRupiah,
    })
    .from(products)
    .innerJoin(stalls, eq(stalls.id, products.stallId))
    .innerJoin(productVersions, eq(productVersions.productId, products.id))
    .where(eq(products.id, place("productId")))
    .orderBy(desc(productVersions.fromMs), desc(productVersions.id))
    .prepare(),
  /** A version never changes, so its shares are safe to keep. */
  shares: orm
    .select({
      recipient: arrangementShares.recipient,
      makerId: arrangementShares.makerId,
      fund: arrangementShares.fund,
      rule: arrangementShares.rule,
      value: arrangementShares.value,
      makerKind: makers.kind,
    })
    .from(arrangementShares)
    .leftJoin(makers, eq(makers.id, arrangementShares.makerId))
    .where(eq(arrangementShares.versionId, place("versionId")))
    .orderBy(asc(arrangementShares.position))
    .prepare(),
  currentVersions: orm
    .select()
    .from(productVersions)
    .where(lte(productVersions.fromMs, place("atMs")))
    .orderBy(asc(productVersions.fromMs), asc(productVersions.id))
    .prepare(),
  photo: orm
    .select()
    .from(productPhotos)
    .where(eq(productPhotos.productId, place("productId")))
    .prepare(),
  photoDigests: orm
    .select({ productId: productPhotos.productId, digest: productPhotos.digest })
    .from(productPhotos)
    .prepare(),
  setPhoto: (row: typeof productPhotos.$inferInsert) =>
    orm
      .insert(productPhotos)
      .values(row)
      .onConflictDoUpdate({ target: productPhotos.productId, set: row })
      .run(),
});

export const groupQueries = (orm: Orm) => ({
  insertVersion: inserter(orm, groupVersions, "id"),
  insertMember: inserter(orm, groupMembers),
  versionAt: orm
    .select({ id: groupVersions.id })
    .from(groupVersions)
    .where(and(eq(groupVersions.groupId, place("groupId")), lte(groupVersions.fromMs, place("atMs"))))
    .orderBy(desc(groupVersions.fromMs), desc(groupVersions.id))
    .limit(1)
    .prepare(),
  members: orm
    .select({ makerId: groupMembers.makerId, name: makers.name, weight: groupMembers.weight })
    .from(groupMembers)
    .innerJoin(makers, eq(makers.id, groupMembers.makerId))
    .where(eq(groupMembers.versionId, place("versionId")))
    .orderBy(asc(groupMembers.position))
    .prepare(),
});
