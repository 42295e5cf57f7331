// The QRIS payments whose notification nobody has seen yet, oldest first, each to be confirmed.
import BadgeCheck from "lucide-solid/icons/badge-check";
import { createSignal, For, Show } from "solid-js";
import { formatMoment } from "#rules/business-day";
import { formatRupiah, sum } from "#rules/money";
import type { Unconfirmed } from "#rules/qris-codes";
import { createReading, Loaded } from "../reading.tsx";
import { useCentre, useSession } from "../session.tsx";
import { Button } from "../ui/Button.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Money } from "../ui/Money.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { language, useWords } from "../words.ts";
import { ConfirmPayment } from "./ConfirmPayment.tsx";
import { readUnconfirmed } from "./requests.ts";
import { words } from "./words.ts";

export function WaitingTab() {
  const w = useWords(words);
  const centre = useCentre();
  const { may } = useSession();
  const toasts = useToasts();
  const payments = createReading(() => true, readUnconfirmed);
  const [asked, setAsked] = createSignal<Unconfirmed | null>(null);
  const confirmed = (payment: Unconfirmed) => {
    setAsked(null);
    toasts.tell({
      sentence: w().done({
        amount: formatRupiah(payment.amountRupiah),
        number: payment.receiptNumber,
      }),
    });
    void payments.again();
  };
  return (
    <div class="stack">
      <p class="qris-sentence">{w().waitingSentence}</p>
      <Loaded reading={payments}>
        {(all) => (
          <Show when={all().length > 0} fallback={<EmptyState icon={BadgeCheck} sentence={w().none} />}>
            <p>
              <strong>
                {w().sum({
                  count: all().length,
                  amount: formatRupiah(sum(all().map((one) => one.amountRupiah))),
                })}
              </strong>
            </p>
            <ul class="rows">
              <For each={all()}>
                {(payment) => (
                  <li class="row qris-row">
                    <span class="row-words">
                      <span class="row-title">{payment.receiptNumber}</span>
                      <span class="row-line">
                        {w().sold({
                          moment: formatMoment(payment.soldAtMs, centre().timeZone, language()),
                          cashier: payment.cashier,
                          till: payment.till,
                        })}
                      </span>
                    </span>
                    <span class="row-amount">
                      <Money amount={payment.amountRupiah} size={20} />
                    </span>
                    <span class="cluster">
                      <ButtonLink href={`/penjualan/${payment.saleId}`}>{w().seeSale}</ButtonLink>
                      <Show when={may("confirm_qris")}>
                        <Button kind="primary" icon={BadgeCheck} onClick={() => setAsked(payment)}>
                          {w().confirm}
                          <span class="visually-hidden"> {payment.receiptNumber}</span>
                        </Button>
                      </Show>
                    </span>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        )}
      </Loaded>
      <ConfirmPayment
        payment={asked()}
        onClose={() => setAsked(null)}
        onConfirmed={confirmed}
        // It was settled elsewhere while one looked at it.
        onGone={() => void payments.again()}
      />
    </div>
  );
}
