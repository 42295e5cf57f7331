// A paper and how its printing stands: again, at another printer, from the browser, or as a message; nobody waits for it.
import Copy from "lucide-solid/icons/copy";
import MessageCircle from "lucide-solid/icons/message-circle";
import Printer from "lucide-solid/icons/printer";
import RefreshCw from "lucide-solid/icons/refresh-cw";
import Share2 from "lucide-solid/icons/share-2";
import { createSignal, For, type JSX, Show } from "solid-js";
import { paperMessage } from "#rules/paper-text";
import { sentenceOf } from "./api.ts";
import type { PaperJob } from "./paper-jobs.ts";
import { PaperChoice, paper as roll } from "./paper-width.tsx";
import { printWords } from "./paper-words.ts";
import { useAnnounce } from "./ui/announcer.tsx";
import { Button } from "./ui/Button.tsx";
import { ButtonLink } from "./ui/ButtonLink.tsx";
import { Dialog } from "./ui/Dialog.tsx";
import { Notice } from "./ui/Notice.tsx";
import { PaperSheet } from "./ui/PaperSheet.tsx";
import { printSheet } from "./ui/printing.tsx";
import { useWords } from "./words.ts";
import "./paper-panel.css";

export function PaperPanel(props: {
  job: PaperJob;
  /** Stands instead of the sheet until one is asked for. */
  before?: JSX.Element;
}) {
  const w = useWords(printWords);
  const [sharing, setSharing] = createSignal(false);
  const [choosing, setChoosing] = createSignal(false);
  let sheet: HTMLElement | undefined;
  const state = () => props.job.job()?.state ?? null;
  const onScreen = () => props.job.paper() !== null && (state() === "screen" || state() === null);
  const sentence = () => {
    const job = props.job.job();
    if (!job || job.state === "screen") return null;
    const printer = { printer: job.printer ?? "" };
    return job.state === "failed" ? null : w()[job.state](printer);
  };
  const failure = () => {
    const job = props.job.job();
    return job?.state === "failed" ? w()[job.failure ?? "not_answering"] : null;
  };
  const byBrowser = () => {
    props.job.beforeBrowser();
    if (sheet) printSheet(sheet, roll());
  };
  const other = async () => {
    await props.job.readPrinters();
    setChoosing(true);
  };
  return (
    <section class="paper-panel">
      <div class="paper-panel-state" role="status">
        <Show when={props.job.busy() && !props.job.paper()}>
          <p>{w().asking}</p>
        </Show>
        <Show when={sentence()}>{(said) => <p>{said()}</p>}</Show>
        <Show when={failure()}>
          {(cause) => (
            <Notice tone="attention" title={w().failed}>
              <p>{cause()}</p>
            </Notice>
          )}
        </Show>
        <Show when={props.job.problem()}>
          <Notice tone="attention" title={w().failed}>
            <p>{sentenceOf(props.job.problem())}</p>
          </Notice>
        </Show>
      </div>
      <Show when={props.job.paper() || props.job.problem()}>
        <div class="paper-panel-keys">
          <Show
            when={onScreen()}
            fallback={
              <>
                <Button
                  icon={RefreshCw}
                  busy={props.job.busy() || props.job.onTheWay()}
                  onClick={() => void props.job.again()}
                >
                  {w().again}
                </Button>
                <Button icon={Printer} onClick={() => void other()}>
                  {w().other}
                </Button>
              </>
            }
          >
            <Button icon={Printer} onClick={byBrowser}>
              {w().browser}
            </Button>
            <PaperChoice />
          </Show>
          <Show when={props.job.paper()}>
            <Button icon={Share2} onClick={() => setSharing(true)}>
              {w().share}
            </Button>
          </Show>
        </div>
      </Show>
      <Show when={props.job.paper()} fallback={props.before}>
        {(paper) => (
          <PaperSheet name={paper().number} rows={paper().rows} ref={(element) => (sheet = element)} />
        )}
      </Show>
      <Dialog open={choosing()} title={w().other} onClose={() => setChoosing(false)}>
        <ul class="paper-panel-printers">
          <For each={props.job.printers()} fallback={<p>{w().noPrinters}</p>}>
            {(printer) => (
              <li>
                <Button
                  size="large"
                  wide
                  icon={Printer}
                  onClick={() => {
                    setChoosing(false);
                    void props.job.at(Number(printer.printerId));
                  }}
                >
                  {printer.name}
                </Button>
              </li>
            )}
          </For>
          <Show when={props.job.paper()}>
            <li>
              <Button
                size="large"
                wide
                icon={Printer}
                onClick={() => {
                  setChoosing(false);
                  byBrowser();
                }}
              >
                {w().browser}
              </Button>
            </li>
          </Show>
        </ul>
      </Dialog>
      <Show when={sharing() && props.job.paper()}>
        {(paper) => <Sharing text={paperMessage(paper())} onClose={() => setSharing(false)} />}
      </Show>
    </section>
  );
}

/** The paper as a message that every phone shows; WhatsApp is only a link, so nothing leaves before a person sends it. */
function Sharing(props: { text: string; onClose: () => void }) {
  const w = useWords(printWords);
  const announce = useAnnounce();
  const [copied, setCopied] = createSignal(false);
  let box: HTMLTextAreaElement | undefined;
  const copy = () => {
    box?.select();
    // Without https there is no other way to the clipboard.
    setCopied(document.execCommand("copy"));
    if (copied()) announce(w().copied);
  };
  return (
    <Dialog
      open
      title={w().share}
      onClose={props.onClose}
      actions={
        <>
          <Button size="large" icon={Copy} onClick={copy}>
            {copied() ? w().copied : w().copy}
          </Button>
          <ButtonLink
            size="large"
            kind="primary"
            icon={MessageCircle}
            href={`https://wa.me/?text=${encodeURIComponent(props.text)}`}
            elsewhere
          >
            WhatsApp
          </ButtonLink>
        </>
      }
    >
      <textarea
        class="input input-lines paper-panel-text"
        aria-label={w().share}
        readOnly
        rows={14}
        value={props.text}
        ref={(element) => (box = element)}
      />
    </Dialog>
  );
}
