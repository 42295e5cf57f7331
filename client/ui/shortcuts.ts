// Does what a key of the keyboard stands for, wherever the focus is, without taking a letter from what one types.
import { onCleanup, onMount } from "solid-js";

/** `F2`, `Escape`, `ctrl+k`, `alt+ArrowUp`. Letters only with ctrl or alt (WCAG 2.1.4). */
export type Shortcuts = Record<string, (event: KeyboardEvent) => void>;

export function createShortcuts(shortcuts: Shortcuts): void {
  for (const name of Object.keys(shortcuts)) {
    if (name.length === 1) throw new Error(`${name} alone is a letter that someone types.`);
  }
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    // While a question stands above the screen, the screen's own keys are still.
    if (document.querySelector("dialog[open]")) return;
    const act = shortcuts[nameOf(event)];
    if (!act) return;
    event.preventDefault();
    act(event);
  };
  onMount(() => document.addEventListener("keydown", press));
  onCleanup(() => document.removeEventListener("keydown", press));
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return `${event.ctrlKey || event.metaKey ? "ctrl+" : ""}${event.altKey ? "alt+" : ""}${key}`;
}
