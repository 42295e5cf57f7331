// Signs a maker in: first the card's code, then the PIN, each on a screen of its own.
import IdCard from "lucide-solid/icons/id-card";
import KeyRound from "lucide-solid/icons/key-round";
import { createSignal, Show } from "solid-js";
import { cardCodeSchema } from "#rules/makers";
import { cardSessionSchema } from "#rules/session";
import { sentenceOf } from "../api.ts";
import { Button } from "../ui/Button.tsx";
import { Form } from "../ui/Form.tsx";
import { Icon } from "../ui/Icon.tsx";
import { LanguageSwitch } from "../ui/LanguageSwitch.tsx";
import { PinField } from "../ui/PinField.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words.ts";
import { signInWithCard } from "./requests.ts";
import { words } from "./words.ts";

const [fewestDigits, mostDigits] = [4, 8];

export function CardSignIn(props: { onSignedIn: () => Promise<void> }) {
  const w = useWords(words);
  const [code, setCode] = createSignal("");
  const [pin, setPin] = createSignal("");
  const [atPin, setAtPin] = createSignal(false);
  const [wrongCode, setWrongCode] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<unknown>(null);
  const goOn = async () => {
    setWrongCode(!cardCodeSchema.safeParse(code()).success);
    if (!wrongCode()) setAtPin(true);
    return !wrongCode();
  };
  const enter = async () => {
    const card = cardSessionSchema.safeParse({ cardCode: code(), pin: pin() });
    if (!card.success || busy()) return false;
    setBusy(true);
    setProblem(null);
    try {
      await signInWithCard(card.data);
      await props.onSignedIn();
      return true;
    } catch (thrown) {
      setPin("");
      setProblem(() => thrown);
      return false;
    } finally {
      setBusy(false);
    }
  };
  // A PIN has four to eight digits: a dot for each that is typed, and at least four.
  const dots = () =>
    Math.min(mostDigits, Math.max(fewestDigits, pin().length + (pin().length < fewestDigits ? 0 : 1)));
  return (
    <Show
      when={atPin()}
      fallback={
        <Form onSubmit={goOn} label={w().codeTitle}>
          <p class="my-picture">
            <Icon is={IdCard} size={72} />
          </p>
          <h1 tabIndex={-1}>{w().codeTitle}</h1>
          <TextField
            label={w().code}
            hint={w().codeHint}
            value={code()}
            onInput={(text) => setCode(text.toUpperCase())}
            maxLength={20}
            autofocus
            error={wrongCode() ? w().codeFault : undefined}
          />
          <Button type="submit" kind="primary" size="huge" wide>
            {w().next}
          </Button>
          <LanguageSwitch />
        </Form>
      }
    >
      <Form onSubmit={enter} label={w().pinTitle}>
        <p class="my-picture">
          <Icon is={KeyRound} size={72} />
        </p>
        <h1 tabIndex={-1}>{w().pinTitle}</h1>
        <PinField
          label={w().pin}
          hideLabel
          length={dots()}
          value={pin()}
          onChange={setPin}
          autofocus
          error={problem() ? sentenceOf(problem()) : undefined}
        />
        <div class="my-keys">
          <Button
            size="huge"
            onClick={() => {
              setPin("");
              setProblem(null);
              setAtPin(false);
            }}
          >
            {w().back}
          </Button>
          <Button
            type="submit"
            kind="primary"
            size="huge"
            busy={busy()}
            disabled={pin().length < fewestDigits}
          >
            {w().signIn}
          </Button>
        </div>
      </Form>
    </Show>
  );
}
