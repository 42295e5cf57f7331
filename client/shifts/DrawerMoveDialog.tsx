// Asks how much went into or came out of the drawer, and why.
import { createEffect, createSignal, Show } from "solid-js";
import { formatRupiah, type Rupiah } from "#rules/money";
import { type DRAWER_MOVES, type DrawerMoveView, drawerMoveSchema, type ShiftView } from "#rules/shift";
import { shopNow } from "../clock.ts";
import { useDevice } from "../device.tsx";
import { createSubmission } from "../submission.ts";
import { Form } from "../ui/Form.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { MoneyField } from "../ui/MoneyField.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { useWords } from "../words.ts";
import { words } from "./words.ts";

export type DrawerMoveKind = (typeof DRAWER_MOVES)[number];

interface DrawerMoveProps {
  kind: DrawerMoveKind | null;
  shift: ShiftView;
  onClose: () => void;
  /** Null while it waits on this till's disk. */
  onMoved: (move: DrawerMoveView | null) => void;
}

export function DrawerMoveDialog(props: DrawerMoveProps) {
  const w = useWords(words);
  return (
    <FormDialog
      open={props.kind !== null}
      title={props.kind ? w()[props.kind] : ""}
      form="drawer-move"
      back={w().back}
      send={w().save}
      onClose={props.onClose}
    >
      {(onBusy) => (
        <Show when={props.kind} keyed>
          {(kind) => <MoveForm {...props} kind={kind} onBusy={onBusy} />}
        </Show>
      )}
    </FormDialog>
  );
}

/** The till's own number is put on by its outbox. */
const draftSchema = drawerMoveSchema.omit({ till: true });

function MoveForm(props: DrawerMoveProps & { kind: DrawerMoveKind; onBusy: (busy: boolean) => void }) {
  const w = useWords(words);
  const device = useDevice();
  const toasts = useToasts();
  const [amountRupiah, setAmount] = createSignal<Rupiah | null>(null);
  const [reason, setReason] = createSignal("");
  const [behind, setBehind] = createSignal(false);
  const act = createSubmission({
    schema: draftSchema,
    send: async (draft) => {
      setBehind(false);
      const outcome = await device.outbox.act("drawer_move", draft);
      if (outcome.is === "refused") throw outcome.refusal;
      return outcome;
    },
    onDone: (outcome) => {
      if (outcome.is === "behind") return void setBehind(true);
      const said = { what: w()[props.kind], amount: formatRupiah(amountRupiah() ?? 0) };
      const sentences = { kept: w().movedHere(said), waiting: w().waiting, accepted: w().moved(said) };
      toasts.tell({ sentence: sentences[outcome.is] });
      props.onMoved(outcome.is === "accepted" ? outcome.answer : null);
    },
    fieldOf: {
      drawer_too_empty: "amountRupiah",
      not_enough_money: "amountRupiah",
      reason_needed: "reason",
    },
  });
  createEffect(() => props.onBusy(act.busy()));
  /** Kept for a second try, so that it is the same act. */
  let movedAtMs: number | undefined;
  const submit = () => {
    movedAtMs ??= shopNow();
    return act.submit(() => ({
      shiftId: props.shift.id,
      kind: props.kind,
      amountRupiah: amountRupiah(),
      reason: reason(),
      movedAtMs,
    }));
  };
  return (
    <Form id="drawer-move" problem={behind() ? w().behind : act.problem()} onSubmit={submit}>
      <p>{w()[`${props.kind}Hint`]}</p>
      <MoneyField
        label={w().amount}
        size="large"
        value={amountRupiah()}
        onChange={(value) => setAmount(value)}
        autofocus
        error={act.fault("amountRupiah")}
      />
      <TextField
        label={w().reason}
        value={reason()}
        onInput={setReason}
        maxLength={500}
        error={act.fault("reason")}
      />
    </Form>
  );
}
