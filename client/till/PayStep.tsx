// Paying: the total, the way to pay, and what belongs to that way; nothing else is on the screen.
import ArrowLeft from "lucide-solid/icons/arrow-left";
import BanknoteIcon from "lucide-solid/icons/banknote";
import Landmark from "lucide-solid/icons/landmark";
import QrCode from "lucide-solid/icons/qr-code";
import { createEffect, createSignal, Match, onMount, Show, Switch } from "solid-js";
import { formatRupiah } from "#rules/money";
import type { Method } from "#rules/sale";
import { sentenceOf } from "../api.ts";
import { useAnnounce } from "../ui/announcer.tsx";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Money } from "../ui/Money.tsx";
import { Notice } from "../ui/Notice.tsx";
import { createShortcuts } from "../ui/shortcuts.ts";
import { dictionary, useWords } from "../words.ts";
import { ApprovalDialog } from "./ApprovalDialog.tsx";
import { CashlessPay } from "./CashlessPay.tsx";
import { CashPay } from "./CashPay.tsx";
import type { Cart } from "./cart.ts";
import type { Checkout, Payment } from "./checkout.ts";
import { Kept } from "./Kept.tsx";
import "./pay.css";

const words = dictionary({
  id: {
    title: "Bayar",
    back: "Kembali ke keranjang",
    total: "Total",
    rounding: (of: { amount: string }) => `sudah dibulatkan turun ${of.amount}`,
    how: "Cara bayar",
    cash: "Tunai",
    qris: "QRIS",
    transfer: "Transfer",
    toPay: (of: { total: string }) => `Total ${of.total}. Pilih cara bayar.`,
    saving: "Menyimpan …",
    earlier:
      "Tindakan sebelumnya di kasir ini belum terkirim. Tunggu sampai terkirim, lalu terima pembayaran ini lagi.",
    already:
      "Keranjang ini sudah tercatat sebagai penjualan. Periksa di Penjualan; kalau benar, kembali dan kosongkan keranjang.",
    why: "Penjualan ini di bawah bagian pembuat dan harga pokoknya. Manajer perlu menyetujuinya.",
  },
  en: {
    title: "Pay",
    back: "Back to the cart",
    total: "Total",
    rounding: (of) => `rounded down by ${of.amount}`,
    how: "Way to pay",
    cash: "Cash",
    qris: "QRIS",
    transfer: "Transfer",
    toPay: (of) => `Total ${of.total}. Choose how to pay.`,
    saving: "Saving …",
    earlier: "An earlier act of this till is not sent yet. Wait until it is, then take this payment again.",
    already:
      "This cart is already recorded as a sale. Look it up in Sales; if it is there, go back and empty the cart.",
    why: "This sale is below what the makers and the cost take of it. A manager must approve it.",
  },
});

const ways = ["cash", "qris", "transfer"] as const;

export function PayStep(props: { checkout: Checkout; cart: Cart }) {
  const w = useWords(words);
  const announce = useAnnounce();
  const [way, setWay] = createSignal<Method>("cash");
  const bill = () => props.checkout.bill(way());
  const sending = () => props.checkout.stand() === "sending";
  const pay = (payment: Payment) => void props.checkout.pay(payment);
  // The focus follows into the chosen way, but not from under the arrow keys that are still choosing.
  const [focusFollows, setFocusFollows] = createSignal(true);
  const choose = (chosen: Method, follow: boolean) => {
    setFocusFollows(follow);
    setWay(chosen);
  };
  createShortcuts({
    F6: () => choose("cash", true),
    F7: () => choose("qris", true),
    F8: () => choose("transfer", true),
  });
  onMount(() => {
    document.title = w().title;
    if (!props.cart.isEmpty()) announce(w().toPay({ total: formatRupiah(bill().totalRupiah) }));
  });
  createEffect(() => {
    const refused = props.checkout.problem();
    if (refused) announce(sentenceOf(refused), "now");
  });
  const icons = { cash: BanknoteIcon, qris: QrCode, transfer: Landmark };
  return (
    <Show when={props.checkout.stand() !== "kept"} fallback={<Kept checkout={props.checkout} />}>
      <div class="pay">
        <section class="pay-what">
          <Button kind="plain" icon={ArrowLeft} disabled={sending()} onClick={props.checkout.back}>
            {w().back} <kbd>Esc</kbd>
          </Button>
          <h1 class="visually-hidden" tabIndex={-1}>
            {w().title}
          </h1>
          <p class="pay-total">
            <span>{w().total}</span>
            <Money amount={bill().totalRupiah} size={48} />
            <Show when={bill().roundingRupiah > 0}>
              <span class="quiet">{w().rounding({ amount: formatRupiah(bill().roundingRupiah) })}</span>
            </Show>
          </p>
          <Choice
            label={w().how}
            value={way()}
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
            {(refused) => (
              <Notice tone="danger">
                {refused().code === "id_conflict" ? w().already : sentenceOf(refused())}
              </Notice>
            )}
          </Show>
          <Switch>
            <Match when={way() === "cash"}>
              <CashPay
                totalRupiah={bill().totalRupiah}
                busy={sending()}
                focus={focusFollows()}
                onPay={(tenderedRupiah) => pay({ method: "cash", tenderedRupiah })}
              />
            </Match>
            <Match when={way() !== "cash"}>
              <CashlessPay
                way={way()}
                totalRupiah={bill().totalRupiah}
                busy={sending()}
                focus={focusFollows()}
                onPay={() => pay({ method: way() })}
              />
            </Match>
          </Switch>
          <p class="pay-saving" role="status">
            {sending() ? w().saving : ""}
          </p>
        </section>
      </div>
      <ApprovalDialog
        open={props.checkout.approvalAsked()}
        why={w().why}
        onApproved={(approvalId) => void props.checkout.approved(approvalId)}
        onClose={props.checkout.notApproved}
      />
    </Show>
  );
}
