// What stands before a trading record's first event: its centre, stalls, people, products, and money enough to pay what was paid.
import { createHash } from "node:crypto";
import type { AreaId, MakerId, ProductId, StallId, TillId } from "#rules/ids";
import { rupiah } from "#rules/money";
import type { Fault, TradingRecord } from "#rules/record";
import { type RecordTable, ruleFault } from "#rules/record-tables";
import { Refusal } from "#rules/refusal";
import { perform } from "./acts.ts";
import { addArea, addCentre, addStall, openingBalances } from "./centre.ts";
import { createMaker } from "./makers.ts";
import { createProduct } from "./products.ts";
import { largestFloat, paidBy } from "./record-cash.ts";
import type { Shop, Who } from "./shop.ts";
import { addStaff } from "./staff.ts";
import { addTill, IMPORT_TILL } from "./tills.ts";

export interface Opened {
  readonly who: Who;
  readonly till: TillId;
  readonly cashiers: ReadonlyMap<string, Who>;
  readonly areas: ReadonlyMap<string, AreaId>;
  readonly makers: ReadonlyMap<string, MakerId>;
  readonly products: ReadonlyMap<string, ProductId>;
}

/** Ids that are the same each time the same record is imported. */
export function recordId(centre: string, kind: string, ref: string): string {
  const hex = createHash("sha256").update(`${centre}\n${kind}\n${ref}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Writes it; rows that a verb refuses are added to `faults`. */
export function openRecord(shop: Shop, record: TradingRecord, practice: boolean, faults: Fault[]): Opened {
  const centre = writeCentre(shop, record, practice);
  const makers = writeMakers(shop, record, centre.who, faults);
  const products = writeProducts(shop, record, centre, makers, faults);
  return { ...centre, makers, products };
}

function writeCentre(shop: Shop, record: TradingRecord, practice: boolean) {
  const { code } = record.centre;
  const id = recordId(code, "import", "centre");
  const cashiers = new Map<string, Who>();
  const areas = new Map<string, AreaId>();
  const stalls = new Map<string, StallId>();
  const { who, till } = perform(
    shop,
    { kind: "record_imported", command: { id }, who: null, atMs: shop.now() },
    () => {
      addCentre(shop, record.centre, practice);
      for (const stall of record.stalls) stalls.set(stall.code, addStall(shop, stall) as StallId);
      for (const visit of record.visits)
        if (!areas.has(visit.area)) areas.set(visit.area, addArea(shop, visit.area) as AreaId);
      const importer = addStaff(shop, {
        name: "Impor",
        code: IMPORT_TILL,
        roles: ["manager"],
        pinHash: null,
      });
      for (const { cashier } of record.sales) {
        if (!cashiers.has(cashier))
          cashiers.set(cashier, addStaff(shop, { name: cashier, roles: ["cashier"], pinHash: null }));
      }
      const tillId = addTill(shop, IMPORT_TILL, "Impor") as TillId;
      const safe = paidBy(record, "cash") + largestFloat(record);
      const bank = paidBy(record, "transfer");
      openingBalances(shop, id, safe, bank);
      return {
        facts: { centre: code, practice, safe, bank },
        answer: () => ({ who: importer, till: tillId }),
      };
    },
  );
  return { who, till, cashiers, areas, stalls };
}

/** Persons first, since groups name them. */
function writeMakers(shop: Shop, record: TradingRecord, who: Who, faults: Fault[]): Map<string, MakerId> {
  const makers = new Map<string, MakerId>();
  for (const kind of ["person", "group"] as const) {
    for (const { row, code, name, program, members } of record.makers.filter(
      (maker) => maker.kind === kind,
    )) {
      const command = {
        id: recordId(record.centre.code, "maker", code),
        code,
        name,
        kind,
        program,
        members: members.map((member) => ({
          makerId: makers.get(member.code) as MakerId,
          weight: member.weight,
        })),
      };
      allowed(faults, "beneficiaries", row, () => makers.set(code, createMaker(shop, who, command).makerId));
    }
  }
  return makers;
}

function writeProducts(
  shop: Shop,
  record: TradingRecord,
  { who, stalls }: { who: Who; stalls: ReadonlyMap<string, StallId> },
  makers: ReadonlyMap<string, MakerId>,
  faults: Fault[],
): Map<string, ProductId> {
  const products = new Map<string, ProductId>();
  for (const { row, stall, share, priceRupiah, unitCostRupiah, ...product } of record.products) {
    const recipient = { to: "maker" as const, makerId: makers.get(share?.maker ?? "") as MakerId };
    const command = {
      id: recordId(record.centre.code, "product", product.sku),
      ...product,
      stallId: stalls.get(stall) as StallId,
      priceRupiah: priceRupiah === null ? null : rupiah(priceRupiah),
      unitCostRupiah: unitCostRupiah === null ? null : rupiah(unitCostRupiah),
      shares: share ? [{ recipient, rule: share.rule }] : [],
    };
    allowed(faults, "products", row, () =>
      products.set(product.sku, createProduct(shop, who, command).productId),
    );
  }
  return products;
}

/** Does a row's own write; a refusal becomes that row's fault, and nothing of the row is saved. */
export function allowed(faults: Fault[], table: RecordTable, row: number, write: () => unknown): void {
  try {
    write();
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    faults.push(ruleFault(table, row, failure));
  }
}
