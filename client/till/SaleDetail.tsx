// One sale from the book: its receipt, what came back of it, and the way to a refund.
import Undo2 from "lucide-solid/icons/undo-2";
import { createSignal, For, Show } from "solid-js";
import { formatMoment } from "#rules/business-day";
import { formatRupiah } from "#rules/money";
import type { SaleView } from "#rules/sale-view";
import { useDevice } from "../device.tsx";
import { useCentre, useSession } from "../session.tsx";
import { Button } from "../ui/Button.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PrintButton } from "../ui/printing.tsx";
import { dictionary, language, useWords } from "../words.ts";
import { paper } from "./paper.tsx";
import { ReceiptSheet } from "./ReceiptSheet.tsx";
import { RefundDialog } from "./RefundDialog.tsx";
import { reasonWords } from "./reasons.ts";
import { receiptOfSale } from "./receipt.ts";

const words = dictionary({
  id: {
    refund: "Retur",
    print: "Cetak salinan",
    refunds: "Yang sudah diretur",
    one: (of: { number: string; at: string; reason: string }) =>
      `${of.number}, ${of.at}. Alasan: ${of.reason}.`,
    allBack: "Semua sudah diretur.",
    shiftFirst: "Uang retur keluar dari laci. Buka kasir dulu.",
    open: "Buka kasir",
  },
  en: {
    refund: "Refund",
    print: "Print a copy",
    refunds: "What came back",
    one: (of) => `${of.number}, ${of.at}. Reason: ${of.reason}.`,
    allBack: "Everything has come back.",
    shiftFirst: "The money of a refund leaves the drawer. Open the till first.",
    open: "Open the till",
  },
});

export function SaleDetail(props: { sale: SaleView; onRefunded: () => Promise<void> }) {
  const w = useWords(words);
  const r = useWords(reasonWords);
  const centre = useCentre();
  const { session, may } = useSession();
  const device = useDevice();
  const [refunding, setRefunding] = createSignal(false);
  const nothingLeft = () => props.sale.lines.every((line) => line.refundedMilli >= line.quantityMilli);
  let sheet: HTMLElement | undefined;
  return (
    <div class="sale">
      <div class="cluster">
        <PrintButton paper={paper()} sheet={() => sheet}>
          {w().print}
        </PrintButton>
        <Show when={may("refund") && !nothingLeft() && device.shift()}>
          <Button icon={Undo2} onClick={() => setRefunding(true)}>
            {w().refund}
          </Button>
        </Show>
      </div>
      <Show when={may("refund") && !nothingLeft() && !device.shift()}>
        <Notice tone="info" action={<ButtonLink href="/kas">{w().open}</ButtonLink>}>
          {w().shiftFirst}
        </Notice>
      </Show>
      <ReceiptSheet
        receipt={receiptOfSale(props.sale)}
        session={session()}
        ref={(element) => (sheet = element)}
      />
      <Show when={props.sale.refunds.length > 0}>
        <section class="stack">
          <h2>{w().refunds}</h2>
          <ul class="sale-refunds">
            <For each={props.sale.refunds}>
              {(refund) => (
                <li class="apart">
                  <span>
                    {w().one({
                      number: refund.receiptNumber,
                      at: formatMoment(refund.refundedAtMs, centre().timeZone, language()),
                      reason: r()[refund.reason],
                    })}
                  </span>
                  <span class="number">{formatRupiah(-refund.totalRupiah)}</span>
                </li>
              )}
            </For>
          </ul>
          <Show when={nothingLeft()}>
            <p class="quiet">{w().allBack}</p>
          </Show>
        </section>
      </Show>
      <Show when={refunding() && device.shift()}>
        {(shift) => (
          <RefundDialog
            sale={props.sale}
            shift={shift()}
            onClose={() => setRefunding(false)}
            onRefunded={props.onRefunded}
          />
        )}
      </Show>
    </div>
  );
}
