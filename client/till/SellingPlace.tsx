// The place where one sells: it holds the cart and the checkout, hears the scanner and the keys, and shows where one stands.

import { createEffect, createSignal, Match, on, Show, Switch } from "solid-js";
import type { CatalogueProduct } from "#rules/catalogue";
import { formatRupiah, type Rupiah, rupiah } from "#rules/money";
import type { ShiftView } from "#rules/shift";
import { newId } from "../api.ts";
import { useDevice } from "../device.tsx";
import { useSession } from "../session.tsx";
import { useAnnounce } from "../ui/announcer.tsx";
import { Notice } from "../ui/Notice.tsx";
import { createScanner } from "../ui/scanner.ts";
import { createShortcuts, type Shortcuts } from "../ui/shortcuts.ts";
import { useToasts } from "../ui/toasts.tsx";
import { dictionary, useWords } from "../words.ts";
import { AskDialog } from "./AskDialog.tsx";
import { CartPane, CartSheet, type WayBack } from "./CartPane.tsx";
import { createCart, isWeighed } from "./cart.ts";
import type { CatalogueStore } from "./catalogue.ts";
import { createCheckout } from "./checkout.ts";
import { HelpDialog } from "./HelpDialog.tsx";
import { Paid } from "./Paid.tsx";
import { PayStep } from "./PayStep.tsx";
import { Shelf } from "./Shelf.tsx";
import { createMediaQuery } from "./wide.ts";
import "./till.css";

const words = dictionary({
  id: {
    title: "Kasir",
    added: (of: { name: string; total: string }) => `${of.name} ditambahkan. Total ${of.total}.`,
    removed: (of: { name: string }) => `${of.name} dihapus dari keranjang.`,
    emptied: "Keranjang dikosongkan.",
    unknownCode: (of: { code: string }) => `Kode ${of.code} tidak ada di daftar barang.`,
    waitFirst: "Pindaian belum diterima: pembayaran ini sedang disimpan.",
    finishFirst: "Pindaian belum diterima: selesaikan dulu yang terbuka.",
    tooMuch: "Tidak ditambahkan: jumlahnya terlalu besar.",
  },
  en: {
    title: "Till",
    added: (of) => `${of.name} added. Total ${of.total}.`,
    removed: (of) => `${of.name} removed from the cart.`,
    emptied: "The cart was emptied.",
    unknownCode: (of) => `The code ${of.code} is not in the list of products.`,
    waitFirst: "The scan was not taken: this payment is being saved.",
    finishFirst: "The scan was not taken: finish what is open first.",
    tooMuch: "Not added: that would be too much.",
  },
});

