// Chooses a product's photo, and shows it as it will stand on the tile.
import ImagePlus from "lucide-solid/icons/image-plus";
import { createSignal, createUniqueId, Show } from "solid-js";
import { Cloth } from "../ui/Cloth.tsx";
import { FieldError } from "../ui/Field.tsx";
import { Icon } from "../ui/Icon.tsx";
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
  const id = createUniqueId();
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
      <div class="stack">
        <p class="field-label">{w().photo}</p>
        <p class="field-hint" id={`${id}-hint`}>
          {props.photo ? w().photoWaiting : w().photoHint}
        </p>
        <label class="button button-quiet button-medium photo-key">
          <Icon is={ImagePlus} />
          <span class="button-word">{shown() ? w().photoReplace : w().photoChoose}</span>
          <input
            type="file"
            accept="image/jpeg,image/png,image/webp"
            aria-describedby={`${id}-hint ${id}-error`}
            onChange={(event) => void choose(event.currentTarget.files?.[0])}
          />
        </label>
        <FieldError id={`${id}-error`} error={fault() ? w().photoFault : undefined} />
      </div>
    </div>
  );
}
