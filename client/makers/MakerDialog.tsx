// Asks for a new maker, or for what has changed about one.
import UserMinus from "lucide-solid/icons/user-minus";
import { createEffect, For, Show } from "solid-js";
import { createStore } from "solid-js/store";
import { PROGRAMS, type Program } from "#rules/arrangement";
import { changeMakerSchema, MAKER_KINDS, type MakerKind, newMakerSchema } from "#rules/makers";
import type { MakerRow } from "#rules/statement";
import { createSubmission } from "../submission.ts";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Form } from "../ui/Form.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";
import { Toggle } from "../ui/Toggle.tsx";
import { useWords } from "../words.ts";
import { saveMaker, saveNewMaker } from "./requests.ts";
import { suggestedCode } from "./roll.ts";
import { words } from "./words.ts";

interface MakerDialogProps {
  open: boolean;
  /** Null for a new one. */
  maker: MakerRow | null;
  makers: readonly MakerRow[];
  onClose: () => void;
  onSaved: (makerId: number, name: string) => void;
}

export function MakerDialog(props: MakerDialogProps) {
  const w = useWords(words);
  return (
    <FormDialog
      open={props.open}
      title={props.maker ? w().changeTitle({ name: props.maker.name }) : w().newTitle}
      form="maker"
      back={w().backKey}
      send={w().save}
      onClose={props.onClose}
    >
      {(onBusy) => <MakerForm {...props} onBusy={onBusy} />}
    </FormDialog>
  );
}

function MakerForm(props: MakerDialogProps & { onBusy: (busy: boolean) => void }) {
  const w = useWords(words);
  const codes = () => props.makers.map((maker) => maker.code);
  const [draft, setDraft] = createStore({
    kind: props.maker?.kind ?? ("person" as MakerKind),
    name: props.maker?.name ?? "",
    code: props.maker?.code ?? suggestedCode("person", codes()),
    program: (props.maker?.program ?? (props.maker ? "" : "ATENSI")) as Program | "",
    members: (props.maker?.members ?? []).map(({ makerId, weight }) => ({
      makerId: Number(makerId),
      weight: String(weight),
    })),
    active: props.maker?.active ?? true,
  });
  const saved = (answer: { makerId: number }) => props.onSaved(answer.makerId, draft.name.trim());
  const say = (path: string) =>
    path === "code" && draft.code.trim() !== ""
      ? w().codeFault
      : path === "members"
        ? w().noMembers
        : undefined;
  const fresh = createSubmission({
    schema: newMakerSchema,
    send: saveNewMaker,
    onDone: saved,
    fieldOf: { code_taken: "code", group_needs_members: "members" },
    say,
  });
  const change = createSubmission({
    schema: changeMakerSchema,
    send: saveMaker,
    onDone: saved,
    fieldOf: { group_needs_members: "members" },
    say,
  });
  const act = () => (props.maker ? change : fresh);
  createEffect(() => props.onBusy(act().busy()));

  const chooseKind = (kind: MakerKind) => {
    const untouched = draft.code === suggestedCode(draft.kind, codes());
    setDraft({ kind, ...(untouched ? { code: suggestedCode(kind, codes()) } : {}) });
    if (kind === "vendor") setDraft("program", "");
    if (kind === "group") setDraft({ program: "KUBE" });
  };
  const fields = () => ({
    name: draft.name,
    program: draft.program === "" ? null : draft.program,
    members: (draft.kind === "group" ? draft.members : []).map(({ makerId, weight }) => ({
      makerId,
      weight: wholeNumber(weight),
    })),
  });
  const submit = () => {
    const { maker } = props;
    return maker
      ? change.submit(() => ({ ...fields(), makerId: maker.makerId, active: draft.active }))
      : fresh.submit(() => ({ ...fields(), kind: draft.kind, code: draft.code.trim().toUpperCase() }));
  };

  return (
    <Form id="maker" problem={act().problem()} onSubmit={submit}>
      <Show when={!props.maker}>
        <Choice
          label={w().kind}
          shape="rows"
          value={draft.kind}
          options={MAKER_KINDS.map((kind) => ({ value: kind, label: w()[kind], hint: w()[`${kind}Hint`] }))}
          onChange={chooseKind}
        />
      </Show>
      <TextField
        label={w().name}
        hint={w().nameHint}
        value={draft.name}
        onInput={(name) => setDraft({ name })}
        maxLength={120}
        autofocus
        error={act().fault("name")}
      />
      <Show when={!props.maker}>
        <TextField
          label={w().code}
          hint={w().codeHint}
          value={draft.code}
          onInput={(code) => setDraft({ code })}
          maxLength={40}
          error={fresh.fault("code")}
        />
      </Show>
      <Show when={draft.kind !== "vendor"}>
        <Select
          label={w().program}
          value={draft.program === "" ? "none" : draft.program}
          options={[
            { value: "none", label: w().noProgram },
            ...PROGRAMS.map((program) => ({ value: program, label: program })),
          ]}
          onChange={(program) => setDraft("program", program === "none" ? "" : (program as Program))}
          error={act().fault("program")}
        />
      </Show>
      <Show when={draft.kind === "group"}>
        <MembersField
          members={draft.members}
          persons={props.makers.filter((maker) => maker.kind === "person")}
          error={act().fault("members")}
          weightFault={(at) => act().fault(`members.${at}.weight`)}
          onAdd={(makerId) => setDraft("members", (all) => [...all, { makerId, weight: "1" }])}
          onWeight={(at, weight) => setDraft("members", at, { weight })}
          onRemove={(at) => setDraft("members", (all) => all.filter((_, index) => index !== at))}
        />
      </Show>
      <Show when={props.maker}>
        <Toggle
          label={w().active}
          hint={w().activeHint}
          checked={draft.active}
          onChange={(active) => setDraft({ active })}
        />
      </Show>
    </Form>
  );
}

