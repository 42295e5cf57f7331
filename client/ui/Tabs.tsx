// Several sheets in one place, one of them showing; the arrow keys turn them over.
import { createEffect, createUniqueId, For, on, type ParentProps } from "solid-js";
import { Icon, type IconShape } from "./Icon.tsx";

export type TabsProps<V extends string> = ParentProps<{
  label: string;
  value: V;
  tabs: readonly { value: V; label: string; icon?: IconShape | undefined }[];
  onChange: (value: V) => void;
}>;

export function Tabs<V extends string>(props: TabsProps<V>) {
  const id = createUniqueId();
  let list: HTMLDivElement | undefined;
  const turn = (event: KeyboardEvent) => {
    const at = props.tabs.findIndex((tab) => tab.value === props.value);
    const last = props.tabs.length - 1;
    const next = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    };
    const to = next[event.key as keyof typeof next];
    const tab = to === undefined ? undefined : props.tabs[to];
    if (!tab) return;
    event.preventDefault();
    props.onChange(tab.value);
    list?.querySelectorAll<HTMLElement>("[role=tab]")[to]?.focus();
  };
  // Where the row of tabs is longer than the screen, the one that is open is in sight.
  createEffect(
    on(
      () => props.value,
      () =>
        list?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" }),
    ),
  );
  return (
    <div class="tabs">
      <div class="tab-list" role="tablist" aria-label={props.label} ref={list}>
        <For each={props.tabs}>
          {(tab) => (
            <button
              type="button"
              class="tab"
              role="tab"
              id={`${id}-${tab.value}`}
              aria-controls={`${id}-panel`}
              aria-selected={tab.value === props.value}
              tabIndex={tab.value === props.value ? 0 : -1}
              onClick={() => props.onChange(tab.value)}
              onKeyDown={turn}
            >
              <Icon is={tab.icon} />
              {tab.label}
            </button>
          )}
        </For>
      </div>
      <div class="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${props.value}`}>
        {props.children}
      </div>
    </div>
  );
}
