// What a refund pays out, and by which way: before it is done, and after.

import { For, Show } from "solid-js";
import { backByMethod } from "#rules/refund";
import type { RefundPreview } from "#rules/sale-view";
import { useSession } from "../session.tsx";
import { Money } from "../ui/Money.tsx";
import { dictionary, useWords } from "../words.ts";
import type { RefundDone as Done } from "./refund-act.ts";

const words = dictionary({
  id: {
    pays: "Uang yang kembali",
    takenBack: "Yang dibatalkan",
    gave: "Serahkan kepada pelanggan",
    cash: "Tunai, dari laci",
    qris: "Lewat QRIS",
    transfer: "Lewat transfer",
    edc: "Lewat kartu",
    nothing: "Tidak ada uang yang diserahkan: uang QRIS-nya tidak pernah masuk.",
    number: "Nomor struk",
    needs: "Perlu persetujuan manajer.",
    choose: "Pilih barang dan alasannya; jumlahnya muncul di sini.",
  },
  en: {
    pays: "Money to give back",
    takenBack: "Taken back",
    gave: "Give to the customer",
    cash: "Cash, from the drawer",
    qris: "By QRIS",
    transfer: "By transfer",
    edc: "By card",
    nothing: "No money is handed over: the QRIS payment never arrived.",
    number: "Receipt number",
    needs: "A manager must approve it.",
    choose: "Choose the goods and the reason; the amount appears here.",
  },
});

export function RefundPays(props: {
  preview: RefundPreview | null;
  neverCame?: boolean | undefined;
  /** That a manager is needed stands above it already. */
  said?: boolean;
}) {
  const w = useWords(words);
  const { may } = useSession();
  return (
    <section class="refund-pays refund-pays-asked" aria-live="polite">
      <Show when={props.preview} fallback={<p class="quiet">{w().choose}</p>}>
        {(preview) => (
          <>
            <Paying
              title={props.neverCame ? w().takenBack : w().pays}
              size={32}
              totalRupiah={preview().totalRupiah}
              payments={preview().payments}
            />
            <Show when={preview().needs.length > 0 && !may("approve") && !props.said}>
              <p class="refund-needs">{w().needs}</p>
            </Show>
          </>
        )}
      </Show>
    </section>
  );
}

export function RefundDone(props: {
  answer: Done;
  /** The money was never seen to arrive, and so none goes back. */
  neverCame?: boolean | undefined;
}) {
  const w = useWords(words);
  return (
    <section class="refund-pays">
      <Show when={!props.neverCame} fallback={<p>{w().nothing}</p>}>
        <Paying
          title={w().gave}
          size={48}
          totalRupiah={props.answer.totalRupiah}
          payments={props.answer.payments}
        />
      </Show>
      <p class="quiet">
        {w().number}: {props.answer.receiptNumber}
      </p>
    </section>
  );
}

function Paying(props: {
  title: string;
  size: 32 | 48;
  totalRupiah: number;
  payments: RefundPreview["payments"];
}) {
  const w = useWords(words);
  return (
    <>
      <p class="paid-change">
        <span>{props.title}</span>
        <Money amount={props.totalRupiah} size={props.size} />
      </p>
      <ul>
        <For each={backByMethod(props.payments)}>
          {(payment) => (
            <li class="apart">
              <span>{w()[payment.method]}</span>
              <Money amount={payment.amountRupiah} />
            </li>
          )}
        </For>
      </ul>
    </>
  );
}
