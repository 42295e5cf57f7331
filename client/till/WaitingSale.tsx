// A payment that only the server can say yes to, and that has not answered: what it is, what goes back, and that it is repeated.
import RefreshCw from "lucide-solid/icons/refresh-cw";
import { onMount, Show } from "solid-js";
import { sentenceOf } from "../api.ts";
import { useOutbox } from "../device.tsx";
import { useAnnounce } from "../ui/announcer.tsx";
import { Button } from "../ui/Button.tsx";
import { Money } from "../ui/Money.tsx";
import { Notice } from "../ui/Notice.tsx";
import { dictionary, useWords } from "../words.ts";
import { ChangeNotes } from "./ChangeNotes.tsx";
import type { Checkout } from "./checkout.ts";

const words = dictionary({
  id: {
    title: "Menunggu jawaban server",
    said: "Jangan serahkan barang dan kembalian dulu: paling lama setengah menit lagi. Pembayaran ini tersimpan di perangkat ini, dikirim lagi dengan sendirinya, dan tidak akan tercatat dua kali.",
    signIn: "Server meminta Anda masuk lagi. Setelah masuk, pembayaran ini terkirim.",
    total: "Total",
    change: "Kembalian",
    again: "Kirim sekarang",
    number: "Nomor struk sementara",
  },
  en: {
    title: "Waiting for the server's answer",
    said: "Do not hand over the goods and the change yet: half a minute more at most. This payment is kept on this device, is sent again by itself, and will not be recorded twice.",
    signIn: "The server asks you to sign in again. After that this payment is sent.",
    total: "Total",
    change: "Change",
    again: "Send now",
    number: "Receipt number so far",
  },
});

export function WaitingSale(props: { checkout: Checkout }) {
  const w = useWords(words);
  const outbox = useOutbox();
  const announce = useAnnounce();
  onMount(() => announce(`${w().title}. ${w().said}`, "now"));
  return (
    <div class="paid">
      <section class="paid-words">
        <h1 tabIndex={-1}>{w().title}</h1>
        <Notice tone="attention">
          <p>{outbox.reason()?.code === "not_signed_in" ? w().signIn : w().said}</p>
          <Show when={outbox.reason()}>{(reason) => <p>{sentenceOf(reason())}</p>}</Show>
        </Notice>
        <Show when={props.checkout.waiting()}>
          {(sale) => (
            <>
              <p class="paid-change">
                <span>{w().total}</span>
                <Money amount={sale().totalRupiah} size={32} />
              </p>
              <Show when={sale().hasCash}>
                <p class="paid-change">
                  <span>{w().change}</span>
                  <Money amount={sale().changeRupiah} size={48} />
                </p>
                <ChangeNotes changeRupiah={sale().changeRupiah} />
              </Show>
              <p class="quiet">
                {w().number}: {sale().receiptNumber}
              </p>
            </>
          )}
        </Show>
        <Button
          kind="primary"
          size="huge"
          wide
          icon={RefreshCw}
          busy={outbox.sending()}
          onClick={() => void outbox.retry()}
        >
          {w().again}
        </Button>
      </section>
    </div>
  );
}
