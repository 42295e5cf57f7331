// One part of a payment: how much of the rest, and then what belongs to its way.
import Check from "lucide-solid/icons/check";
import { createSignal, onCleanup, Show } from "solid-js";
import { formatRupiah, type Rupiah } from "#rules/money";
import type { QrisCode } from "#rules/qris-codes";
import { Button } from "../ui/Button.tsx";
import { MoneyField } from "../ui/MoneyField.tsx";
import { useWords } from "../words.ts";
import { PayWay } from "./PayWay.tsx";
import { payWords } from "./pay-words.ts";
import type { Payment, Tender } from "./tender.ts";

export function PartForm(props: {
  tender: Tender;
  qrisCode: QrisCode | null;
  onTake: (amount: Rupiah, payment: Payment) => void;
}) {
  const w = useWords(payWords);
  const [amount, setAmount] = createSignal<Rupiah | null>(null);
  const [tried, setTried] = createSignal(false);
  onCleanup(() => props.tender.ask(null));
  const way = () => props.tender.way();
  const judged = () => props.tender.judgePart(way(), amount());
  const fault = () => {
    const now = judged();
    return now.ok ? undefined : w()[now.why];
  };
  const take = (payment: Payment) => {
    setTried(true);
    const part = amount();
    if (part !== null && judged().ok) props.onTake(part, payment);
  };
  return (
    <div class="part">
      <form
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          if (way() === "cash") take({ method: "cash" });
          else setTried(true);
        }}
      >
        <MoneyField
          label={way() === "cash" ? w().partCash : w().partAmount({ way: w()[way()] })}
          hint={w().partHint({ rest: formatRupiah(props.tender.rest()) })}
          size="large"
          value={amount()}
          onChange={(value) => {
            setAmount(value);
            props.tender.ask(judged().ok ? value : null);
            setTried(false);
          }}
          error={tried() || (amount() !== null && !judged().ok) ? fault() : undefined}
          ref={(input) => queueMicrotask(() => input.focus())}
        />
        <Show when={way() === "cash"}>
          <Button type="submit" kind="primary" size="huge" wide icon={Check}>
            {w().takePart}
          </Button>
        </Show>
      </form>
      <Show when={way() !== "cash" && judged().ok && amount()}>
        {(part) => (
          <PayWay
            way={way()}
            amountRupiah={part()}
            tender={props.tender}
            qrisCode={props.qrisCode}
            busy={false}
            focus={false}
            onPay={take}
          />
        )}
      </Show>
    </div>
  );
}
