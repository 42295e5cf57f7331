// A shop to try everything on: a real book, a clock set by hand, people, goods of every arrangement, and a till that is open.
import { expect, vi } from "vitest";
import { openBook } from "#db/open";
import { changeSettings, settings, setUp } from "#domain/centre";
import { moveDrawer } from "#domain/drawer-moves";
import { readFigures, wholePeriod } from "#domain/figures";
import { holds } from "#domain/journal";
import { hashPin } from "#domain/pins";
import { stalls } from "#domain/products";
import { closeShift, countShift, openShift } from "#domain/shifts";
import type { Shop, Who } from "#domain/shop";
import { addStaff, staffById } from "#domain/staff";
import { directorateReport } from "#domain/submissions";
import { createTill, tillView } from "#domain/tills";
import { areas } from "#domain/visits";
import type { Zone } from "#rules/business-day";
import { inNotes } from "#rules/cash";
import { account } from "#rules/entry";
import type { Figures } from "#rules/figures";
import type { AreaId, MakerId, ProductId, ShiftId, StallId, TillId } from "#rules/ids";
import { rupiah } from "#rules/money";
import type { DrawerMove, DrawerMoveView, ShiftCounted, ShiftView } from "#rules/shift";
import { type MakerCode, makersOf, productsOf, type Sku, type StallCode } from "./goods.ts";
import { newId } from "./ids.ts";
import { type Paperless, paperless } from "./printer.ts";

export type { MakerCode, Sku, StallCode } from "./goods.ts";
export { fixed, percent, toFund, toMaker, toSavings } from "./goods.ts";
export { newId };

// Hashing PINs takes its time, and longer on a busy machine; that is no failure.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

export interface TestShop extends Shop {
  readonly printer: Paperless;
  readonly zone: Zone;
  /** Sets the clock to a local time at the centre: `"2025-07-15 10:00"`. */
  set(localTime: string): number;
  /** A minute passes; every act of the builders takes one, so that nothing happens twice in one moment. */
  tick(): number;
  /** Hours pass. */
  later(hours: number): number;
  readonly manager: Who;
  readonly cashier: Who;
  readonly pins: { readonly manager: string; readonly cashier: string };
  readonly till: { readonly tillId: TillId; readonly code: string };
  /** The open shift of the till. */
  shiftId: ShiftId;
  readonly product: Record<Sku, ProductId>;
  readonly maker: Record<MakerCode, MakerId>;
  readonly area: AreaId;
  readonly stall: Record<StallCode, StallId>;
}

export const pins = { manager: "739164", cashier: "820573" } as const;
const hashes = new Map<string, Promise<string>>();
const hashOnce = (pin: string): Promise<string> => {
  const hash = hashes.get(pin) ?? hashPin(pin);
  hashes.set(pin, hash);
  return hash;
};

const offsets: Record<Zone, string> = {
  "Asia/Jakarta": "+07:00",
  "Asia/Makassar": "+08:00",
  "Asia/Jayapura": "+09:00",
};

export const MORNING = "2025-07-15 08:00";
export const FLOAT = 200_000;
export const OPENING = { safe: 5_000_000, bank: 10_000_000 } as const;

export interface TestShopOptions {
  readonly zone?: Zone;
  /** A book on disk; in memory unless told. */
  readonly path?: string;
  /** What cashiers may without approval: nearly everything, or what a new centre begins with. */
  readonly limits?: "wide" | "default";
}

/** A centre with three stalls on its first morning, its till open with a float of Rp200.000. */
export async function testShop({
  zone = "Asia/Jakarta",
  path = ":memory:",
  limits = "wide",
}: TestShopOptions = {}): Promise<TestShop> {
  const clock = { ms: localMs(MORNING, zone) };
  const printer = paperless((ms) => {
    clock.ms += ms;
  });
  const base: Shop = {
    book: openBook(path),
    now: () => clock.ms,
    backUp() {},
    printer,
    startOver: async () => {
      await base.book.close();
      base.book = openBook(path);
    },
  };
  const { staffId } = await setUp(base, {
    id: newId(),
    centre: {
      code: "UJI",
      name: "Sentra Uji",
      place: "Temanggung",
      province: "Jawa Tengah",
      regionCode: "33.23",
      timeZone: zone,
    },
    stalls: [
      { code: "GALERI", name: "Galeri Karya" },
      { code: "KAFE", name: "Kafe Uji" },
      { code: "AGRO", name: "Kolam dan Kebun" },
    ],
    manager: { name: "Ibu Ratna", pin: pins.manager },
    openingSafeRupiah: rupiah(OPENING.safe),
    openingBankRupiah: rupiah(OPENING.bank),
  });
  const manager = staffById(base, staffId);
  const pinHash = await hashOnce(pins.cashier);
  const cashier = base.book.write(() => addStaff(base, { name: "Dewi", roles: ["cashier"], pinHash }));
  const maker = makersOf(base, manager);
  const product = productsOf(base, manager, maker);
  const { tillId, code } = createTill(base, manager, { id: newId(), name: "Kasir depan" });
  const shop: TestShop = Object.assign(base, {
    printer,
    zone,
    set: (localTime: string) => {
      clock.ms = localMs(localTime, zone);
      return clock.ms;
    },
    tick: () => {
      clock.ms += 60_000;
      return clock.ms;
    },
    later: (hours: number) => {
      clock.ms += hours * 3_600_000;
      return clock.ms;
    },
    manager,
    cashier,
    pins,
    till: { tillId, code },
    shiftId: newId<ShiftId>(),
    product,
    maker,
    area: (areas(base)[0]?.areaId ?? 0) as AreaId,
    stall: Object.fromEntries(stalls(base).map((stall) => [stall.code, stall.stallId])) as Record<
      StallCode,
      StallId
    >,
  });
  if (limits === "wide") widen(shop);
  open(shop);
  return shop;
}

