// The three ways to settle a held act, each with a sentence that says what it does.
import ListX from "lucide-solid/icons/list-x";
import NotebookPen from "lucide-solid/icons/notebook-pen";
import RefreshCw from "lucide-solid/icons/refresh-cw";
import { createSignal, type JSX, Show } from "solid-js";
import type { RepairView } from "#rules/repairs";
import { newId, Refused, sentenceOf } from "../api.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { language, useWords } from "../words.ts";
import { AcceptDialog } from "./AcceptDialog.tsx";
import { AsideDialog } from "./AsideDialog.tsx";
import { earlierOpen, whySaid } from "./list.ts";
import { retry } from "./requests.ts";
import { useSaying } from "./saying.ts";
import { settlingWords } from "./settling-words.ts";

interface SettlingProps {
  repair: RepairView;
  open: readonly RepairView[];
  onSettled: () => Promise<void>;
}

export function Settling(props: SettlingProps) {
  const w = useWords(settlingWords);
  const say = useSaying();
  const toasts = useToasts();
  const [asking, setAsking] = createSignal<"accept" | "aside" | null>(null);
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<unknown>(null);
  /** One act, however often it is tried: what is refused saves nothing. */
  const id = newId();
  const settled = async (sentence: string) => {
    setAsking(null);
    toasts.tell({ sentence });
    await props.onSettled();
  };
  const tryAgain = async () => {
    const what = say.called(props.repair);
    setBusy(true);
    setProblem(null);
    try {
      await retry({ id, repairId: props.repair.repairId });
      await settled(w().toldRecorded({ what }));
    } catch (thrown) {
      setProblem(() => thrown);
      // Somebody else has settled it: the list tells how.
      if (thrown instanceof Refused && thrown.code === "already_settled") await props.onSettled();
    } finally {
      setBusy(false);
    }
  };
  const still = (thrown: unknown) =>
    thrown instanceof Refused ? w().still({ reason: sentenceOf(thrown) }) : sentenceOf(thrown);
  const corrects = () => props.repair.kind === "sale";
  return (
    <section class="repair-ways" aria-label={w().ways}>
      <h3>{w().ways}</h3>
      <Way sentence={corrects() ? w().acceptSaid : w().acceptSaidOther} not={props.repair.whyNot !== null}>
        <Button kind="primary" icon={NotebookPen} onClick={() => setAsking("accept")}>
          {w().accept}
        </Button>
      </Way>
      <Show when={props.repair.whyNot}>
        {(why) => <CannotYet why={why()} earlier={earlierOpen(props.repair, props.open)} />}
      </Show>
      <Way sentence={w().retrySaid}>
        <Button icon={RefreshCw} busy={busy()} onClick={() => void tryAgain()}>
          {w().retry}
        </Button>
      </Way>
      <Show when={problem()}>
        {(thrown) => (
          <Notice tone="danger" live>
            <p>{still(thrown())}</p>
          </Notice>
        )}
      </Show>
      <Way sentence={w().asideSaid}>
        <Button icon={ListX} onClick={() => setAsking("aside")}>
          {w().aside}
        </Button>
      </Way>
      <AcceptDialog
        open={asking() === "accept"}
        repair={props.repair}
        onClose={() => setAsking(null)}
        onAccepted={() => settled(w().toldRecorded({ what: say.called(props.repair) }))}
      />
      <AsideDialog
        open={asking() === "aside"}
        repair={props.repair}
        onClose={() => setAsking(null)}
        onSettled={() => settled(w().toldAside({ what: say.called(props.repair) }))}
      />
    </section>
  );
}

/** A key, and beside it what it does; without the key where it cannot be done. */
function Way(props: { sentence: string; not?: boolean; children: JSX.Element }) {
  return (
    <Show when={!props.not}>
      <div class="repair-way">
        {props.children}
        <p>{props.sentence}</p>
      </div>
    </Show>
  );
}

function CannotYet(props: { why: NonNullable<RepairView["whyNot"]>; earlier: RepairView | null }) {
  const w = useWords(settlingWords);
  const say = useSaying();
  return (
    <Notice tone="info" title={props.earlier ? w().cannot : undefined}>
      <Show when={props.earlier} fallback={<p>{whySaid(props.why, language())}</p>}>
        {(earlier) => (
          <p>
            <a href={`/perbaikan/${earlier().repairId}`}>{w().earlier({ what: say.line(earlier()) })}</a>
          </p>
        )}
      </Show>
    </Notice>
  );
}
