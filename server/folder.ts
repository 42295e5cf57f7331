// Where a centre's book lies, and how a shop is opened on it.
import { mkdirSync, renameSync } from "node:fs";
import { join, resolve } from "node:path";
import { type BookOptions, openBook } from "#db/open";
import type { Shop } from "#domain/shop";

/** `SHOP_DATA`, or `data` beside the program. Paths are from where the person stood who typed them. */
export function dataFolder(): string {
  const folder = resolve(process.env["INIT_CWD"] ?? process.cwd(), process.env["SHOP_DATA"] || "data");
  mkdirSync(folder, { recursive: true });
  return folder;
}

export function bookPath(folder: string): string {
  return join(folder, "shop.sqlite");
}

/** Opens the shop on the book at `path`; `now` is the caller's clock. */
export function openShop(path: string, now: () => number, options: BookOptions = {}): Shop {
  const shop: Shop = {
    book: openBook(path, options),
    now,
    async startOver() {
      await shop.book.close();
      setAside(path, now());
      shop.book = openBook(path, options);
    },
  };
  return shop;
}

/** Renames a closed book so that it is kept under the moment at which it was set aside. */
export function setAside(path: string, atMs: number): void {
  const stamp = new Date(atMs).toISOString().replace(/[:.]/g, "-");
  renameSync(path, path.replace(/\.sqlite$/, `-${stamp}.sqlite`));
}
