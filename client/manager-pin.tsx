// A manager's name and PIN, typed where somebody else works: the form that approves an act, and the one that lets a till be left.
import { createSignal, type JSX } from "solid-js";
import { PinField } from "./ui/PinField.tsx";
import { Select } from "./ui/Select.tsx";
import { type Colleague, longestPin, shortestPin } from "./who-is-here.tsx";
import { dictionary, useWords } from "./words.ts";
import "./approval.css";

const words = dictionary({
  id: {
    manager: "Manajer",
    choose: "Pilih manajer",
    pin: "PIN manajer",
    hint: `${shortestPin} sampai ${longestPin} angka`,
  },
  en: {
    manager: "Manager",
    choose: "Choose a manager",
    pin: "The manager's PIN",
    hint: `${shortestPin} to ${longestPin} digits`,
  },
});

/** `first`: who is chosen before anybody has chosen. */
export function createManagerPin(managers: () => readonly Colleague[], first: Colleague | undefined) {
  const [staffId, setStaffId] = createSignal(first ? String(first.staffId) : "");
  const [pin, setPin] = createSignal("");
  return {
    managers,
    staffId,
    setStaffId,
    pin,
    setPin,
    chosen: () => managers().find((one) => String(one.staffId) === staffId()) ?? null,
    tooShort: () => pin().length < shortestPin,
  };
}

/** What is asked beside the PIN stands above the name. `tried`: what is missing is told. */
export function ManagerPinForm(props: {
  id: string;
  of: ReturnType<typeof createManagerPin>;
  onSubmit: () => void;
  tried?: boolean;
  nobody?: string | undefined;
  refused?: string | undefined;
  pinFirst?: boolean;
  children: JSX.Element;
}) {
  const w = useWords(words);
  const unchosen = () => (props.tried && props.of.staffId() === "" ? w().choose : undefined);
  const short = () => (props.tried && props.of.tooShort() ? w().hint : undefined);
  return (
    <form
      id={props.id}
      class="approval"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      <div class="stack">
        {props.children}
        <Select
          label={w().manager}
          value={props.of.staffId()}
          prompt={w().choose}
          options={props.of.managers().map((one) => ({ value: String(one.staffId), label: one.name }))}
          onChange={props.of.setStaffId}
          error={props.nobody ?? unchosen()}
        />
      </div>
      <PinField
        label={w().pin}
        hint={w().hint}
        length={longestPin}
        value={props.of.pin()}
        onChange={props.of.setPin}
        onComplete={props.onSubmit}
        error={props.refused ?? short()}
        autofocus={props.pinFirst}
      />
    </form>
  );
}
