// What follows a refund: its paper is asked for, or made here where the server has not answered, and the till's sums are read again.
import { refundIdSchema } from "#rules/ids";
import type { RefundRecorded } from "#rules/refund";
import { newId } from "../api.ts";
import type { KeptAct } from "../commands.ts";
import { useDevice } from "../device.tsx";
import { createPaperJob } from "../paper-jobs.ts";
import type { PapersHere } from "./papers-here.ts";

export function createRefundPaper(papers: PapersHere) {
  const device = useDevice();
  const printing = createPaperJob({
    tillId: () => device.till()?.tillId ?? null,
    printerId: () => device.till()?.printerId ?? null,
    here: papers.prints,
  });
  return {
    id: refundIdSchema.parse(newId()),
    printing,
    follow: (answer: RefundRecorded) => {
      const cash = answer.payments.some((payment) => payment.method === "cash" && payment.amountRupiah > 0);
      void printing.ask({ paper: "refund", about: answer.id, opensDrawer: cash });
      return device.refresh();
    },
    followKept: (act: KeptAct) => {
      const own = papers.printOfRefund(act);
      if (own) printing.showOwn(own);
    },
  };
}
