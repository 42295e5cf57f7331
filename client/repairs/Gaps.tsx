// Numbers of tills that never came, until somebody says why, and below them those that were explained.
import MessageSquareText from "lucide-solid/icons/message-square-text";
import { createSignal, For, Show } from "solid-js";
import { explainGapSchema, type GapView } from "#rules/repairs";
import { useSession } from "../session.tsx";
import { Button } from "../ui/Button.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { useWords } from "../words.ts";
import { belowWords } from "./below-words.ts";
import { NoteDialog } from "./NoteDialog.tsx";
import { explain } from "./requests.ts";
import { useSaying } from "./saying.ts";

export function Gaps(props: { gaps: readonly GapView[]; onExplained: () => Promise<void> }) {
  const w = useWords(belowWords);
  const toasts = useToasts();
  const [asked, setAsked] = createSignal<GapView | null>(null);
  const open = () => props.gaps.filter((gap) => gap.explained === null);
  const explained = () => props.gaps.filter((gap) => gap.explained !== null);
  const done = async () => {
    setAsked(null);
    toasts.tell({ sentence: w().toldExplained });
    await props.onExplained();
  };
  return (
    <Show when={props.gaps.length > 0}>
      <section class="repair-part" id="celah" aria-label={w().gaps}>
        <h2>{w().gaps}</h2>
        <Show when={open().length > 0}>
          <p class="quiet">{w().gapsLine}</p>
          <ul class="rows">
            <For each={open()}>{(gap) => <GapRow gap={gap} onExplain={() => setAsked(gap)} />}</For>
          </ul>
        </Show>
        <Show when={explained().length > 0}>
          <details class="repair-settled">
            <summary>{w().explainedOnes({ count: explained().length })}</summary>
            <ul class="rows">
              <For each={explained()}>{(gap) => <GapRow gap={gap} />}</For>
            </ul>
          </details>
        </Show>
        <Show when={asked()} keyed>
          {(gap) => <Explaining gap={gap} onClose={() => setAsked(null)} onDone={done} />}
        </Show>
      </section>
    </Show>
  );
}

function useGapWords() {
  const w = useWords(belowWords);
  return (gap: GapView): string => {
    const papers =
      gap.fromReceipt !== null && gap.toReceipt !== null
        ? [w().gapPapers({ from: gap.fromReceipt, to: gap.toReceipt })]
        : [];
    const acts =
      gap.fromSeq !== null && gap.toSeq !== null ? [w().gapActs({ from: gap.fromSeq, to: gap.toSeq })] : [];
    return [...papers, ...acts].join(" · ");
  };
}

function GapRow(props: { gap: GapView; onExplain?: () => void }) {
  const w = useWords(belowWords);
  const say = useSaying();
  const named = useGapWords();
  const { may } = useSession();
  return (
    <li class="row repair-gap">
      <span class="row-words">
        <span class="row-title">{named(props.gap)}</span>
        <span class="row-line">
          {w().found({ till: props.gap.tillCode, moment: say.moment(props.gap.foundAtMs) })}
        </span>
        <Show when={props.gap.explained}>
          {(known) => (
            <span>
              {w().explained({ note: known().note, name: known().by, moment: say.moment(known().atMs) })}
            </span>
          )}
        </Show>
      </span>
      <Show when={props.onExplain && may("settle_repairs")}>
        <Button icon={MessageSquareText} onClick={() => props.onExplain?.()}>
          {w().explain}
          <span class="visually-hidden"> {named(props.gap)}</span>
        </Button>
      </Show>
    </li>
  );
}

function Explaining(props: { gap: GapView; onClose: () => void; onDone: () => Promise<void> }) {
  const w = useWords(belowWords);
  const named = useGapWords();
  return (
    <NoteDialog
      open
      form="explain-gap"
      title={w().explainTitle}
      send={w().doExplain}
      label={w().explainNote}
      hint={w().explainHint}
      act={{ schema: explainGapSchema, send: explain, about: () => ({ gapId: props.gap.gapId }) }}
      onClose={props.onClose}
      onDone={props.onDone}
    >
      <p>
        <strong>{named(props.gap)}</strong>
      </p>
    </NoteDialog>
  );
}
