// What follows a refund that was recorded: its paper is asked for, and the till's sums are read again.
import { refundIdSchema } from "#rules/ids";
import type { RefundRecorded } from "#rules/refund";
import { newId } from "../api.ts";
import { useDevice } from "../device.tsx";
import { createPaperJob } from "../paper-jobs.ts";

export function createRefundPaper() {
  const device = useDevice();
  const printing = createPaperJob({
    tillId: () => device.till()?.tillId ?? null,
    printerId: () => device.till()?.printerId ?? null,
  });
  return {
    id: refundIdSchema.parse(newId()),
    printing,
    follow: (answer: RefundRecorded) => {
      const cash = answer.payments.some((payment) => payment.method === "cash" && payment.amountRupiah > 0);
      void printing.ask({ paper: "refund", about: answer.id, opensDrawer: cash });
      return device.refresh();
    },
  };
}
