// The till's menu: what is needed less often than the cart, each as one large key.
import Contact from "lucide-solid/icons/contact";
import GraduationCap from "lucide-solid/icons/graduation-cap";
import Hand from "lucide-solid/icons/hand";
import Keyboard from "lucide-solid/icons/keyboard";
import Lock from "lucide-solid/icons/lock";
import MonitorSmartphone from "lucide-solid/icons/monitor-smartphone";
import ReceiptText from "lucide-solid/icons/receipt-text";
import { Show } from "solid-js";
import { useSession } from "../session.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useQuickChange } from "../who-is-here.tsx";
import { dictionary, useWords } from "../words.ts";

const words = dictionary({
  id: {
    title: "Menu kasir",
    parked: (of: { count: number }) => `Keranjang tersimpan (${of.count})`,
    last: "Struk terakhir",
    change: "Ganti kasir",
    lock: "Kunci layar",
    display: "Layar pelanggan",
    train: "Mulai latihan",
    endTrain: "Selesai latihan",
    trainFirst: "Kosongkan atau simpan keranjang dulu.",
    trainAlone: "Latihan butuh server, dan server tidak menjawab.",
    keys: "Tombol papan ketik",
  },
  en: {
    title: "The till's menu",
    parked: (of) => `Carts put aside (${of.count})`,
    last: "Last receipt",
    change: "Change cashier",
    lock: "Lock the screen",
    display: "Customer's screen",
    train: "Start training",
    endTrain: "End training",
    trainFirst: "Empty the cart or put it aside first.",
    trainAlone: "Training needs the server, which does not answer.",
    keys: "Keyboard keys",
  },
});

export function TillMenu(props: {
  open: boolean;
  parkedCount: number;
  training: { on: () => boolean; turn: (on: boolean) => void };
  mayTrain: boolean;
  /** Nothing answers. */
  alone: boolean;
  /** Null where this device has sold nothing lately. */
  onLast: (() => void) | null;
  onParked: () => void;
  onDisplay: () => void;
  onHelp: () => void;
  onClose: () => void;
}) {
  const w = useWords(words);
  const { lock } = useSession();
  const quick = useQuickChange();
  /** To end it takes no server. */
  const mayTurn = () => props.mayTrain && (!props.alone || props.training.on());
  const then = (act: () => void) => () => {
    props.onClose();
    act();
  };
  return (
    <Dialog open={props.open} title={w().title} onClose={props.onClose}>
      <div class="till-menu">
        <Button size="large" wide icon={Hand} onClick={() => props.onParked()}>
          {w().parked({ count: props.parkedCount })} <kbd>F6</kbd>
        </Button>
        <Show when={props.onLast}>
          {(last) => (
            <Button size="large" wide icon={ReceiptText} onClick={() => last()()}>
              {w().last}
            </Button>
          )}
        </Show>
        <Button size="large" wide icon={Contact} onClick={then(quick.open)}>
          {w().change} <kbd>F3</kbd>
        </Button>
        <Button size="large" wide icon={Lock} onClick={then(lock)}>
          {w().lock}
        </Button>
        <Button size="large" wide icon={MonitorSmartphone} onClick={() => props.onDisplay()}>
          {w().display}
        </Button>
        <Button
          size="large"
          wide
          icon={GraduationCap}
          disabled={!mayTurn()}
          onClick={then(() => props.training.turn(!props.training.on()))}
        >
          {props.training.on() ? w().endTrain : w().train}
        </Button>
        <Show when={!mayTurn()}>
          <p class="quiet">{props.mayTrain ? w().trainAlone : w().trainFirst}</p>
        </Show>
        <Button class="till-menu-keys" size="large" wide icon={Keyboard} onClick={() => props.onHelp()}>
          {w().keys} <kbd>F1</kbd>
        </Button>
      </div>
    </Dialog>
  );
}
