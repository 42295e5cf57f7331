// After paying: the change with its notes, the way to the next customer, and beside them the paper, which nobody waits for.
import CircleCheck from "lucide-solid/icons/circle-check";
import UserRound from "lucide-solid/icons/user-round";
import { onMount, Show } from "solid-js";
import { formatRupiah } from "#rules/money";
import { PaperPanel } from "../PaperPanel.tsx";
import type { PaperJob } from "../paper-jobs.ts";
import { useAnnounce } from "../ui/announcer.tsx";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Money } from "../ui/Money.tsx";
import { Notice } from "../ui/Notice.tsx";
import { dictionary, useWords } from "../words.ts";
import { ChangeNotes } from "./ChangeNotes.tsx";
import type { Checkout } from "./checkout.ts";
import { KeptHere, OrdersUntold } from "./KeptHere.tsx";
import "./pay.css";

const words = dictionary({
  id: {
    title: "Lunas",
    waits: "Tercatat, QRIS belum dipastikan",
    waitsSaid: (of: { amount: string }) =>
      `${of.amount} lewat QRIS belum terlihat masuk. Periksa notifikasi, lalu pastikan di Penjualan.`,
    change: "Kembalian",
    paid: "Dibayar",
    next: "Pelanggan berikutnya",
    said: (of: { title: string; change: string; number: string }) =>
      `${of.title}. Kembalian ${of.change}. Struk ${of.number}.`,
    saidKept: "Tersimpan di perangkat ini, belum terkirim.",
    trained: "Ini latihan: tidak ada yang tersimpan.",
  },
  en: {
    title: "Paid",
    waits: "Recorded, QRIS not confirmed",
    waitsSaid: (of) =>
      `${of.amount} by QRIS has not been seen to arrive. Check the notification, then confirm it in Sales.`,
    change: "Change",
    paid: "Paid",
    next: "Next customer",
    said: (of) => `${of.title}. Change ${of.change}. Receipt ${of.number}.`,
    saidKept: "Kept on this device, not sent yet.",
    trained: "This was training: nothing is kept.",
  },
});

export function Paid(props: { checkout: Checkout; printing: PaperJob; onNext: () => void }) {
  const w = useWords(words);
  const announce = useAnnounce();
  let place: HTMLDivElement | undefined;
  const title = () => ((props.checkout.sold()?.unconfirmedRupiah ?? 0) > 0 ? w().waits : w().title);
  onMount(() => {
    document.title = title();
    const sold = props.checkout.sold();
    if (sold) {
      const facts = { title: title(), change: formatRupiah(sold.changeRupiah), number: sold.receiptNumber };
      announce(sold.kept ? `${w().said(facts)} ${w().saidKept}` : w().said(facts));
    }
    place?.querySelector("button")?.focus();
  });
  /** After a press with a finger or a mouse, Enter is the next customer again and not one more copy. */
  const backToNext = (event: MouseEvent) => {
    const byKeyboard = event.detail === 0;
    if (byKeyboard || !(event.target instanceof Element && event.target.closest("button"))) return;
    queueMicrotask(() => {
      if (!document.querySelector("dialog[open]")) place?.querySelector("button")?.focus();
    });
  };
  return (
    <Show when={props.checkout.sold()}>
      {(sold) => (
        <div class="paid">
          <section class="paid-words">
            <h1 class="paid-title" classList={{ "paid-waits": sold().unconfirmedRupiah > 0 }} tabIndex={-1}>
              <Icon is={CircleCheck} size={32} />
              {title()}
            </h1>
            <Show when={sold().training}>
              <Notice tone="attention">{w().trained}</Notice>
            </Show>
            <Show when={sold().unconfirmedRupiah > 0}>
              <Notice tone="attention">
                {w().waitsSaid({ amount: formatRupiah(sold().unconfirmedRupiah) })}
              </Notice>
            </Show>
            <Show
              when={sold().hasCash}
              fallback={
                <p class="paid-change">
                  <span>{w().paid}</span>
                  <Money amount={sold().totalRupiah} size={48} />
                </p>
              }
            >
              <p class="paid-change">
                <span>{w().change}</span>
                <Money amount={sold().changeRupiah} size={48} />
              </p>
              <ChangeNotes changeRupiah={sold().changeRupiah} />
            </Show>
            <Show when={sold().kept}>
              <OrdersUntold orders={sold().orders} unsent={props.checkout.unsent()} />
            </Show>
            <div class="paid-next" ref={place}>
              <Button kind="primary" size="huge" wide icon={UserRound} onClick={() => props.onNext()}>
                {w().next} <kbd>Enter</kbd>
              </Button>
            </div>
            <Show when={sold().kept}>
              <KeptHere unsent={props.checkout.unsent()} hasCash={sold().hasCash} />
            </Show>
          </section>
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: Only a pointer leaves the key that Enter is written on. */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: It listens to the keys inside. */}
          <section class="paid-receipt" onClick={backToNext}>
            <PaperPanel job={props.printing} before={<p class="quiet">{sold().receiptNumber}</p>} />
          </section>
        </div>
      )}
    </Show>
  );
}
