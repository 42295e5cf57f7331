// Asks what money was carried for, from where to where, how much, and with which slip.
import { createEffect, Show } from "solid-js";
import { createStore } from "solid-js/store";
import { type MoneyView, type MoveMoney, moveMoneySchema } from "#rules/centre";
import { formatRupiah, type Rupiah } from "#rules/money";
import { createSubmission } from "../submission.ts";
import { Choice } from "../ui/Choice.tsx";
import { Form } from "../ui/Form.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { MoneyField } from "../ui/MoneyField.tsx";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words.ts";
import { needsReference, type Place, PURPOSES, type Purpose, waysOf } from "./moves.ts";
import { moveMoney } from "./requests.ts";
import { placeName, words } from "./words.ts";

interface MoveDialogProps {
  open: boolean;
  view: MoneyView | null;
  onClose: () => void;
  onMoved: (view: MoneyView, move: Pick<MoveMoney, "id" | "from" | "to" | "amountRupiah">) => void;
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
    purpose: "bank" as Purpose,
    from: "safe" as Place,
    to: "bank" as Place,
    amountRupiah: null as Rupiah | null,
    reason: "",
    reference: "",
  });
  const move = createSubmission({
    schema: moveMoneySchema,
    send: async (body) => ({ view: await moveMoney(body), body }),
    onDone: ({ view, body }) => props.onMoved(view, body),
    fieldOf: {
      not_enough_money: "amountRupiah",
      same_place_twice: "to",
      reason_needed: "reason",
      reference_needed: "reference",
    },
  });
  createEffect(() => props.onBusy(move.busy()));
  const choose = (purpose: Purpose) => {
    const [from, to] = [waysOf(purpose).from[0] ?? "safe", waysOf(purpose).to[0] ?? "bank"];
    setDraft({ purpose, from, to });
  };
  const holds = (place: Place) => {
    const amount = formatRupiah(props.view?.places.find((one) => one.place === place)?.holdsRupiah ?? 0);
    return place === "tax" ? w().taxNow({ amount }) : w().holdsNow({ amount });
  };
  const hint = (place: Place) => {
    if (place === "outside") return w().outsideHint;
    return place === "treasury" ? undefined : holds(place);
  };
  const options = (places: readonly Place[]) =>
    places.map((value) => ({ value, label: placeName(value, w()) }));
  const referred = () => needsReference(draft.from, draft.to);
  /** Kept for a second try, so that it is the same act. */
  let movedAtMs: number | undefined;
  const submit = () => {
    movedAtMs ??= Date.now();
    return move.submit(() => {
      const { purpose: _purpose, reference, ...rest } = draft;
      return { ...rest, movedAtMs, ...(referred() ? { reference } : {}) };
    });
  };
  return (
    <Form id="move" problem={move.problem()} onSubmit={submit}>
      <Choice
        label={w().purpose}
        shape="rows"
        value={draft.purpose}
        options={PURPOSES.map((value) => ({
          value,
          label: w()[`for_${value}`],
          hint: w()[`for_${value}Hint`],
        }))}
        onChange={choose}
      />
      <Select
        label={w().from}
        hint={hint(draft.from)}
        value={draft.from}
        options={options(waysOf(draft.purpose).from)}
        onChange={(from) => setDraft({ from })}
        error={move.fault("from")}
      />
      <Select
        label={w().to}
        hint={hint(draft.to)}
        value={draft.to}
        options={options(waysOf(draft.purpose).to)}
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
      <Show when={referred()}>
        <TextField
          label={w().reference}
          hint={w().referenceHint}
          value={draft.reference}
          onInput={(reference) => setDraft({ reference })}
          maxLength={120}
          error={move.fault("reference")}
        />
      </Show>
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
