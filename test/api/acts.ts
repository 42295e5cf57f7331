// One valid request for every writing route, and the same one with another body, so that no route can be forgotten.
import { stalls } from "#domain/products";
import { addStaff } from "#domain/staff";
import { rupiah } from "#rules/money";
import { countDrawer, newId, nextStamp, pins, type TestShop } from "../shop.ts";
import { approval, payOut, payoutCommand, refundCommand, saleCommand, sell } from "../till.ts";
import { paperActs } from "./acts-papers.ts";
import { qrisActs } from "./acts-qris.ts";
import { repairActs } from "./acts-repairs.ts";
import type { Method } from "./asking.ts";

type Body = Record<string, unknown>;

export interface Recipe {
  readonly path: string;
  readonly body: Body;
  /** Another body that would be just as good under an id of its own. */
  readonly other: Body;
}

/** `method path` as the document writes it, and how to ask for it in a shop that is set up. */
export const acts: Readonly<Record<string, (shop: TestShop) => Recipe>> = {
  "post /api/approvals": (shop) => {
    const second = shop.book.write(() =>
      addStaff(shop, { name: "Pak Hadi", roles: ["manager"], pinHash: pinHashOf(shop) }),
    );
    const { staffId } = shop.manager;
    const body = { id: newId(), forId: newId(), mark: "a", staffId, pin: pins.manager };
    return act("/approvals", body, { staffId: second.staffId });
  },
  "post /api/products": (shop) => act("/products", newProduct(shop), { name: "lain" }),
  "put /api/products/{productId}": (shop) => {
    const { sku: _sku, stallId: _stall, ...product } = newProduct(shop);
    const body = { ...product, productId: shop.product.AIR, active: true };
    return act(`/products/${shop.product.AIR}`, body, { priceRupiah: 5_000 });
  },
  "put /api/products/{productId}/photo": (shop) => {
    const body = { id: newId(), productId: shop.product.AIR, type: "image/png", base64: "iVBORw0=" };
    return act(`/products/${shop.product.AIR}/photo`, body, { base64: "iVBORw1=" });
  },
  "post /api/stock/receipts": (shop) => {
    const body = {
      id: newId(),
      productId: shop.product.AIR,
      quantityMilli: 24_000,
      receivedAtMs: shop.now(),
    };
    return act("/stock/receipts", body, { quantityMilli: 25_000 });
  },
  "post /api/tills": () => act("/tills", { id: newId(), name: "Kasir kedua" }, { name: "Kasir lain" }),
  "post /api/tills/{tillId}/resume": (shop) => {
    const { tillId } = shop.till;
    return act(
      `/tills/${tillId}/resume`,
      { id: newId(), tillId, lastSeq: 500, lastReceiptCount: 60 },
      { lastSeq: 501 },
    );
  },
  "post /api/shifts": (shop) => {
    const till = shop.book.write(() => shop.till); // a till of its own, since the first is open
    const body = {
      id: newId(),
      till: { tillId: till.tillId + 1, seq: 1 },
      floatRupiah: 50_000,
      openedAtMs: shop.now(),
    };
    return act("/shifts", body, { floatRupiah: 60_000 });
  },
  "post /api/shifts/{shiftId}/count": (shop) => {
    const body = {
      id: newId(),
      till: nextStamp(shop),
      shiftId: shop.shiftId,
      notes: [{ valueRupiah: 100_000, count: 1 }],
      countedAtMs: shop.tick(),
    };
    return act(`/shifts/${shop.shiftId}/count`, body, { notes: [{ valueRupiah: 50_000, count: 2 }] });
  },
  "post /api/shifts/{shiftId}/close": (shop) => {
    const { countId } = countDrawer(shop, 190_000);
    const body = {
      id: newId(),
      till: nextStamp(shop),
      shiftId: shop.shiftId,
      countId,
      reason: "Salah kembalian",
      absentReason: "Dewi sakit",
      closedAtMs: shop.tick(),
    };
    return act(`/shifts/${shop.shiftId}/close`, body, { reason: "Uang palsu" });
  },
  "post /api/drawer-moves": (shop) => {
    const body = {
      id: newId(),
      till: nextStamp(shop),
      shiftId: shop.shiftId,
      kind: "cash_in",
      amountRupiah: 50_000,
      reason: "Uang receh",
      movedAtMs: shop.tick(),
    };
    return act("/drawer-moves", body, { kind: "top_up" });
  },
  "post /api/sales": (shop) => {
    const body = saleCommand(shop, ["BATIK", { sku: "KOPI", quantity: 2 }], { pay: [["qris", 100_000]] });
    return act("/sales", { ...body }, { soldAtMs: body.soldAtMs + 1 });
  },
  "post /api/refunds": (shop) => {
    const sale = sell(shop, [{ sku: "KOPI", quantity: 3 }]);
    return act("/refunds", { ...refundCommand(shop, sale.id, [[1, 1]]) }, { reason: "damaged" });
  },
  "post /api/visits": (shop) => {
    const body = { id: newId(), areaId: shop.area, category: "anak", count: 7, countedAtMs: shop.now() };
    return act("/visits", body, { count: 8 });
  },
  "post /api/makers": () => {
    const body = {
      id: newId(),
      code: "BARU",
      name: "Orang Baru",
      kind: "person",
      program: "PKH",
      members: [],
    };
    return act("/makers", body, { program: "KUBE" });
  },
  "put /api/makers/{makerId}": (shop) => {
    const { SARI: makerId } = shop.maker;
    const body = { id: newId(), makerId, name: "Sari L.", program: "ATENSI", members: [], active: true };
    return act(`/makers/${makerId}`, body, { active: false });
  },
  "post /api/makers/{makerId}/card": (shop) => {
    const { SARI: makerId } = shop.maker;
    return act(`/makers/${makerId}/card`, { id: newId(), makerId, pin: "4321" }, { pin: "1234" });
  },
  "post /api/payouts": (shop) => {
    sell(shop, ["BATIK"]);
    return act("/payouts", { ...payoutCommand(shop, "SARI", 100_000) }, { amountRupiah: 99_999 });
  },
  "post /api/payouts/{payoutId}/reverse": (shop) => {
    sell(shop, ["BATIK"]);
    const { id: payoutId } = payOut(shop, "SARI", 100_000);
    const body = { id: newId(), payoutId, reason: "Salah orang", reversedAtMs: shop.tick() };
    return act(`/payouts/${payoutId}/reverse`, body, { reason: "Salah jumlah" });
  },
  "put /api/settings": () => {
    const body = {
      id: newId(),
      name: "Sentra Uji",
      place: "Temanggung",
      province: "Jawa Tengah",
      regionCode: "33.23",
      cashRoundingRupiah: 100,
      protectedFloorBasisPoints: 5000,
      refundAfterPayout: "maker",
      receiptFooter: "Terima kasih",
      discountLimitBasisPoints: 500,
      refundLimitRupiah: 50_000,
      lockAfterMinutes: 10,
    };
    return act("/settings", body, { cashRoundingRupiah: 50 });
  },
  "post /api/stalls": () =>
    act("/stalls", { id: newId(), code: "PIJAT", name: "Rumah Pijat" }, { name: "Pijat" }),
  "put /api/stalls/{stallId}": (shop) => {
    const stallId = stalls(shop)[0]?.stallId;
    return act(
      `/stalls/${stallId}`,
      { id: newId(), stallId, name: "Galeri", active: true },
      { active: false },
    );
  },
  "post /api/areas": () => act("/areas", { id: newId(), name: "Taman" }, { name: "Kolam" }),
  "put /api/areas/{areaId}": (shop) => {
    const body = { id: newId(), areaId: shop.area, name: "Pintu depan", active: true };
    return act(`/areas/${shop.area}`, body, { name: "Pintu belakang" });
  },
  "post /api/staff": (shop) => {
    const stallIds = [stalls(shop)[0]?.stallId];
    const body = { id: newId(), name: "Kasir Baru", roles: ["cashier"], stallIds, pin: "246802" };
    return act("/staff", body, { stallIds: [] });
  },
  "put /api/staff/{staffId}": (shop) => {
    const { staffId } = shop.cashier;
    const body = { id: newId(), staffId, name: "Dewi A.", roles: ["cashier"], active: true, pin: "135791" };
    return act(`/staff/${staffId}`, body, { name: "Dewi B." });
  },
  "post /api/money-moves": (shop) => {
    const body = {
      id: newId(),
      from: "safe",
      to: "bank",
      amountRupiah: 1_000_000,
      movedAtMs: shop.now(),
      reason: "Setor",
      reference: "0012345",
    };
    return act("/money-moves", body, { amountRupiah: 2_000_000 });
  },
  ...paperActs,
  ...qrisActs,
  ...repairActs,
};