/** A centre whose cashiers may do nearly everything alone: what is not about approvals needs none. */
function widen(shop: TestShop): void {
  changeSettings(shop, shop.manager, {
    ...settings(shop).settings,
    discountLimitBasisPoints: 10_000,
    refundLimitRupiah: rupiah(1_000_000_000),
    id: newId(),
  });
}

function localMs(localTime: string, zone: Zone): number {
  const ms = Date.parse(`${localTime.replace(" ", "T")}:00${offsets[zone]}`);
  if (Number.isNaN(ms)) throw new RangeError(localTime);
  return ms;
}

/** Opens the till, by the cashier, with the float. */
export function open(shop: TestShop, floatRupiah = FLOAT): ShiftView {
  const opened = openShift(shop, shop.cashier, {
    id: newId<ShiftId>(),
    till: nextStamp(shop),
    floatRupiah: rupiah(floatRupiah),
    openedAtMs: shop.tick(),
  });
  shop.shiftId = opened.id;
  return opened;
}

/** Closes the till with what its drawer should hold, or with another count and its reason: counted first, then closed. */
export function close(shop: TestShop, counted = inDrawer(shop), reason?: string): ShiftView {
  return shop.book.write(() => {
    const { countId } = countDrawer(shop, counted);
    return closeShift(shop, shop.cashier, {
      id: newId(),
      till: nextStamp(shop),
      shiftId: shop.shiftId,
      countId,
      ...(reason === undefined ? {} : { reason }),
      closedAtMs: shop.tick(),
    });
  });
}

/** The manager closes from elsewhere, with what the drawer should hold or another count. */
export function closeAway(shop: TestShop, counted = inDrawer(shop), reason?: string): ShiftView {
  const { countId } = countShift(shop, shop.manager, {
    id: newId(),
    shiftId: shop.shiftId,
    ...inNotes(rupiah(counted)),
    countedAtMs: shop.tick(),
  });
  return closeShift(shop, shop.manager, {
    id: newId(),
    shiftId: shop.shiftId,
    countId,
    absentReason: "Dewi sudah pulang",
    ...(reason === undefined ? {} : { reason }),
    closedAtMs: shop.tick(),
  });
}

/** The cashier counts the drawer, in as few notes as there are. */
export function countDrawer(shop: TestShop, counted = inDrawer(shop)): ShiftCounted {
  return countShift(shop, shop.cashier, {
    id: newId(),
    till: nextStamp(shop),
    shiftId: shop.shiftId,
    ...inNotes(rupiah(counted)),
    countedAtMs: shop.tick(),
  });
}

/** The cashier puts cash into the drawer or takes it out. */
export function moveCash(
  shop: TestShop,
  kind: DrawerMove["kind"],
  amount: number,
  reason = "Uang receh",
): DrawerMoveView {
  return moveDrawer(shop, shop.cashier, {
    id: newId(),
    till: nextStamp(shop),
    shiftId: shop.shiftId,
    kind,
    amountRupiah: rupiah(amount),
    reason,
    movedAtMs: shop.tick(),
  });
}

/** The till's next number, as its own device would give it. */
export function nextStamp(shop: TestShop): { tillId: TillId; seq: number } {
  return { tillId: shop.till.tillId, seq: tillView(shop, shop.till.tillId).lastSeq + 1 };
}

export const inDrawer = (shop: TestShop): number => holds(shop, account.drawer(shop.till.code));

/** The figures of every day with an event. */
export async function allFigures(shop: Shop): Promise<Figures> {
  return (await readFigures(shop, await wholePeriod(shop))).figures;
}

/** Every promise of the audit holds, and every total of the figures is the sum of its parts. To be asked after every scenario. */
export async function cleanBook(shop: Shop): Promise<void> {
  const promises = await shop.book.reader.read("audit", {});
  expect(promises.filter((promise) => promise.broken > 0)).toEqual([]);
  await directorateReport(shop, await wholePeriod(shop)); // asserts its own sums
}
