// The till's menu: what is needed less often than the cart, each as one large key.
import Contact from "lucide-solid/icons/contact";
import GraduationCap from "lucide-solid/icons/graduation-cap";
import Hand from "lucide-solid/icons/hand";
import Keyboard from "lucide-solid/icons/keyboard";
import Lock from "lucide-solid/icons/lock";
import MonitorSmartphone from "lucide-solid/icons/monitor-smartphone";
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
    change: "Ganti kasir",
    lock: "Kunci layar",
    display: "Layar pelanggan",
    train: "Mulai latihan",
    endTrain: "Selesai latihan",
    trainFirst: "Kosongkan atau simpan keranjang dulu.",
    keys: "Tombol papan ketik",
  },
  en: {
    title: "The till's menu",
    parked: (of) => `Carts put aside (${of.count})`,
    change: "Change cashier",
    lock: "Lock the screen",
    display: "Customer's screen",
    train: "Start training",
    endTrain: "End training",
    trainFirst: "Empty the cart or put it aside first.",
    keys: "Keyboard keys",
  },
});

export function TillMenu(props: {
  open: boolean;
  parkedCount: number;
  training: { on: () => boolean; turn: (on: boolean) => void };
  mayTrain: boolean;
  onParked: () => void;
  onDisplay: () => void;
  onHelp: () => void;
  onClose: () => void;
}) {
  const w = useWords(words);
  const { lock } = useSession();
  const quick = useQuickChange();
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
          disabled={!props.mayTrain}
          onClick={then(() => props.training.turn(!props.training.on()))}
        >
          {props.training.on() ? w().endTrain : w().train}
        </Button>
        <Show when={!props.mayTrain}>
          <p class="quiet">{w().trainFirst}</p>
        </Show>
        <Button class="till-menu-keys" size="large" wide icon={Keyboard} onClick={() => props.onHelp()}>
          {w().keys} <kbd>F1</kbd>
        </Button>
      </div>
    </Dialog>
  );
}
