// Books many held acts of one cause together: which, by whom where nobody knows, how far it is, and what came of it.
import NotebookPen from "lucide-solid/icons/notebook-pen";
import { createSignal, For, Match, onCleanup, Show, Switch } from "solid-js";
import type { StaffId } from "#rules/ids";
import { formatRupiah } from "#rules/money";
import type { RepairView } from "#rules/repairs";
import { sentenceOf } from "../api.ts";
import { useSession } from "../session.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Money } from "../ui/Money.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Progress } from "../ui/Progress.tsx";
import { useWords } from "../words.ts";
import { createMany, type Many } from "./many.ts";
import { accept } from "./requests.ts";
import { useSaying } from "./saying.ts";
import { settlingWords } from "./settling-words.ts";
import { WhoField } from "./WhoField.tsx";

interface AcceptManyProps {
  repairs: readonly RepairView[];
  /** The list is read anew. */
  onBooked: () => Promise<void>;
  onClose: () => void;
}

export function AcceptMany(props: AcceptManyProps) {
  const w = useWords(settlingWords);
  const { keepAwake } = useSession();
  const many = createMany({ accept });
  keepAwake(many.running);
  onCleanup(many.end);
  // The rows as they were when it began: the list behind is read anew while they are booked.
  const repairs = props.repairs;
  const [left, setLeft] = createSignal<ReadonlySet<string>>(new Set());
  const [doneBy, setDoneBy] = createSignal("");
  const [tried, setTried] = createSignal(false);
  const picked = () => repairs.filter((repair) => !left().has(repair.repairId));
  const asksWho = () => picked().some((repair) => repair.asksWho);
  const begun = () => many.all().length > 0;
  const work = async (does: Promise<void>) => {
    await does;
    await props.onBooked();
  };
  const begin = () => {
    setTried(true);
    if (picked().length === 0 || (asksWho() && doneBy() === "")) return;
    void work(many.begin(picked(), asksWho() ? { doneBy: Number(doneBy()) as StaffId } : {}));
  };
  const close = () => {
    many.stop();
    props.onClose();
  };
  return (
    <Dialog
      open
      size="wide"
      title={w().manyTitle}
      onClose={close}
      actions={
        <Switch
          fallback={
            <Button size="large" kind="primary" onClick={close}>
              {w().close}
            </Button>
          }
        >
          <Match when={!begun()}>
            <Button size="large" onClick={close}>
              {w().cancel}
            </Button>
            <Button size="large" kind="primary" icon={NotebookPen} onClick={begin}>
              {w().doMany({ count: picked().length })}
            </Button>
          </Match>
          <Match when={many.running()}>
            <Button size="large" onClick={many.stop}>
              {w().stop}
            </Button>
          </Match>
          <Match when={many.done() < many.all().length}>
            <Button size="large" onClick={close}>
              {w().close}
            </Button>
            <Button size="large" kind="primary" onClick={() => void work(many.goOn())}>
              {w().goOn}
            </Button>
          </Match>
        </Switch>
      }
    >
      <Show when={!begun()} fallback={<Outcome many={many} />}>
        <Show when={asksWho()}>
          <WhoField hint={w().whoHintMany} value={doneBy()} onChange={setDoneBy} missing={tried()} />
        </Show>
        <Picking repairs={repairs} left={left()} onLeft={setLeft} />
        <Show when={tried() && picked().length === 0}>
          <Notice tone="danger" live>
            <p>{w().pickSome}</p>
          </Notice>
        </Show>
      </Show>
    </Dialog>
  );
}

/** All of them are chosen until one is left out. */
function Picking(props: {
  repairs: readonly RepairView[];
  left: ReadonlySet<string>;
  onLeft: (left: ReadonlySet<string>) => void;
}) {
  const w = useWords(settlingWords);
  const say = useSaying();
  const picked = () => props.repairs.filter((repair) => !props.left.has(repair.repairId));
  /** Sales and returns have no sum together that says anything. */
  const amount = () =>
    new Set(props.repairs.map((repair) => repair.kind)).size === 1
      ? formatRupiah(picked().reduce((sum, repair) => sum + (repair.totalRupiah ?? 0), 0))
      : null;
  const turn = (repairId: string, on: boolean) => {
    const left = new Set(props.left);
    if (on) left.delete(repairId);
    else left.add(repairId);
    props.onLeft(left);
  };
  return (
    <fieldset class="repair-picking">
      <legend class="visually-hidden">{w().pickThese}</legend>
      <div class="repair-picking-head">
        <p aria-live="polite">
          <strong>{w().picked({ count: picked().length, amount: amount() })}</strong>
        </p>
        <Show
          when={picked().length < props.repairs.length}
          fallback={
            <Button
              kind="plain"
              onClick={() => props.onLeft(new Set(props.repairs.map((one) => one.repairId)))}
            >
              {w().none}
            </Button>
          }
        >
          <Button kind="plain" onClick={() => props.onLeft(new Set())}>
            {w().all}
          </Button>
        </Show>
      </div>
      <ul class="rows">
        <For each={props.repairs}>
          {(repair) => (
            <li>
              <label class="row row-key">
                <input
                  type="checkbox"
                  class="repair-box"
                  checked={!props.left.has(repair.repairId)}
                  onChange={(event) => turn(repair.repairId, event.currentTarget.checked)}
                />
                <span class="row-words">
                  <span class="row-title">{say.what(repair)}</span>
                  <span class="row-line">{say.line(repair)}</span>
                </span>
                <Show when={repair.totalRupiah !== null}>
                  <span class="row-amount">
                    <Money amount={repair.totalRupiah ?? 0} />
                  </span>
                </Show>
              </label>
            </li>
          )}
        </For>
      </ul>
    </fieldset>
  );
}

function Outcome(props: { many: Many }) {
  const w = useWords(settlingWords);
  const say = useSaying();
  const all = () => props.many.all().length;
  const booked = () => props.many.done() - props.many.failed().length;
  const left = () => all() - props.many.done();
  return (
    <>
      <Progress
        label={w().running}
        sentence={w().far({ done: props.many.done(), all: all() })}
        done={props.many.done()}
        all={all()}
      />
      <Show when={!props.many.running()}>
        <Notice tone={left() > 0 ? "attention" : "done"} live>
          <p>{w().doneMany({ count: booked() })}</p>
          <Show when={props.many.problem()}>{(thrown) => <p>{sentenceOf(thrown())}</p>}</Show>
          <Show when={left() > 0}>
            <p>{w().stopped({ left: left() })}</p>
          </Show>
        </Notice>
      </Show>
      <Show when={props.many.failed().length > 0}>
        <section class="stack">
          <p>{w().failedMany({ count: props.many.failed().length })}</p>
          <ul class="rows">
            <For each={props.many.failed()}>
              {({ repair, thrown }) => (
                <li class="row">
                  <span class="row-words">
                    <span class="row-title">{say.called(repair)}</span>
                    <span class="row-line">{sentenceOf(thrown)}</span>
                  </span>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </>
  );
}
