// Beside a sale that this device has promised by itself: that it is kept, what its stalls have not heard yet, and later that it was sent.
import CloudCheck from "lucide-solid/icons/cloud-check";
import CloudUpload from "lucide-solid/icons/cloud-upload";
import Printer from "lucide-solid/icons/printer";
import { Show } from "solid-js";
import { useDevice } from "../device.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import { dictionary, useWords } from "../words.ts";

const words = dictionary({
  id: {
    kept: "Tersimpan di perangkat ini, belum terkirim. Terkirim sendiri begitu server menjawab.",
    sent: "Sudah terkirim.",
    orders: (of: { stalls: string }) => `Pesanan ${of.stalls} belum terkirim. Sampaikan sendiri.`,
    ordersSent: (of: { stalls: string }) => `Pesanan ${of.stalls} sudah terkirim.`,
    printer: "Printer kasir menunggu server. Cetak dari perangkat ini, atau bagikan struknya.",
    printerAndDrawer:
      "Printer dan laci menunggu server. Buka laci dengan kuncinya; cetak dari perangkat ini, atau bagikan struknya.",
  },
  en: {
    kept: "Kept on this device, not sent yet. It goes by itself once the server answers.",
    sent: "Sent.",
    orders: (of) => `The order for ${of.stalls} is not sent yet. Pass it on yourself.`,
    ordersSent: (of) => `The order for ${of.stalls} is sent.`,
    printer: "The till's printer waits for the server. Print from this device, or share the receipt.",
    printerAndDrawer:
      "Printer and drawer wait for the server. Open the drawer with its key; print from this device, or share the receipt.",
  },
});

/** Stands before the next customer: somebody has to tell the kitchen. */
export function OrdersUntold(props: { orders: readonly string[]; unsent: boolean }) {
  const w = useWords(words);
  const stalls = () => ({ stalls: props.orders.join(", ") });
  return (
    <Show when={props.orders.length > 0}>
      <Notice tone={props.unsent ? "attention" : "done"} live>
        <p>{props.unsent ? w().orders(stalls()) : w().ordersSent(stalls())}</p>
      </Notice>
    </Show>
  );
}

export function KeptHere(props: { unsent: boolean; hasCash: boolean }) {
  const w = useWords(words);
  const device = useDevice();
  const hasPrinter = () => (device.till()?.printerId ?? null) !== null;
  return (
    <div class="kept-here quiet">
      <p class="kept-here-line" role="status">
        <Icon is={props.unsent ? CloudUpload : CloudCheck} />
        <span>{props.unsent ? w().kept : w().sent}</span>
      </p>
      <Show when={hasPrinter()}>
        <p class="kept-here-line">
          <Icon is={Printer} />
          <span>{props.hasCash ? w().printerAndDrawer : w().printer}</span>
        </p>
      </Show>
    </div>
  );
}
