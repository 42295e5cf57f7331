// Asks for a stall's or a counting place's name, and whether it is still in use.
import { createEffect, createSignal, Show } from "solid-js";
import type { StallView } from "#rules/catalogue";
import { changeAreaSchema, changeStallSchema, newAreaSchema, newStallSchema } from "#rules/centre";
import { createSubmission } from "../submission.ts";
import { Form } from "../ui/Form.tsx";
import { TextField } from "../ui/TextField.tsx";
import { Toggle } from "../ui/Toggle.tsx";
import { useWords } from "../words.ts";
import { type SettingsView, saveArea, saveNewArea, saveNewStall, saveStall } from "./requests.ts";
import { words } from "./words.ts";

export interface NamedFormProps<T> {
  /** Null for a new one. */
  known: T | null;
  onSaved: (name: string) => Promise<void>;
  onBusy: (busy: boolean) => void;
  /** `named` unless told: the key that sends it names it. */
  formId?: string;
}

export function StallForm(props: NamedFormProps<StallView>) {
  const w = useWords(words);
  const [name, setName] = createSignal(props.known?.name ?? "");
  const [code, setCode] = createSignal("");
  const [active, setActive] = createSignal(props.known?.active ?? true);
  const onDone = () => props.onSaved(name().trim());
  const say = (path: string) => (path === "code" && code() !== "" ? w().codeFault : undefined);
  const fresh = createSubmission({
    schema: newStallSchema,
    send: saveNewStall,
    onDone,
    fieldOf: { code_taken: "code" },
    say,
  });
  const change = createSubmission({ schema: changeStallSchema, send: saveStall, onDone });
  const act = () => (props.known ? change : fresh);
  createEffect(() => props.onBusy(act().busy()));
  const submit = () =>
    props.known
      ? change.submit(() => ({ stallId: props.known?.stallId, name: name(), active: active() }))
      : fresh.submit(() => ({ code: code(), name: name() }));
  return (
    <Form id={props.formId ?? "named"} problem={act().problem()} onSubmit={submit}>
      <TextField
        label={w().stallName}
        value={name()}
        onInput={setName}
        maxLength={120}
        autofocus={!props.formId}
        error={act().fault("name")}
      />
      <Show
        when={props.known}
        fallback={
          <TextField
            label={w().stallCode}
            hint={w().stallCodeHint}
            value={code()}
            onInput={(text) => setCode(text.toUpperCase())}
            maxLength={40}
            error={fresh.fault("code")}
          />
        }
      >
        <Toggle label={w().active} hint={w().activeHint} checked={active()} onChange={setActive} />
      </Show>
    </Form>
  );
}

export function AreaForm(props: NamedFormProps<SettingsView["areas"][number]>) {
  const w = useWords(words);
  const [name, setName] = createSignal(props.known?.name ?? "");
  const [active, setActive] = createSignal(props.known?.active ?? true);
  const onDone = () => props.onSaved(name().trim());
  const fresh = createSubmission({
    schema: newAreaSchema,
    send: saveNewArea,
    onDone,
    fieldOf: { code_taken: "name" },
  });
  const change = createSubmission({
    schema: changeAreaSchema,
    send: saveArea,
    onDone,
    fieldOf: { code_taken: "name" },
  });
  const act = () => (props.known ? change : fresh);
  createEffect(() => props.onBusy(act().busy()));
  const submit = () =>
    props.known
      ? change.submit(() => ({ areaId: props.known?.areaId, name: name(), active: active() }))
      : fresh.submit(() => ({ name: name() }));
  return (
    <Form id="named" problem={act().problem()} onSubmit={submit}>
      <TextField
        label={w().areaName}
        value={name()}
        onInput={setName}
        maxLength={120}
        autofocus
        error={act().fault("name")}
      />
      <Show when={props.known}>
        <Toggle label={w().active} hint={w().activeHint} checked={active()} onChange={setActive} />
      </Show>
    </Form>
  );
}
