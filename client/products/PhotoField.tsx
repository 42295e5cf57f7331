// Chooses a product's photo, and shows it as it will stand on the tile.
import { createSignal, Show } from "solid-js";
import { Cloth } from "../ui/Cloth.tsx";
import { Field } from "../ui/Field.tsx";
import { toneOf } from "../ui/motifs.ts";
import { useWords } from "../words.ts";
import { type Shrunk, shrunk } from "./photo.ts";
import { words } from "./words.ts";

export function PhotoField(props: {
  name: string;
  category: string;
  address: string | undefined;
  photo: Shrunk | null;
  onPhoto: (photo: Shrunk) => void;
}) {
  const w = useWords(words);
  const [fault, setFault] = createSignal(false);
  const shown = () => (props.photo ? `data:${props.photo.type};base64,${props.photo.base64}` : props.address);
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const small = await shrunk(file);
    setFault(small === null);
    if (small) props.onPhoto(small);
  };
  return (
    <div class="photo">
      <div class="photo-frame">
        <Show when={shown()} fallback={<Cloth name={props.name} tone={toneOf(props.category)} />}>
          {(address) => <img src={address()} alt="" width="240" height="180" />}
        </Show>
      </div>
      <Field
        label={w().photo}
        hint={props.photo ? w().photoWaiting : w().photoHint}
        error={fault() ? w().photoFault : undefined}
      >
        {(wiring) => (
          <input
            {...wiring}
            class="photo-input"
            type="file"
            accept="image/jpeg,image/png,image/webp"
            onChange={(event) => void choose(event.currentTarget.files?.[0])}
          />
        )}
      </Field>
    </div>
  );
}
