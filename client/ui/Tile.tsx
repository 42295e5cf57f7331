// A thing to choose by its picture: 4:3, two lines of name, the price, and the edge of its kind.
import { createEffect, createSignal, type JSX, on, Show } from "solid-js";
import { Cloth } from "./Cloth.tsx";
import type { Tone } from "./motifs.ts";

export interface TileProps {
  name: string;
  tone: Tone;
  /** Usually a Money; it stands at the foot in large figures. */
  price: JSX.Element;
  /** The picture's address; without one a piece of cloth is drawn from the name. */
  picture?: string | undefined;
  /** A word about it, such as a Badge "Habis"; stands on the picture. */
  state?: JSX.Element;
  /** How many are already taken, as it is written. */
  taken?: string | undefined;
  /** What the screen reader hears after name and price, such as "2 di keranjang". */
  takenSentence?: string | undefined;
  disabled?: boolean | undefined;
  onPress: () => void;
}

export function Tile(props: TileProps) {
  // A picture that does not come, as without the server, leaves no hole: the cloth is drawn.
  const [missing, setMissing] = createSignal(false);
  createEffect(
    on(
      () => props.picture,
      () => setMissing(false),
      { defer: true },
    ),
  );
  return (
    <button
      type="button"
      class={`tile tone-${props.tone}`}
      classList={{ "tile-taken": props.taken !== undefined }}
      disabled={props.disabled}
      onClick={() => props.onPress()}
    >
      <span class="tile-picture">
        <Show when={!missing() && props.picture} fallback={<Cloth name={props.name} tone={props.tone} />}>
          {(address) => (
            <img
              src={address()}
              alt=""
              loading="lazy"
              decoding="async"
              width="240"
              height="180"
              onError={() => setMissing(true)}
            />
          )}
        </Show>
        <Show when={props.state}>
          <span class="tile-state">{props.state}</span>
        </Show>
        <Show when={props.taken}>
          <span class="tile-count" aria-hidden="true">
            {props.taken}
          </span>
        </Show>
      </span>
      <span class="tile-name">{props.name}</span>
      <span class="tile-price">{props.price}</span>
      <Show when={props.takenSentence}>
        <span class="visually-hidden">{props.takenSentence}</span>
      </Show>
    </button>
  );
}
