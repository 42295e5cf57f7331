// Visitors: counts by area and category, taken back or corrected by entries of their own.
import { centreQueries } from "#db/queries/centre";
import { visitQueries } from "#db/queries/visits";
import { businessDay, type Day } from "#rules/business-day";
import { visitFacts } from "#rules/facts";
import type { AreaId, VisitId } from "#rules/ids";
import { refuse } from "#rules/refusal";
import type {
  VisitCategoryCount,
  VisitCommand,
  VisitorCategory,
  VisitRecorded,
  VisitsView,
} from "#rules/visits";
import { perform } from "./acts.ts";
import type { Came } from "./came.ts";
import { centreOf, type Shop, type Who } from "./shop.ts";

/** Counts people; below zero needs a reason or names the entry it takes back, and a day's count never goes below zero. */
export function countVisitors(shop: Shop, who: Who, command: VisitCommand, came?: Came): VisitRecorded {
  const { id, areaId, category, count, countedAtMs, undoes } = command;
  return perform(
    shop,
    { kind: "visit", command, who, atMs: countedAtMs, till: command.till, note: command.reason, came },
    () => {
      const queries = shop.book.statements(visitQueries);
      const area = shop.book.statements(centreQueries).areaById.get({ id: areaId }) ?? refuse("unknown_area");
      const reason = command.reason?.trim() ? command.reason.trim() : null;
      const day = undoes ? dayOfUndone(shop, command) : businessDay(countedAtMs, centreOf(shop).timeZone);
      if (count < 0 && reason === null && undoes === undefined) refuse("reason_needed");
      const before = queries.countOf.get({ day, areaId, category })?.count ?? 0;
      if (before + count < 0) refuse("count_below_zero");
      // From here it must succeed.
      const visit = {
        id,
        areaId,
        category,
        count,
        countedAtMs,
        businessDay: day,
        countedBy: who.staffId,
        reason,
        undoes: undoes ?? null,
      };
      queries.insert(visit);
      const total = queries.counts.all({ day }).reduce((all, row) => all + row.count, 0);
      return { facts: visitFacts(visit, area.code), answer: () => ({ id, businessDay: day, total }) };
    },
  );
}

/** An undo stands on the day of what it takes back; refuses what is no exact counter-entry, or was taken back before. */
function dayOfUndone(shop: Shop, command: VisitCommand): Day {
  const queries = shop.book.statements(visitQueries);
  const undone = queries.byId.get({ id: command.undoes ?? "" }) ?? refuse("not_found");
  const exact =
    undone.areaId === command.areaId &&
    undone.category === command.category &&
    undone.count === -command.count;
  if (!exact || undone.undoes !== null || queries.undoneBy.get({ id: undone.id })) refuse("already_reversed");
  return undone.businessDay as Day;
}

/** A day's counts and its newest entries. */
export function visitsOf(shop: Shop, day?: Day): VisitsView {
  const queries = shop.book.statements(visitQueries);
  const onDay = day ?? businessDay(shop.now(), centreOf(shop).timeZone);
  const counts: VisitCategoryCount[] = queries.counts.all({ day: onDay }).map((row) => ({
    areaId: row.areaId as AreaId,
    category: row.category as VisitorCategory,
    count: row.count,
  }));
  return {
    businessDay: onDay,
    areas: areas(shop),
    counts,
    total: counts.reduce((all, row) => all + row.count, 0),
    entries: queries.newest.all({ day: onDay }).map(({ visit, by }) => ({
      id: visit.id as VisitId,
      areaId: visit.areaId as AreaId,
      category: visit.category as VisitorCategory,
      count: visit.count,
      countedAtMs: visit.countedAtMs,
      by,
      reason: visit.reason,
      undone: visit.undoes !== null || queries.undoneBy.get({ id: visit.id }) !== undefined,
    })),
  };
}

export function areas(shop: Shop) {
  return shop.book
    .statements(centreQueries)
    .areas.all()
    .map(({ id, name, active }) => ({ areaId: id as AreaId, name, active }));
}
