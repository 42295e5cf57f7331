// What a lived-in shop's till did while its server was away: arrivals, what was held and how each was settled, a gap, a till that was left.
import { printPaper } from "#domain/prints";
import { acceptRepair, explainGap, retryRepair, setRepairAside } from "#domain/repairs";
import { setTax } from "#domain/taxes";
import type { SentAct } from "#rules/till-acts";
import { sealed, typed } from "./sealing.ts";
import { newId, type TestShop } from "./shop.ts";
import { rewritten, rowsOf, send, tillQueue } from "./till-queue.ts";

/** The cashier signs in, sells and is sold out of step; the manager brings it all to the server and settles what was held, but for one. */
export async function withoutServer(shop: TestShop): Promise<void> {
  const till = tillQueue(shop);
  const as = typed(shop);
  const { id, staffId, typedAtMs } = as;
  const pin = await sealed(shop, shop.pins.cashier, as, "judge");
  const signIn = till.keep("sign_in", { id, staffId, typedAtMs, sealedPin: pin });
  const bought = till.sale(["BATIK"], { signInId: id });
  const counted = till.visit(3, { signInId: id });
  till.sale(["AIR"], { signInId: id }); // it never arrives
  const taxed = atOldTax(shop, till.sale([{ sku: "KOPI", quantity: 2 }], { signInId: id }));
  const poisoned = ["KERIPIK", "AIR", "TAS"].map((sku) =>
    till.sale([sku as "AIR"], { signInId: newId(), pay: [["qris", 1_000]] }),
  );
  const broken = rewritten(till.sale(["AIR"]), (body: object) => ({ ...body, totalRupiah: 1 }));
  const leaving = { id: newId(), unsent: 9, reason: "Pulang, listrik mati", leftAtMs: shop.tick() };
  const left = till.keep("leave_till", leaving);
  const [accepted, aside] = poisoned as [SentAct, SentAct, SentAct];
  shop.later(2);
  const acts = [signIn, bought, counted, taxed, ...poisoned, broken, left];
  await send(shop, acts, { by: shop.manager, aheadMs: 5 * 60_000 });
  const repairId = (act: SentAct): string =>
    rowsOf<{ id: string }>(shop, `select id from repairs where act_id = '${act.id}'`)[0]?.id ?? "";
  const settled = (act: SentAct) => ({ id: newId(), repairId: repairId(act) });
  acceptRepair(shop, shop.manager, { ...settled(taxed), note: "Pajak baru belum sampai di kasir" });
  acceptRepair(shop, shop.manager, { ...settled(accepted), doneBy: staffId });
  setRepairAside(shop, shop.manager, { ...settled(aside), note: "Uangnya sudah dikembalikan" });
  const late = till.move("cash_in", 5_000);
  const unreadable = { ...late, signInId: newId() };
  await send(shop, [unreadable], { by: shop.manager });
  mend(shop, unreadable.signInId);
  retryRepair(shop, shop.manager, settled(unreadable));
  const [gap] = rowsOf<{ id: string }>(shop, "select id from till_gaps");
  explainGap(shop, shop.manager, { id: newId(), gapId: gap?.id ?? "", note: "Tablet jatuh ke kolam" });
  const wrong = typed(shop);
  const { tillId: _till, ...said } = wrong;
  const guess = { ...said, sealedPin: await sealed(shop, "000000", wrong, "judge") };
  await send(shop, [till.keep("sign_in", guess)]);
  const paper = { paper: "receipt", about: bought.id, tillId: null, to: "screen", language: "id" } as const;
  printPaper(shop, shop.cashier, { id: newId(), ...paper, opensDrawer: false });
}

/** Charged by the tax that the till had last heard of; another is in force by then. */
function atOldTax(shop: TestShop, sale: SentAct): SentAct {
  const tax = { mode: "inclusive", rateBasisPoints: 500, name: "PBJT makanan dan minuman" } as const;
  setTax(shop, shop.manager, { id: newId(), stallId: shop.stall.KAFE, fromMs: shop.tick(), ...tax });
  return rewritten(sale, (body: object) => ({ ...body, soldAtMs: shop.tick() }));
}

/** The sign-in that was missing is heard of after all. */
function mend(shop: TestShop, signInId: string): void {
  shop.book.write(() => {
    rowsOf(
      shop,
      `insert into sign_ins (id, staff_id, at_ms, till_id, proven)
        values ('${signInId}', ${shop.cashier.staffId}, ${shop.now()}, ${shop.till.tillId}, 1) returning id`,
    );
  });
}
