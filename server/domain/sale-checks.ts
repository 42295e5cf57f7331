// Checks that what a till charged adds up: its total, its rounding and its payments.
import { type Rupiah, sum } from "#rules/money";
import { refuse } from "#rules/refusal";
import { type RoundingStep, type SaleCommand, saleTotal } from "#rules/sale";

/** Refuses `parts_do_not_add_up` unless total and rounding are what these nets come to (L5). */
export function checkTotal(command: SaleCommand, nets: readonly Rupiah[], step: RoundingStep): void {
  const cashless = sum(
    command.payments.filter((payment) => payment.method !== "cash").map((payment) => payment.amountRupiah),
  );
  const paidInCash = command.payments.some((payment) => payment.method === "cash");
  const { roundingRupiah, totalRupiah } = saleTotal(nets, cashless, paidInCash ? step : 0);
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

/** Refuses payments that differ from the total, too little cash, and change from anything but cash. */
export function checkPayments(command: SaleCommand): void {
  const paid = sum(command.payments.map((payment) => payment.amountRupiah));
  if (paid !== command.totalRupiah) refuse("payments_do_not_add_up", { paid, total: command.totalRupiah });
  for (const { method, amountRupiah, tenderedRupiah } of command.payments) {
    if (tenderedRupiah === undefined) continue;
    if (method !== "cash") refuse("change_only_from_cash");
    if (tenderedRupiah < amountRupiah) refuse("too_little_cash");
  }
}
