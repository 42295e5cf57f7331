// A practice shop: a real centre's record to try everything on, plainly marked, and its end.

import { actQueries } from "#db/queries/acts";
import { assert } from "#rules/assert";
import type { FirstManager } from "#rules/centre";
import { type RawRecord, readRecord } from "#rules/record";
import { refuse } from "#rules/refusal";
import { setUpManager } from "./centre.ts";
import { importRecord } from "./record-import.ts";
import { sessionOf } from "./sessions.ts";
import { centreOf, type Shop } from "./shop.ts";

/** Fills an empty book with the record, marked as practice, and makes its first manager. A repeat only answers the manager again. */
export async function importPractice(
  shop: Shop,
  raw: RawRecord,
  manager: FirstManager,
): Promise<{ staffId: number }> {
  const repeated = shop.book.statements(actQueries).byId.get({ id: manager.id }) !== undefined;
  if (!repeated) {
    if (sessionOf(shop, null).book !== "empty") refuse("already_set_up");
    const { record, faults } = readRecord(raw);
    assert(record !== null, `the practice record has ${faults.length} faults`);
    importRecord(shop, record, { practice: true });
  }
  return setUpManager(shop, manager);
}

/** Sets the practice book aside and opens an empty one; refuses `not_practice`. */
export async function endPractice(shop: Shop): Promise<void> {
  if (!centreOf(shop).practice) refuse("not_practice");
  await shop.startOver();
}
