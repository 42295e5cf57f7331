// A transfer or a card: the amount, and the number that must be written down so that the bank's list can be matched.
import Check from "lucide-solid/icons/check";
import { createSignal } from "solid-js";
import type { Rupiah } from "#rules/money";
import { Button } from "../ui/Button.tsx";
import { Money } from "../ui/Money.tsx";
import { TextField } from "../ui/TextField.tsx";
import { dictionary, useWords } from "../words.ts";
import { payWords } from "./pay-words.ts";
import "./ways.css";

const words = dictionary({
  id: {
    transfer: "Tunggu notifikasi bank toko. Foto bukti transfer tidak cukup.",
    edc: "Ketik jumlah ini di mesin kartu, lalu tunggu struknya.",
  },
  en: {
    transfer: "Wait for the notification of the shop's bank. A photo of the transfer is not enough.",
    edc: "Key this amount into the card machine, then wait for its slip.",
  },
});

export function ReferencePay(props: {
  method: "transfer" | "edc";
  amountRupiah: Rupiah;
  reference: string;
  onReference: (text: string) => void;
  busy: boolean;
  focus: boolean;
  onPay: (reference: string) => void;
}) {
  const w = useWords(payWords);
  const own = useWords(words);
  const [tried, setTried] = createSignal(false);
  const card = () => props.method === "edc";
  const needed = () => (card() ? w().approvalCodeNeeded : w().referenceNeeded);
  let form: HTMLFormElement | undefined;
  queueMicrotask(() => props.focus && form?.querySelector("input")?.focus());
  const take = () => {
    const reference = props.reference.trim();
    setTried(true);
    if (reference !== "" && !props.busy) props.onPay(reference);
  };
  return (
    <form
      ref={form}
      class="cashless"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <p class="cashless-amount">
        <Money amount={props.amountRupiah} size={48} />
      </p>
      <p>{own()[props.method]}</p>
      <TextField
        label={card() ? w().approvalCode : w().reference}
        hint={card() ? w().approvalCodeHint : w().referenceHint}
        value={props.reference}
        onInput={(text) => {
          props.onReference(text);
          setTried(false);
        }}
        maxLength={120}
        disabled={props.busy}
        error={tried() && props.reference.trim() === "" ? needed() : undefined}
      />
      <Button type="submit" kind="primary" size="huge" wide icon={Check} busy={props.busy}>
        {card() ? w().takeCard : w().takeTransfer}
      </Button>
    </form>
  );
}
