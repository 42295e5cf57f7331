// Tills whose clock was off when they sent their acts: by how far, and what to do about it (Z2).
import { For, Show } from "solid-js";
import { type ClockView, TOLD_DAYS } from "#rules/repairs";
import { useWords } from "../words.ts";
import { belowWords } from "./below-words.ts";
import { spanOf } from "./list.ts";
import { useSaying } from "./saying.ts";

export function Clocks(props: { clocks: readonly ClockView[] }) {
  const w = useWords(belowWords);
  const say = useSaying();
  const named = ({ tillCode: till, aheadMs }: ClockView) => {
    const { unit, count } = spanOf(aheadMs);
    const span = {
      minutes: () => w().minutes({ minutes: count }),
      hours: () => w().hours({ hours: count }),
      days: () => w().days({ days: count }),
    }[unit]();
    return aheadMs > 0 ? w().ahead({ till, span }) : w().behind({ till, span });
  };
  return (
    <Show when={props.clocks.length > 0}>
      <section class="repair-part" aria-label={w().clocks}>
        <h2>{w().clocks}</h2>
        <p class="quiet">
          {w().clocksLine} {w().lastDays({ days: TOLD_DAYS })}
        </p>
        <ul class="rows">
          <For each={props.clocks}>
            {(clock) => (
              <li class="row">
                <span class="row-words">
                  <span class="row-title">{named(clock)}</span>
                  <span class="row-line">
                    {w().clockActs({
                      acts: clock.acts,
                      from: say.moment(clock.firstAtMs),
                      to: say.moment(clock.lastAtMs),
                    })}
                  </span>
                </span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
