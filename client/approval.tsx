// A manager's approval on the spot: a name, a PIN, and an explicit yes, also when the manager is the one signed in.
import ShieldCheck from "lucide-solid/icons/shield-check";
import { createSignal, Show } from "solid-js";
import { z } from "zod";
import { may } from "#rules/permissions";
import { answerOf, api, newId, sentenceOf } from "../api.ts";
import { useSession } from "../session.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PinField } from "../ui/PinField.tsx";
import { Select } from "../ui/Select.tsx";
import { dictionary, useWords } from "../words.ts";

const words = dictionary({
  id: {
    title: "Persetujuan manajer",
    who: "Manajer",
    choose: "Pilih nama",
    pin: "PIN manajer",
    hint: "4 sampai 8 angka",
    approve: "Setujui",
    leave: "Kembali",
    none: "Tidak ada manajer di daftar petugas.",
  },
  en: {
    title: "A manager's approval",
    who: "Manager",
    choose: "Choose a name",
    pin: "The manager's PIN",
    hint: "4 to 8 digits",
    approve: "Approve",
    leave: "Go back",
    none: "There is no manager in the list of staff.",
  },
});

interface ApprovalProps {
  /** What is being approved, in a sentence. */
  why: string;
  onApproved: (approvalId: string) => void;
  onClose: () => void;
}

export function ApprovalDialog(props: ApprovalProps & { open: boolean }) {
  return (
    <Show when={props.open}>
      <Asking why={props.why} onApproved={props.onApproved} onClose={props.onClose} />
    </Show>
  );
}

const approvedSchema = z.object({ id: z.string() });

function Asking(props: ApprovalProps) {
  const w = useWords(words);
  const { session, person } = useSession();
  const managers = () => session()?.staff.filter((colleague) => may(colleague.roles, "approve")) ?? [];
  const first = managers().find((one) => one.staffId === person()?.staffId) ?? managers()[0];
  const [staffId, setStaffId] = createSignal(first ? String(first.staffId) : "");
  const [pin, setPin] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<unknown>(null);
  const approve = async () => {
    const manager = managers().find((one) => String(one.staffId) === staffId());
    if (!manager || busy() || pin().length < 4) return;
    setBusy(true);
    setProblem(null);
    try {
      const json = { id: newId(), staffId: manager.staffId, pin: pin() };
      const { id } = await answerOf(approvedSchema, api.approvals.$post({ json }));
      props.onApproved(id);
    } catch (error) {
      setProblem(() => error);
      setPin("");
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      size="wide"
      title={w().title}
      onClose={props.onClose}
      actions={
        <>
          <Button size="large" onClick={props.onClose}>
            {w().leave}
          </Button>
          <Button
            size="large"
            kind="primary"
            icon={ShieldCheck}
            type="submit"
            form="approval"
            busy={busy()}
            disabled={pin().length < 4}
          >
            {w().approve}
          </Button>
        </>
      }
    >
      <form
        id="approval"
        class="approval"
        onSubmit={(event) => {
          event.preventDefault();
          void approve();
        }}
      >
        <div class="stack">
          <Notice tone="attention">{props.why}</Notice>
          <Select
            label={w().who}
            value={staffId()}
            prompt={w().choose}
            options={managers().map((one) => ({ value: String(one.staffId), label: one.name }))}
            onChange={setStaffId}
            error={managers().length === 0 ? w().none : undefined}
          />
        </div>
        <PinField
          label={w().pin}
          hint={w().hint}
          length={8}
          value={pin()}
          onChange={setPin}
          onComplete={() => void approve()}
          error={problem() ? sentenceOf(problem()) : undefined}
          autofocus
        />
      </form>
    </Dialog>
  );
}
