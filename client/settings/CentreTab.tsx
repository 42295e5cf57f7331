// The centre's own facts, and how it rounds cash and treats refunds after a payout.
import { Show } from "solid-js";
import { createStore } from "solid-js/store";
import { zoneName } from "#rules/business-day";
import { changeSettingsSchema } from "#rules/centre";
import { formatRupiah } from "#rules/money";
import { ROUNDING_STEPS, type RoundingStep } from "#rules/sale";
import { useSession } from "../session.tsx";
import { createSubmission } from "../submission.ts";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Form } from "../ui/Form.tsx";
import { ParsedField } from "../ui/ParsedField.tsx";
import { formatPercent, parsePercent } from "../ui/percent.ts";
import { TextField } from "../ui/TextField.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { useWords } from "../words.ts";
import { type SettingsView, saveSettings } from "./requests.ts";
import { words } from "./words.ts";

export function CentreTab(props: { view: SettingsView; onSaved: () => Promise<void> }) {
  const w = useWords(words);
  const { may, refetch } = useSession();
  const toasts = useToasts();
  const { settings } = props.view;
  const { discountLimitBasisPoints: _, refundLimitRupiah: _r, lockAfterMinutes: _l, ...own } = settings;
  const [draft, setDraft] = createStore({
    ...own,
    protectedFloorBasisPoints: settings.protectedFloorBasisPoints as number | null,
  });
  const act = createSubmission({
    schema: changeSettingsSchema,
    send: saveSettings,
    onDone: async () => {
      toasts.tell({ sentence: w().saved });
      await Promise.all([props.onSaved(), refetch()]);
    },
    say: (path) =>
      path === "regionCode"
        ? w().regionCodeFault
        : path === "protectedFloorBasisPoints"
          ? w().floorFault
          : undefined,
  });
  return (
    <Form
      problem={act.problem()}
      // What other parts of the settings say stays as it is now.
      onSubmit={() => act.submit(() => ({ ...props.view.settings, ...draft }))}
      label={w().centre}
      readOnly={!may("manage_settings")}
    >
      <p class="quiet">
        {w().code}: {props.view.centre.code} · {w().zone}: {zoneName(props.view.centre.timeZone)}
      </p>
      <TextField
        label={w().name}
        value={draft.name}
        onInput={(name) => setDraft({ name })}
        maxLength={120}
        error={act.fault("name")}
      />
      <div class="form-pair">
        <TextField
          label={w().place}
          value={draft.place}
          onInput={(place) => setDraft({ place })}
          maxLength={120}
          error={act.fault("place")}
        />
        <TextField
          label={w().province}
          value={draft.province}
          onInput={(province) => setDraft({ province })}
          maxLength={120}
          error={act.fault("province")}
        />
      </div>
      <TextField
        label={w().regionCode}
        hint={w().regionCodeHint}
        value={draft.regionCode}
        onInput={(regionCode) => setDraft({ regionCode })}
        maxLength={5}
        error={act.fault("regionCode")}
      />
      <TextField
        label={w().receiptFooter}
        hint={w().receiptFooterHint}
        value={draft.receiptFooter}
        onInput={(receiptFooter) => setDraft({ receiptFooter })}
        maxLength={200}
        lines={2}
        error={act.fault("receiptFooter")}
      />
      <Choice
        label={w().rounding}
        hint={w().roundingHint}
        value={String(draft.cashRoundingRupiah)}
        options={ROUNDING_STEPS.map((step) => ({
          value: String(step),
          label: step === 0 ? w().roundingOff : w().roundingTo({ step: formatRupiah(step) }),
        }))}
        onChange={(step) => setDraft({ cashRoundingRupiah: Number(step) as RoundingStep })}
        error={act.fault("cashRoundingRupiah")}
      />
      <Choice
        label={w().refundAfterPayout}
        hint={w().refundAfterPayoutHint}
        shape="rows"
        value={draft.refundAfterPayout}
        options={[
          { value: "maker", label: w().maker, hint: w().makerHint },
          { value: "centre", label: w().bearer, hint: w().bearerHint },
        ]}
        onChange={(refundAfterPayout) => setDraft({ refundAfterPayout })}
        error={act.fault("refundAfterPayout")}
      />
      <Show when={draft.refundAfterPayout === "maker"}>
        <ParsedField
          label={w().floor}
          hint={w().floorHint}
          value={draft.protectedFloorBasisPoints}
          onChange={(protectedFloorBasisPoints) => setDraft({ protectedFloorBasisPoints })}
          parse={parsePercent}
          format={formatPercent}
          inputmode="decimal"
          suffix="%"
          unreadable={w().floorFault}
          error={act.fault("protectedFloorBasisPoints")}
        />
      </Show>
      <Show when={may("manage_settings")} fallback={<p class="quiet">{w().readOnly}</p>}>
        <div class="form-actions">
          <Button type="submit" kind="primary" size="large" busy={act.busy()}>
            {w().save}
          </Button>
        </div>
      </Show>
    </Form>
  );
}
