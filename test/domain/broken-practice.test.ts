// Ending practice twice at once (a double click, two screens) sets one book aside and opens one empty book.
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { endPractice, importPractice } from "#domain/practice";
import { sessionOf } from "#domain/sessions";
import { readRecordFolder } from "#papers/record-folder";
import { openShop } from "../../server/folder.ts";
import { newId } from "../shop.ts";

const record = join(import.meta.dirname, "../records/kartini-2021");

test("one practice book is set aside, whole; the shop then stands on one empty book", async () => {
  const folder = mkdtempSync(join(tmpdir(), "practice-"));
  const shop = openShop(join(folder, "shop.sqlite"), () => Date.parse("2025-07-15T03:00:00Z"));
  await importPractice(shop, await readRecordFolder(record), {
    id: newId(),
    name: "Ibu Ratna",
    pin: "739164",
  });
  await Promise.all([endPractice(shop), endPractice(shop)]);
  expect(sessionOf(shop, null).book).toBe("empty");
  await shop.book.close();
  expect(
    readdirSync(folder)
      .filter((name) => name.endsWith(".sqlite"))
      .sort(),
  ).toEqual(["shop-2025-07-15T03-00-00-000Z.sqlite", "shop.sqlite"]);
  const aside = openShop(join(folder, "shop-2025-07-15T03-00-00-000Z.sqlite"), () => 0);
  expect(sessionOf(aside, null)).toMatchObject({ book: "ready", practice: true });
  await aside.book.close();
});
