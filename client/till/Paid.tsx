// After paying: the change with its notes, the receipt, and the way to the next customer.
import CircleCheck from "lucide-solid/icons/circle-check";
import UserRound from "lucide-solid/icons/user-round";
import { onMount, Show } from "solid-js";
import { formatRupiah } from "#rules/money";
import { useSession } from "../session.tsx";
import { useAnnounce } from "../ui/announcer.tsx";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Money } from "../ui/Money.tsx";
import { PrintButton } from "../ui/printing.tsx";
import { dictionary, useWords } from "../words.ts";
import { ChangeNotes } from "./ChangeNotes.tsx";
import type { Checkout } from "./checkout.ts";
import { PaperChoice, paper } from "./paper.tsx";
import { ReceiptSheet } from "./ReceiptSheet.tsx";
import "./pay.css";

const words = dictionary({
  id: {
    title: "Lunas",
    change: "Kembalian",
    paid: "Dibayar",
    next: "Pelanggan berikutnya",
    print: "Cetak struk",
    said: (of: { change: string; number: string }) => `Lunas. Kembalian ${of.change}. Struk ${of.number}.`,
  },
  en: {
    title: "Paid",
    change: "Change",
    paid: "Paid",
    next: "Next customer",
    print: "Print the receipt",
    said: (of) => `Paid. Change ${of.change}. Receipt ${of.number}.`,
  },
});

export function Paid(props: { checkout: Checkout }) {
  const w = useWords(words);
  const { session } = useSession();
  const announce = useAnnounce();
  let sheet: HTMLElement | undefined;
  let next: HTMLButtonElement | null = null;
  let place: HTMLDivElement | undefined;
  onMount(() => {
    document.title = w().title;
    const receipt = props.checkout.receipt();
    if (receipt)
      announce(w().said({ change: formatRupiah(receipt.changeRupiah), number: receipt.receiptNumber }));
    next = place?.querySelector("button") ?? null;
    next?.focus();
  });
  return (
    <Show when={props.checkout.receipt()}>
      {(receipt) => (
        <div class="paid">
          <section class="paid-words">
            <h1 class="paid-title" tabIndex={-1}>
              <Icon is={CircleCheck} size={32} />
              {w().title}
            </h1>
            <Show
              when={receipt().payments.some((payment) => payment.method === "cash")}
              fallback={
                <p class="paid-change">
                  <span>{w().paid}</span>
                  <Money amount={receipt().totalRupiah} size={48} />
                </p>
              }
            >
              <p class="paid-change">
                <span>{w().change}</span>
                <Money amount={receipt().changeRupiah} size={48} />
              </p>
              <ChangeNotes changeRupiah={receipt().changeRupiah} />
            </Show>
            <div class="paid-next" ref={place}>
              <Button kind="primary" size="huge" wide icon={UserRound} onClick={props.checkout.next}>
                {w().next} <kbd>Enter</kbd>
              </Button>
            </div>
            <div class="cluster">
              <PrintButton size="large" paper={paper()} sheet={() => sheet}>
                {w().print}
              </PrintButton>
              <PaperChoice />
            </div>
          </section>
          <section class="paid-receipt">
            <ReceiptSheet receipt={receipt()} session={session()} ref={(element) => (sheet = element)} />
          </section>
        </div>
      )}
    </Show>
  );
}
