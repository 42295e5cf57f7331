// Gives a maker a card for their own page: they choose a PIN, and the card with its code is printed.
import { createSignal, Show } from "solid-js";
import { makerCardSchema } from "#rules/makers";
import type { MakerRow } from "#rules/statement";
import { useCentre, useSession } from "../session.tsx";
import { createSubmission } from "../submission.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Form } from "../ui/Form.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Paper } from "../ui/Paper.tsx";
import { PrintButton } from "../ui/printing.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words.ts";
import { giveCard } from "./requests.ts";
import { words } from "./words.ts";

export function CardDialog(props: { open: boolean; maker: MakerRow; onClose: () => void }) {
  const w = useWords(words);
  const [code, setCode] = createSignal<string | null>(null);
  const close = () => {
    setCode(null);
    props.onClose();
  };
  let sheet: HTMLElement | undefined;
  return (
    <Dialog
      open={props.open}
      title={w().cardTitle({ name: props.maker.name })}
      onClose={close}
      actions={
        <Show
          when={code()}
          fallback={
            <>
              <Button size="large" onClick={close}>
                {w().backKey}
              </Button>
              <Button size="large" kind="primary" type="submit" form="card">
                {w().makeCard}
              </Button>
            </>
          }
        >
          <Button size="large" onClick={close}>
            {w().done}
          </Button>
          <PrintButton size="large" kind="primary" paper="a4" sheet={() => sheet}>
            {w().printCard}
          </PrintButton>
        </Show>
      }
    >
      <Show when={code()} fallback={<PinForm maker={props.maker} onCode={setCode} />}>
        {(given) => (
          <>
            <Notice tone="done" live>
              <p>{w().cardReady}</p>
            </Notice>
            <CardFace code={given()} />
            <div hidden>
              <CardSheet maker={props.maker} code={given()} ref={(element) => (sheet = element)} />
            </div>
          </>
        )}
      </Show>
    </Dialog>
  );
}

function PinForm(props: { maker: MakerRow; onCode: (code: string) => void }) {
  const w = useWords(words);
  const [pin, setPin] = createSignal("");
  const [again, setAgain] = createSignal("");
  const [differ, setDiffer] = createSignal(false);
  const card = createSubmission({
    schema: makerCardSchema,
    send: giveCard,
    onDone: (answer) => props.onCode(answer.cardCode),
    say: () => w().pinFault,
  });
  const submit = async () => {
    setDiffer(pin() !== again());
    return differ() ? false : await card.submit(() => ({ makerId: props.maker.makerId, pin: pin() }));
  };
  return (
    <Form id="card" problem={card.problem()} onSubmit={submit}>
      <p>{w().cardSentence}</p>
      <Show when={props.maker.hasCard}>
        <Notice tone="attention">
          <p>{w().cardAgain}</p>
        </Notice>
      </Show>
      <TextField
        label={w().pin}
        type="password"
        inputmode="numeric"
        autocomplete="new-password"
        value={pin()}
        onInput={setPin}
        maxLength={8}
        autofocus
        error={card.fault("pin")}
      />
      <TextField
        label={w().pinAgain}
        type="password"
        inputmode="numeric"
        autocomplete="new-password"
        value={again()}
        onInput={setAgain}
        maxLength={8}
        error={differ() ? w().pinsDiffer : undefined}
      />
    </Form>
  );
}

function CardSheet(props: { maker: MakerRow; code: string; ref: (element: HTMLElement) => void }) {
  const w = useWords(words);
  const centre = useCentre();
  const { session } = useSession();
  return (
    <Paper
      ref={props.ref}
      from={centre().name}
      fromLine={w().myMoney}
      practice={session()?.practice}
      title={props.maker.name}
      line={props.maker.code}
      foot={<p>{w().cardSecret}</p>}
    >
      <CardFace code={props.code} />
    </Paper>
  );
}

function CardFace(props: { code: string }) {
  const w = useWords(words);
  return (
    <div class="maker-card">
      <p>{w().cardCode}</p>
      <p class="maker-card-code">{inGroups(props.code)}</p>
      <p>{w().cardHow}</p>
      <p>
        <strong>{`${location.host}/uang-saya`}</strong>
      </p>
    </div>
  );
}

/** `CDMF R277`: two groups of four are easier to copy. */
function inGroups(code: string): string {
  return [code.slice(0, 4), code.slice(4)].join(" ");
}
