// One sale, from the book or from this device: its receipt, its QRIS money while that waits, and the two ways back: a void and a return.
import Ban from "lucide-solid/icons/ban";
import CloudUpload from "lucide-solid/icons/cloud-upload";
import Printer from "lucide-solid/icons/printer";
import Undo2 from "lucide-solid/icons/undo-2";
import { createEffect, createMemo, createSignal, For, on, Show } from "solid-js";
import { businessDay, formatMoment } from "#rules/business-day";
import { formatRupiah } from "#rules/money";
import { saleReceipt } from "#rules/paper-sale";
import { useDevice } from "../device.tsx";
import { PaperPanel } from "../PaperPanel.tsx";
import { createPaperJob } from "../paper-jobs.ts";
import { useCentre, useSession } from "../session.tsx";
import { Button } from "../ui/Button.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PaperSheet } from "../ui/PaperSheet.tsx";
import { dictionary, language, useWords } from "../words.ts";
import type { PapersHere } from "./papers-here.ts";
import { RefundDialog } from "./RefundDialog.tsx";
import { reasonWords } from "./reasons.ts";
import { waysOf } from "./sale-ways.ts";
import type { SaleShown } from "./sales-shown.ts";
import { VoidDialog } from "./VoidDialog.tsx";
import { WaitingQris } from "./WaitingQris.tsx";

const words = dictionary({
  id: {
    void: "Batalkan",
    refund: "Retur",
    print: "Cetak salinan",
    refunds: "Yang sudah kembali",
    one: (of: { number: string; at: string; reason: string; cashier: string }) =>
      `${of.number}, ${of.at}. Alasan: ${of.reason}. Kasir: ${of.cashier}.`,
    approved: (of: { name: string }) => `Disetujui ${of.name}.`,
    saleApproved: (of: { name: string }) => `Penjualan ini disetujui ${of.name}.`,
    allBack: "Semua sudah diretur.",
    isVoid: "Penjualan ini dibatalkan.",
    shiftFirst: "Uang yang kembali keluar dari laci. Buka kasir dulu.",
    open: "Buka kasir",
    unsent: "Tersimpan di perangkat ini, belum terkirim.",
    held: "Server belum bisa mencatat penjualan ini. Manajer menyelesaikannya di daftar perbaikan.",
  },
  en: {
    void: "Void",
    refund: "Return",
    print: "Print a copy",
    refunds: "What came back",
    one: (of) => `${of.number}, ${of.at}. Reason: ${of.reason}. Cashier: ${of.cashier}.`,
    approved: (of) => `Approved by ${of.name}.`,
    saleApproved: (of) => `This sale was approved by ${of.name}.`,
    allBack: "Everything has come back.",
    isVoid: "This sale is void.",
    shiftFirst: "Money that goes back leaves the drawer. Open the till first.",
    open: "Open the till",
    unsent: "Kept on this device, not sent yet.",
    held: "The server could not record this sale yet. A manager settles it in the repair list.",
  },
});

