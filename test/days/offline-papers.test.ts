// What a till prints and reckons by itself is what the book says of the same sale: its receipt, its refunds, and what may still come back (N2, R2).
import fc from "fast-check";
import { expect, test } from "vitest";
import { changeSettings, settings } from "#domain/centre";
import { catalogue } from "#domain/products";
import { previewRefund, recordRefund } from "#domain/refunds";
import { saleView } from "#domain/sale-views";
import { recordSale } from "#domain/sales";
import { setTax } from "#domain/taxes";
import { rupiah } from "#rules/money";
import { refundReceipt } from "#rules/paper-refund";
import { saleReceipt } from "#rules/paper-sale";
import type { RefundCommand } from "#rules/refund";
import type { RoundingStep, SaleCommand } from "#rules/sale";
import type { KeptAct } from "../../client/commands.ts";
import { heldRefund, heldSales } from "../../client/till/held-sales.ts";
import { type Issuer, receiptSaleOf } from "../../client/till/offline-receipt.ts";
import { reckonRefund } from "../../client/till/refund-reckoning.ts";
import { newId, type Sku, type TestShop, testShop } from "../shop.ts";
import { refundCommand, saleCommand } from "../till.ts";

const setting = { zone: "Asia/Jakarta", language: "id", practice: false, copy: 0, offline: true } as const;

const cart = fc.uniqueArray(
  fc.record({
    sku: fc.constantFrom<Sku>("BATIK", "KOPI", "LELE", "AIR", "TAS", "KERIPIK", "SABUN", "PIJAT"),
    milli: fc.integer({ min: 1, max: 7_000 }),
    price: fc.integer({ min: 1, max: 300_000 }),
    off: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.5, noNaN: true })),
    note: fc.option(fc.constantFrom("tanpa gula", "pedas")),
  }),
  { selector: (line) => line.sku, minLength: 1, maxLength: 5 },
);
const sold = fc.record({
  cart,
  off: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.5, noNaN: true })),
  by: fc.constantFrom(
    "cash" as const,
    "qris" as const,
    "transfer" as const,
    "edc" as const,
    "waiting" as const,
  ),
  tendered: fc.integer({ min: 0, max: 100_000 }),
  cashless: fc.double({ min: 0, max: 1, noNaN: true }),
});
const back = fc.record({
  parts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }),
  restock: fc.boolean(),
  inCash: fc.boolean(),
  whole: fc.boolean(),
});

const kept = (kind: "sale" | "refund", command: SaleCommand | RefundCommand, memo: unknown, seal?: string) =>
  ({
    id: command.id,
    kind,
    seq: command.till.seq,
    receiptCount: 1,
    signInId: null,
    by: { staffId: 1, name: "Dewi" },
    body: JSON.stringify(command),
    digest: "",
    keptAtMs: 1,
    promised: true,
    memo: JSON.parse(JSON.stringify(memo)),
    outcome: seal === undefined ? null : { is: "accepted", answer: seal },
  }) as unknown as KeptAct;

function issuerAt(shop: TestShop): Issuer {
  const { products, stalls } = catalogue(shop, shop.cashier);
  const { name, place, receiptFooter } = settings(shop).settings;
  const productOf = (id: number) => products.find((one) => one.productId === id) ?? null;
  const stallOf = (id: number) => stalls.find((one) => one.stallId === productOf(id)?.stallId);
  return {
    cashier: shop.manager.name,
    till: "Kasir depan",
    letterhead: { name, place, footer: receiptFooter },
    approvedBy: null,
    productOf,
    stallOf: (id) => stallOf(id)?.name ?? "",
    taxOf: (id) => stallOf(id)?.tax ?? null,
  };
}

function charged(shop: TestShop, given: typeof sold extends fc.Arbitrary<infer S> ? S : never): SaleCommand {
  const lines = given.cart.map(({ sku, milli, price, off, note }) => {
    const gross = Math.round((price * milli) / 1000);
    return {
      sku,
      quantity: milli / 1000,
      price,
      discount: Math.floor(gross * off),
      ...(note === null ? {} : { note }),
    };
  });
  const worth = lines.reduce((all, line) => all + Math.round(line.price * line.quantity) - line.discount, 0);
  const saleDiscount = Math.max(0, Math.floor((worth - lines.length) * given.off));
  const whole = saleCommand(shop, lines, { saleDiscount, pay: given.by });
  const cashless = given.by === "cash" ? 0 : Math.floor(whole.totalRupiah * given.cashless);
  const command =
    cashless === 0 || cashless === whole.totalRupiah || given.by === "cash"
      ? whole
      : saleCommand(shop, lines, { saleDiscount, pay: [[given.by, cashless]] });
  const payments = command.payments.map((payment) =>
    payment.method === "cash"
      ? { ...payment, tenderedRupiah: rupiah(payment.amountRupiah + given.tendered) }
      : payment,
  );
  return { ...command, payments };
}

