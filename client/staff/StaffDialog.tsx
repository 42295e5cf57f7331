// Asks for a new person on the staff, or for what has changed about one.
import { createEffect, createSignal, For, Show } from "solid-js";
import { createStore } from "solid-js/store";
import { changeStaffSchema, newStaffSchema } from "#rules/centre";
import type { StallId } from "#rules/ids";
import { ROLES, type Role, STALL_ROLES } from "#rules/permissions";
import { createSubmission } from "../submission.ts";
import { FieldError } from "../ui/Field.tsx";
import { Form } from "../ui/Form.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { Toggle } from "../ui/Toggle.tsx";
import { useWords } from "../words.ts";
import { type StaffView, saveNewStaff, saveStaff } from "./requests.ts";
import { StallsField } from "./StallsField.tsx";
import { words } from "./words.ts";

interface StaffDialogProps {
  asked: StaffView | "new" | null;
  onClose: () => void;
  onSaved: (name: string) => void;
}

export function StaffDialog(props: StaffDialogProps) {
  const w = useWords(words);
  const title = () => {
    const { asked } = props;
    return asked === null || asked === "new" ? w().newTitle : w().change({ name: asked.name });
  };
  return (
    <FormDialog
      open={props.asked !== null}
      title={title()}
      form="staff"
      back={w().back}
      send={w().save}
      onClose={props.onClose}
    >
      {(onBusy) => <StaffForm {...props} onBusy={onBusy} />}
    </FormDialog>
  );
}

function StaffForm(props: StaffDialogProps & { onBusy: (busy: boolean) => void }) {
  const w = useWords(words);
  const known = props.asked === "new" ? null : props.asked;
  const [draft, setDraft] = createStore({
    name: known?.name ?? "",
    roles: [...(known?.roles ?? (["cashier"] as Role[]))],
    limited: (known?.stallIds.length ?? 0) > 0,
    stallIds: [...(known?.stallIds ?? [])] as StallId[],
    active: known?.active ?? true,
    pin: "",
    again: "",
  });
  const [differ, setDiffer] = createSignal(false);
  const [noStall, setNoStall] = createSignal(false);
  /** Every other role is of the whole centre. */
  const mayBeLimited = () =>
    draft.roles.length > 0 && draft.roles.every((role) => STALL_ROLES.includes(role));
  const limited = () => mayBeLimited() && draft.limited;
  const saved = () => props.onSaved(draft.name.trim());
  const say = (path: string) =>
    path === "pin" ? w().pinFault : path === "roles" ? w().rolesMissing : undefined;
  const fresh = createSubmission({
    schema: newStaffSchema,
    send: saveNewStaff,
    onDone: saved,
    fieldOf: { role_above_yours: "roles", stalls_limit_no_role: "roles" },
    say,
  });
  const change = createSubmission({
    schema: changeStaffSchema,
    send: saveStaff,
    onDone: saved,
    fieldOf: { last_manager: "roles", role_above_yours: "roles", stalls_limit_no_role: "roles" },
    say,
  });
  const act = () => (known ? change : fresh);
  createEffect(() => props.onBusy(act().busy()));
  const turn = (role: Role, on: boolean) =>
    setDraft(
      "roles",
      ROLES.filter((one) => (one === role ? on : draft.roles.includes(one))),
    );
  const submit = async () => {
    setDiffer(draft.pin !== draft.again);
    setNoStall(limited() && draft.stallIds.length === 0);
    if (differ() || noStall()) return false;
    const fields = () => ({
      name: draft.name,
      roles: [...draft.roles],
      stallIds: limited() ? [...draft.stallIds] : [],
    });
    if (!known) return await fresh.submit(() => ({ ...fields(), pin: draft.pin }));
    const { staffId } = known;
    return await change.submit(() => ({
      ...fields(),
      ...(draft.pin === "" ? {} : { pin: draft.pin }),
      staffId,
      active: draft.active,
    }));
  };
  return (
    <Form id="staff" problem={act().problem()} onSubmit={submit}>
      <TextField
        label={w().name}
        hint={w().nameHint}
        value={draft.name}
        onInput={(name) => setDraft({ name })}
        maxLength={120}
        autofocus
        error={act().fault("name")}
      />
      <fieldset class="stack">
        <legend class="field-label">{w().roles}</legend>
        <For each={ROLES}>
          {(role) => (
            <Toggle
              label={w()[role]}
              hint={w()[`${role}Hint`]}
              checked={draft.roles.includes(role)}
              onChange={(on) => turn(role, on)}
            />
          )}
        </For>
        <FieldError id="roles-error" error={act().fault("roles")} />
      </fieldset>
      <Show when={mayBeLimited()}>
        <StallsField
          limited={draft.limited}
          onLimited={(on) => setDraft({ limited: on })}
          stallIds={draft.stallIds}
          onChange={(stallIds) => setDraft({ stallIds })}
          error={noStall() && draft.stallIds.length === 0 ? w().stallsMissing : undefined}
        />
      </Show>
      <TextField
        label={known ? w().newPin : w().pin}
        hint={known ? w().newPinHint : w().pinHint}
        type="password"
        inputmode="numeric"
        autocomplete="new-password"
        value={draft.pin}
        onInput={(pin) => setDraft({ pin })}
        maxLength={8}
        error={act().fault("pin")}
      />
      <Show when={!known || draft.pin !== ""}>
        <TextField
          label={w().pinAgain}
          type="password"
          inputmode="numeric"
          autocomplete="new-password"
          value={draft.again}
          onInput={(again) => setDraft({ again })}
          maxLength={8}
          error={differ() ? w().pinsDiffer : undefined}
        />
      </Show>
      <Show when={known}>
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
