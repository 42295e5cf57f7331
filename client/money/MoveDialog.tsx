// Asks from where to where money was carried, how much, and why.
import { createEffect } from "solid-js";
import { createStore } from "solid-js/store";
import { MONEY_PLACES, type MoneyView, type MoveMoney, moveMoneySchema } from "#rules/centre";
import { formatRupiah, type Rupiah } from "#rules/money";
import { createSubmission } from "../submission.ts";
import { Form } from "../ui/Form.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { MoneyField } from "../ui/MoneyField.tsx";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words.ts";
import { moveMoney } from "./requests.ts";
import { placeName, words } from "./words.ts";

type Place = (typeof MONEY_PLACES)[number];
interface MoveDialogProps {
  open: boolean;
  view: MoneyView | null;
  onClose: () => void;
  onMoved: (view: MoneyView, move: Pick<MoveMoney, "from" | "to" | "amountRupiah">) => void;
}

export function MoveDialog(props: MoveDialogProps) {
  const w = useWords(words);
  return (
    <FormDialog
      open={props.open}
      title={w().moveTitle}
      form="move"
      back={w().back}
      send={w().save}
      onClose={props.onClose}
    >
      {(onBusy) => <MoveForm {...props} onBusy={onBusy} />}
    </FormDialog>
  );
}

function MoveForm(props: MoveDialogProps & { onBusy: (busy: boolean) => void }) {
  const w = useWords(words);
  const [draft, setDraft] = createStore({
    from: "safe" as Place,
    to: "bank" as Place,
    amountRupiah: null as Rupiah | null,
    reason: "",
  });
  const move = createSubmission({
    schema: moveMoneySchema,
    send: async (body) => ({ view: await moveMoney(body), body }),
    onDone: ({ view, body }) => props.onMoved(view, body),
    fieldOf: { not_enough_money: "amountRupiah", same_place_twice: "to", reason_needed: "reason" },
  });
  createEffect(() => props.onBusy(move.busy()));
  const hint = (place: Place) => {
    if (place === "outside") return w().outsideHint;
    const holds = props.view?.places.find((one) => one.place === place)?.holdsRupiah ?? 0;
    return w().holdsNow({ amount: formatRupiah(holds) });
  };
  const options = () => MONEY_PLACES.map((value) => ({ value, label: placeName(value, w()) }));
  /** Kept for a second try, so that it is the same act. */
  let movedAtMs: number | undefined;
  const submit = () => {
    movedAtMs ??= Date.now();
    return move.submit(() => ({ ...draft, movedAtMs }));
  };
  return (
    <Form id="move" problem={move.problem()} onSubmit={submit}>
      <Select
        label={w().from}
        hint={hint(draft.from)}
        value={draft.from}
        options={options()}
        onChange={(from) => setDraft({ from })}
        error={move.fault("from")}
      />
      <Select
        label={w().to}
        hint={hint(draft.to)}
        value={draft.to}
        options={options()}
        onChange={(to) => setDraft({ to })}
        error={move.fault("to")}
      />
      <MoneyField
        label={w().amount}
        size="large"
        value={draft.amountRupiah}
        onChange={(amountRupiah) => setDraft({ amountRupiah })}
        error={move.fault("amountRupiah")}
      />
      <TextField
        label={w().reason}
        hint={w().reasonHint}
        value={draft.reason}
        onInput={(reason) => setDraft({ reason })}
        maxLength={500}
        error={move.fault("reason")}
      />
    </Form>
  );
}
