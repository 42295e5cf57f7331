// The place where one sells: it hears the scanner and the keys, and shows where one stands with this customer.
import { useNavigate } from "@solidjs/router";
import { createEffect, createSignal, Match, on, Show, Switch } from "solid-js";
import type { ShiftView } from "#rules/shift";
import { useCentre } from "../session.tsx";
import { useAnnounce } from "../ui/announcer.tsx";
import { Notice } from "../ui/Notice.tsx";
import { createScanner } from "../ui/scanner.ts";
import { createShortcuts, type Shortcuts } from "../ui/shortcuts.ts";
import { useToasts } from "../ui/toasts.tsx";
import { useWords } from "../words.ts";
import { AskDialog } from "./AskDialog.tsx";
import { CartPane, CartSheet } from "./CartPane.tsx";
import type { CatalogueStore } from "./catalogue.ts";
import { DisplayDialog } from "./DisplayDialog.tsx";
import { HelpDialog } from "./HelpDialog.tsx";
import { Paid } from "./Paid.tsx";
import { ParkDialog, ParkedDialog } from "./ParkedDialogs.tsx";
import { PayStep } from "./PayStep.tsx";
import { findReceipt, looksLikeReceipt } from "./receipt-search.ts";
import { Shelf } from "./Shelf.tsx";
import { createSellingActs } from "./selling-acts.ts";
import { sellingWords } from "./selling-words.ts";
import { TillMenu } from "./TillMenu.tsx";
import { TrainingBand } from "./TrainingBand.tsx";
import { createTill } from "./till-store.ts";
import { Unprinted } from "./Unprinted.tsx";
import { WithoutServer } from "./WithoutServer.tsx";
import { createWhyNot } from "./why-not.tsx";
import { createMediaQuery } from "./wide.ts";
import "./till.css";

type Open = "help" | "menu" | "park" | "parked" | "display" | null;

