// The centre: its first set-up, its settings, stalls and visitor areas.

import type { z } from "zod";
import { centreQueries } from "#db/queries/centre";
import { centreHistoryQueries } from "#db/queries/centre-history";
import { TILL_LIMITS, type TillLimits, tillLimitsSchema } from "#rules/approval";
import { businessDay } from "#rules/business-day";
import {
  type Centre,
  type ChangeSettings,
  type changeAreaSchema,
  type changeStallSchema,
  type FirstManager,
  type newAreaSchema,
  type newStallSchema,
  PROTECTED_FLOOR_DEFAULT,
  type Settings,
  type SetUp,
  settingsSchema,
} from "#rules/centre";
import { account, balance, move } from "#rules/entry";
import type { AreaId, StallId } from "#rules/ids";
import { refuse } from "#rules/refusal";
import { perform } from "./acts.ts";
import { post } from "./journal.ts";
import { changeLetterhead } from "./letterheads.ts";
import { hashPin, pinMark } from "./pins.ts";
import { centreOf, type Shop, type Who } from "./shop.ts";
import { addStaff, hasManager } from "./staff.ts";

/** Sets up one's own centre in an empty book; answers who then is its manager. Refuses `already_set_up`. */
export async function setUp(shop: Shop, command: SetUp): Promise<{ staffId: number }> {
  const pinHash = await hashPin(command.manager.pin);
  const remembered = { ...command, pinMark: await pinMark(command.manager.pin, command.id) };
  return shop.book.soon(() =>
    perform(shop, { kind: "centre_set_up", command: remembered, who: null, atMs: shop.now() }, () => {
      addCentre(shop, command.centre, false);
      for (const stall of command.stalls) {
        addStall(shop, stall);
        if (!shop.book.statements(centreQueries).areaByName.get({ name: stall.name }))
          addArea(shop, stall.name);
      }
      const { staffId } = addStaff(shop, { name: command.manager.name, roles: ["manager"], pinHash });
      openingBalances(shop, command.id, command.openingSafeRupiah, command.openingBankRupiah);
      return {
        facts: {
          centre: command.centre.code,
          stalls: command.stalls.map((stall) => stall.code),
          safe: command.openingSafeRupiah,
          bank: command.openingBankRupiah,
        },
        answer: () => ({ staffId }),
      };
    }),
  );
}

/** The first manager of a book that was imported; refuses `already_set_up` once there is one. */
export async function setUpManager(shop: Shop, command: FirstManager): Promise<{ staffId: number }> {
  const pinHash = await hashPin(command.pin);
  const remembered = { ...command, pinMark: await pinMark(command.pin, command.id) };
  return shop.book.soon(() =>
    perform(shop, { kind: "first_manager", command: remembered, who: null, atMs: shop.now() }, () => {
      centreOf(shop);
      if (hasManager(shop)) refuse("already_set_up");
      const { staffId, code } = addStaff(shop, { name: command.name, roles: ["manager"], pinHash });
      return { facts: { staff: code }, answer: () => ({ staffId }) };
    }),
  );
}

/** Writes the centre's row inside a set-up or an import; refuses `already_set_up`. */
export function addCentre(shop: Shop, centre: Centre, practice: boolean): void {
  const queries = shop.book.statements(centreQueries);
  if (queries.get.get()) refuse("already_set_up");
  queries.insert({
    id: 1,
    ...centre,
    practice,
    cashRoundingRupiah: 0,
    protectedFloorBasisPoints: PROTECTED_FLOOR_DEFAULT,
    refundAfterPayout: "maker",
    receiptFooter: "",
  });
}

/** What cashiers of this centre may without approval. */
export function limitsOf(shop: Shop): TillLimits {
  return shop.book.recall("limits", () =>
    tillLimitsSchema.parse(shop.book.statements(centreHistoryQueries).limits.get() ?? TILL_LIMITS),
  );
}

/** What safe and bank hold on the first day. */
export function openingBalances(
  shop: Shop,
  eventId: string,
  safeRupiah: number,
  bankRupiah: number,
  atMs = shop.now(),
): void {
  const day = businessDay(atMs, centreOf(shop).timeZone);
  post(
    shop,
    { eventId, kind: "opening", businessDay: day, atMs },
    balance([
      ...move(safeRupiah, account.opening, account.safe),
      ...move(bankRupiah, account.opening, account.bank),
    ]),
  );
}

