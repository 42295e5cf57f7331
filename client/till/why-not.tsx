// Why this cart cannot be paid: it stands above the key that was pressed, as long as it holds.
import Contact from "lucide-solid/icons/contact";
import { createEffect, createMemo, createSignal, on, Show } from "solid-js";
import { sentenceOf } from "../api.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useQuickChange } from "../who-is-here.tsx";
import { useWords } from "../words.ts";
import type { Cart } from "./cart.ts";
import type { Checkout } from "./checkout.ts";
import { sellingWords } from "./selling-words.ts";

export interface WhyNot {
  readonly sentence: string;
  /** A manager who takes over here sells on with the same cart. */
  readonly forManager: boolean;
}

/** Paying, and why it is not: told before the customer hands over money, each time that somebody tries. */
export function createWhyNot(needs: {
  cart: Cart;
  checkout: Checkout;
  sells: (productId: number) => boolean;
  /** Brings it into sight, where it stands on a sheet. */
  show: () => void;
}) {
  const w = useWords(sellingWords);
  const { cart, checkout } = needs;
  const foreign = () => cart.state.lines.find((line) => !needs.sells(line.productId));
  const [triedForeign, setTriedForeign] = createSignal(0);
  createEffect(on(cart.worth, () => setTriedForeign(0), { defer: true }));
  const why = createMemo<WhyNot | null>(() => {
    const line = triedForeign() > 0 ? foreign() : undefined;
    if (line) return { sentence: w().notYours({ name: line.name }), forManager: false };
    const reason = checkout.turnedAway();
    return reason && { sentence: sentenceOf(reason), forManager: reason.code === "approval_needs_server" };
  });
  createEffect(on(why, (reason) => reason && needs.show(), { defer: true }));
  return {
    why,
    pay: () => {
      if (foreign()) setTriedForeign((times) => times + 1);
      else checkout.begin();
    },
  };
}

export function WhyNotPaid(props: { why: WhyNot | null }) {
  const w = useWords(sellingWords);
  const quick = useQuickChange();
  return (
    <Show when={props.why} keyed>
      {(why) => (
        <Notice tone="danger" live>
          <p>{why.sentence}</p>
          <Show when={why.forManager}>
            <Button icon={Contact} onClick={quick.open}>
              {w().change} <kbd>F3</kbd>
            </Button>
          </Show>
        </Notice>
      )}
    </Show>
  );
}
