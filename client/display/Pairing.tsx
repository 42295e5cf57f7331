// Asks for the code that a till shows, and becomes that till's second screen.
import MonitorSmartphone from "lucide-solid/icons/monitor-smartphone";
import { createSignal } from "solid-js";
import { pairingCodeSchema } from "#rules/display";
import { refusalSentence } from "#rules/refusal";
import { sentenceOf } from "../api.ts";
import { Button } from "../ui/Button.tsx";
import { Form } from "../ui/Form.tsx";
import { LanguageSwitch } from "../ui/LanguageSwitch.tsx";
import { TextField } from "../ui/TextField.tsx";
import { language, useWords } from "../words.ts";
import { words } from "./words.ts";

export function Pairing(props: { pair: (code: string) => Promise<void> }) {
  const w = useWords(words);
  const [code, setCode] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<(() => string) | null>(null);
  const pair = async () => {
    if (busy()) return true;
    const read = pairingCodeSchema.safeParse(code().replaceAll(/\s/g, ""));
    if (!read.success) {
      setProblem(() => () => refusalSentence("pairing_code_wrong", {}, language()));
      return false;
    }
    setBusy(true);
    setProblem(null);
    try {
      await props.pair(read.data);
      return true;
    } catch (thrown) {
      setProblem(() => () => sentenceOf(thrown));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="display-pairing">
      <h1>{w().pairTitle}</h1>
      <p class="pairing-sentence">{w().pairSentence}</p>
      <Form onSubmit={pair} label={w().pairTitle}>
        <TextField
          label={w().code}
          hint={w().codeHint}
          inputmode="numeric"
          value={code()}
          onInput={(text) => {
            setCode(text);
            setProblem(null);
          }}
          maxLength={12}
          autofocus
          error={problem()?.()}
        />
        <Button type="submit" kind="primary" size="huge" wide icon={MonitorSmartphone} busy={busy()}>
          {w().pair}
        </Button>
      </Form>
      <LanguageSwitch />
    </div>
  );
}
