// What a cashier may do without a manager, and when an untouched till locks itself.
import { Show } from "solid-js";
import { createStore } from "solid-js/store";
import { changeSettingsSchema } from "#rules/centre";
import type { Rupiah } from "#rules/money";
import { useSession } from "../session.tsx";
import { createSubmission } from "../submission.ts";
import { Button } from "../ui/Button.tsx";
import { Form } from "../ui/Form.tsx";
import { MoneyField } from "../ui/MoneyField.tsx";
import { ParsedField } from "../ui/ParsedField.tsx";
import { formatPercent, parsePercent } from "../ui/percent.ts";
import { useToasts } from "../ui/toasts.tsx";
import { useWords } from "../words.ts";
import { limitWords } from "./limit-words.ts";
import { type SettingsView, saveSettings } from "./requests.ts";

export function LimitsTab(props: { view: SettingsView; onSaved: () => Promise<void> }) {
  const w = useWords(limitWords);
  const { may, refetch } = useSession();
  const toasts = useToasts();
  const { settings } = props.view;
  const [draft, setDraft] = createStore({
    discountLimitBasisPoints: settings.discountLimitBasisPoints as number | null,
    refundLimitRupiah: settings.refundLimitRupiah as Rupiah | null,
    lockAfterMinutes: settings.lockAfterMinutes as number | null,
  });
  const act = createSubmission({
    schema: changeSettingsSchema,
    send: saveSettings,
    onDone: async () => {
      toasts.tell({ sentence: w().saved });
      await Promise.all([props.onSaved(), refetch()]);
    },
    say: (path) => {
      if (path === "discountLimitBasisPoints") return w().discountFault;
      return path === "lockAfterMinutes" ? w().lockFault : undefined;
    },
  });
  return (
    <Form
      problem={act.problem()}
      onSubmit={() => act.submit(() => ({ ...props.view.settings, ...draft }))}
      label={w().sentence}
      readOnly={!may("manage_settings")}
    >
      <p>{w().sentence}</p>
      <ParsedField
        label={w().discount}
        hint={w().discountHint}
        value={draft.discountLimitBasisPoints}
        onChange={(discountLimitBasisPoints) => setDraft({ discountLimitBasisPoints })}
        parse={parsePercent}
        format={formatPercent}
        inputmode="decimal"
        suffix="%"
        unreadable={w().discountFault}
        error={act.fault("discountLimitBasisPoints")}
      />
      <MoneyField
        label={w().refund}
        hint={w().refundHint}
        value={draft.refundLimitRupiah}
        onChange={(refundLimitRupiah) => setDraft({ refundLimitRupiah })}
        error={act.fault("refundLimitRupiah")}
      />
      <ParsedField
        label={w().lock}
        hint={w().lockHint}
        value={draft.lockAfterMinutes}
        onChange={(lockAfterMinutes) => setDraft({ lockAfterMinutes })}
        parse={parseMinutes}
        format={String}
        suffix={w().minutes}
        unreadable={w().lockFault}
        error={act.fault("lockAfterMinutes")}
      />
      <p class="quiet">{w().always}</p>
      <Show when={may("manage_settings")}>
        <div class="form-actions">
          <Button type="submit" kind="primary" size="large" busy={act.busy()}>
            {w().save}
          </Button>
        </div>
      </Show>
    </Form>
  );
}

/** Whole minutes; how many are allowed the schema says. */
export function parseMinutes(text: string): { ok: true; value: number } | { ok: false } {
  return /^\d{1,3}$/.test(text.trim()) ? { ok: true, value: Number(text) } : { ok: false };
}
