// Makers: persons, groups and outside vendors, what each is owed, and the card for a maker's own page.
import { randomInt } from "node:crypto";
import { sessionQueries } from "#db/queries/centre";
import { makerNameQueries } from "#db/queries/maker-names";
import { earningQueries, makerQueries } from "#db/queries/makers";
import { groupQueries } from "#db/queries/products";
import type { MakerId } from "#rules/ids";
import {
  CARD_ALPHABET,
  type ChangeMaker,
  type MakerCard,
  type MakerKind,
  type NewMaker,
} from "#rules/makers";
import { refuse } from "#rules/refusal";
import type { MakerRow } from "#rules/statement";
import { perform } from "./acts.ts";
import { ALWAYS_MS, membersAt } from "./arrangements.ts";
import { cardDoor, forgive } from "./doors.ts";
import { hashPin, pinMark } from "./pins.ts";
import type { Shop, Who } from "./shop.ts";

/** A maker's row; refuses `unknown_maker`. */
export function makerById(shop: Shop, makerId: number) {
  const row = shop.book.statements(makerQueries).byId.get({ id: makerId }) ?? refuse("unknown_maker");
  return { ...row, kind: row.kind as MakerKind };
}

/** All makers with what each has earned, was paid and is owed. */
export function listMakers(shop: Shop): MakerRow[] {
  const totals = Map.groupBy(shop.book.statements(earningQueries).totals.all(), (row) => row.makerId);
  return shop.book
    .statements(makerQueries)
    .all.all()
    .map((maker) => {
      const accounts = totals.get(maker.id) ?? [];
      const proceeds = accounts.find((row) => row.account !== "savings");
      const savings = accounts.find((row) => row.account === "savings");
      return {
        makerId: maker.id as MakerId,
        code: maker.code,
        name: maker.name,
        kind: maker.kind as MakerKind,
        program: maker.program,
        active: maker.active,
        hasCard: maker.cardCode !== null,
        earnedRupiah: (proceeds?.earnedRupiah ?? 0) + (savings?.earnedRupiah ?? 0),
        paidRupiah: (proceeds?.paidRupiah ?? 0) + (savings?.paidRupiah ?? 0),
        owedRupiah: (proceeds?.earnedRupiah ?? 0) - (proceeds?.paidRupiah ?? 0),
        savingsRupiah: (savings?.earnedRupiah ?? 0) - (savings?.paidRupiah ?? 0),
        members: maker.kind === "group" ? membersAt(shop, maker.id, shop.now()) : [],
      };
    });
}

/**
 * Adds a maker; refuses `code_taken`, or a group without members. A group's first members count from always: a sale whose till has a
 * slow clock, or that arrives late, must find them (Z2).
 */
export function createMaker(shop: Shop, who: Who, command: NewMaker): { makerId: MakerId } {
  return perform(shop, { kind: "maker_added", command, who, atMs: shop.now() }, () => {
    const queries = shop.book.statements(makerQueries);
    const { code, name, kind } = command;
    if (queries.byCode.get({ code })) refuse("code_taken", { code });
    const program = kind === "vendor" ? null : command.program;
    checkMembers(shop, kind, command.members);
    const makerId = queries.insert({
      code,
      name,
      kind,
      program,
      active: true,
      cardCode: null,
      pinHash: null,
    }) as MakerId;
    saveMembers(shop, makerId, command.members, ALWAYS_MS);
    return {
      facts: { maker: code, kind, program, members: memberFacts(shop, command.members) },
      answer: () => ({ makerId }),
    };
  });
}

/** Changes a maker from now on: what was sold before went to the members of that time. */
export function changeMaker(shop: Shop, who: Who, command: ChangeMaker): { makerId: MakerId } {
  const atMs = shop.now();
  return perform(shop, { kind: "maker_changed", command, who, atMs }, () => {
    const maker = makerById(shop, command.makerId);
    checkMembers(shop, maker.kind, command.members);
    const program = maker.kind === "vendor" ? null : command.program;
    if (command.name !== maker.name) keepName(shop, maker, command.name);
    shop.book
      .statements(makerQueries)
      .change(maker.id, { name: command.name, program, active: command.active });
    saveMembers(shop, command.makerId, command.members, atMs);
    return {
      facts: {
        maker: maker.code,
        program,
        active: command.active,
        members: memberFacts(shop, command.members),
      },
      answer: () => ({ makerId: command.makerId }),
    };
  });
}

/** A new name counts from now on and the one before it from always, or a copy of what was signed for would name somebody else (P5). */
function keepName(
  shop: Shop,
  { id: makerId, name: before }: { readonly id: number; readonly name: string },
  name: string,
): void {
  const names = shop.book.statements(makerNameQueries);
  const last = names.newest.get({ makerId });
  if (!last) names.insert({ makerId, fromMs: ALWAYS_MS, name: before });
  names.insert({ makerId, fromMs: Math.max(shop.now(), (last?.fromMs ?? ALWAYS_MS) + 1), name });
}

type Members = NewMaker["members"];

function checkMembers(shop: Shop, kind: MakerKind, members: Members): void {
  const once = new Set(members.map((member) => member.makerId)).size === members.length;
  if (!once || (kind === "group") !== members.length > 0) refuse("group_needs_members");
  if (members.some((member) => makerById(shop, member.makerId).kind !== "person"))
    refuse("share_to_wrong_kind");
}

function saveMembers(shop: Shop, groupId: MakerId, members: Members, fromMs: number): void {
  if (members.length === 0) return;
  const groups = shop.book.statements(groupQueries);
  const versionId = groups.insertVersion({ groupId, fromMs });
  for (const [position, { makerId, weight }] of members.entries())
    groups.insertMember({ versionId, position, makerId, weight });
}

function memberFacts(shop: Shop, members: Members) {
  return members.map(({ makerId, weight }) => ({ maker: makerById(shop, makerId).code, weight }));
}

/** Gives a maker a new card code and PIN; the old card stops working. */
export async function giveCard(shop: Shop, who: Who, command: MakerCard): Promise<{ cardCode: string }> {
  const pinHash = await hashPin(command.pin);
  const remembered = { ...command, pinMark: await pinMark(command.pin, command.id) };
  return shop.book.soon(() =>
    perform(shop, { kind: "maker_card", command: remembered, who, atMs: shop.now() }, () => {
      const maker = makerById(shop, command.makerId);
      if (maker.kind === "group") refuse("share_to_wrong_kind");
      const cardCode = Array.from({ length: 8 }, () => CARD_ALPHABET[randomInt(CARD_ALPHABET.length)]).join(
        "",
      );
      shop.book.statements(makerQueries).change(maker.id, { cardCode, pinHash });
      shop.book.statements(sessionQueries).endAllOfMaker.run({ makerId: maker.id });
      forgive(shop, cardDoor(maker.id));
      return { facts: { maker: maker.code }, answer: () => ({ cardCode }) };
    }),
  );
}
