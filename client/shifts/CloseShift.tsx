// Closes a till in steps: the drawer is counted without knowing what should be there, then compared, then closed (C1).
import ArrowLeft from "lucide-solid/icons/arrow-left";
import Lock from "lucide-solid/icons/lock";
import RotateCcw from "lucide-solid/icons/rotate-ccw";
import { createEffect, createSignal, type JSX, Match, on, onMount, Show, Switch } from "solid-js";
import { ZERO } from "#rules/money";
import type { ShiftCounted } from "#rules/shift";
import { type Refused, sentenceOf } from "../api.ts";
import { useDevice } from "../device.tsx";
import { useAnnounce } from "../ui/announcer.tsx";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { Figure } from "../ui/Figure.tsx";
import { Money } from "../ui/Money.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Steps } from "../ui/Steps.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words.ts";
import { CountNotes } from "./CountNotes.tsx";
import { closeWords } from "./close-words.ts";
import { type ClosingNeeds, createClosing } from "./closing.ts";
import { createCount } from "./count.ts";

export function CloseShift(props: {
  needs: ClosingNeeds;
  /** A count of this drawer whose answer came late. */
  late?: ShiftCounted | null;
  /** What of this till is not sent yet goes first (L6); missing where another's till is closed from elsewhere. */
  first?: JSX.Element;
  onBack: () => void;
  /** It is closed, or was already. */
  onClosed: () => void;
}) {
  const w = useWords(closeWords);
  const announce = useAnnounce();
  const count = createCount({ storage: window.localStorage, key: `hitungan:${props.needs.shiftId}` });
  const closing = createClosing(props.needs);
  const [empty, setEmpty] = createSignal(false);
  createEffect(
    on(
      () => props.late,
      (late) => late && closing.answeredLate(late),
      { defer: true },
    ),
  );
  createEffect(
    on(
      closing.counted,
      (counted) => {
        if (!counted) return;
        count.forget();
        announce(closing.differs() ? w().differs : w().fits, "now");
      },
      { defer: true },
    ),
  );
  createEffect(() => {
    if (!closing.closed() && closing.refusal()?.code !== "shift_not_open") return;
    announce(w().closed);
    props.onClosed();
  });
  const finish = (isEmpty: boolean) => {
    setEmpty(count.isEmpty() && !isEmpty);
    if (!empty()) void closing.count(count.notes(), count.other() ?? ZERO);
  };
  return (
    <Card title={w().title}>
      <div class="shift-close">
        <Steps steps={[w().stepCount, w().stepCompare, w().stepClosed]} at={closing.step()} />
        {props.first}
        <Standing closing={closing} />
        <Switch>
          <Match when={closing.step() === 0}>
            <form
              class="shift-close shift-count"
              novalidate
              onSubmit={(event) => {
                event.preventDefault();
                finish(false);
              }}
            >
              <p class="quiet" tabIndex={-1} ref={beginsHere}>
                {w().countFirst}
              </p>
              <CountNotes count={count} />
              <p class="count-total" role="status">
                <span>{w().counted}</span>
                <Money amount={count.total()} size={32} />
              </p>
              <Show when={empty()}>
                <Notice
                  tone="attention"
                  live
                  action={<Button onClick={() => finish(true)}>{w().isEmpty}</Button>}
                >
                  <p>{w().nothingCounted}</p>
                </Notice>
              </Show>
              <div class="form-actions">
                <Button size="large" icon={ArrowLeft} onClick={props.onBack}>
                  {w().back}
                </Button>
                <Button
                  type="submit"
                  kind="primary"
                  size="large"
                  busy={closing.standing() === "busy"}
                  disabled={closing.standing() === "kept"}
                >
                  {w().finish}
                </Button>
              </div>
            </form>
          </Match>
          <Match when={closing.counted()}>
            {(counted) => <Compare closing={closing} counted={counted()} />}
          </Match>
        </Switch>
      </div>
    </Card>
  );
}

/** The key that led to this step is gone: the keyboard, and whoever listens, go on where the step begins. */
function beginsHere(element: HTMLElement): void {
  onMount(() => element.focus());
}