function MembersField(props: {
  members: readonly { makerId: number; weight: string }[];
  persons: readonly MakerRow[];
  error: string | undefined;
  weightFault: (at: number) => string | undefined;
  onAdd: (makerId: number) => void;
  onWeight: (at: number, weight: string) => void;
  onRemove: (at: number) => void;
}) {
  const w = useWords(words);
  const nameOf = (makerId: number) => props.persons.find((one) => one.makerId === makerId)?.name ?? "";
  const left = () =>
    props.persons.filter(
      (one) => one.active && !props.members.some((member) => member.makerId === one.makerId),
    );
  return (
    <fieldset class="stack">
      <legend class="field-label">{w().members}</legend>
      <p class="field-hint">{props.persons.length === 0 ? w().noPersons : w().membersHint}</p>
      <For each={props.members}>
        {(member, at) => (
          <div class="member">
            <TextField
              label={nameOf(member.makerId)}
              value={member.weight}
              onInput={(weight) => props.onWeight(at(), weight)}
              maxLength={7}
              inputmode="numeric"
              error={props.weightFault(at())}
            />
            <Button
              icon={UserMinus}
              aria-label={w().removeMember({ name: nameOf(member.makerId) })}
              onClick={() => props.onRemove(at())}
            >
              {w().remove}
            </Button>
          </div>
        )}
      </For>
      <Show when={left().length > 0 || props.error}>
        <Select
          label={w().addMember}
          value=""
          prompt={w().chooseMember}
          options={left().map((one) => ({ value: String(one.makerId), label: `${one.name} (${one.code})` }))}
          onChange={(makerId) => props.onAdd(Number(makerId))}
          error={props.error}
        />
      </Show>
    </fieldset>
  );
}

function wholeNumber(text: string): number {
  return /^\d+$/.test(text.trim()) ? Number(text) : 0;
}