export function SaleDetail(props: { shown: SaleShown; papers: PapersHere; onRefunded: () => Promise<void> }) {
  const w = useWords(words);
  const r = useWords(reasonWords);
  const centre = useCentre();
  const { session, may } = useSession();
  const device = useDevice();
  const [asking, setAsking] = createSignal<"void" | "return" | null>(null);
  const sale = () => props.shown.view;
  const ways = () => waysOf(sale(), businessDay(Date.now(), centre().timeZone));
  const mayGiveBack = () => may("refund") && !device.looksOn() && (ways().mayVoid || ways().mayReturn);
  const printing = createPaperJob({
    tillId: () => device.till()?.tillId ?? null,
    printerId: () => device.till()?.printerId ?? null,
    here: props.papers.prints,
  });
  // What only this device knows is printed by it alone; anything else is asked for.
  const paperOf = createMemo(() => {
    const { fromHere, view } = props.shown;
    return `${view.id} ${fromHere ? view.refunds.length : "asked"}`;
  });
  createEffect(
    on(paperOf, () => {
      const own = props.shown.fromHere && props.shown.held;
      if (own) printing.showOwn(props.papers.printOfSale(own));
      else printing.clear();
    }),
  );
  // Looking at a receipt is no printing of it: on the screen it is the stored paper.
  const paper = () =>
    saleReceipt(sale(), {
      zone: centre().timeZone,
      language: language(),
      practice: session()?.practice ?? false,
      offline: sale().offline,
      copy: 0,
    });
  const here = () => ({ papers: props.papers, held: props.shown.held, fromHere: props.shown.fromHere });
  const close = () => setAsking(null);
  return (
    <div class="sale">
      <div class="cluster">
        <Show when={may("print") && !props.shown.fromHere}>
          <Button
            icon={Printer}
            busy={printing.busy()}
            onClick={() => void printing.ask({ paper: "receipt", about: sale().id })}
          >
            {w().print}
          </Button>
        </Show>
        <Show when={mayGiveBack() && device.shift()}>
          <Show when={ways().mayReturn}>
            <Button icon={Undo2} onClick={() => setAsking("return")}>
              {w().refund}
            </Button>
          </Show>
          <Show when={ways().mayVoid}>
            <Button icon={Ban} onClick={() => setAsking("void")}>
              {w().void}
            </Button>
          </Show>
        </Show>
      </div>
      <Show when={mayGiveBack() && !device.shift()}>
        <Notice tone="info" action={<ButtonLink href="/kas">{w().open}</ButtonLink>}>
          {w().shiftFirst}
        </Notice>
      </Show>
      <Show when={props.shown.held?.state === "unsent"}>
        <p class="kept-here-line quiet" role="status">
          <Icon is={CloudUpload} />
          <span>{w().unsent}</span>
        </p>
      </Show>
      <Show when={props.shown.held?.state === "held"}>
        <Notice tone="attention">{w().held}</Notice>
      </Show>
      <Show when={ways().waiting.length > 0}>
        <WaitingQris
          sale={sale()}
          mayConfirm={!props.shown.fromHere}
          waiting={ways().waiting}
          onConfirmed={props.onRefunded}
        />
      </Show>
      <Show when={ways().isVoid}>
        <Notice tone="info">{w().isVoid}</Notice>
      </Show>
      <PaperPanel job={printing} before={<PaperSheet name={sale().receiptNumber} rows={paper().rows} />} />
      <Show when={sale().approvedBy}>{(name) => <p>{w().saleApproved({ name: name() })}</p>}</Show>
      <Show when={sale().refunds.length > 0}>
        <section class="stack">
          <h2>{w().refunds}</h2>
          <ul class="sale-refunds">
            <For each={sale().refunds}>
              {(refund) => (
                <li class="apart">
                  <span>
                    {w().one({
                      number: refund.receiptNumber,
                      at: formatMoment(refund.refundedAtMs, centre().timeZone, language()),
                      reason: r()[refund.reason],
                      cashier: refund.cashier,
                    })}
                    <Show when={refund.approvedBy}>{(name) => <> {w().approved({ name: name() })}</>}</Show>
                  </span>
                  <span class="number">{formatRupiah(-refund.totalRupiah)}</span>
                </li>
              )}
            </For>
          </ul>
          <Show when={ways().nothingLeft && !ways().isVoid}>
            <p class="quiet">{w().allBack}</p>
          </Show>
        </section>
      </Show>
      <Show when={asking() === "return" && device.shift()}>
        {(shift) => (
          <RefundDialog
            sale={sale()}
            here={here()}
            shift={shift()}
            onClose={close}
            onRefunded={props.onRefunded}
          />
        )}
      </Show>
      <Show when={asking() === "void" && device.shift()}>
        {(shift) => (
          <VoidDialog
            sale={sale()}
            here={here()}
            shift={shift()}
            onClose={close}
            onRefunded={props.onRefunded}
          />
        )}
      </Show>
    </div>
  );
}
