// Where a centre's book lies, and how a shop is opened on it.
import { mkdirSync, renameSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { backUpAside } from "#db/backup";
import { type BookOptions, openBook } from "#db/open";
import { print } from "#devices/printer";
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
  const tell = (line: string): void => void process.stderr.write(`${line}\n`);
  let startingOver: Promise<void> | null = null;
  async function startOver(): Promise<void> {
    await shop.book.close();
    setAside(path, now());
    shop.book = openBook(path, options);
  }
  const shop: Shop = {
    book: openBook(path, options),
    now,
    backUp() {
      backUpAside(path, stampOf(now())).catch((failure: Error) =>
        tell(`The backup failed: ${failure.message}`),
      );
    },
    startOver() {
      // Asked twice at once, it is done once: a second time would set the new book aside.
      startingOver ??= startOver().finally(() => {
        startingOver = null;
      });
      return startingOver;
    },
    printer: {
      print,
      wait: (ms) => pause(ms, undefined, { ref: false }),
      broke: (failure) => tell(failure.stack ?? failure.message),
    },
  };
  return shop;
}

/** Renames a closed book so that it is kept under the moment at which it was set aside. */
export function setAside(path: string, atMs: number): void {
  renameSync(path, asidePath(path, atMs));
}

export function asidePath(path: string, atMs: number): string {
  return path.replace(/\.sqlite$/, `-${stampOf(atMs)}.sqlite`);
}

/** A moment as a part of a file's name; later ones sort later. */
export function stampOf(atMs: number): string {
  return new Date(atMs).toISOString().replace(/[:.]/g, "-");
}
