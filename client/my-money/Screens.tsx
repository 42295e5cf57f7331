// What a maker sees, one thing at a time: what is theirs, when they were last paid, and what happened.
import ArrowRight from "lucide-solid/icons/arrow-right";
import Banknote from "lucide-solid/icons/banknote";
import HandHeart from "lucide-solid/icons/hand-heart";
import LogOut from "lucide-solid/icons/log-out";
import RotateCcw from "lucide-solid/icons/rotate-ccw";
import ShoppingBag from "lucide-solid/icons/shopping-bag";
import Volume2 from "lucide-solid/icons/volume-2";
import VolumeX from "lucide-solid/icons/volume-x";
import Wallet from "lucide-solid/icons/wallet";
import { createEffect, createSignal, For, Match, on, Show, Switch } from "solid-js";
import { amountInWords } from "#rules/amount-in-words";
import { type Day, formatDay } from "#rules/business-day";
import { formatRupiah } from "#rules/money";
import type { Statement } from "#rules/statement";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Money } from "../ui/Money.tsx";
import { language, useWords } from "../words.ts";
import { lastPaid, sayingOf } from "./sayings.ts";
import { createVoice } from "./voice.ts";
import { words } from "./words.ts";

const icons = {
  sale: ShoppingBag,
  refund: RotateCcw,
  borne: HandHeart,
  payout: Banknote,
  payout_reversed: RotateCcw,
};
const all = 3;
const mostLines = 20;

export function Screens(props: { statement: Statement; onLeave: () => void }) {
  const w = useWords(words);
  const voice = createVoice();
  const [at, setAt] = createSignal(1);
  let heading: HTMLHeadingElement | undefined;
  // A new screen begins at its top and is heard.
  createEffect(
    on(at, () => {
      voice.stop();
      window.scrollTo(0, 0);
      heading?.focus();
    }),
  );
  const name = () => props.statement.maker.name;
  const debt = () => props.statement.debtRupiah;
  /** What is theirs to be paid now; a debt comes off later, little by little. */
  const owed = () => (debt() > 0 ? props.statement.payableRupiah : props.statement.maker.owedRupiah);
  const paid = () => lastPaid(props.statement);
  const sayings = () => props.statement.rows.slice(0, mostLines).map((row) => sayingOf(row, w(), language()));
  const inWords = (amount: number) => amountInWords(Math.abs(amount), language());
  const sayOwed = () => {
    const said = w().sayOwed({ name: name(), amount: inWords(owed()) });
    return debt() > 0 ? `${said} ${w().debt({ amount: inWords(debt()) })}` : said;
  };
  const aloud = () => {
    if (at() === 1) return sayOwed();
    const last = paid();
    if (at() === 2) {
      return last
        ? w().sayPaid({
            amount: inWords(last.amountRupiah),
            day: formatDay(last.businessDay as Day, language()),
          })
        : w().neverPaid;
    }
    return sayings().length > 0
      ? sayings()
          .map((saying) => saying.aloud)
          .join(" ")
      : w().noLines;
  };
  const Head = (head: { icon: typeof Wallet; children: string }) => (
    <>
      <p class="my-picture">
        <Icon is={head.icon} size={72} />
      </p>
      <h1 tabIndex={-1} ref={heading}>
        {head.children}
      </h1>
    </>
  );
  return (
    <div class="my-screen">
      <p class="my-name">
        <span>{w().hello({ name: name() })}</span>
        <span>{w().step({ at: at(), all })}</span>
      </p>
      <div class="my-thing">
        <Switch>
          <Match when={at() === 1}>
            <Head icon={Wallet}>{w().owed}</Head>
            <Money amount={owed()} size={48} tone="makers" />
            <p>{inWords(owed())}</p>
            <p>{owed() > 0 ? w().owedLine : w().nothing}</p>
            <Show when={debt() > 0}>
              <p>{w().debt({ amount: formatRupiah(debt()) })}</p>
            </Show>
            <Show when={props.statement.maker.savingsRupiah > 0}>
              <p>{w().savings({ amount: formatRupiah(props.statement.maker.savingsRupiah) })}</p>
            </Show>
          </Match>
          <Match when={at() === 2}>
            <Head icon={Banknote}>{w().lastPaid}</Head>
            <Show when={paid()} fallback={<p>{w().neverPaid}</p>}>
              {(last) => (
                <>
                  <Money amount={Math.abs(last().amountRupiah)} size={48} tone="makers" />
                  <p>{inWords(last().amountRupiah)}</p>
                  <p>{w().paidOn({ day: formatDay(last().businessDay as Day, language()) })}</p>
                </>
              )}
            </Show>
          </Match>
          <Match when={at() === all}>
            <Head icon={ShoppingBag}>{w().lines}</Head>
            <Show when={sayings().length > 0} fallback={<p>{w().noLines}</p>}>
              <ul class="my-lines">
                <For each={sayings()}>
                  {(saying) => (
                    <li class="my-line">
                      <Icon is={icons[saying.kind]} size={32} />
                      <div>
                        <p>{saying.what}</p>
                        <p class="my-amount">{saying.amount}</p>
                        <p class="quiet">{saying.day}</p>
                      </div>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
            <Show when={props.statement.more || props.statement.rows.length > mostLines}>
              <p class="quiet">{w().older}</p>
            </Show>
          </Match>
        </Switch>
      </div>
      <div class="my-keys">
        <Show when={voice.available}>
          <Button
            size="huge"
            icon={voice.speaking() ? VolumeX : Volume2}
            onClick={() => (voice.speaking() ? voice.stop() : voice.say(aloud(), language()))}
          >
            {voice.speaking() ? w().stop : w().listen}
          </Button>
        </Show>
        <Show
          when={at() < all}
          fallback={
            <Button kind="primary" size="huge" icon={LogOut} onClick={props.onLeave}>
              {w().signOut}
            </Button>
          }
        >
          <Button kind="primary" size="huge" icon={ArrowRight} onClick={() => setAt((now) => now + 1)}>
            {w().next}
          </Button>
        </Show>
      </div>
    </div>
  );
}
