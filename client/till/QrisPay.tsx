// QRIS: the merchant's own code, untouched, beside the amount in large figures, and the cashier's word about the money.
import Check from "lucide-solid/icons/check";
import Clock from "lucide-solid/icons/clock";
import { For, Show } from "solid-js";
import { formatRupiah, type Rupiah } from "#rules/money";
import type { QrisCode as Code } from "#rules/qris-codes";
import { Button } from "../ui/Button.tsx";
import { Money } from "../ui/Money.tsx";
import { Notice } from "../ui/Notice.tsx";
import { QrCode } from "../ui/QrCode.tsx";
import { dictionary, useWords } from "../words.ts";
import { payWords } from "./pay-words.ts";
import "./ways.css";

const words = dictionary({
  id: {
    steps: (of: { amount: string }) =>
      [
        `Pelanggan memindai kode ini dan menulis ${of.amount}.`,
        "Tunggu notifikasi di ponsel toko. Layar ponsel pelanggan tidak cukup.",
      ].join("\n"),
  },
  en: {
    steps: (of) =>
      [
        `The customer scans this code and writes ${of.amount}.`,
        "Wait for the notification on the shop's phone. The customer's own screen is not enough.",
      ].join("\n"),
  },
});

export function QrisPay(props: {
  amountRupiah: Rupiah;
  code: Code | null;
  busy: boolean;
  /** Take the focus when it comes: on what to do, never on the key that says it is done. */
  focus: boolean;
  onPay: (confirmed: boolean) => void;
}) {
  const w = useWords(payWords);
  const own = useWords(words);
  const steps = () =>
    own()
      .steps({ amount: formatRupiah(props.amountRupiah) })
      .split("\n");
  return (
    <div class="cashless">
      <div class="qris-face">
        <Show when={props.code} fallback={<Notice tone="attention">{w().noCode}</Notice>}>
          {(code) => (
            <div class="qris-code">
              <QrCode text={code().payload} label={w().codeOf({ merchant: code().merchantName })} />
            </div>
          )}
        </Show>
        <div class="qris-words">
          <Money amount={props.amountRupiah} size={48} />
          <Show when={props.code}>
            {(code) => (
              <p class="qris-merchant">
                <strong>{code().merchantName}</strong>
                <span>{code().merchantCity}</span>
                <Show when={code().nmid}>
                  <span>
                    {w().nmid} {code().nmid}
                  </span>
                </Show>
              </p>
            )}
          </Show>
          <ol
            class="cashless-steps"
            tabIndex={-1}
            ref={(list) => queueMicrotask(() => props.focus && list.focus())}
          >
            <For each={steps()}>{(step) => <li>{step}</li>}</For>
          </ol>
        </div>
      </div>
      <Button
        kind="primary"
        size="huge"
        wide
        icon={Check}
        busy={props.busy}
        onClick={() => props.onPay(true)}
      >
        {w().arrived}
      </Button>
      <div class="qris-not-yet">
        <Button size="large" wide icon={Clock} disabled={props.busy} onClick={() => props.onPay(false)}>
          {w().notYet}
        </Button>
        <p class="quiet">{w().notYetSaid}</p>
      </div>
    </div>
  );
}