type Store = ReturnType<typeof createClosing>;

/** What came of the last try. */
function Standing(props: { closing: Store }) {
  const w = useWords(closeWords);
  const device = useDevice();
  /** That nobody answered holds until somebody does. */
  const refusal = () => {
    const last = props.closing.refusal();
    return last?.code === "server_needed" && device.link() === "online" ? null : last;
  };
  return (
    <>
      <Show when={props.closing.standing() === "kept"}>
        <Notice tone="attention" live>
          <p>{w().kept}</p>
        </Notice>
      </Show>
      <Show when={props.closing.standing() === "behind"}>
        <Notice tone="attention" live>
          <p>{w().behind}</p>
        </Notice>
      </Show>
      <Show when={props.closing.standing() === "unanswered"}>
        <Notice tone="danger" live>
          <p>{w().unanswered}</p>
        </Notice>
      </Show>
      <Show when={refusal()}>
        {(why) => (
          <Notice tone={mild.includes(why().code) ? "attention" : "danger"} live>
            <p>{saidOfRefusal(why(), w())}</p>
          </Notice>
        )}
      </Show>
    </>
  );
}

/** Nothing is wrong with what was typed. */
const mild: readonly string[] = ["count_again", "server_needed"];

function saidOfRefusal(refusal: Refused, w: (typeof closeWords)["id"]): string {
  if (refusal.code === "reason_needed") return w.absentNeeded;
  return refusal.code === "server_needed" ? w.serverNeeded : sentenceOf(refusal);
}

function Compare(props: { closing: Store; counted: ShiftCounted }) {
  const w = useWords(closeWords);
  const [reason, setReason] = createSignal("");
  const [absentReason, setAbsentReason] = createSignal("");
  const [tried, setTried] = createSignal(false);
  const needed = (text: string) => (tried() && text.trim() === "" ? w().reasonNeeded : undefined);
  const close = () => {
    setTried(true);
    const lacksReason = props.closing.differs() && reason().trim() === "";
    const lacksAbsent = props.closing.forOther() && absentReason().trim() === "";
    if (lacksReason || lacksAbsent) return;
    void props.closing.close({ reason: reason().trim(), absentReason: absentReason().trim() });
  };
  return (
    <form
      class="shift-close"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <dl class="figures" tabIndex={-1} ref={beginsHere}>
        <Figure label={w().counted} value={<Money amount={props.counted.countedRupiah} size={32} />} />
        <Figure label={w().expected} value={<Money amount={props.counted.expectedRupiah} size={32} />} />
        <Figure
          label={w().difference}
          value={
            <Money
              amount={props.counted.differenceRupiah}
              size={32}
              tone={props.closing.differs() ? "owed" : "done"}
            />
          }
          line={saidOf(props.counted.differenceRupiah, w())}
        />
      </dl>
      <Show when={props.closing.differs()}>
        <Notice tone="attention" title={w().differs}>
          <p>{w().recount}</p>
        </Notice>
        <TextField
          label={w().reason}
          value={reason()}
          onInput={setReason}
          maxLength={500}
          lines={2}
          error={needed(reason())}
        />
      </Show>
      <Show when={props.closing.forOther()}>
        <TextField
          label={w().absentReason}
          hint={w().absentHint}
          value={absentReason()}
          onInput={setAbsentReason}
          maxLength={500}
          lines={2}
          error={needed(absentReason())}
        />
      </Show>
      <div class="form-actions">
        <Button size="large" icon={RotateCcw} onClick={() => props.closing.again()}>
          {w().countAgain}
        </Button>
        <Button
          type="submit"
          kind="primary"
          size="large"
          icon={Lock}
          busy={props.closing.standing() === "busy"}
          disabled={props.closing.standing() === "kept"}
        >
          {props.closing.differs() ? w().closeAnyway : w().close}
        </Button>
      </div>
    </form>
  );
}

function saidOf(differenceRupiah: number, w: (typeof closeWords)["id"]): string {
  if (differenceRupiah === 0) return w.fits;
  return differenceRupiah < 0 ? w.tooLittle : w.tooMuch;
}
