// Products: what the till sells, and the versions of price, cost and arrangement behind it.
import { createHash } from "node:crypto";
import { stockQueries } from "#db/queries/book";
import { centreQueries } from "#db/queries/centre";
import { productQueries } from "#db/queries/products";
import type { Share } from "#rules/arrangement";
import type { Catalogue, CatalogueProduct, ProductView, StallView } from "#rules/catalogue";
import type { Fact } from "#rules/chain";
import type { ProductId, StallId } from "#rules/ids";
import type { ChangeProduct, NewProduct, ProductPhoto } from "#rules/products";
import { refuse } from "#rules/refusal";
import { perform } from "./acts.ts";
import { ALWAYS_MS, checkArrangement, saveShares, sharesOf } from "./arrangements.ts";
import { makerById } from "./makers.ts";
import { qrisCodes } from "./qris-codes.ts";
import { handles, type Shop, type Who } from "./shop.ts";
import { taxInForce } from "./taxes.ts";

/** What a till sells from: active products with their price in force, what is on the shelf, and the stalls; of each what this person handles. */
export function catalogue(shop: Shop, who: Who): Catalogue {
  const products = productsFor(shop, who).filter((product) => product.active);
  return {
    stalls: stalls(shop).filter((stall) => stall.active && handles(who, stall.stallId)),
    products: products.map(
      ({ unitCostRupiah: _cost, shares: _shares, active: _active, ...product }): CatalogueProduct => product,
    ),
    qrisCodes: qrisCodes(shop),
    asOfMs: shop.now(),
  };
}

export function stalls(shop: Shop): StallView[] {
  return shop.book
    .statements(centreQueries)
    .stalls.all()
    .map(({ id, code, name, active, tickets, printerId }) => ({
      stallId: id as StallId,
      code,
      name,
      active,
      tax: taxInForce(shop, id, shop.now()),
      tickets: tickets as StallView["tickets"],
      printerId: printerId as StallView["printerId"],
    }));
}

/** The products of the stalls that a person is limited to, or all. */
export function productsFor(shop: Shop, who: Who): ProductView[] {
  return listProducts(shop).filter((product) => handles(who, product.stallId));
}

/** Every product as a manager sees it. */
export function listProducts(shop: Shop): ProductView[] {
  const queries = shop.book.statements(productQueries);
  const versions = new Map(
    queries.currentVersions.all({ atMs: shop.now() }).map((version) => [version.productId, version]),
  );
  const photos = new Map(queries.photoDigests.all().map((photo) => [photo.productId, photo.digest]));
  const shelf = new Map(
    shop.book
      .statements(stockQueries)
      .allOnHand.all()
      .map((row) => [row.productId, row.milli]),
  );
  return queries.all.all().map(({ id, ...product }) => {
    const version = versions.get(id);
    return {
      ...product,
      productId: id as ProductId,
      stallId: product.stallId as StallId,
      priceRupiah: version?.priceRupiah ?? null,
      unitCostRupiah: version?.unitCostRupiah ?? null,
      shares: version ? sharesOf(shop, version.id) : [],
      onHandMilli: shelf.get(id) ?? 0,
      photo: photos.get(id) ?? null,
    };
  });
}

/**
 * Adds a product; refuses `code_taken`, `unknown_stall`, or an arrangement that gives away too much. Its first version counts from
 * always: a sale whose till has a slow clock, or that arrives late, must find it (Z2).
 */
export function createProduct(shop: Shop, who: Who, command: NewProduct): { productId: ProductId } {
  return perform(shop, { kind: "product_added", command, who, atMs: shop.now() }, () => {
    const queries = shop.book.statements(productQueries);
    if (queries.bySku.get({ sku: command.sku })) refuse("code_taken", { code: command.sku });
    const stall =
      shop.book.statements(centreQueries).stallById.get({ id: command.stallId }) ?? refuse("unknown_stall");
    checkArrangement(shop, command.shares, command.priceRupiah);
    const { sku, name, category, stallId, unit, countsAsPiece, stockTracked } = command;
    const productId = queries.insert({
      sku,
      name,
      category,
      stallId,
      unit,
      countsAsPiece,
      stockTracked,
      active: true,
    }) as ProductId;
    addVersion(shop, productId, command, ALWAYS_MS);
    return {
      facts: { sku, stall: stall.code, ...versionFacts(shop, command) },
      answer: () => ({ productId }),
    };
  });
}

/** Changes a product from now on: what was sold before keeps its own price, cost and arrangement. */
export function changeProduct(shop: Shop, who: Who, command: ChangeProduct): { productId: ProductId } {
  const atMs = shop.now();
  return perform(shop, { kind: "product_changed", command, who, atMs }, () => {
    const queries = shop.book.statements(productQueries);
    const product = queries.byId.get({ id: command.productId }) ?? refuse("unknown_product");
    checkArrangement(shop, command.shares, command.priceRupiah);
    const { name, category, unit, countsAsPiece, stockTracked, active } = command;
    queries.change(product.id, { name, category, unit, countsAsPiece, stockTracked, active });
    addVersion(shop, product.id, command, atMs);
    return {
      facts: { sku: product.sku, active, ...versionFacts(shop, command) },
      answer: () => ({ productId: command.productId }),
    };
  });
}

interface Version {
  readonly priceRupiah: number | null;
  readonly unitCostRupiah: number | null;
  readonly shares: readonly Share[];
}

function addVersion(shop: Shop, productId: number, version: Version, fromMs: number): void {
  const { priceRupiah, unitCostRupiah } = version;
  const versionId = shop.book
    .statements(productQueries)
    .insertVersion({ productId, fromMs, priceRupiah, unitCostRupiah });
  saveShares(shop, versionId, version.shares);
}

function versionFacts(shop: Shop, version: Version): { [name: string]: Fact } {
  return {
    price: version.priceRupiah,
    unitCost: version.unitCostRupiah,
    shares: version.shares.map(({ recipient, rule }) => ({
      to: recipient.to === "fund" ? recipient.fund : makerById(shop, recipient.makerId).code,
      savings: recipient.to === "savings",
      rule: { ...rule },
    })),
  };
}

export function setPhoto(shop: Shop, who: Who, command: ProductPhoto): { productId: ProductId } {
  return perform(shop, { kind: "product_photo", command, who, atMs: shop.now() }, () => {
    const queries = shop.book.statements(productQueries);
    const product = queries.byId.get({ id: command.productId }) ?? refuse("unknown_product");
    const bytes = Buffer.from(command.base64, "base64");
    const digest = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
    queries.setPhoto({ productId: product.id, digest, type: command.type, bytes });
    return { facts: { sku: product.sku, photo: digest }, answer: () => ({ productId: command.productId }) };
  });
}

/** A product's picture; refuses `not_found`. */
export function photo(
  shop: Shop,
  productId: number,
): { type: string; bytes: Uint8Array<ArrayBuffer>; digest: string } {
  const row = shop.book.statements(productQueries).photo.get({ productId }) ?? refuse("not_found");
  return { type: row.type, digest: row.digest, bytes: new Uint8Array(row.bytes) };
}
