// Chooses a period by its name, or by its first and last day.
import { createEffect, createSignal, on, Show } from "solid-js";
import type { Day, Period } from "#rules/business-day";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Form } from "../ui/Form.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words.ts";
import { PRESETS, type Preset, periodOf, presetOf, readPeriod } from "./period.ts";
import { words } from "./words.ts";

export function PeriodChooser(props: { period: Period; today: Day; onChange: (period: Period) => void }) {
  const w = useWords(words);
  const [preset, setPreset] = createSignal<Preset>(presetOf(props.period, props.today));
  const [from, setFrom] = createSignal<string>(props.period.from);
  const [to, setTo] = createSignal<string>(props.period.to);
  const [tried, setTried] = createSignal(false);
  createEffect(
    on(
      () => props.period,
      (period) => {
        setFrom(period.from);
        setTo(period.to);
        setTried(false);
        if (preset() !== "free" || presetOf(period, props.today) === "free")
          setPreset(presetOf(period, props.today));
      },
      { defer: true },
    ),
  );
  const choose = (chosen: Preset) => {
    setPreset(chosen);
    if (chosen !== "free") props.onChange(periodOf(chosen, props.today));
  };
  const fault = () => {
    if (!tried() || readPeriod(from(), to())) return undefined;
    return from() === "" || to() === "" ? w().half : w().backwards;
  };
  const show = async () => {
    setTried(true);
    const period = readPeriod(from(), to());
    if (period) props.onChange(period);
    return period !== null;
  };
  return (
    <div class="stack period">
      <Choice
        label={w().period}
        hideLabel
        shape="segments"
        value={preset()}
        options={PRESETS.map((value) => ({ value, label: w()[value] }))}
        onChange={choose}
      />
      <Show when={preset() === "free"}>
        <Form onSubmit={show} label={w().free}>
          <div class="period-dates">
            <TextField
              label={w().from}
              type="date"
              value={from()}
              onInput={setFrom}
              maxLength={10}
              max={props.today}
            />
            <TextField
              label={w().to}
              type="date"
              value={to()}
              onInput={setTo}
              maxLength={10}
              error={fault()}
            />
            <Button type="submit">{w().show}</Button>
          </div>
        </Form>
      </Show>
    </div>
  );
}
