// Checks that what a till charged adds up: its total, its rounding and its payments.
import { type Rupiah, sum } from "#rules/money";
import { refuse } from "#rules/refusal";
import { ROUNDING_STEPS, type RoundingStep, type SaleCommand, saleTotal } from "#rules/sale";
import { type Came, isAccepted } from "./came.ts";

/**
 * Refuses `parts_do_not_add_up` unless total and rounding are what these dues (net and tax) come to (L5), by the centre's rounding or, where
 * a manager stands for what was charged, by any.
 */
export function checkTotal(
  command: SaleCommand,
  dues: readonly Rupiah[],
  stepNow: RoundingStep,
  came?: Came,
): void {
  const cashless = sum(
    command.payments.filter((payment) => payment.method !== "cash").map((payment) => payment.amountRupiah),
  );
  const paidInCash = command.payments.some((payment) => payment.method === "cash");
  const totalBy = (step: RoundingStep) => saleTotal(dues, cashless, paidInCash ? step : 0);
  const charged = isAccepted(came)
    ? ROUNDING_STEPS.map(totalBy).find((total) => total.roundingRupiah === command.roundingRupiah)
    : undefined;
  const { roundingRupiah, totalRupiah } = charged ?? totalBy(stepNow);
  if (command.roundingRupiah !== roundingRupiah) {
    refuse("parts_do_not_add_up", {
      part: "rounding",
      expected: roundingRupiah,
      got: command.roundingRupiah,
    });
  }
  if (command.totalRupiah !== totalRupiah) {
    refuse("parts_do_not_add_up", { part: "total", expected: totalRupiah, got: command.totalRupiah });
  }
}

/**
 * Refuses payments that differ from the total, too little cash, change from anything but cash, a card or transfer without its reference,
 * and anything but QRIS that waits for its notification.
 */
export function checkPayments(command: SaleCommand): void {
  const paid = sum(command.payments.map((payment) => payment.amountRupiah));
  if (paid !== command.totalRupiah) refuse("payments_do_not_add_up", { paid, total: command.totalRupiah });
  for (const { method, amountRupiah, tenderedRupiah, reference, unconfirmed } of command.payments) {
    if (unconfirmed && method !== "qris") refuse("only_qris_waits");
    if ((method === "edc" || method === "transfer") && reference === undefined) refuse("reference_needed");
    if (tenderedRupiah === undefined) continue;
    if (method !== "cash") refuse("change_only_from_cash");
    if (tenderedRupiah < amountRupiah) refuse("too_little_cash");
  }
}
