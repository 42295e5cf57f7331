// One held act: why it was refused, the whole of it, and the ways to settle it or how it was settled.
import { For, Show } from "solid-js";
import type { RepairView } from "#rules/repairs";
import { useSession } from "../session.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { Notice } from "../ui/Notice.tsx";
import { language, useWords } from "../words.ts";
import { HeldAct, Letter } from "./HeldAct.tsx";
import { whySaid } from "./list.ts";
import { Settling } from "./Settling.tsx";
import { useSaying } from "./saying.ts";
import { words } from "./words.ts";

/** What of an approval that is missing the rules name. */
const needs = [
  "discount_above_limit",
  "net_below_shares",
  "price_below",
  "refund_above_limit",
  "void",
  "cash_for_cashless",
  "centre_bears",
] as const;

export function RepairDetail(props: {
  repair: RepairView;
  open: readonly RepairView[];
  onSettled: () => Promise<void>;
}) {
  const w = useWords(words);
  const say = useSaying();
  const { may } = useSession();
  const reasons = () => {
    const named = String(props.repair.facts["needs"] ?? "").split(",");
    const known = needs.filter((need) => named.includes(need)).map((need) => w()[need]);
    return named.includes("open_drawer") ? [...known, w().open_drawer_need] : known;
  };
  return (
    <article class="repair" aria-label={say.called(props.repair)}>
      <header class="repair-head">
        <p class="quiet">{w()[props.repair.kind]}</p>
        <h2>{props.repair.receiptNumber ?? `${w().till} ${props.repair.tillCode}`}</h2>
      </header>
      <Show
        when={props.repair.settled}
        fallback={
          <Notice tone="attention" title={w().why}>
            <p>{whySaid(props.repair, language())}</p>
            <For each={reasons()}>{(reason) => <p>{reason}</p>}</For>
          </Notice>
        }
      >
        <HowSettled repair={props.repair} />
      </Show>
      <HeldAct repair={props.repair} />
      <Show when={props.repair.settled === null}>
        <Show when={may("settle_repairs")} fallback={<p class="quiet">{w().onlyManager}</p>}>
          {/* Keyed: what was typed about one is not sent about another. */}
          <Show when={props.repair.repairId} keyed>
            <Settling repair={props.repair} open={props.open} onSettled={props.onSettled} />
          </Show>
        </Show>
      </Show>
      <Letter body={props.repair.body} />
    </article>
  );
}

function HowSettled(props: { repair: RepairView }) {
  const w = useWords(words);
  const say = useSaying();
  const { may } = useSession();
  const sentence = () => {
    const { settled } = props.repair;
    if (!settled) return "";
    const moment = say.moment(settled.atMs);
    if (settled.by === null) return w().recordedBySelf({ moment });
    const of = { name: settled.by, moment };
    if (settled.how === "accepted") return w().acceptedBy(of);
    return settled.how === "recorded" ? w().recordedBy(of) : w().asideBy(of);
  };
  const leads = () => (may("see_sales") && props.repair.saleId) || null;
  return (
    <Notice
      tone={props.repair.settled?.how === "set_aside" ? "info" : "done"}
      action={
        <Show when={leads()}>
          {(saleId) => <ButtonLink href={`/penjualan/${saleId()}`}>{w().seeSale}</ButtonLink>}
        </Show>
      }
    >
      <p>{sentence()}</p>
      <Show when={props.repair.settled?.note}>{(note) => <p>{w().noted({ note: note() })}</p>}</Show>
      <Show when={leads() && props.repair.settled?.how !== "set_aside"}>
        <p>{w().correct}</p>
      </Show>
    </Notice>
  );
}
