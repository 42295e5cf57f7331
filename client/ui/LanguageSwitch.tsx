// Switches between Indonesian and English, each named in itself.
import { For } from "solid-js";
import { type Language, language, setLanguage } from "./language.ts";

const names: Record<Language, string> = { id: "Indonesia", en: "English" };

export function LanguageSwitch() {
  return (
    <div class="language">
      <For each={["id", "en"] as const}>
        {(one) => (
          <button type="button" lang={one} aria-pressed={language() === one} onClick={() => setLanguage(one)}>
            {names[one]}
          </button>
        )}
      </For>
    </div>
  );
}
