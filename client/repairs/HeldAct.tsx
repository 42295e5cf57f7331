// The whole of a held act: who and when, its goods, its money, what else it says, and its text to the letter.
import { For, type JSX, Show } from "solid-js";
import { formatRupiah } from "#rules/money";
import { formatQuantity } from "#rules/quantity";
import type { Detail, RepairView } from "#rules/repairs";
import { takesReceipt } from "#rules/till-acts";
import { Money } from "../ui/Money.tsx";
import { useWords } from "../words.ts";
import { useSaying } from "./saying.ts";
import { words } from "./words.ts";

export function HeldAct(props: { repair: RepairView }) {
  const w = useWords(words);
  const say = useSaying();
  const by = () => {
    const { by: name, asksWho } = props.repair;
    if (name === null) return w().nobodyKnows;
    return asksWho ? w().said({ name }) : name;
  };
  const place = () => {
    const { tillCode: till, seq } = props.repair;
    return seq === null ? w().placeTaken({ till }) : w().tillPlace({ till, seq });
  };
  const unread = () => takesReceipt(props.repair.kind) && props.repair.lines.length === 0;
  return (
    <>
      <dl class="repair-facts">
        <Fact name={w().by}>{by()}</Fact>
        <Fact name={w().till}>{place()}</Fact>
        <Fact name={w().at}>{say.moment(props.repair.keptAtMs)}</Fact>
        <Fact name={w().came}>
          {w().sentBy({ moment: say.moment(props.repair.receivedAtMs), name: props.repair.sentBy })}
        </Fact>
        <For each={props.repair.details}>
          {(detail) => <Fact name={w()[detail.name]}>{valueSaid(detail, w())}</Fact>}
        </For>
      </dl>
      <Show when={props.repair.lines.length > 0}>
        <ul class="rows" aria-label={w().goods}>
          <For each={props.repair.lines}>
            {(line) => (
              <li class="row repair-line">
                <span class="row-words">
                  <span class="row-title">{line.name ?? w().unknownGoods}</span>
                  <span class="row-line">
                    {w().times({
                      quantity: `${formatQuantity(line.quantityMilli)} ${line.unit}`.trim(),
                      price: amount(line.unitPriceRupiah),
                    })}
                  </span>
                </span>
                <span class="number">{amount(line.netRupiah)}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={unread()}>
        <p>{w().unreadable}</p>
      </Show>
      <Show when={props.repair.totalRupiah !== null}>
        <dl class="repair-money">
          <For each={props.repair.payments}>
            {(payment) => (
              <div class="apart">
                <dt>
                  {props.repair.kind === "refund" ? w().givenBack : w().paid}, {method(payment.method, w())}
                </dt>
                <dd class="number">{formatRupiah(payment.amountRupiah)}</dd>
              </div>
            )}
          </For>
          <div class="apart repair-total">
            <dt>{w().total}</dt>
            <dd>
              <Money amount={props.repair.totalRupiah ?? 0} size={32} />
            </dd>
          </div>
        </dl>
      </Show>
    </>
  );
}

/** The act as its till sent it. */
export function Letter(props: { body: string }) {
  const w = useWords(words);
  return (
    <details class="repair-letter">
      <summary>{w().letter}</summary>
      <pre>{props.body}</pre>
    </details>
  );
}

function Fact(props: { name: string; children: JSX.Element }) {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </>
  );
}

type Said = ReturnType<ReturnType<typeof useWords<(typeof words)["id"]>>>;

function amount(rupiah: number | null): string {
  return rupiah === null ? "–" : formatRupiah(rupiah);
}

function method(name: string, w: Said): string {
  return name === "cash" || name === "qris" || name === "transfer" || name === "edc" ? w[name] : name;
}

/** Amounts as amounts, names of kinds in words, and what a person wrote as it was written. */
function valueSaid({ name, value }: Detail, w: Said): string {
  if (name === "discount_rupiah" || name === "float_rupiah") return formatRupiah(Number(value));
  if (name === "back_in_cash") return w.allInCash;
  const isCode = name === "refund_reason" || name === "move" || name === "category";
  const word: unknown = isCode ? w[value as keyof Said] : undefined;
  return typeof word === "string" ? word : String(value);
}
