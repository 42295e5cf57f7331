// Limits a cashier or storekeeper to certain stalls, or to none.
import { For, Show } from "solid-js";
import type { StallId } from "#rules/ids";
import { createReading, Loaded } from "../reading.tsx";
import { Choice } from "../ui/Choice.tsx";
import { FieldError } from "../ui/Field.tsx";
import { Toggle } from "../ui/Toggle.tsx";
import { useWords } from "../words.ts";
import { readStalls } from "./requests.ts";
import { words } from "./words.ts";

export function StallsField(props: {
  limited: boolean;
  onLimited: (limited: boolean) => void;
  stallIds: readonly StallId[];
  onChange: (stallIds: StallId[]) => void;
  error: string | undefined;
}) {
  const w = useWords(words);
  const stalls = createReading(() => true, readStalls);
  const turn = (stallId: StallId, on: boolean) => {
    const others = props.stallIds.filter((one) => one !== stallId);
    props.onChange(on ? [...others, stallId] : others);
  };
  return (
    <>
      <Choice
        label={w().stalls}
        shape="rows"
        value={props.limited ? "some" : "all"}
        options={[
          { value: "all", label: w().stallsAll, hint: w().stallsAllHint },
          { value: "some", label: w().stallsSome, hint: w().stallsSomeHint },
        ]}
        onChange={(value) => props.onLimited(value === "some")}
      />
      <Show when={props.limited}>
        <fieldset class="stack">
          <legend class="visually-hidden">{w().stallsSome}</legend>
          <Loaded reading={stalls}>
            {(all) => (
              <For each={all()}>
                {(stall) => (
                  <Toggle
                    label={stall.name}
                    checked={props.stallIds.includes(stall.stallId)}
                    onChange={(on) => turn(stall.stallId, on)}
                  />
                )}
              </For>
            )}
          </Loaded>
          <FieldError id="stalls-error" error={props.error} />
        </fieldset>
      </Show>
    </>
  );
}
