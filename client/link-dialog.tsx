// What waits on this device and why, what went to the repair list, and what this page can promise; with the key that sends now.
import RefreshCw from "lucide-solid/icons/refresh-cw";
import { createResource, For, Show } from "solid-js";
import { formatMoment } from "#rules/business-day";
import { groupDigits } from "#rules/money";
import { sentenceOf } from "./api.ts";
import { aheadMs, isClockWrong } from "./clock.ts";
import type { KeptAct } from "./commands.ts";
import { useDevice } from "./device.tsx";
import { dialogWords } from "./link-dialog-words.ts";
import { refusalOf } from "./outbox.ts";
import { DiskClosed } from "./refused.ts";
import { useSession } from "./session.tsx";
import { Button } from "./ui/Button.tsx";
import { ButtonLink } from "./ui/ButtonLink.tsx";
import { Dialog } from "./ui/Dialog.tsx";
import { ListRow } from "./ui/ListRow.tsx";
import { Money } from "./ui/Money.tsx";
import { Notice } from "./ui/Notice.tsx";
import { language, useWords } from "./words.ts";

/** A screenful; a queue of hundreds is told by its number. */
const mostRows = 50;

export function LinkDialog(props: { onClose: () => void }) {
  const w = useWords(dialogWords);
  const { person } = useSession();
  const device = useDevice();
  const { outbox } = device;
  const blocked = () => outbox.unsent() > 0 && outbox.reason();
  return (
    <Dialog
      open
      size="wide"
      title={w().title}
      onClose={props.onClose}
      actions={
        <>
          <Button size="large" onClick={props.onClose}>
            {w().close}
          </Button>
          <Show when={outbox.queue().length > 0 && !device.looksOn() && person()}>
            <Button
              kind="primary"
              size="large"
              icon={RefreshCw}
              busy={outbox.sending()}
              onClick={() => void outbox.retry()}
            >
              {w().send}
            </Button>
          </Show>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is longer than the screen is scrolled by keyboard, too. */}
      <section class="stack" tabIndex={0} aria-label={w().title}>
        <p>{w()[device.link()]}</p>
        <Show when={blocked()}>
          {(reason) => (
            <Notice tone="attention" live>
              {reason().code === "broken" && !(reason() instanceof DiskClosed)
                ? w().stumbles
                : sentenceOf(reason())}
            </Notice>
          )}
        </Show>
        <Waiting />
        <Repairs />
        <ThisPage />
      </section>
    </Dialog>
  );
}

function Waiting() {
  const w = useWords(dialogWords);
  const { person } = useSession();
  const device = useDevice();
  const { outbox } = device;
  return (
    <section class="stack" aria-label={w().waits({ count: groupDigits(outbox.unsent()) })}>
      <Show when={outbox.unsent() > 0} fallback={<p class="quiet">{w().nothing}</p>}>
        <h3>{w().waits({ count: groupDigits(outbox.unsent()) })}</h3>
        <Show when={device.looksOn()} fallback={<Show when={!person()}>{<p>{w().signIn}</p>}</Show>}>
          <p>{w().elsewhere}</p>
        </Show>
      </Show>
      <Show when={outbox.unreadable().length > 0}>
        <Notice tone="danger">{w().unreadable({ count: groupDigits(outbox.unreadable().length) })}</Notice>
      </Show>
      <Acts acts={outbox.queue()} />
    </section>
  );
}

function Repairs() {
  const w = useWords(dialogWords);
  const { outbox } = useDevice();
  const seen = async () => {
    for (const act of outbox.toRepair()) await outbox.seen(act.id);
  };
  return (
    <Show when={outbox.toRepair().length > 0}>
      <section class="stack" aria-label={w().repairs({ count: groupDigits(outbox.toRepair().length) })}>
        <h3>{w().repairs({ count: groupDigits(outbox.toRepair().length) })}</h3>
        <Notice tone="attention" action={<Button onClick={() => void seen()}>{w().seen}</Button>}>
          {w().repairsSaid}
        </Notice>
        <Acts acts={outbox.toRepair()} />
      </section>
    </Show>
  );
}

