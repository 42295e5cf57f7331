// Asks how many people, and why when they are taken off.
import { createEffect, createSignal, on, Show } from "solid-js";
import type { VisitorCategory, VisitsView } from "#rules/visits";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Form } from "../ui/Form.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words.ts";
import { words } from "./words.ts";

export interface Ask {
  act: "add" | "take_off";
  category: VisitorCategory;
  area: VisitsView["areas"][number];
}

const most = 10_000;

export function PeopleDialog(props: {
  ask: Ask | null;
  onClose: () => void;
  onAnswer: (ask: Ask, people: number, reason: string) => void;
}) {
  const w = useWords(words);
  const [people, setPeople] = createSignal("");
  const [reason, setReason] = createSignal("");
  const [tried, setTried] = createSignal(false);
  createEffect(
    on(
      () => props.ask,
      () => {
        setPeople("");
        setReason("");
        setTried(false);
      },
    ),
  );
  const size = () => (/^\d{1,5}$/.test(people().trim()) ? Number(people()) : 0);
  const sizeFits = () => size() >= 1 && size() <= most;
  const reasonFits = () => props.ask?.act !== "take_off" || reason().trim() !== "";
  const answer = async () => {
    setTried(true);
    if (!props.ask || !sizeFits() || !reasonFits()) return false;
    props.onAnswer(props.ask, size(), reason().trim());
    return true;
  };
  const title = () => {
    const { ask } = props;
    if (!ask) return "";
    const of = { category: w()[ask.category].toLowerCase(), area: ask.area.name };
    return ask.act === "add" ? w().groupTitle(of) : w().correctTitle(of);
  };
  return (
    <Dialog
      open={props.ask !== null}
      title={title()}
      onClose={props.onClose}
      actions={
        <>
          <Button size="large" onClick={props.onClose}>
            {w().back}
          </Button>
          <Button size="large" kind="primary" type="submit" form="people">
            {props.ask?.act === "add" ? w().add : w().correct}
          </Button>
        </>
      }
    >
      <Form id="people" label={title()} onSubmit={answer}>
        <TextField
          label={props.ask?.act === "add" ? w().groupSize : w().correctSize}
          value={people()}
          onInput={setPeople}
          maxLength={5}
          inputmode="numeric"
          autofocus
          error={tried() && !sizeFits() ? w().sizeNeeded : undefined}
        />
        <Show when={props.ask?.act === "take_off"}>
          <TextField
            label={w().reason}
            hint={w().reasonHint}
            value={reason()}
            onInput={setReason}
            maxLength={500}
            error={tried() && !reasonFits() ? w().reasonNeeded : undefined}
          />
        </Show>
      </Form>
    </Dialog>
  );
}