async function aShop(taxed: boolean, step: RoundingStep): Promise<TestShop> {
  const shop = await testShop();
  changeSettings(shop, shop.manager, {
    ...settings(shop).settings,
    cashRoundingRupiah: step,
    receiptFooter: "Barang boleh ditukar dalam tiga hari.",
    id: newId(),
  });
  if (!taxed) return shop;
  const set = (stall: "KAFE" | "AGRO" | "GALERI", mode: "inclusive" | "exclusive" | "none") =>
    setTax(shop, shop.manager, {
      id: newId(),
      stallId: shop.stall[stall],
      fromMs: shop.tick(),
      name: "Pajak daerah",
      mode,
      rateBasisPoints: 750,
    });
  set("KAFE", "inclusive");
  set("AGRO", "exclusive");
  set("GALERI", "none");
  return shop;
}

test("N2, R2: the device's receipt, its refund's preview and every paper of theirs are the book's own, row by row", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.constantFrom<RoundingStep>(0, 50, 100),
      fc.array(fc.tuple(sold, fc.array(back, { maxLength: 3 })), { minLength: 1, maxLength: 4 }),
      async (taxed, step, sales) => {
        const shop = await aShop(taxed, step);
        const issuer = issuerAt(shop);
        const papers: KeptAct[] = [];
        const heldOf = (saleId: string) => {
          const found = heldSales(papers, shop.zone).find(({ view }) => view.id === saleId);
          if (!found) throw new Error("not held");
          return found;
        };
        const reads = (saleId: string) => {
          // Seals are the book's; who stood for a net below what others take of it, only the server knows.
          const stored = { ...saleView(shop, saleId), seal: "", approvedBy: null };
          const book = { ...stored, refunds: stored.refunds.map((refund) => ({ ...refund, seal: "" })) };
          const { view } = heldOf(saleId);
          expect(saleReceipt(view, setting)).toEqual(saleReceipt(book, setting));
          const { shiftId, businessDay, lines } = view;
          expect({ shiftId, businessDay, lines }).toEqual({
            shiftId: book.shiftId,
            businessDay: book.businessDay,
            lines: book.lines,
          });
        };
        for (const [given, returns] of sales) {
          const command = charged(shop, given);
          const { till: _till, receiptNumber: _number, ...draft } = command;
          // Kept before anything answers.
          papers.push(kept("sale", command, receiptSaleOf(draft, issuer)));
          recordSale(shop, shop.manager, command);
          reads(command.id);
          for (const one of returns) {
            const held = heldOf(command.id);
            const lines = held.view.lines.flatMap(({ lineNo, quantityMilli, refundedMilli }, at) => {
              const left = quantityMilli - refundedMilli;
              const milli = one.whole ? left : Math.floor(left * (one.parts[at] ?? 0));
              return milli > 0 ? [[lineNo, milli / 1000] as const] : [];
            });
            if (lines.length === 0) continue;
            const waits = held.view.payments.some((payment) => payment.unconfirmed);
            if (waits && !one.whole) continue;
            const asked = refundCommand(
              shop,
              command.id,
              lines.map(([no, quantity]) => (one.restock ? [no, quantity] : [no, quantity, "damaged"])),
              waits ? { reason: "mistake" } : { inCash: one.inCash },
            );
            const { till: _t, receiptNumber: _n, ...refundDraft } = asked;
            const { refundLimitRupiah } = settings(shop).settings;
            const reckoned = reckonRefund(held, refundDraft, {
              step,
              refundLimitRupiah,
              cashier: shop.manager.name,
              mayApprove: true,
            });
            expect(reckoned.preview).toEqual(previewRefund(shop, shop.manager, asked));
            papers.push(kept("refund", asked, reckoned.memo));
            recordRefund(shop, shop.manager, asked);
            const book = saleView(shop, command.id).refunds.find(({ id }) => id === asked.id);
            const mine = papers.map(heldRefund).find((refund) => refund?.refund.id === asked.id);
            if (!book || !mine) throw new Error("no refund");
            expect(refundReceipt(mine.of, mine.refund, setting)).toEqual(
              refundReceipt(saleView(shop, command.id), { ...book, seal: "" }, setting),
            );
            reads(command.id);
          }
        }
        await shop.book.close();
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);
