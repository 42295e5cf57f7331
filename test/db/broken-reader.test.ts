// A book that closes while a report is being read leaves nobody waiting for an answer that will never come.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openBook } from "#db/open";

test("a report that is under way when the book closes is refused, and may be asked again", async () => {
  const book = openBook(join(mkdtempSync(join(tmpdir(), "reader-")), "shop.sqlite"));
  const asked = book.reader.read("audit", {}).then(
    () => "answered",
    (failure) => failure.code,
  );
  await book.close();
  expect(await asked).toBe("busy");
});
