// Counts the drawer by drawn notes and coins: a press on one adds it, or its number is written.

import { For } from "solid-js";
import { BANKNOTES, type CashValue, COINS } from "#rules/cash";
import { formatRupiah } from "#rules/money";
import { Banknote } from "../ui/Banknote.tsx";
import { MoneyField } from "../ui/MoneyField.tsx";
import { ParsedField } from "../ui/ParsedField.tsx";
import { dictionary, useWords } from "../words.ts";
import { type Count, parseCount } from "./count.ts";

const words = dictionary({
  id: {
    notes: "Uang kertas",
    coins: "Uang logam",
    pieces: (of: { piece: string }) => `Berapa ${of.piece}`,
    addOne: "Tambah satu Rp",
    unreadable: "Tulis banyaknya dengan angka.",
    other: "Logam lain (Rp50 ke bawah)",
  },
  en: {
    notes: "Notes",
    coins: "Coins",
    pieces: (of) => `How many ${of.piece}`,
    addOne: "One more Rp",
    unreadable: "Write how many in digits.",
    other: "Other coins (Rp50 and less)",
  },
});

export function CountNotes(props: { count: Count }) {
  const w = useWords(words);
  return (
    <div class="count">
      <fieldset class="count-pieces">
        <legend class="field-label">{w().notes}</legend>
        <For each={BANKNOTES}>{(piece) => <Piece count={props.count} piece={piece} />}</For>
      </fieldset>
      <fieldset class="count-pieces">
        <legend class="field-label">{w().coins}</legend>
        <For each={COINS}>{(piece) => <Piece count={props.count} piece={piece} />}</For>
        <MoneyField
          label={w().other}
          value={props.count.other()}
          onChange={(value) => props.count.setOther(value)}
        />
      </fieldset>
    </div>
  );
}

function Piece(props: { count: Count; piece: CashValue }) {
  const w = useWords(words);
  const said = () => formatRupiah(props.piece);
  return (
    <div class="count-piece">
      <button type="button" class="count-note" onClick={() => props.count.addOne(props.piece)}>
        <span class="visually-hidden">{w().addOne}</span>
        <Banknote piece={props.piece} />
      </button>
      <ParsedField
        label={w().pieces({ piece: said() })}
        hideLabel
        value={props.count.countOf(props.piece)}
        onChange={(value) => props.count.set(props.piece, value)}
        parse={parseCount}
        format={String}
        unreadable={w().unreadable}
      />
      <span class="number">{formatRupiah(props.count.worthOf(props.piece))}</span>
    </div>
  );
}
