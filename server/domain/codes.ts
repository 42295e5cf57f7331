// Codes of rows for the chain, each looked up once.
import { centreQueries } from "#db/queries/centre";
import { makerQueries } from "#db/queries/makers";
import { productQueries } from "#db/queries/products";
import { present } from "#rules/assert";
import type { Codes } from "#rules/facts";
import type { Shop } from "./shop.ts";

/** Codes never change and ids are never given again, so what was once saved may be kept. */
const kept = new WeakMap<Shop["book"], Codes>();

export function codesOf(shop: Shop): Codes {
  const { book } = shop;
  const known = kept.get(book);
  if (known) return known;
  const centre = book.statements(centreQueries);
  const codes: Codes = {
    till: once(shop, (id) => centre.tillById.get({ id })?.code),
    stall: once(shop, (id) => centre.stallById.get({ id })?.code),
    product: once(shop, (id) => book.statements(productQueries).byId.get({ id })?.sku),
    maker: once(shop, (id) => book.statements(makerQueries).byId.get({ id })?.code),
  };
  kept.set(book, codes);
  return codes;
}

function once({ book }: Shop, look: (id: number) => string | undefined): (id: number) => string {
  const seen = new Map<number, string>();
  return (id) => {
    const known = seen.get(id);
    if (known !== undefined) return known;
    const code = present(look(id), `the code of ${id}`);
    book.afterCommit(() => seen.set(id, code));
    return code;
  };
}