function Acts(props: { acts: readonly KeptAct[] }) {
  const w = useWords(dialogWords);
  const { session } = useSession();
  const line = (act: KeptAct) =>
    [
      numberOf(act),
      formatMoment(act.keptAtMs, session()?.centre?.timeZone ?? "Asia/Jakarta", language()),
      act.by?.name,
      act.outcome === null && !act.promised ? w().unpromised : undefined,
      session()?.centre && !isOfThisBook(act) ? w().otherBook : undefined,
      act.outcome?.is === "held" ? sentenceOf(refusalOf(act)) : undefined,
    ]
      .filter(Boolean)
      .join(" · ");
  const isOfThisBook = (act: KeptAct) =>
    act.centreCode === session()?.centre?.code && act.practice === session()?.practice;
  return (
    <Show when={props.acts.length > 0}>
      <ul class="rows">
        <For each={props.acts.slice(0, mostRows)}>
          {(act) => (
            <ListRow
              title={w()[act.kind]}
              line={line(act)}
              amount={<Show when={amountOf(act) !== null}>{<Money amount={amountOf(act) ?? 0} />}</Show>}
            />
          )}
        </For>
      </ul>
      <Show when={props.acts.length > mostRows}>
        <p class="quiet">{w().more({ count: groupDigits(props.acts.length - mostRows) })}</p>
      </Show>
    </Show>
  );
}

/** What can be relied on here, and what cannot (L2, D5, Z2). */
function ThisPage() {
  const w = useWords(dialogWords);
  const device = useDevice();
  const [room] = createResource(() => device.outbox.hasRoom().catch(() => true));
  const minutes = () => groupDigits(Math.trunc(Math.abs(aheadMs()) / 60_000));
  const keeping = () => device.keeping();
  return (
    <section class="stack" aria-label={w().device}>
      <h3>{w().device}</h3>
      <Show when={room() === false}>
        <Notice tone="danger">{w().full}</Notice>
      </Show>
      <Show when={device.looksOn()}>
        <Notice tone="attention" action={<Button onClick={device.takeOver}>{w().takeOver}</Button>}>
          {w().otherTab}
        </Notice>
      </Show>
      <Show when={keeping() && !keeping()?.secure}>
        <Notice tone="attention" action={<ButtonLink href="/percaya">{w().steps}</ButtonLink>}>
          {w().plain}
        </Notice>
      </Show>
      <Show when={keeping()?.persistent === false}>
        <Notice tone="attention">{w().notPersistent}</Notice>
      </Show>
      <Show when={isClockWrong()}>
        <Notice tone="attention">{w().clockWrong({ minutes: minutes() })}</Notice>
      </Show>
      <ul class="link-facts">
        <Show when={keeping()?.secure}>
          <li>{w().secure}</li>
        </Show>
        <Show when={keeping() && keeping()?.persistent !== false}>
          <li>{keeping()?.persistent ? w().persistent : w().notAsked}</li>
        </Show>
        <Show when={!device.looksOn()}>
          <li>{w().onlyTab}</li>
        </Show>
        <Show when={!isClockWrong()}>
          <li>{w().clock}</li>
        </Show>
      </ul>
    </section>
  );
}

function numberOf(act: KeptAct): string | undefined {
  const { receiptNumber: number } = opened(act);
  return typeof number === "string" ? number : undefined;
}

/** What changed hands, where the act says so; null: it moves no money, or cannot be read. */
function amountOf(act: KeptAct): number | null {
  const { totalRupiah, amountRupiah, floatRupiah } = opened(act);
  const amount = totalRupiah ?? amountRupiah ?? floatRupiah;
  return typeof amount === "number" && Number.isSafeInteger(amount) ? amount : null;
}

function opened({ body }: KeptAct): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(body);
    return typeof read === "object" && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
