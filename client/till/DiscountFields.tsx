// A discount as it is given: none, so much money, or a part in percent.
import { Show } from "solid-js";
import { type Rupiah, rupiah } from "#rules/money";
import { Choice } from "../ui/Choice.tsx";
import { MoneyField } from "../ui/MoneyField.tsx";
import { ParsedField } from "../ui/ParsedField.tsx";
import { formatPercent, parsePercent } from "../ui/percent.ts";
import { dictionary, useWords } from "../words.ts";
import type { DiscountDraft } from "./discount.ts";

const words = dictionary({
  id: {
    kind: "Potongan",
    none: "Tanpa",
    rupiah: "Rupiah",
    percent: "Persen",
    amount: "Potongan dalam rupiah",
    part: "Potongan dalam persen",
    unreadable: "Tulis persen dari 0,01 sampai 100, misalnya 10 atau 7,5.",
  },
  en: {
    kind: "Discount",
    none: "None",
    rupiah: "Rupiah",
    percent: "Percent",
    amount: "Discount in rupiah",
    part: "Discount in percent",
    unreadable: "Write a percentage from 0,01 to 100, for example 10 or 7,5.",
  },
});

export function DiscountFields(props: {
  draft: DiscountDraft;
  onChange: (draft: DiscountDraft) => void;
  error?: string | undefined;
  autofocus?: boolean | undefined;
}) {
  const w = useWords(words);
  return (
    <>
      <Choice
        label={w().kind}
        shape="segments"
        value={props.draft.kind}
        options={[
          { value: "none", label: w().none },
          { value: "rupiah", label: w().rupiah },
          { value: "percent", label: w().percent },
        ]}
        onChange={(kind) => props.onChange({ ...props.draft, kind })}
      />
      <Show when={props.draft.kind === "rupiah"}>
        <MoneyField
          label={w().amount}
          value={props.draft.amountRupiah === null ? null : rupiah(props.draft.amountRupiah)}
          onChange={(amountRupiah: Rupiah | null) => props.onChange({ ...props.draft, amountRupiah })}
          error={props.error}
          autofocus={props.autofocus}
        />
      </Show>
      <Show when={props.draft.kind === "percent"}>
        <ParsedField
          label={w().part}
          value={props.draft.basisPoints}
          onChange={(basisPoints) => props.onChange({ ...props.draft, basisPoints })}
          parse={parsePercent}
          format={formatPercent}
          unreadable={w().unreadable}
          inputmode="decimal"
          suffix="%"
          error={props.error}
          autofocus={props.autofocus}
        />
      </Show>
    </>
  );
}
