// The frame of giving money back, shared by a void and a return: what it pays out, the manager's word, the record, its paper.
import CloudUpload from "lucide-solid/icons/cloud-upload";
import Contact from "lucide-solid/icons/contact";
import { createSignal, onMount, type ParentProps, Show } from "solid-js";
import { ApprovalDialog } from "../approval.tsx";
import { PaperPanel } from "../PaperPanel.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Icon, type IconShape } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useQuickChange } from "../who-is-here.tsx";
import { dictionary, useWords } from "../words.ts";
import { RefundDone, RefundPays } from "./RefundPays.tsx";
import type { Refunding } from "./refunding.ts";

const words = dictionary({
  id: {
    change: "Ganti kasir",
    leave: "Kembali",
    close: "Selesai",
    kept: "Tersimpan di perangkat ini, belum terkirim. Uangnya boleh diserahkan.",
    waiting:
      "Server belum menjawab. Tunggu jawabannya sebelum menyerahkan uang: perangkat ini menanyakannya lagi dengan sendirinya, dan hasilnya tampil di Penjualan.",
  },
  en: {
    change: "Change cashier",
    leave: "Go back",
    close: "Done",
    kept: "Kept on this device, not sent yet. The money may be handed over.",
    waiting:
      "The server has not answered. Wait for its answer before handing over money: this device asks again by itself, and the outcome appears in Sales.",
  },
});

/** What is to be handed over is read first, however far down the form was. */
function fromItsTop(element: HTMLElement): void {
  onMount(() => element.scrollIntoView({ block: "start" }));
}

export function RefundFrame(
  props: ParentProps<{
    refunding: Refunding;
    title: string;
    verb: string;
    icon: IconShape;
    /** What a person has still to say before it can be sent, in a sentence; null where nothing is missing. */
    missing: string | null;
    /** Its money was never seen to arrive: nothing is handed over. */
    neverCame?: boolean | undefined;
    onClose: () => void;
  }>,
) {
  const w = useWords(words);
  const quick = useQuickChange();
  const act = () => props.refunding.act;
  const [asked, setAsked] = createSignal(false);
  /** Told only once the key was pressed, and gone as soon as it is said. */
  const told = () => (asked() ? props.missing : null);
  const send = () => {
    setAsked(true);
    if (props.missing === null) void act().send();
  };
  const answered = () => {
    const answer = act().done();
    return answer === "waiting" ? null : answer;
  };
  return (
    <>
      <Dialog
        open
        size="wide"
        title={props.title}
        onClose={props.onClose}
        actions={
          <Show
            when={!act().done()}
            fallback={
              <Button size="large" kind="primary" onClick={props.onClose}>
                {w().close}
              </Button>
            }
          >
            {/* What will leave the drawer stands by the key that lets it go. */}
            <div class="refund-foot">
              <Show when={told() ?? act().problem()}>
                {(sentence) => (
                  <Notice
                    tone="danger"
                    live
                    action={
                      <Show when={!told() && act().asksManager()}>
                        <Button icon={Contact} onClick={quick.open}>
                          {w().change}
                        </Button>
                      </Show>
                    }
                  >
                    {sentence()}
                  </Notice>
                )}
              </Show>
              <RefundPays preview={act().preview()} neverCame={props.neverCame} said={act().asksManager()} />
            </div>
            <Button size="large" onClick={props.onClose}>
              {w().leave}
            </Button>
            <Button size="large" kind="primary" icon={props.icon} busy={act().busy()} onClick={send}>
              {props.verb}
            </Button>
          </Show>
        }
      >
        <Show when={act().done()} fallback={props.children}>
          <Show when={answered()} fallback={<Notice tone="attention">{w().waiting}</Notice>}>
            {(answer) => (
              <div class="refund-done" ref={fromItsTop}>
                <RefundDone answer={answer()} neverCame={props.neverCame} />
                <Show when={act().keptHere()}>
                  <p class="kept-here-line quiet" role="status">
                    <Icon is={CloudUpload} />
                    <span>{w().kept}</span>
                  </p>
                </Show>
                <PaperPanel job={props.refunding.printing} />
              </div>
            )}
          </Show>
        </Show>
      </Dialog>
      <ApprovalDialog
        forId={props.refunding.id}
        asked={act().approvalFor()}
        onApproved={(approvalId) => void act().send(approvalId)}
        onClose={act().notApproved}
      />
    </>
  );
}
