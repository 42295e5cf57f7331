// A payout from first wish to paid: what is filled in, what the server says it would do, and the paying itself.
import { createSignal } from "solid-js";
import { createStore } from "solid-js/store";
import type { z } from "zod";
import { type Rupiah, rupiah } from "#rules/money";
import {
  type ACKNOWLEDGEMENTS,
  type PAYOUT_SOURCES,
  type PayoutRecorded,
  payoutCommandSchema,
  type RECEIVERS,
} from "#rules/payout";
import type { RefusalCode } from "#rules/refusal";
import type { PayoutPreview, Statement } from "#rules/statement";
import { createSubmission } from "../submission.ts";
import { payOut, previewPayout } from "./requests.ts";

export interface PaymentDraft {
  of: "proceeds" | "savings";
  amountRupiah: Rupiah | null;
  source: (typeof PAYOUT_SOURCES)[number];
  receivedBy: (typeof RECEIVERS)[number];
  receiverName: string;
  acknowledgedBy: (typeof ACKNOWLEDGEMENTS)[number];
}

const fieldOf: Partial<Record<RefusalCode, string>> = {
  more_than_owed: "amountRupiah",
  amount_too_large: "amountRupiah",
  not_enough_money: "source",
  shift_not_open: "source",
  receiver_needed: "receiverName",
};

export interface PaymentOptions {
  statement: Statement;
  /** The open shift of this device, whose drawer may pay. */
  shiftId: () => string | null;
  nowMs: () => number;
  onPaid: (paid: PayoutRecorded) => void;
}

export function createPayment(options: PaymentOptions) {
  const { statement } = options;
  const most = (of: PaymentDraft["of"]): Rupiah =>
    rupiah(Math.max(0, of === "proceeds" ? statement.payableRupiah : statement.maker.savingsRupiah));
  const first = most("proceeds") > 0 ? "proceeds" : "savings";
  const [draft, setDraft] = createStore<PaymentDraft>({
    of: first,
    amountRupiah: most(first),
    source: "safe",
    receivedBy: "self",
    receiverName: "",
    acknowledgedBy: "signature",
  });
  const [preview, setPreview] = createSignal<PayoutPreview | null>(null);
  /** What was looked at is what is paid, to the letter, also when it is sent a second time. */
  let looked: Omit<z.input<typeof payoutCommandSchema>, "id" | "amountRupiah"> & {
    amountRupiah: Rupiah | null;
  };

  const look = createSubmission({
    schema: payoutCommandSchema,
    send: previewPayout,
    onDone: (told) => void setPreview(told),
    fieldOf,
  });
  const pay = createSubmission({ schema: payoutCommandSchema, send: payOut, onDone: options.onPaid });

  return {
    draft,
    setDraft,
    preview,
    most: () => most(draft.of),
    hasSavings: statement.maker.savingsRupiah > 0,
    chooseWhat: (of: PaymentDraft["of"]) => setDraft({ of, amountRupiah: most(of) }),
    look,
    pay,
    lookFirst: () => {
      const shiftId = draft.source === "drawer" ? (options.shiftId() ?? undefined) : undefined;
      const receiverName = draft.receivedBy === "self" ? undefined : draft.receiverName.trim() || undefined;
      const { of, amountRupiah, source, receivedBy, acknowledgedBy } = draft;
      const { makerId } = statement.maker;
      looked = {
        makerId,
        of,
        amountRupiah,
        source,
        receivedBy,
        acknowledgedBy,
        paidAtMs: options.nowMs(),
        ...(shiftId === undefined ? {} : { shiftId }),
        ...(receiverName === undefined ? {} : { receiverName }),
      };
      return look.submit(looked);
    },
    payNow: () => pay.submit(looked),
    changeIt: () => {
      setPreview(null);
      pay.clear();
    },
  };
}

export type Payment = ReturnType<typeof createPayment>;