/** Writing routes that record no act of a centre that is open, each with its reason. */
export const noActs: Readonly<Record<string, string>> = {
  "post /api/session": "signing in is kept as a session, and signing in twice is two sessions",
  "post /api/session/offline": "is good for one session, and says so; tried in sign-ins.test.ts",
  "delete /api/session": "signing out twice is being signed out",
  "post /api/my-money/session": "as for staff",
  "delete /api/my-money/session": "as for staff",
  "post /api/displays/pairings": "a code is remembered for ten minutes, not kept; tried in displays.test.ts",
  "post /api/displays": "pairing is kept as a session, and a code is good for one screen",
  "delete /api/displays/session": "unpairing twice is being unpaired",
  "post /api/displays/show": "passed on, and not kept",
  "post /api/tills/{tillId}/acts": "each of the acts in it is one; tried in till-acts.test.ts",
  "post /api/refunds/preview": "saves nothing",
  "post /api/payouts/preview": "saves nothing",
  "post /api/training/sales": "saves nothing; tried in training.test.ts",
  "post /api/setup": "needs an empty book; tried in setup.test.ts",
  "post /api/setup/practice": "needs an empty book; tried in setup.test.ts",
  "post /api/setup/manager": "needs a book without a manager; tried in setup.test.ts",
  "post /api/setup/end-practice": "needs a practice book; tried in setup.test.ts",
};

function act(path: string, body: Body, changed: Body): Recipe {
  return { path, body, other: { ...body, ...changed } };
}

function newProduct(shop: TestShop) {
  return {
    id: newId(),
    sku: "SAPU",
    name: "Sapu lidi",
    category: "Kerajinan",
    stallId: stalls(shop)[0]?.stallId,
    unit: "buah",
    priceRupiah: rupiah(20_000),
    unitCostRupiah: rupiah(2_000),
    countsAsPiece: true,
    stockTracked: true,
    shares: [
      { recipient: { to: "maker", makerId: shop.maker.BUDI }, rule: { kind: "percent", basisPoints: 7500 } },
    ],
  };
}

function pinHashOf(shop: TestShop): string {
  const row = shop.manager as { pinHash?: string | null };
  return row.pinHash ?? "";
}

export const methodOf = (route: string): Method => route.split(" ")[0]?.toUpperCase() as Method;
export { approval };
