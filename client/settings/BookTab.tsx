// The book checks itself: each promise and whether it is kept, how long the chain is, and its head.

import ShieldCheck from "lucide-solid/icons/shield-check";
import { createSignal, For, Show } from "solid-js";
import { groupDigits } from "#rules/money";
import { promiseSentence } from "#rules/promises";
import { createReading, Loaded } from "../reading.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { DataTable } from "../ui/DataTable.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Progress } from "../ui/Progress.tsx";
import { language, useWords } from "../words.ts";
import { type Audit, readAudit } from "./requests.ts";
import { words } from "./words.ts";

export function BookTab() {
  const w = useWords(words);
  const [asked, setAsked] = createSignal<number | null>(null);
  const audit = createReading(asked, readAudit);
  return (
    <div class="stack">
      <p class="settings-sentence">{w().bookSentence}</p>
      <div class="cluster">
        <Button
          kind="primary"
          icon={ShieldCheck}
          busy={audit.loading()}
          onClick={() => setAsked((times) => (times ?? 0) + 1)}
        >
          {asked() === null ? w().check : w().checkAgain}
        </Button>
      </div>
      <Show when={audit.loading()}>
        <Progress label={w().checking} sentence={w().checkingLine} done={0} />
      </Show>
      <Show when={asked() !== null}>
        <Loaded reading={audit} room={<span />}>
          {(known) => <Findings audit={known()} />}
        </Loaded>
      </Show>
    </div>
  );
}

function Findings(props: { audit: Audit }) {
  const w = useWords(words);
  const broken = () => props.audit.promises.filter((promise) => promise.broken > 0);
  // What is broken stands first.
  const ordered = () => [...props.audit.promises].sort((a, b) => b.broken - a.broken);
  return (
    <>
      <Show
        when={broken().length > 0}
        fallback={
          <Notice tone="done" live>
            <p>{w().allKept({ count: groupDigits(props.audit.promises.length) })}</p>
          </Notice>
        }
      >
        <Notice tone="danger" live>
          <p>{w().someBroken({ count: groupDigits(broken().length) })}</p>
        </Notice>
      </Show>
      <dl class="chain">
        <div>
          <dt>{w().acts}</dt>
          <dd>{groupDigits(props.audit.acts)}</dd>
        </div>
        <div>
          <dt>{w().head}</dt>
          <dd>
            <code class="chain-head">{props.audit.head}</code>
          </dd>
        </div>
      </dl>
      <p class="quiet">{w().headHint}</p>
      <DataTable
        caption={w().promises}
        columns={[
          {
            head: w().promise,
            cell: (promise) => (
              <>
                <span>{promiseSentence(promise.name, language())}</span>
                <For each={promise.examples}>{(example) => <code class="chain-example">{example}</code>}</For>
              </>
            ),
          },
          {
            head: w().state,
            cell: (promise) => (
              <Badge tone={promise.broken > 0 ? "danger" : "done"}>
                {promise.broken > 0 ? w().broken({ count: groupDigits(promise.broken) }) : w().kept}
              </Badge>
            ),
          },
        ]}
        rows={ordered()}
      />
    </>
  );
}
