// The faces of the customer's screen: idle, what is bought, what is paid, and thanks; read from two metres.
import { For, Match, Show, Switch } from "solid-js";
import type { Display } from "#rules/display";
import { formatRupiah } from "#rules/money";
import { Mark } from "../ui/Mark.tsx";
import { QrCode } from "../ui/QrCode.tsx";
import { useWords } from "../words.ts";
import { words } from "./words.ts";

type Of<S extends Display["stand"]> = Extract<Display, { stand: S }>;

export function Face(props: { display: Display; centre: string }) {
  return (
    <Switch>
      <Match when={props.display.stand === "idle"}>
        <Idle centre={props.centre} />
      </Match>
      <Match when={as(props.display, "cart")}>{(cart) => <Cart cart={cart()} />}</Match>
      <Match when={as(props.display, "pay")}>
        {(pay) => (
          <Show when={pay().qris} fallback={<Cart cart={pay()} paying />}>
            {(qris) => <ByQris qris={qris()} totalRupiah={pay().totalRupiah} />}
          </Show>
        )}
      </Match>
      <Match when={as(props.display, "thanks")}>{(thanks) => <Thanks thanks={thanks()} />}</Match>
    </Switch>
  );
}

function as<S extends Display["stand"]>(display: Display, stand: S): Of<S> | null {
  return display.stand === stand ? (display as Of<S>) : null;
}

function Idle(props: { centre: string }) {
  const w = useWords(words);
  return (
    <div class="face face-idle">
      <Mark />
      <h1>{props.centre}</h1>
      <p>{w().welcome}</p>
    </div>
  );
}

function Cart(props: { cart: Of<"cart"> | Of<"pay">; paying?: boolean }) {
  const w = useWords(words);
  const paid = () => (props.cart.stand === "pay" ? (props.cart.paidRupiah ?? 0) : 0);
  /** Between the lines and what is asked for: what was taken off or put on, and what was paid already. */
  const sums = () => {
    const between = (props.cart.sums ?? []).map(({ of, name, amountRupiah }) => ({
      name: name ?? w()[of],
      amountRupiah,
    }));
    if (paid() === 0) return between;
    const total = { name: w().total, amountRupiah: props.cart.totalRupiah };
    return [...between, total, { name: w().paid, amountRupiah: -paid() }];
  };
  return (
    <div class="face face-cart">
      <h1 class="visually-hidden">{w().lines}</h1>
      {/* The last line stands at the foot, in sight; the first ones leave at the head. */}
      <ul class="face-lines">
        <For each={props.cart.lines}>
          {(line) => (
            <li>
              <span class="face-name">{line.name}</span>
              <span class="face-quantity">{line.quantity}</span>
              <span class="face-amount">{formatRupiah(line.amountRupiah)}</span>
            </li>
          )}
        </For>
      </ul>
      <div>
        <Show when={sums().length > 0}>
          <dl class="face-sums">
            <For each={sums()}>
              {(one) => (
                <div>
                  <dt>{one.name}</dt>
                  <dd>{formatRupiah(one.amountRupiah)}</dd>
                </div>
              )}
            </For>
          </dl>
        </Show>
        <p class="face-total">
          <span>{props.paying ? w().toPay : w().total}</span>
          <strong>{formatRupiah(props.cart.totalRupiah - paid())}</strong>
        </p>
      </div>
    </div>
  );
}

function ByQris(props: { qris: NonNullable<Of<"pay">["qris"]>; totalRupiah: number }) {
  const w = useWords(words);
  return (
    <div class="face face-qris">
      <div class="face-code">
        <QrCode text={props.qris.payload} label={w().qris({ name: props.qris.merchantName })} />
      </div>
      <div class="face-beside">
        <h1>{props.qris.merchantName}</h1>
        <Show when={props.qris.nmid}>{(nmid) => <p class="quiet">{w().nmid({ nmid: nmid() })}</p>}</Show>
        <p>{w().scan}</p>
        <p class="face-total">
          <strong>{formatRupiah(props.qris.amountRupiah)}</strong>
        </p>
        <Show when={props.qris.amountRupiah !== props.totalRupiah}>
          <p class="quiet">
            {w().total} {formatRupiah(props.totalRupiah)}
          </p>
        </Show>
      </div>
    </div>
  );
}

function Thanks(props: { thanks: Of<"thanks"> }) {
  const w = useWords(words);
  return (
    <div class="face face-thanks">
      <h1>{w().thanks}</h1>
      <Show
        when={props.thanks.changeRupiah > 0}
        fallback={
          <p class="face-total">
            <span>{props.thanks.unconfirmed ? w().total : w().noChange}</span>
            <strong>{formatRupiah(props.thanks.totalRupiah)}</strong>
          </p>
        }
      >
        <p class="face-total">
          <span>{w().change}</span>
          <strong>{formatRupiah(props.thanks.changeRupiah)}</strong>
        </p>
      </Show>
      <p class="quiet">{w().receipt({ number: props.thanks.receiptNumber })}</p>
      <Show when={props.thanks.training}>
        <p class="face-training">{w().training}</p>
      </Show>
    </div>
  );
}