export function settings(shop: Shop): { settings: Settings; centre: Centre & { bpsCode: string } } {
  const row = centreOf(shop);
  const { code, name, place, province, regionCode, timeZone } = row;
  return {
    settings: settingsSchema.parse({ ...row, ...limitsOf(shop) }),
    centre: { code, name, place, province, regionCode, timeZone, bpsCode: bpsCode(regionCode) },
  };
}

/** BPS's code of a region is Kemendagri's without the dot (domain.md). */
export function bpsCode(regionCode: string): string {
  return regionCode.replace(".", "");
}

export function changeSettings(shop: Shop, who: Who, command: ChangeSettings): Record<string, never> {
  return perform(shop, { kind: "settings_changed", command, who, atMs: shop.now() }, () => {
    const { id: _id, discountLimitBasisPoints, refundLimitRupiah, lockAfterMinutes, ...changed } = command;
    const limits = { discountLimitBasisPoints, refundLimitRupiah, lockAfterMinutes };
    changeLetterhead(shop, { name: changed.name, place: changed.place, footer: changed.receiptFooter });
    shop.book.statements(centreQueries).change(changed);
    shop.book.statements(centreHistoryQueries).setLimits(limits);
    const { cashRoundingRupiah, protectedFloorBasisPoints, refundAfterPayout } = changed;
    return {
      facts: {
        cashRoundingRupiah,
        protectedFloorBasisPoints,
        refundAfterPayout,
        region: changed.regionCode,
        ...limits,
      },
      answer: () => ({}),
    };
  });
}

export function createStall(
  shop: Shop,
  who: Who,
  command: z.infer<typeof newStallSchema>,
): { stallId: StallId } {
  return perform(shop, { kind: "stall_added", command, who, atMs: shop.now() }, () => {
    const stallId = addStall(shop, command) as StallId;
    return { facts: { stall: command.code }, answer: () => ({ stallId }) };
  });
}

/** Adds a stall inside an act that is already being done; refuses `code_taken`. */
export function addStall(shop: Shop, stall: { code: string; name: string }): number {
  const queries = shop.book.statements(centreQueries);
  if (queries.stallByCode.get({ code: stall.code })) refuse("code_taken", { code: stall.code });
  return queries.insertStall({
    code: stall.code,
    name: stall.name,
    active: true,
    tickets: "none",
    printerId: null,
  });
}

export function changeStall(
  shop: Shop,
  who: Who,
  command: z.infer<typeof changeStallSchema>,
): { stallId: StallId } {
  return perform(shop, { kind: "stall_changed", command, who, atMs: shop.now() }, () => {
    const queries = shop.book.statements(centreQueries);
    const stall = queries.stallById.get({ id: command.stallId }) ?? refuse("unknown_stall");
    queries.changeStall(stall.id, { name: command.name, active: command.active });
    return {
      facts: { stall: stall.code, active: command.active },
      answer: () => ({ stallId: command.stallId }),
    };
  });
}

export function createArea(shop: Shop, who: Who, command: z.infer<typeof newAreaSchema>): { areaId: AreaId } {
  return perform(shop, { kind: "area_added", command, who, atMs: shop.now() }, () => {
    const areaId = addArea(shop, command.name) as AreaId;
    return { facts: { area: codeOfArea(shop, areaId) }, answer: () => ({ areaId }) };
  });
}

function codeOfArea(shop: Shop, areaId: number): string {
  return shop.book.statements(centreQueries).areaById.get({ id: areaId })?.code ?? "";
}

/** Adds a visitor area inside an act that is already being done; refuses `code_taken`. */
export function addArea(shop: Shop, name: string): number {
  const queries = shop.book.statements(centreQueries);
  if (queries.areaByName.get({ name })) refuse("code_taken", { code: name });
  const code = `A${String(queries.areas.all().length + 1).padStart(2, "0")}`;
  return queries.insertArea({ code, name, active: true });
}

export function changeArea(
  shop: Shop,
  who: Who,
  command: z.infer<typeof changeAreaSchema>,
): { areaId: AreaId } {
  return perform(shop, { kind: "area_changed", command, who, atMs: shop.now() }, () => {
    const queries = shop.book.statements(centreQueries);
    const area = queries.areaById.get({ id: command.areaId }) ?? refuse("unknown_area");
    const namesake = queries.areaByName.get({ name: command.name });
    if (namesake && namesake.id !== area.id) refuse("code_taken", { code: command.name });
    queries.changeArea(area.id, { name: command.name, active: command.active });
    return { facts: { area: area.code, active: command.active }, answer: () => ({ areaId: command.areaId }) };
  });
}
