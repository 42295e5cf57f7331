// Arrangements in force: the shares of a product's version, with the members that groups had at that moment.
import { groupQueries, productQueries } from "#db/queries/products";
import {
  arrangementFault,
  type Fund,
  type Program,
  type Share,
  type ShareInForce,
  type ShareRule,
} from "#rules/arrangement";
import type { MakerId } from "#rules/ids";
import { rupiah } from "#rules/money";
import { refuse } from "#rules/refusal";
import { makerById } from "./makers.ts";
import type { Shop } from "./shop.ts";

/** When a first version begins to count. */
export const ALWAYS_MS = 0;

type ShareRow = ReturnType<ReturnType<typeof productQueries>["shares"]["all"]>[number];

/** Versions never change, so their shares are kept once they have been read. */
const kept = new WeakMap<Shop["book"], Map<number, ShareRow[]>>();

/** The version's shares as they stand at `atMs`. */
export function sharesInForce(shop: Shop, versionId: number, atMs: number): ShareInForce[] {
  const versions = kept.get(shop.book) ?? new Map<number, ShareRow[]>();
  kept.set(shop.book, versions);
  let rows = versions.get(versionId);
  if (!rows) {
    rows = shop.book.statements(productQueries).shares.all({ versionId });
    const read = rows;
    shop.book.afterCommit(() => versions.set(versionId, read));
  }
  return rows.map((row) => inForce(shop, row, atMs));
}

function inForce(shop: Shop, row: ShareRow, atMs: number): ShareInForce {
  const rule = ruleOf(row);
  if (row.recipient === "fund") return { to: "fund", fund: row.fund as Fund, rule };
  const makerId = row.makerId as MakerId;
  // A maker's programme may change, the version does not: it is what it is at the sale.
  const maker = shop.book.recall(`maker ${makerId}`, () => makerById(shop, makerId));
  const program = maker.program as Program | null;
  if (row.recipient === "savings") return { to: "savings", makerId, program, rule };
  if (row.makerKind === "vendor") return { to: "vendor", makerId, program, rule };
  if (row.makerKind === "group")
    return { to: "group", groupId: makerId, program, members: membersAt(shop, makerId, atMs), rule };
  return { to: "maker", makerId, program, rule };
}

export function ruleOf(row: { rule: string; value: number }): ShareRule {
  if (row.rule === "fixed") return { kind: "fixed", rupiahPerUnit: rupiah(row.value) };
  return { kind: row.rule as "percent" | "percent_after_cost", basisPoints: row.value };
}

/** A group's members and weights at a moment, in order. */
export function membersAt(
  shop: Shop,
  groupId: number,
  atMs: number,
): { makerId: MakerId; name: string; weight: number }[] {
  const groups = shop.book.statements(groupQueries);
  const version = groups.versionAt.get({ groupId, atMs });
  return version
    ? groups.members
        .all({ versionId: version.id })
        .map((row) => ({ ...row, makerId: row.makerId as MakerId }))
    : [];
}

/** A version's shares as an editor shows them. */
export function sharesOf(shop: Shop, versionId: number): Share[] {
  return shop.book
    .statements(productQueries)
    .shares.all({ versionId })
    .map((row) => ({
      recipient:
        row.recipient === "fund"
          ? { to: "fund", fund: row.fund as Fund }
          : { to: row.recipient as "maker" | "savings", makerId: row.makerId as MakerId },
      rule: ruleOf(row),
    }));
}

/** Refuses an arrangement that gives away more than there is, or goes to somebody it cannot go to. */
export function checkArrangement(shop: Shop, shares: readonly Share[], priceRupiah: number | null): void {
  const fault = arrangementFault(shares, priceRupiah);
  if (fault) refuse(fault);
  for (const { recipient } of shares) {
    if (recipient.to === "fund") continue;
    const maker = makerById(shop, recipient.makerId);
    if (recipient.to === "savings" && maker.kind !== "person") refuse("share_to_wrong_kind");
  }
}

/** Saves a version's shares, in order. */
export function saveShares(shop: Shop, versionId: number, shares: readonly Share[]): void {
  const queries = shop.book.statements(productQueries);
  for (const [position, { recipient, rule }] of shares.entries()) {
    queries.insertShare({
      versionId,
      position,
      recipient: recipient.to,
      makerId: recipient.to === "fund" ? null : recipient.makerId,
      fund: recipient.to === "fund" ? recipient.fund : null,
      rule: rule.kind,
      value: rule.kind === "fixed" ? rule.rupiahPerUnit : rule.basisPoints,
    });
  }
}