export function SellingPlace(props: { catalogue: CatalogueStore; shift: ShiftView }) {
  const w = useWords(sellingWords);
  const announce = useAnnounce();
  const toasts = useToasts();
  const navigate = useNavigate();
  const centre = useCentre();
  const wide = createMediaQuery("(min-width: 900px)");
  const till = createTill({ catalogue: props.catalogue, shift: () => props.shift });
  const { cart, checkout, tender, parked, printing, training } = till;
  const acts = createSellingActs(till);
  const [unknownCode, setUnknownCode] = createSignal<string | null>(null);
  const [open, setOpen] = createSignal<Open>(null);
  const close = () => setOpen(null);
  let search: HTMLInputElement | undefined;

  const remove = (key: string) => {
    acts.remove(key);
    if (cart.isEmpty()) search?.focus();
  };
  const toReceipt = async (number: string) => {
    const sale = till.papers.byNumber(number) ?? (await findReceipt(number));
    if (sale) navigate(`/penjualan/${sale.id}`);
    else toasts.tell({ sentence: w().unknownReceipt({ code: number }), refused: true });
  };
  const toLast = () => navigate(`/penjualan/${till.papers.sales()[0]?.view.id ?? ""}`);
  const { sells } = props.catalogue;
  const { pay, why } = createWhyNot({ cart, checkout, sells, show: () => acts.setSheetOpen(!wide()) });
  createScanner((code) => {
    const stand = checkout.stand();
    if (stand === "sending" || stand === "waiting") return announce(w().waitFirst, "now");
    if (document.querySelector("dialog[open]") && !acts.sheetOpen()) return announce(w().finishFirst, "now");
    const product = props.catalogue.byCode(code);
    if (!product && stand !== "pay" && looksLikeReceipt(code)) return void toReceipt(code);
    if (!product) {
      if (stand === "cart") setUnknownCode(code);
      else toasts.tell({ sentence: w().unknownCode({ code }), refused: true });
      return announce(w().unknownCode({ code }), "now");
    }
    // One more thing changes what is to be paid; a scan after the receipt is the next customer's first.
    if (stand === "pay") checkout.back();
    if (stand === "done") checkout.next();
    setUnknownCode(null);
    acts.choose(product);
  });
  createShortcuts({
    F1: () => setOpen("help"),
    Escape: () => checkout.back(),
    "ctrl+z": (event) => {
      if (event.target instanceof HTMLInputElement) return;
      acts.wayBack()?.undo();
    },
  });
  createEffect(on(wide, () => acts.setSheetOpen(false)));
  createEffect(
    on(checkout.stand, (stand) => {
      if (stand === "cart") return;
      acts.setSheetOpen(false);
      // What was offered over the shelf would lie over the keys to pay.
      for (const toast of toasts.toasts()) toasts.dismiss(toast);
    }),
  );
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
  const cartProps = {
    cart,
    onRemove: remove,
    onEmpty: acts.empty,
    onPark: () => setOpen("park"),
    onParked: () => setOpen("parked"),
    onPay: pay,
    sells,
  };

  return (
    <>
      <TrainingBand training={training} mayEnd={checkout.stand() === "cart" && cart.isEmpty()} />
      <Switch>
        <Match when={checkout.stand() === "done"}>
          <Paid checkout={checkout} printing={printing} onNext={checkout.next} />
        </Match>
        <Match when={checkout.stand() !== "cart"}>
          <PayStep checkout={checkout} tender={tender} cart={cart} qrisCode={till.qrisCode()} />
        </Match>
        <Match when={checkout.stand() === "cart"}>
          <Keys
            of={{
              F2: () => search?.focus(),
              F4: () => !cart.isEmpty() && setOpen("park"),
              F6: () => setOpen("parked"),
              F8: () => setOpen("menu"),
              F9: pay,
            }}
          />
          <div class="till">
            <section class="till-shelf" aria-label={w().title}>
              <h1 class="visually-hidden" tabIndex={-1}>
                {w().title}
              </h1>
              <WithoutServer catalogue={props.catalogue} />
              <Shelf
                catalogue={props.catalogue}
                cart={cart}
                onChoose={(product) => {
                  setUnknownCode(null);
                  acts.choose(product);
                }}
                onMenu={() => setOpen("menu")}
                search={(input) => {
                  search = input;
                }}
              />
              {/* Over the shelf's foot, so that no tile moves from under a finger. */}
              <div class="shelf-unknown">
                <Show when={unknownCode()}>
                  {(code) => <Notice tone="attention">{w().unknownCode({ code: code() })}</Notice>}
                </Show>
                <Unprinted till={till} />
              </div>
            </section>
            <Show
              when={wide()}
              fallback={
                <CartSheet
                  {...cartProps}
                  parkedCount={parked.all().length}
                  paidRupiah={tender.paid()}
                  whyNot={why()}
                  wayBack={acts.wayBack()}
                  open={acts.sheetOpen()}
                  onOpen={() => acts.setSheetOpen(true)}
                  onClose={() => acts.setSheetOpen(false)}
                />
              }
            >
              <CartPane
                {...cartProps}
                parkedCount={parked.all().length}
                paidRupiah={tender.paid()}
                whyNot={why()}
              />
            </Show>
          </div>
        </Match>
      </Switch>
      <AskDialog
        product={acts.asked()}
        onClose={acts.stopAsking}
        onAnswer={(price, quantityMilli) => {
          const product = acts.asked();
          if (product && acts.put(product, price, quantityMilli)) acts.stopAsking();
        }}
      />
      <HelpDialog open={open() === "help"} onClose={close} />
      <TillMenu
        open={open() === "menu"}
        parkedCount={parked.all().length}
        training={training}
        mayTrain={cart.isEmpty()}
        alone={till.papers.alone()}
        onLast={till.papers.sales()[0] ? toLast : null}
        onParked={() => setOpen("parked")}
        onDisplay={() => setOpen("display")}
        onHelp={() => setOpen("help")}
        onClose={close}
      />
      <ParkDialog
        open={open() === "park"}
        suggested={acts.nameNow()}
        onPark={(name) => {
          close();
          void acts.park(name);
        }}
        onClose={close}
      />
      <ParkedDialog
        open={open() === "parked"}
        parked={parked}
        zone={centre().timeZone}
        swaps={!cart.isEmpty()}
        onTakeBack={(one) => {
          close();
          void acts.takeBack(one);
        }}
        onRemove={(one) => void acts.removeParked(one)}
        onClose={close}
      />
      <DisplayDialog open={open() === "display"} talk={till.talk} onClose={close} />
    </>
  );
}

/** Keys that hold only as long as what they stand in is on the screen. */
function Keys(props: { of: Shortcuts }) {
  createShortcuts(props.of);
  return null;
}
