// A stall's regional tax: how, at which rate, from when; and what held before, said plainly.
import { createSignal, For, Show } from "solid-js";
import { createStore } from "solid-js/store";
import { addDays, atHour, businessDay, daySchema, formatMoment } from "#rules/business-day";
import type { StallView } from "#rules/catalogue";
import { setTaxSchema, TAX_MODES, type TaxChange } from "#rules/tax";
import { useCentre, useSession } from "../session.tsx";
import { createSubmission } from "../submission.ts";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Form } from "../ui/Form.tsx";
import { ParsedField } from "../ui/ParsedField.tsx";
import { formatPercent, parsePercent } from "../ui/percent.ts";
import { TextField } from "../ui/TextField.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { language, useWords } from "../words.ts";
import { saveTax } from "./requests.ts";
import { stallWords, taxSaid } from "./stall-words.ts";

interface StallTaxProps {
  stall: StallView;
  /** Newest first. */
  changes: readonly TaxChange[];
  onSaved: () => Promise<void>;
}

export function StallTax(props: StallTaxProps) {
  const w = useWords(stallWords);
  const { may } = useSession();
  return (
    <Card title={w().tax}>
      <p>{w().taxSentence}</p>
      <Show when={may("manage_settings")}>
        <TaxForm {...props} />
      </Show>
      <TaxHistory changes={props.changes} />
    </Card>
  );
}

function TaxHistory(props: { changes: readonly TaxChange[] }) {
  const w = useWords(stallWords);
  const centre = useCentre();
  const said = (change: TaxChange) => {
    const moment = formatMoment(change.fromMs, centre().timeZone, language());
    const what = taxSaid({ ...change, rate: formatPercent(change.rateBasisPoints) }, w());
    return change.fromMs > Date.now() ? w().will({ moment, what }) : w().since({ moment, what });
  };
  return (
    <section aria-label={w().history}>
      <h3>{w().history}</h3>
      <ul class="tax-history">
        <For each={props.changes} fallback={<li class="quiet">{w().noHistory}</li>}>
          {(change) => <li>{said(change)}</li>}
        </For>
      </ul>
    </section>
  );
}

function TaxForm(props: StallTaxProps) {
  const w = useWords(stallWords);
  const centre = useCentre();
  const toasts = useToasts();
  const last = props.changes[0];
  const tomorrow = () => addDays(businessDay(Date.now(), centre().timeZone), 1);
  const [draft, setDraft] = createStore({
    mode: last?.mode ?? "none",
    rateBasisPoints: (last?.rateBasisPoints || 1000) as number | null,
    name: last?.name ?? "PBJT",
  });
  const [from, setFrom] = createSignal<"now" | "day">("now");
  const [day, setDay] = createSignal<string>(tomorrow());
  const [wrong, setWrong] = createSignal<"rate" | "name" | "day" | null>(null);
  const act = createSubmission({
    schema: setTaxSchema,
    send: saveTax,
    onDone: async () => {
      toasts.tell({ sentence: w().taxSaved({ stall: props.stall.name }) });
      await props.onSaved();
    },
    say: (path) => (path === "rateBasisPoints" ? w().rateFault : undefined),
  });
  /** Kept for a second try, so that it is the same act. */
  let nowMs: number | undefined;
  const fromMs = () => {
    if (from() === "now") {
      nowMs ??= Date.now();
      return nowMs;
    }
    const read = daySchema.safeParse(day());
    return read.success && read.data >= tomorrow() ? atHour(read.data, 0, centre().timeZone) : null;
  };
  const save = async () => {
    const taxes = draft.mode !== "none";
    const startsMs = fromMs();
    const rateIsWrong = taxes && !draft.rateBasisPoints;
    // Another tax's name is never printed, so it is not taken either.
    const nameIsWrong = taxes && /\bPPN\b/i.test(draft.name);
    setWrong(rateIsWrong ? "rate" : nameIsWrong ? "name" : startsMs === null ? "day" : null);
    if (wrong()) return false;
    const done = await act.submit(() => ({
      ...draft,
      rateBasisPoints: taxes ? draft.rateBasisPoints : 0,
      stallId: props.stall.stallId,
      fromMs: startsMs,
    }));
    if (done) nowMs = undefined;
    return done;
  };
  return (
    <Form problem={act.problem()} onSubmit={save} label={w().tax}>
      <Choice
        label={w().mode}
        shape="rows"
        value={draft.mode}
        options={TAX_MODES.map((value) => ({
          value,
          label: w()[taxWord(value)],
          hint: w()[`${taxWord(value)}Hint`],
        }))}
        onChange={(mode) => setDraft({ mode })}
      />
      <Show when={draft.mode !== "none"}>
        <div class="form-pair">
          <ParsedField
            label={w().rate}
            hint={w().rateHint}
            value={draft.rateBasisPoints}
            onChange={(rateBasisPoints) => {
              setDraft({ rateBasisPoints });
              setWrong(null);
            }}
            parse={parsePercent}
            format={formatPercent}
            inputmode="decimal"
            suffix="%"
            unreadable={w().rateFault}
            error={wrong() === "rate" ? w().rateFault : act.fault("rateBasisPoints")}
          />
          <TextField
            label={w().name}
            hint={w().nameHint}
            value={draft.name}
            onInput={(name) => {
              setDraft({ name });
              setWrong(null);
            }}
            maxLength={120}
            error={wrong() === "name" ? w().nameFault : act.fault("name")}
          />
        </div>
      </Show>
      <Choice
        label={w().from}
        shape="segments"
        value={from()}
        options={[
          { value: "now", label: w().fromNow },
          { value: "day", label: w().fromDay },
        ]}
        onChange={setFrom}
      />
      <Show when={from() === "day"}>
        <TextField
          label={w().day}
          hint={w().dayHint}
          type="date"
          min={tomorrow()}
          value={day()}
          onInput={(text) => {
            setDay(text);
            setWrong(null);
          }}
          maxLength={10}
          error={wrong() === "day" ? w().dayFault : act.fault("fromMs")}
        />
      </Show>
      <div class="form-actions">
        <Button type="submit" kind="primary" busy={act.busy()}>
          {w().saveTax}
        </Button>
      </div>
    </Form>
  );
}

function taxWord(mode: (typeof TAX_MODES)[number]): "taxNone" | "taxInclusive" | "taxExclusive" {
  return ({ none: "taxNone", inclusive: "taxInclusive", exclusive: "taxExclusive" } as const)[mode];
}
