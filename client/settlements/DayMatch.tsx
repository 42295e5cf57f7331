// A day's QRIS payments beside the provider's rows: what is left over first, then what waits, then what matches.
import BadgeCheck from "lucide-solid/icons/badge-check";
import FileSearch from "lucide-solid/icons/file-search";
import { createSignal, For, type JSX, Show } from "solid-js";
import { formatTime } from "#rules/business-day";
import type { SettlementDay } from "#rules/settlements";
import { newId, sentenceOf } from "../api.ts";
import { useCentre, useSession } from "../session.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Figure } from "../ui/Figure.tsx";
import { Money } from "../ui/Money.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { useWords } from "../words.ts";
import { allMatch, difference, isEmpty, type Pair, settledIn, timeSaid, waitingIn } from "./match.ts";
import { confirmPayment } from "./requests.ts";
import { words } from "./words.ts";

type Settled = SettlementDay["onlyInFile"][number];
type Sold = SettlementDay["onlyInBook"][number];

export function DayMatch(props: { match: SettlementDay; onConfirmed: () => Promise<void> }) {
  const w = useWords(words);
  return (
    <Show when={!isEmpty(props.match)} fallback={<Nothing hasFile={props.match.hasFile} />}>
      <Show when={!props.match.hasFile}>
        <Notice tone="attention" title={w().noFile}>
          <p>{w().noFileLine}</p>
        </Notice>
      </Show>
      <dl class="figures">
        <Figure label={w().inFile} value={<Money amount={props.match.fileRupiah} size={32} />} />
        <Figure label={w().inBook} value={<Money amount={props.match.bookRupiah} size={32} />} />
        <Figure
          label={w().difference}
          value={
            <Money
              amount={difference(props.match)}
              size={32}
              tone={difference(props.match) === 0 ? "done" : "owed"}
            />
          }
        />
      </dl>
      <Show when={allMatch(props.match)}>
        <Notice tone="done">
          <p>{w().allMatch}</p>
        </Notice>
      </Show>
      <Show when={props.match.onlyInFile.length > 0}>
        <Part title={w().onlyInFile} line={w().onlyInFileLine}>
          <For each={props.match.onlyInFile}>{(row) => <FileRow row={row} />}</For>
        </Part>
      </Show>
      <Show when={props.match.onlyInBook.length > 0}>
        <Part title={w().onlyInBook} line={w().onlyInBookLine}>
          <For each={props.match.onlyInBook}>{(row) => <BookRow row={row} />}</For>
        </Part>
      </Show>
      <Show when={waitingIn(props.match).length > 0}>
        <Part title={w().toConfirm} line={w().toConfirmLine}>
          <For each={waitingIn(props.match)}>
            {(pair) => <WaitingRow pair={pair} onConfirmed={props.onConfirmed} />}
          </For>
        </Part>
      </Show>
      <Show when={settledIn(props.match).length > 0}>
        <details class="settlement-matched">
          <summary>{w().matched({ count: settledIn(props.match).length })}</summary>
          <ul class="rows">
            <For each={settledIn(props.match)}>{(pair) => <PairRow pair={pair} />}</For>
          </ul>
        </details>
      </Show>
    </Show>
  );
}

function Nothing(props: { hasFile: boolean }) {
  const w = useWords(words);
  return (
    <EmptyState icon={FileSearch} sentence={props.hasFile ? w().none : `${w().noFile} ${w().noFileLine}`} />
  );
}

function Part(props: { title: string; line: string; children: JSX.Element }) {
  return (
    <section class="settlement-part" aria-label={props.title}>
      <h2>{props.title}</h2>
      <p class="quiet">{props.line}</p>
      <ul class="rows">{props.children}</ul>
    </section>
  );
}

function FileRow(props: { row: Settled }) {
  const w = useWords(words);
  return (
    <li class="row">
      <span class="row-words">
        <span class="row-title">{props.row.reference}</span>
        <span class="row-line">{timeSaid(props.row.time)}</span>
        <Show when={props.row.amountRupiah < 0}>
          <span class="row-line">{w().givenBack}</span>
        </Show>
      </span>
      <span class="row-amount">
        <Money amount={props.row.amountRupiah} />
      </span>
    </li>
  );
}

function BookRow(props: { row: Sold }) {
  const w = useWords(words);
  const centre = useCentre();
  return (
    <li>
      <a class="row row-key" href={`/penjualan/${props.row.saleId}`}>
        <span class="row-words">
          <span class="row-title">{props.row.receiptNumber}</span>
          <span class="row-line">{formatTime(props.row.soldAtMs, centre().timeZone)}</span>
        </span>
        <Show when={props.row.unconfirmed}>
          <Badge tone="attention">{w().unconfirmed}</Badge>
        </Show>
        <span class="row-amount">
          <Money amount={props.row.amountRupiah} />
        </span>
      </a>
    </li>
  );
}

function PairWords(props: { pair: Pair }) {
  const centre = useCentre();
  return (
    <>
      <span class="row-words">
        <span class="row-title">{props.pair.sold.receiptNumber}</span>
        <span class="row-line">
          {formatTime(props.pair.sold.soldAtMs, centre().timeZone)} · {props.pair.settled.reference}
        </span>
      </span>
      <span class="row-amount">
        <Money amount={props.pair.sold.amountRupiah} />
      </span>
    </>
  );
}

function PairRow(props: { pair: Pair }) {
  return (
    <li class="row">
      <PairWords pair={props.pair} />
    </li>
  );
}

function WaitingRow(props: { pair: Pair; onConfirmed: () => Promise<void> }) {
  const w = useWords(words);
  const { may } = useSession();
  const toasts = useToasts();
  const [busy, setBusy] = createSignal(false);
  /** One act, also when it is tried again. */
  const id = newId();
  let confirmedAtMs: number | undefined;
  const confirm = async () => {
    const { sold, settled } = props.pair;
    confirmedAtMs ??= Date.now();
    setBusy(true);
    try {
      const note = w().noteOfMatch({ reference: settled.reference });
      await confirmPayment({ id, saleId: sold.saleId, position: sold.position, confirmedAtMs, note });
      toasts.tell({ sentence: w().confirmed({ number: sold.receiptNumber }) });
    } catch (thrown) {
      toasts.tell({ sentence: sentenceOf(thrown), refused: true });
    } finally {
      setBusy(false);
      await props.onConfirmed();
    }
  };
  return (
    <li class="row settlement-waiting">
      <PairWords pair={props.pair} />
      <Show when={may("confirm_qris")}>
        <Button kind="primary" icon={BadgeCheck} busy={busy()} onClick={() => void confirm()}>
          {w().confirm}
          <span class="visually-hidden"> {props.pair.sold.receiptNumber}</span>
        </Button>
      </Show>
    </li>
  );
}
