// A refund: what comes back and why, what it would pay out by the refund's own reckoning, and then the act.
import Undo2 from "lucide-solid/icons/undo-2";
import { createEffect, createSignal, on, onCleanup, Show } from "solid-js";
import { refundIdSchema } from "#rules/ids";
import { REFUND_REASONS, type RefundRecorded } from "#rules/refund";
import { type RefundPreview, refundPreviewSchema, type SaleView } from "#rules/sale-view";
import type { ShiftView } from "#rules/shift";
import { answerOf, api, newId, Refused, sentenceOf } from "../api.ts";
import { useDevice } from "../device.tsx";
import { useAnnounce } from "../ui/announcer.tsx";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Notice } from "../ui/Notice.tsx";
import { TextField } from "../ui/TextField.tsx";
import { Toggle } from "../ui/Toggle.tsx";
import { dictionary, useWords } from "../words.ts";
import { ApprovalDialog } from "./ApprovalDialog.tsx";
import { RefundLines } from "./RefundLines.tsx";
import { RefundDone, RefundPays } from "./RefundPays.tsx";
import { reasonWords } from "./reasons.ts";
import { createRefundForm } from "./refund-form.ts";

const words = dictionary({
  id: {
    title: (of: { number: string }) => `Retur ${of.number}`,
    reason: "Alasan",
    note: "Catatan",
    noteHint: "Boleh kosong",
    inCash: "Kembalikan tunai",
    inCashHint: "Walaupun dibayar dengan cara lain; perlu persetujuan manajer",
    refund: "Kembalikan uang",
    leave: "Batal",
    close: "Selesai",
    done: "Retur tercatat.",
    why: "Retur ini perlu persetujuan manajer.",
    kept: "Retur ini tersimpan di perangkat dan belum terkirim. Perangkat mengirimnya lagi dengan sendirinya; uangnya boleh diserahkan.",
    behind: "Tindakan sebelumnya di kasir ini belum terkirim. Tunggu sampai terkirim, lalu coba lagi.",
  },
  en: {
    title: (of) => `Refund ${of.number}`,
    reason: "Reason",
    note: "Note",
    noteHint: "May stay empty",
    inCash: "Pay back in cash",
    inCashHint: "Whatever it was paid with; needs a manager's approval",
    refund: "Pay back",
    leave: "Cancel",
    close: "Done",
    done: "The refund is recorded.",
    why: "This refund needs a manager's approval.",
    kept: "This refund is kept on this device and not sent yet. The device sends it again by itself; the money may be handed over.",
    behind: "An earlier act of this till is not sent yet. Wait until it is, then try again.",
  },
});

/** The preview waits until the typing rests. */
const restMs = 250;

export function RefundDialog(props: {
  sale: SaleView;
  shift: ShiftView;
  onClose: () => void;
  onRefunded: () => Promise<void>;
}) {
  const w = useWords(words);
  const r = useWords(reasonWords);
  const device = useDevice();
  const announce = useAnnounce();
  const store = createRefundForm(props.sale);
  const id = refundIdSchema.parse(newId());
  const [preview, setPreview] = createSignal<RefundPreview | null>(null);
  const [problem, setProblem] = createSignal<string | null>(null);
  const [approvalAsked, setApprovalAsked] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [done, setDone] = createSignal<RefundRecorded | "kept" | null>(null);

  const draft = (approvalId?: string) =>
    store.ready() ? store.draft(id, Date.now(), props.shift.id, approvalId) : null;

  // What the refund would do is asked of the refund itself.
  const ask = async () => {
    const asked = draft();
    if (!asked || done()) return setPreview(null);
    try {
      const json = await device.outbox.asNext("refund", asked);
      if (!json) return setPreview(null);
      setPreview(await answerOf(refundPreviewSchema, api.refunds.preview.$post({ json })));
      setProblem(null);
    } catch (error) {
      setPreview(null);
      // Approval is asked for by the act, not by looking at it.
      if (!(error instanceof Refused && error.code === "approval_needed")) setProblem(sentenceOf(error));
    }
    return undefined;
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  createEffect(
    on(
      () => JSON.stringify(store.form),
      () => {
        clearTimeout(timer);
        timer = setTimeout(() => void ask(), restMs);
      },
    ),
  );
  onCleanup(() => clearTimeout(timer));

  const refund = async (approvalId?: string) => {
    const asked = draft(approvalId);
    if (!asked || busy()) return;
    setBusy(true);
    setProblem(null);
    setApprovalAsked(false);
    const outcome = await device.outbox.act("refund", asked);
    setBusy(false);
    if (outcome.is === "behind") setProblem(w().behind);
    if (outcome.is === "kept") setDone("kept");
    if (outcome.is === "refused") {
      if (outcome.refusal.code === "approval_needed") setApprovalAsked(true);
      else setProblem(sentenceOf(outcome.refusal));
    }
    if (outcome.is === "accepted") {
      void device.outbox.seen(id);
      setDone(outcome.answer);
      announce(w().done);
      await Promise.all([props.onRefunded(), device.refresh()]);
    }
  };
  return (
    <>
      <Dialog
        open
        size="wide"
        title={w().title({ number: props.sale.receiptNumber })}
        onClose={props.onClose}
        actions={
          <Show
            when={!done()}
            fallback={
              <Button size="large" kind="primary" onClick={props.onClose}>
                {w().close}
              </Button>
            }
          >
            {/* What will leave the drawer stands by the key that lets it go. */}
            <div class="refund-foot">
              <Show when={problem()}>
                <Notice tone="danger" live>
                  {problem()}
                </Notice>
              </Show>
              <RefundPays preview={preview()} />
            </div>
            <Button size="large" onClick={props.onClose}>
              {w().leave}
            </Button>
            <Button
              size="large"
              kind="primary"
              icon={Undo2}
              busy={busy()}
              disabled={!store.ready()}
              onClick={() => void refund()}
            >
              {w().refund}
            </Button>
          </Show>
        }
      >
        <Show
          when={done()}
          fallback={
            <div class="refund">
              <RefundLines store={store} />
              <Choice
                label={w().reason}
                shape="keys"
                value={store.form.reason}
                options={REFUND_REASONS.map((value) => ({ value, label: r()[value] }))}
                onChange={store.setReason}
              />
              <TextField
                label={w().note}
                hint={w().noteHint}
                value={store.form.note}
                onInput={(note) => store.set("note", note)}
                maxLength={500}
              />
              <Show when={props.sale.payments.some((payment) => payment.method !== "cash")}>
                <Toggle
                  label={w().inCash}
                  hint={w().inCashHint}
                  checked={store.form.inCash}
                  onChange={(inCash) => store.set("inCash", inCash)}
                />
              </Show>
            </div>
          }
        >
          {(recorded) => {
            const answered = () => {
              const answer = recorded();
              return answer === "kept" ? null : answer;
            };
            return (
              <Show when={answered()} fallback={<Notice tone="attention">{w().kept}</Notice>}>
                {(answer) => <RefundDone answer={answer()} />}
              </Show>
            );
          }}
        </Show>
      </Dialog>
      <ApprovalDialog
        open={approvalAsked()}
        why={w().why}
        onApproved={(approvalId) => void refund(approvalId)}
        onClose={() => setApprovalAsked(false)}
      />
    </>
  );
}
