// Says what will be booked of one held act, asks who did it where nobody knows, and books it.
import { createEffect, createSignal, Show } from "solid-js";
import { formatRupiah } from "#rules/money";
import { acceptRepairSchema, type RepairView } from "#rules/repairs";
import { useSession } from "../session.tsx";
import { createSubmission } from "../submission.ts";
import { Form } from "../ui/Form.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { Money } from "../ui/Money.tsx";
import { Notice } from "../ui/Notice.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words.ts";
import { accept } from "./requests.ts";
import { useSaying } from "./saying.ts";
import { settlingWords } from "./settling-words.ts";
import { WhoField } from "./WhoField.tsx";
import { words } from "./words.ts";

interface AcceptDialogProps {
  open: boolean;
  repair: RepairView;
  onClose: () => void;
  onAccepted: () => Promise<void>;
}

export function AcceptDialog(props: AcceptDialogProps) {
  const w = useWords(settlingWords);
  return (
    <FormDialog
      open={props.open}
      title={w().acceptTitle}
      form="accept-repair"
      back={w().cancel}
      send={w().doAccept}
      onClose={props.onClose}
    >
      {(onBusy) => <AcceptForm {...props} onBusy={onBusy} />}
    </FormDialog>
  );
}

function AcceptForm(props: AcceptDialogProps & { onBusy: (busy: boolean) => void }) {
  const w = useWords(settlingWords);
  const of = useWords(words);
  const say = useSaying();
  const { person } = useSession();
  const [doneBy, setDoneBy] = createSignal("");
  const [note, setNote] = createSignal("");
  const [unsaid, setUnsaid] = createSignal(false);
  const act = createSubmission({
    schema: acceptRepairSchema,
    send: accept,
    onDone: () => props.onAccepted(),
    fieldOf: { who_is_needed: "doneBy" },
  });
  createEffect(() => props.onBusy(act.busy()));
  const submit = async () => {
    setUnsaid(props.repair.asksWho && doneBy() === "");
    if (unsaid()) return false;
    return await act.submit(() => ({
      repairId: props.repair.repairId,
      ...(props.repair.asksWho ? { doneBy: Number(doneBy()) } : {}),
      ...(note().trim() === "" ? {} : { note: note() }),
    }));
  };
  return (
    <Form id="accept-repair" problem={act.problem()} onSubmit={submit}>
      <div class="repair-booked">
        <p>{say.what(props.repair)}</p>
        <Show when={props.repair.totalRupiah !== null}>
          <p>
            <Money amount={props.repair.totalRupiah ?? 0} size={32} />
          </p>
        </Show>
        <p class="quiet">{say.line(props.repair)}</p>
        <Show when={props.repair.payments.length > 0}>
          <p class="quiet">
            {props.repair.payments
              .map(({ method, amountRupiah }) => {
                const word: unknown = of()[method as "cash"];
                return `${typeof word === "string" ? word : method} ${formatRupiah(amountRupiah)}`;
              })
              .join(" · ")}
          </p>
        </Show>
      </div>
      <dl class="repair-facts">
        <Show when={!props.repair.asksWho}>
          <dt>{w().onBehalf}</dt>
          <dd>{props.repair.by ?? props.repair.sentBy}</dd>
        </Show>
        <dt>{w().approvedBy}</dt>
        <dd>{w().you({ name: person()?.name ?? "" })}</dd>
      </dl>
      <Show when={props.repair.newNumber}>
        <Notice tone="attention">
          <p>{w().newNumber}</p>
        </Notice>
      </Show>
      <Show when={props.repair.asksWho}>
        <WhoField
          hint={w().whoHint}
          value={doneBy()}
          onChange={setDoneBy}
          missing={unsaid()}
          error={act.fault("doneBy")}
        />
      </Show>
      <TextField
        label={w().note}
        hint={w().noteHint}
        value={note()}
        onInput={setNote}
        maxLength={500}
        error={act.fault("note")}
      />
    </Form>
  );
}
