// Counts the drawer note by note, for those who would rather not add up themselves.
import { For } from "solid-js";
import { formatRupiah, groupDigits } from "#rules/money";
import { ParsedField } from "../ui/ParsedField.tsx";
import { dictionary, useWords } from "../words.ts";
import { type createCount, PIECES, parseCount, worthOfPiece } from "./count.ts";

const words = dictionary({
  id: {
    by: "Hitung per lembar",
    pieces: (of: { piece: string }) => `Berapa ${of.piece}`,
    unreadable: "Tulis banyaknya dengan angka.",
  },
  en: {
    by: "Count by note",
    pieces: (of) => `How many ${of.piece}`,
    unreadable: "Write how many in digits.",
  },
});

export function CountDrawer(props: { count: ReturnType<typeof createCount> }) {
  const w = useWords(words);
  return (
    <details class="count">
      <summary>{w().by}</summary>
      <ul>
        <For each={PIECES}>
          {(piece) => (
            <li>
              <span class="count-piece" aria-hidden="true">
                {groupDigits(piece)} ×
              </span>
              <ParsedField
                label={w().pieces({ piece: formatRupiah(piece) })}
                hideLabel
                value={props.count.countOf(piece)}
                onChange={(value) => props.count.set(piece, value)}
                parse={parseCount}
                format={String}
                unreadable={w().unreadable}
              />
              <span class="number">{groupDigits(worthOfPiece(piece, props.count.countOf(piece) ?? 0))}</span>
            </li>
          )}
        </For>
      </ul>
    </details>
  );
}
