// A payout from first wish to paid: what is filled in, what the server says it would do, and the paying itself.
import { createSignal, untrack } from "solid-js";
import { createStore } from "solid-js/store";
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
  const written = () => {
    const shiftId = draft.source === "drawer" ? (options.shiftId() ?? undefined) : undefined;
    const receiverName = draft.receivedBy === "self" ? undefined : draft.receiverName.trim() || undefined;
    const { of, amountRupiah, source, receivedBy, acknowledgedBy } = draft;
    return {
      makerId: statement.maker.makerId,
      of,
      amountRupiah,
      source,
      receivedBy,
      acknowledgedBy,
      ...(shiftId === undefined ? {} : { shiftId }),
      ...(receiverName === undefined ? {} : { receiverName }),
    };
  };
  /** What was looked at is what is paid, to the letter, also when it is sent a second time. */
  let looked = { ...untrack(written), paidAtMs: 0 };

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
    lookFirst: async () => {
      const { paidAtMs: before, ...same } = looked;
      const paidAtMs =
        before > 0 && JSON.stringify(same) === JSON.stringify(written()) ? before : options.nowMs();
      looked = { ...written(), paidAtMs };
      return await look.submit(() => ({ ...written(), paidAtMs }));
    },
    payNow: () => pay.submit(() => looked),
    changeIt: () => {
      setPreview(null);
      pay.clear();
    },
  };
}

export type Payment = ReturnType<typeof createPayment>;
