// What a hand does at the till: putting in, taking out, putting aside, each said aloud and each with its way back.
import { createSignal } from "solid-js";
import { formatTime } from "#rules/business-day";
import type { CatalogueProduct } from "#rules/catalogue";
import { formatRupiah, type Rupiah, rupiah } from "#rules/money";
import { useCentre } from "../session.tsx";
import { useAnnounce } from "../ui/announcer.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { useWords } from "../words.ts";
import type { WayBack } from "./CartPane.tsx";
import { isWeighed } from "./cart.ts";
import type { Parked } from "./parked.ts";
import { sellingWords } from "./selling-words.ts";
import type { Till } from "./till-store.ts";

export function createSellingActs(till: Till) {
  const w = useWords(sellingWords);
  const announce = useAnnounce();
  const toasts = useToasts();
  const centre = useCentre();
  const { cart, parked, tender } = till;
  const [asked, setAsked] = createSignal<CatalogueProduct | null>(null);
  const [wayBack, setWayBack] = createSignal<WayBack | null>(null);
  const [sheetOpen, setSheetOpen] = createSignal(false);

  const put = (product: CatalogueProduct, price: Rupiah, quantityMilli?: number): boolean => {
    const taken = cart.add(product, price, quantityMilli);
    if (taken) setWayBack(null);
    if (taken) announce(w().added({ name: product.name, total: formatRupiah(cart.worth().dueRupiah) }));
    else announce(w().tooMuch, "now");
    return taken;
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
  /** The hour alone: a name is read at a glance. */
  const nameNow = () => {
    const [time = ""] = formatTime(Date.now(), centre().timeZone).split(" ");
    return w().parkedName({ time });
  };
  return {
    asked,
    stopAsking: () => setAsked(null),
    wayBack,
    sheetOpen,
    setSheetOpen,
    put,
    /** A price that is open and a weight are asked for; a press guesses neither. */
    choose: (product: CatalogueProduct) => {
      if (product.priceRupiah === null || isWeighed(product.unit)) setAsked(product);
      else put(product, rupiah(product.priceRupiah));
    },
    remove: (key: string) => {
      const name = cart.state.lines.find((line) => line.key === key)?.name ?? "";
      offer(w().removed({ name }), cart.remove(key));
    },
    empty: () => {
      setSheetOpen(false);
      // Read before the cart is gone: money of a customer who leaves is nowhere in the book.
      const paid = tender.paid();
      offer(paid > 0 ? w().emptiedPaid({ paid: formatRupiah(paid) }) : w().emptied, cart.clear());
    },
    nameNow,
    park: async (name: string) => {
      setSheetOpen(false);
      await parked.park(name);
      toasts.tell({ sentence: w().parked({ name }) });
    },
    takeBack: async (one: Parked) => {
      const taken = await parked.takeBack(one.cart.id, nameNow());
      if (taken) announce(w().takenBack({ name: one.name }));
      else toasts.tell({ sentence: w().cannotTakeBack({ name: one.name }), refused: true });
    },
    removeParked: async (one: Parked) => {
      const paid = tender.paidFor(one.cart.id);
      const undo = await parked.remove(one.cart.id);
      const sentence =
        paid > 0
          ? w().parkedRemovedPaid({ name: one.name, paid: formatRupiah(paid) })
          : w().parkedRemoved({ name: one.name });
      toasts.tell({ sentence, undo: () => void undo() });
    },
  };
}

export type SellingActs = ReturnType<typeof createSellingActs>;
