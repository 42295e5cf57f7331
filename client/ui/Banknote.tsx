// Draws a note in the colour that it has in the hand, or a coin, with its amount in large figures.
import { groupDigits } from "#rules/money";
import "./styles/banknote.css";

/** `piece`: what it is worth in rupiah. */
export function Banknote(props: { piece: number }) {
  return (
    <span class={`note note-${props.piece}`} classList={{ coin: props.piece < 1000 }}>
      <span class="note-figure">{groupDigits(props.piece)}</span>
    </span>
  );
}
