// Says which key does what, for those who work without a mouse.
import { For } from "solid-js";
import { Dialog } from "../ui/Dialog.tsx";
import { dictionary, useWords } from "../words.ts";

const words = dictionary({
  id: {
    title: "Tombol papan ketik",
    scan: "Pindai kode kapan saja: barangnya masuk keranjang.",
    help: "Bantuan ini",
    search: "Cari barang; Enter memasukkan satu-satunya yang ditemukan",
    pay: "Bayar; sekali lagi untuk uang pas",
    park: "Simpan keranjang dulu; saat membayar: bayar sebagian",
    parked: "Keranjang tersimpan",
    menu: "Menu kasir",
    change: "Ganti kasir",
    methods: "Saat membayar: tunai, QRIS, transfer, kartu",
    enter: "Terima pembayaran, lalu pelanggan berikutnya",
    back: "Kembali ke keranjang",
    undo: "Urungkan penghapusan terakhir",
  },
  en: {
    title: "Keyboard keys",
    scan: "Scan a code at any time: the product goes into the cart.",
    help: "This help",
    search: "Search products; Enter takes the only one found",
    pay: "Pay; once more for exact money",
    park: "Put the cart aside; while paying: pay a part",
    parked: "Carts put aside",
    menu: "The till's menu",
    change: "Change cashier",
    methods: "While paying: cash, QRIS, transfer, card",
    enter: "Take the payment, then the next customer",
    back: "Back to the cart",
    undo: "Undo the last removal",
  },
});

export function HelpDialog(props: { open: boolean; onClose: () => void }) {
  const w = useWords(words);
  const keys = (): readonly (readonly [string, string])[] => [
    ["F1", w().help],
    ["F2", w().search],
    ["F3", w().change],
    ["F4", w().park],
    ["F6", w().parked],
    ["F8", w().menu],
    ["F9", w().pay],
    ["F6 F7 F8 F10", w().methods],
    ["Enter", w().enter],
    ["Esc", w().back],
    ["Ctrl+Z", w().undo],
  ];
  return (
    <Dialog open={props.open} title={w().title} onClose={props.onClose}>
      <p>{w().scan}</p>
      <dl class="help-keys">
        <For each={keys()}>
          {([key, does]) => (
            <div>
              <dt>
                <For each={key.split(" ")}>{(one) => <kbd>{one}</kbd>}</For>
              </dt>
              <dd>{does}</dd>
            </div>
          )}
        </For>
      </dl>
    </Dialog>
  );
}
