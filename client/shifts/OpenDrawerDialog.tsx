// Opens the drawer without a sale: why, and where a cashier may not alone, with a manager's approval on the spot.
import { createSignal } from "solid-js";
import type { ShiftView } from "#rules/shift";
import { newId, sentenceOf } from "../api.ts";
import { ApprovalDialog, type Asked, askedIn } from "../approval.tsx";
import { shopNow } from "../clock.ts";
import { useDevice } from "../device.tsx";
import { Form } from "../ui/Form.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { dictionary, useWords } from "../words.ts";
import { words } from "./words.ts";

interface OpenDrawerProps {
  open: boolean;
  shift: ShiftView;
  onClose: () => void;
  onOpened: () => void;
}

const own = dictionary({
  id: { needed: "Tulis alasannya." },
  en: { needed: "Write the reason." },
});

export function OpenDrawerDialog(props: OpenDrawerProps) {
  const w = useWords(words);
  return (
    <FormDialog
      open={props.open}
      title={w().openDrawerTitle}
      form="open-drawer"
      back={w().back}
      send={w().openDrawer}
      onClose={props.onClose}
    >
      {(onBusy) => <Asking {...props} onBusy={onBusy} />}
    </FormDialog>
  );
}

function Asking(props: OpenDrawerProps & { onBusy: (busy: boolean) => void }) {
  const w = useWords(words);
  const o = useWords(own);
  const device = useDevice();
  const toasts = useToasts();
  // The same act with and without approval: an approval is for one act and no other.
  const id = newId();
  const openedAtMs = shopNow();
  const [reason, setReason] = createSignal("");
  const [missing, setMissing] = createSignal(false);
  const [problem, setProblem] = createSignal<(() => string) | null>(null);
  const [asked, setAsked] = createSignal<Asked | null>(null);
  const open = async (approvalId?: string): Promise<boolean> => {
    setMissing(reason().trim() === "");
    if (missing()) return false;
    setAsked(null);
    setProblem(null);
    props.onBusy(true);
    const outcome = await device.outbox
      .act("open_drawer", {
        id,
        shiftId: props.shift.id,
        reason: reason().trim(),
        openedAtMs,
        ...(approvalId === undefined ? {} : { approvalId }),
      })
      .finally(() => props.onBusy(false));
    if (outcome.is === "refused" && outcome.refusal.code === "approval_needed") {
      setAsked(askedIn(outcome.refusal));
      return true;
    }
    if (outcome.is === "refused") setProblem(() => () => sentenceOf(outcome.refusal));
    if (outcome.is === "behind") setProblem(() => () => w().behind);
    if (outcome.is === "refused" || outcome.is === "behind") return false;
    const sentences = { kept: w().drawerOpenedHere, waiting: w().waiting, accepted: w().drawerOpened };
    toasts.tell({ sentence: sentences[outcome.is] });
    props.onOpened();
    return true;
  };
  return (
    <>
      <Form id="open-drawer" problem={problem()?.()} onSubmit={() => open()}>
        <p>{w().openDrawerHint}</p>
        <TextField
          label={w().reason}
          hint={w().openDrawerWhy}
          value={reason()}
          onInput={setReason}
          maxLength={500}
          autofocus
          error={missing() && reason().trim() === "" ? o().needed : undefined}
        />
      </Form>
      <ApprovalDialog
        forId={id}
        asked={asked()}
        onApproved={(approvalId) => void open(approvalId)}
        onClose={() => setAsked(null)}
      />
    </>
  );
}