export function SellingPlace(props: { catalogue: CatalogueStore; shift: ShiftView }) {
  const w = useWords(words);
  const { session, person } = useSession();
  const device = useDevice();
  const announce = useAnnounce();
  const toasts = useToasts();
  const wide = createMediaQuery("(min-width: 900px)");
  const book = `${session()?.centre?.code ?? ""}${session()?.practice ? ":latihan" : ""}`;
  const cart = createCart({ newId, storage: window.localStorage, key: `keranjang:${book}` });
  const checkout = createCheckout({
    cart,
    outbox: device.outbox,
    shiftId: () => props.shift.id,
    roundingStep: () => session()?.settings?.cashRoundingRupiah ?? 0,
    now: Date.now,
    named: (productId) => props.catalogue.byId(productId),
    cashier: () => person()?.name ?? "",
    sold: (lines) => props.catalogue.noteSold(lines),
  });
  const [asked, setAsked] = createSignal<CatalogueProduct | null>(null);
  const [unknownCode, setUnknownCode] = createSignal<string | null>(null);
  const [sheetOpen, setSheetOpen] = createSignal(false);
  const [helpOpen, setHelpOpen] = createSignal(false);
  const [wayBack, setWayBack] = createSignal<WayBack | null>(null);
  let search: HTMLInputElement | undefined;

  const put = (product: CatalogueProduct, price: Rupiah, quantityMilli?: number): boolean => {
    const taken = cart.add(product, price, quantityMilli);
    if (taken) setWayBack(null);
    if (taken) announce(w().added({ name: product.name, total: formatRupiah(cart.worth().dueRupiah) }));
    else announce(w().tooMuch, "now");
    return taken;
  };
  /** A price that is open and a weight are asked for; a press guesses neither. */
  const choose = (product: CatalogueProduct) => {
    setUnknownCode(null);
    if (product.priceRupiah === null || isWeighed(product.unit)) setAsked(product);
    else put(product, rupiah(product.priceRupiah));
  };
  const remove = (key: string) => {
    const name = cart.state.lines.find((line) => line.key === key)?.name ?? "";
    offer(w().removed({ name }), cart.remove(key));
    if (cart.isEmpty()) search?.focus();
  };
  const empty = () => {
    setSheetOpen(false);
    offer(w().emptied, cart.clear());
  };
  /** The way back stands where the hand is: on the sheet while it is open, else at the foot of the screen. */
  const offer = (sentence: string, undo: () => void) => {
    const once = () => {
      undo();
      setWayBack(null);
    };
    setWayBack({ sentence, undo: once });
    if (!sheetOpen()) toasts.tell({ sentence, undo: once });
    else announce(sentence);
  };

  createScanner((code) => {
    const stand = checkout.stand();
    if (stand === "sending" || stand === "kept") return announce(w().waitFirst, "now");
    if (document.querySelector("dialog[open]") && !sheetOpen()) return announce(w().finishFirst, "now");
    const product = props.catalogue.byCode(code);
    if (!product) {
      if (stand === "cart") setUnknownCode(code);
      else toasts.tell({ sentence: w().unknownCode({ code }), refused: true });
      return announce(w().unknownCode({ code }), "now");
    }
    // One more thing changes what is to be paid; a scan after the receipt is the next customer's first.
    if (stand === "pay") checkout.back();
    if (stand === "done") checkout.next();
    choose(product);
  });
  createShortcuts({
    F1: () => setHelpOpen(true),
    Escape: () => checkout.back(),
    "ctrl+z": (event) => {
      if (event.target instanceof HTMLInputElement) return;
      wayBack()?.undo();
    },
  });
  createEffect(on(wide, () => setSheetOpen(false)));
  createEffect(on(checkout.stand, (stand) => stand !== "cart" && setSheetOpen(false)));
  // Each stand is a screen of its own, and begins at its top.
  createEffect(
    on(
      () => checkout.stand() === "cart" || checkout.stand(),
      () => {
        window.scrollTo(0, 0);
        document.getElementById("isi")?.scrollTo(0, 0);
        setUnknownCode(null);
        // The key that was pressed is gone; the next one is looked for from the top of this screen.
        if (checkout.stand() === "cart")
          queueMicrotask(() => document.querySelector<HTMLElement>("main h1")?.focus());
      },
      { defer: true },
    ),
  );
  createEffect(() => {
    if (checkout.stand() === "cart") document.title = w().title;
  });

  return (
    <>
      <Switch>
        <Match when={checkout.stand() === "done"}>
          <Paid checkout={checkout} />
        </Match>
        <Match when={checkout.stand() !== "cart"}>
          <PayStep checkout={checkout} cart={cart} />
        </Match>
        <Match when={checkout.stand() === "cart"}>
          <Keys of={{ F2: () => search?.focus(), F9: () => checkout.begin() }} />
          <div class="till">
            <section class="till-shelf" aria-label={w().title}>
              <h1 class="visually-hidden" tabIndex={-1}>
                {w().title}
              </h1>
              <Shelf
                catalogue={props.catalogue}
                cart={cart}
                onChoose={choose}
                onHelp={() => setHelpOpen(true)}
                search={(input) => {
                  search = input;
                }}
              />
              {/* Over the shelf's foot, so that no tile moves from under a finger. */}
              <Show when={unknownCode()}>
                {(code) => (
                  <div class="shelf-unknown">
                    <Notice tone="attention">{w().unknownCode({ code: code() })}</Notice>
                  </div>
                )}
              </Show>
            </section>
            <Show
              when={wide()}
              fallback={
                <CartSheet
                  cart={cart}
                  wayBack={wayBack()}
                  open={sheetOpen()}
                  onOpen={() => setSheetOpen(true)}
                  onClose={() => setSheetOpen(false)}
                  onRemove={remove}
                  onEmpty={empty}
                  onPay={checkout.begin}
                />
              }
            >
              <CartPane cart={cart} onRemove={remove} onEmpty={empty} onPay={checkout.begin} />
            </Show>
          </div>
        </Match>
      </Switch>
      <AskDialog
        product={asked()}
        onClose={() => setAsked(null)}
        onAnswer={(price, quantityMilli) => {
          const product = asked();
          if (product && put(product, price, quantityMilli)) setAsked(null);
        }}
      />
      <HelpDialog open={helpOpen()} onClose={() => setHelpOpen(false)} />
    </>
  );
}

/** Keys that hold only as long as what they stand in is on the screen. */
function Keys(props: { of: Shortcuts }) {
  createShortcuts(props.of);
  return null;
}
