// Paying: the total, what of it is paid already, the ways to pay as large keys, and what belongs to the chosen way.
import ArrowLeft from "lucide-solid/icons/arrow-left";
import Split from "lucide-solid/icons/split";
import { createEffect, createSignal, onMount, Show } from "solid-js";
import { formatRupiah, type Rupiah } from "#rules/money";
import type { QrisCode } from "#rules/qris-codes";
import type { Method } from "#rules/sale";
import { Refused, sentenceOf } from "../api.ts";
import { ApprovalDialog } from "../approval.tsx";
import { useAnnounce } from "../ui/announcer.tsx";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Money } from "../ui/Money.tsx";
import { Notice } from "../ui/Notice.tsx";
import { createShortcuts } from "../ui/shortcuts.ts";
import { useWords } from "../words.ts";
import type { Cart } from "./cart.ts";
import type { Checkout } from "./checkout.ts";
import { PartForm } from "./PartForm.tsx";
import { PartsPaid } from "./PartsPaid.tsx";
import { PayWay } from "./PayWay.tsx";
import { icons, payWords, ways } from "./pay-words.ts";
import type { Payment, Tender } from "./tender.ts";
import { WaitingSale } from "./WaitingSale.tsx";
import "./pay.css";

interface PayProps {
  checkout: Checkout;
  tender: Tender;
  cart: Cart;
  /** The code that this cart is paid with by QRIS; null where none is on record. */
  qrisCode: QrisCode | null;
}

export function PayStep(props: PayProps) {
  return (
    <Show when={props.checkout.stand() !== "waiting"} fallback={<WaitingSale checkout={props.checkout} />}>
      <Paying {...props} />
      <ApprovalDialog
        forId={props.checkout.saleId()}
        asked={props.checkout.approvalFor()}
        onApproved={(approvalId) => void props.checkout.approved(approvalId)}
        onClose={props.checkout.notApproved}
      />
    </Show>
  );
}

function Paying(props: PayProps) {
  const w = useWords(payWords);
  const announce = useAnnounce();
  const tender = () => props.tender;
  const bill = () => tender().bill();
  const sending = () => props.checkout.stand() === "sending";
  // The focus follows into the chosen way, but not from under the arrow keys that are still choosing.
  const [focusFollows, setFocusFollows] = createSignal(true);
  const [inParts, setInParts] = createSignal(false);
  const choose = (chosen: Method, follow: boolean) => {
    setFocusFollows(follow);
    tender().setWay(chosen);
  };
  const pay = (payment: Payment) => void props.checkout.pay(payment);
  const takePart = (amount: Rupiah, payment: Payment) => {
    tender().addPart(amount, payment);
    setInParts(false);
    setFocusFollows(true);
    const facts = { amount: formatRupiah(amount), rest: formatRupiah(tender().rest()) };
    announce(payment.unconfirmed ? w().partWaits(facts) : w().partTaken(facts));
  };
  createShortcuts({
    F4: () => setInParts(!inParts()),
    F6: () => choose("cash", true),
    F7: () => choose("qris", true),
    F8: () => choose("transfer", true),
    F10: () => choose("edc", true),
  });
  onMount(() => {
    document.title = w().title;
    if (!props.cart.isEmpty()) announce(w().toPay({ total: formatRupiah(tender().rest()) }));
  });
  createEffect(() => {
    const refused = props.checkout.problem();
    if (refused) announce(sentenceOf(refused), "now");
  });
  const problem = () => {
    const refused = props.checkout.problem();
    return refused instanceof Refused && refused.code === "id_conflict" ? w().already : sentenceOf(refused);
  };
  return (
    <div class="pay">
      <section class="pay-what">
        <div class="pay-head">
          <Button kind="plain" icon={ArrowLeft} disabled={sending()} onClick={props.checkout.back}>
            {w().back} <span class="pay-back-where">{w().backWhere}</span> <kbd>Esc</kbd>
          </Button>
          <Button
            icon={Split}
            disabled={sending()}
            aria-pressed={inParts()}
            onClick={() => setInParts(!inParts())}
          >
            {inParts() ? w().whole : w().inParts} <kbd>F4</kbd>
          </Button>
        </div>
        <h1 class="visually-hidden" tabIndex={-1}>
          {w().title}
        </h1>
        <div class="pay-sums" classList={{ "pay-sums-parts": tender().parts().length > 0 }}>
          <p class="pay-total">
            <span>{w().total}</span>
            <Money amount={bill().totalRupiah} size={tender().parts().length > 0 ? 24 : 48} />
            <Show when={bill().roundingRupiah > 0}>
              <span class="quiet">{w().rounding({ amount: formatRupiah(bill().roundingRupiah) })}</span>
            </Show>
          </p>
          <PartsPaid tender={props.tender} disabled={sending()} />
        </div>
        <Choice
          label={w().how}
          value={tender().way()}
          options={ways.map((value) => ({ value, label: w()[value], icon: icons[value] }))}
          onChange={(chosen) => choose(chosen, false)}
          disabled={sending()}
        />
      </section>
      <section class="pay-how">
        <Show when={props.checkout.earlier()}>
          <Notice tone="attention" live>
            {w().earlier}
          </Notice>
        </Show>
        <Show when={props.checkout.problem()}>
          <Notice tone="danger">{problem()}</Notice>
        </Show>
        <Show when={!tender().isOver()} fallback={<Notice tone="attention">{w().over}</Notice>}>
          <Show
            when={!inParts()}
            fallback={<PartForm tender={props.tender} qrisCode={props.qrisCode} onTake={takePart} />}
          >
            <PayWay
              way={tender().way()}
              amountRupiah={tender().rest()}
              tender={props.tender}
              qrisCode={props.qrisCode}
              busy={sending()}
              focus={focusFollows()}
              onPay={pay}
            />
          </Show>
        </Show>
        <p class="pay-saving" role="status">
          {sending() ? w().saving : ""}
        </p>
      </section>
    </div>
  );
}
