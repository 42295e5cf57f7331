// The stalls: the usual ones to press, and a line for any other.
import Plus from "lucide-solid/icons/plus";
import X from "lucide-solid/icons/x";
import { For, Show } from "solid-js";
import { Button } from "../ui/Button.tsx";
import { FieldError } from "../ui/Field.tsx";
import { Icon } from "../ui/Icon.tsx";
import { TextField } from "../ui/TextField.tsx";
import { dictionary, useWords } from "../words.ts";
import type { SetUpStore } from "./set-up.ts";

const words = dictionary({
  id: {
    said: "Gerai apa saja yang ada? Bisa ditambah nanti.",
    usual: "Yang biasa ada",
    own: "Gerai lain",
    add: "Tambah",
    chosen: "Gerai sentra ini",
    none: "Pilih atau tulis setidaknya satu gerai.",
    removeOf: (of: { name: string }) => `Hapus ${of.name}`,
    code: (of: { code: string }) => `kode ${of.code}`,
  },
  en: {
    said: "Which stalls are there? More can be added later.",
    usual: "The usual ones",
    own: "Another stall",
    add: "Add",
    chosen: "The stalls of this centre",
    none: "Choose or write at least one stall.",
    removeOf: (of) => `Remove ${of.name}`,
    code: (of) => `code ${of.code}`,
  },
});

/** Names of stalls are the centre's own words; they are not translated. */
const usual = [
  "Galeri",
  "Kafe",
  "Warung Makan",
  "Minimarket",
  "Tanaman",
  "Penatu",
  "Pijat",
  "Kolam Pancing",
  "Kebun",
];

export function StallFields(props: { store: SetUpStore; faulty: boolean }) {
  const w = useWords(words);
  const left = () => usual.filter((name) => !props.store.draft.stalls.some((stall) => stall.name === name));
  let usualKeys: HTMLDivElement | undefined;
  let own: HTMLDivElement | undefined;
  /** The key that was pressed is gone or rests; the hand goes on at the next one. */
  const choose = (name: string) => {
    const at = left().indexOf(name);
    props.store.addStall(name);
    const keys = [...(usualKeys?.querySelectorAll("button") ?? [])];
    (keys[at] ?? keys.at(-1) ?? own?.querySelector("input"))?.focus();
  };
  const add = () => {
    props.store.takeStallTyped();
    own?.querySelector("input")?.focus();
  };
  return (
    <>
      <p>{w().said}</p>
      <section class="stack" aria-label={w().usual}>
        <div class="cluster" ref={usualKeys}>
          <For each={left()}>
            {(name) => (
              <Button icon={Plus} onClick={() => choose(name)}>
                {name}
              </Button>
            )}
          </For>
        </div>
      </section>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in the field is the key beside it. */}
      <div
        class="setup-own"
        ref={own}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || props.store.draft.stallTyped.trim() === "") return;
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label={w().own}
          value={props.store.draft.stallTyped}
          onInput={(text) => props.store.set("stallTyped", text)}
          maxLength={120}
        />
        <Button icon={Plus} disabled={props.store.draft.stallTyped.trim() === ""} onClick={add}>
          {w().add}
        </Button>
      </div>
      <section class="stack" aria-live="polite">
        <h2>{w().chosen}</h2>
        <Show when={props.store.draft.stalls.length > 0} fallback={<p class="quiet">{w().none}</p>}>
          <ul class="setup-stalls">
            <For each={props.store.draft.stalls}>
              {(stall) => (
                <li>
                  <span>
                    <strong>{stall.name}</strong> <span class="quiet">{w().code({ code: stall.code })}</span>
                  </span>
                  <button
                    type="button"
                    class="setup-remove"
                    aria-label={w().removeOf({ name: stall.name })}
                    onClick={() => props.store.removeStall(stall.code)}
                  >
                    <Icon is={X} />
                  </button>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <FieldError id="stalls-error" error={props.faulty ? w().none : undefined} />
      </section>
    </>
  );
}
