// A tablet of its own at the practice shop, whose queue is sent as a device would send it: some of it is refused and held.
import { createHash, randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { receiptNumber } from "#rules/receipt";
import type { SentAct, TillActKind } from "#rules/till-acts";

const MINUTE = 60_000;

export interface Tablet {
  readonly tillId: number;
  readonly code: string;
  /** A cup of coffee, paid in cash; under another sign-in, or otherwise than it should be. */
  sale(how?: { signInId?: string; price?: number; productId?: number }): SentAct;
  /** Somebody said who they are, and the PIN was not theirs; answers the id that their acts name. */
  wrongPin(staffId: number): Promise<string>;
  /** Any act, with the till's next numbers. */
  keep(kind: TillActKind, body: object, signInId?: string): SentAct;
  /** Numbers that are counted and never sent. */
  lose(acts: number, papers: number): void;
  /** Sends what was kept, in the order of its numbers; answers what became of each. */
  send(acts: readonly SentAct[], aheadMinutes?: number): Promise<string[]>;
  readonly shiftId: string;
}

/** A second till, registered and opened by the manager who is signed in on this page. */
export async function aTablet(page: Page, url: string, name = "Tablet taman"): Promise<Tablet> {
  const ask = async (path: string) => (await page.request.get(`${url}/api/${path}`)).json();
  const post = async (path: string, data: object): Promise<unknown> => {
    const answer = await page.request.post(`${url}/api/${path}`, { data });
    expect([path, answer.status(), await answer.text()]).toEqual([path, 200, expect.anything()]);
    return await answer.json();
  };
  const added = await post("tills", { id: randomUUID(), name });
  const { tillId, code } = added as { tillId: number; code: string };
  const { products } = (await ask("products")) as { products: { productId: number; name: string }[] };
  const coffee = products.find((product) => product.name === "Kopi Tubruk Temanggung")?.productId ?? 0;
  const next = { seq: 1, receipt: 1 };
  const shiftId = randomUUID();
  const tablet: Tablet = {
    tillId,
    code,
    shiftId,
    sale({ signInId, price = 10_000, productId = coffee } = {}) {
      const line = { productId, quantityMilli: 1000, unitPriceRupiah: price };
      const body = {
        id: randomUUID(),
        shiftId,
        soldAtMs: Date.now() - 5 * MINUTE + next.seq * 1000,
        lines: [{ ...line, discountRupiah: 0, netRupiah: price }],
        saleDiscountRupiah: 0,
        roundingRupiah: 0,
        totalRupiah: price,
        payments: [{ method: "cash", amountRupiah: price, tenderedRupiah: price }],
      };
      return tablet.keep("sale", body, signInId);
    },
    async wrongPin(staffId) {
      const id = randomUUID();
      const act = { id, staffId, typedAtMs: Date.now() - 6 * MINUTE, sealedPin: "sealed for nobody" };
      await tablet.send([tablet.keep("sign_in", act)]);
      return id;
    },
    keep(kind, draft, signInId) {
      const seq = next.seq;
      next.seq += 1;
      const paper = kind === "sale" || kind === "refund";
      const receiptCount = paper ? next.receipt : null;
      if (paper) next.receipt += 1;
      const number = paper ? { receiptNumber: receiptNumber("KARTINI", code, receiptCount ?? 0) } : {};
      const body = JSON.stringify({ ...draft, till: { tillId, seq }, ...number });
      const digest = createHash("sha256").update(body).digest("hex");
      const { id } = draft as { id: string };
      const keptAtMs = Date.now() - 5 * MINUTE + seq * 1000;
      return {
        id,
        kind,
        seq,
        receiptCount,
        signInId: signInId ?? null,
        body,
        digest,
        keptAtMs,
        promised: true,
      };
    },
    lose(acts, papers) {
      next.seq += acts;
      next.receipt += papers;
    },
    async send(acts, aheadMinutes = 0) {
      const told: string[] = [];
      for (let from = 0; from < acts.length; from += 25) {
        const batch = {
          sentAtMs: Date.now() + aheadMinutes * MINUTE,
          acts: acts.slice(from, from + 25),
        };
        const { results } = (await post(`tills/${tillId}/acts`, batch)) as {
          results: { is: string; code?: string }[];
        };
        told.push(...results.map(({ is, code: why }) => (why ? `${is} ${why}` : is)));
      }
      return told;
    },
  };
  const opening = { id: shiftId, floatRupiah: 100_000, openedAtMs: Date.now() - 10 * MINUTE };
  expect(await tablet.send([tablet.keep("open_shift", opening)])).toEqual(["recorded"]);
  return tablet;
}

/** Something of everything that the repair list shows. */
export async function holdSomeOfAll(page: Page, url: string): Promise<void> {
  const tablet = await aTablet(page, url);
  const person = { name: "Dewi Lestari", roles: ["cashier"], pin: "24680", stallIds: [] };
  const added = await page.request.post(`${url}/api/staff`, { data: { id: randomUUID(), ...person } });
  const { staffId } = (await added.json()) as { staffId: number };
  const dear = tablet.sale({ price: 12_000 });
  const signInId = await tabletSignIn(tablet, dear, staffId);
  const unknown = randomUUID();
  const acts = [
    ...Array.from({ length: 5 }, () => tablet.sale({ signInId })),
    tablet.sale({ productId: 999_999 }),
    tablet.keep(
      "refund",
      {
        id: randomUUID(),
        shiftId: tablet.shiftId,
        saleId: dear.id,
        refundedAtMs: Date.now() - MINUTE,
        reason: "damaged",
        lines: [{ lineNo: 1, quantityMilli: 1000, restock: false }],
        inCash: false,
      },
      unknown,
    ),
    tablet.keep(
      "drawer_move",
      {
        id: randomUUID(),
        shiftId: tablet.shiftId,
        kind: "cash_in",
        amountRupiah: 50_000,
        reason: "Uang receh dari warung sebelah",
        movedAtMs: Date.now() - MINUTE,
      },
      unknown,
    ),
  ];
  const told = await tablet.send(acts, 14);
  expect(told.filter((one) => one.startsWith("held"))).toHaveLength(8);
  tablet.lose(3, 2);
  expect(await tablet.send([tablet.sale()], 14)).toEqual(["recorded"]);
}

/** A sale at an old price goes first, by a clock that is off; then somebody types a wrong PIN. */
async function tabletSignIn(tablet: Tablet, first: SentAct, staffId: number): Promise<string> {
  expect(await tablet.send([first], 14)).toEqual(["recorded"]);
  return await tablet.wrongPin(staffId);
}
