// QRIS payments whose notification nobody had seen at the sale: which still wait, and that one has come after all.
import { qrisPaymentQueries } from "#db/queries/qris-payments";
import { businessDay } from "#rules/business-day";
import { account, balance, move } from "#rules/entry";
import type { SaleId } from "#rules/ids";
import type { ConfirmQris, Unconfirmed } from "#rules/qris-codes";
import { refuse } from "#rules/refusal";
import { perform } from "./acts.ts";
import { post } from "./journal.ts";
import { centreOf, type Shop, type Who } from "./shop.ts";

/** Every payment that waits, the oldest first. */
export function unconfirmedPayments(shop: Shop): Unconfirmed[] {
  return shop.book
    .statements(qrisPaymentQueries)
    .waiting.all()
    .map((row) => ({ ...row, saleId: row.saleId as SaleId }));
}

/**
 * Says that the merchant's notification was seen: the money stands among the confirmed from then on, and who said so is kept. Refuses
 * `nothing_to_confirm` where the payment was confirmed already, was voided, or never waited.
 */
export function confirmQris(
  shop: Shop,
  who: Who,
  command: ConfirmQris,
): { saleId: SaleId; position: number } {
  const { id, saleId, position, confirmedAtMs, note } = command;
  return perform(shop, { kind: "qris_confirmed", command, who, atMs: confirmedAtMs, note }, () => {
    const payments = shop.book.statements(qrisPaymentQueries);
    const { amountRupiah, receiptNumber } =
      payments.waits.get({ saleId, position }) ?? refuse("nothing_to_confirm");
    const day = businessDay(confirmedAtMs, centreOf(shop).timeZone);
    // From here it must succeed.
    payments.confirm({ id, saleId, position, confirmedAtMs, businessDay: day, confirmedBy: who.staffId });
    post(
      shop,
      { eventId: id, kind: "qris_confirmed", businessDay: day, atMs: confirmedAtMs },
      balance(move(amountRupiah, account.qrisUnconfirmed, account.qris)),
    );
    return {
      facts: { receipt: receiptNumber, payment: position, rupiah: amountRupiah, day },
      answer: () => ({ saleId, position }),
    };
  });
}
