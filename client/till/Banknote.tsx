// Draws a note in the colour that it has in the hand, or a coin, with its amount in large figures.
import { groupDigits } from "#rules/money";
import type { Piece } from "./cash.ts";
import "./banknote.css";

export function Banknote(props: { piece: Piece }) {
  return (
    <span class={`note note-${props.piece}`} classList={{ coin: props.piece < 1000 }}>
      <span class="note-figure">{groupDigits(props.piece)}</span>
    </span>
  );
}
