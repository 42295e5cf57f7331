// Keeps the program itself on this device (the service worker), and brings a newer one in where it interrupts nobody.
import RefreshCw from "lucide-solid/icons/refresh-cw";
import { createEffect, createRoot, createSignal, onCleanup, Show, untrack } from "solid-js";
import { onAnswerAgain } from "./api.ts";
import { useOutbox } from "./device.tsx";
import { inTime } from "./in-time.ts";
import { sendFirst } from "./send-first.ts";
import { useSession } from "./session.tsx";
import { useAnnounce } from "./ui/announcer.tsx";
import { Button } from "./ui/Button.tsx";
import { dictionary, useWords } from "./words.ts";
import "./new-version.css";

const words = dictionary({
  id: {
    ready: "Versi baru siap",
    reload: "Muat ulang",
    sending: "Mengirim dulu yang belum terkirim …",
    later: "Selesaikan pembayaran ini dulu; sesudah itu muat ulang.",
  },
  en: {
    ready: "A new version is ready",
    reload: "Reload",
    sending: "Sending first what is not sent yet …",
    later: "Finish this payment first, then reload.",
  },
});

const lookEveryMs = 3_600_000;
/** A worker that does not come into its own by then is not waited for: the page comes from the server, with or without it. */
const mostOverMs = 5000;

/** The worker of a newer build that waits for this page; null while there is none. */
const [waiting, setWaiting] = createSignal<ServiceWorker | null>(null, { equals: false });

/** Where the page came securely. Everywhere else, and while one works on it, the till starts from the server only. */
export function startShell(): void {
  const workers = window.isSecureContext ? navigator.serviceWorker : undefined;
  if (!workers || import.meta.hot) return;
  void workers
    .register("/sw.js", { updateViaCache: "none" })
    .then((shell) => {
      void look(shell.waiting);
      shell.addEventListener("updatefound", () => {
        const found = shell.installing;
        found?.addEventListener("statechange", () => {
          if (found.state === "installed") void look(found);
        });
      });
      // A till stays open for days, and a browser looks only when a page is opened; a server that was away may be a newer one.
      const again = () => void shell.update().catch(() => {});
      setInterval(again, lookEveryMs);
      createRoot(() => onAnswerAgain(again));
    })
    .catch(() => {});
}

/** One of this very build takes over unseen; before the first there is nothing to be newer than. */
async function look(found: ServiceWorker | null): Promise<void> {
  if (!found || !navigator.serviceWorker.controller) return;
  if (!(await asked(found, false))) setWaiting(found);
}

/** Asks the waiting worker whether this page is of its build. It takes over if so, or if it is told to. */
function asked(found: ServiceWorker, now: boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data === true);
    found.postMessage({ files: ownFiles(), now }, [port2]);
  });
}

function ownFiles(): string[] {
  const parts = document.head.querySelectorAll<HTMLScriptElement | HTMLLinkElement>(
    "script[src], link[href]",
  );
  return [...parts]
    .map((part) => new URL(part instanceof HTMLLinkElement ? part.href : part.src).pathname)
    .filter((path) => path.startsWith("/assets/"));
}

/** Once is enough; the page goes with it. */
let taking = false;

/**
 * What waits to be sent is tried first, and is on the disk whatever comes of that (L6). It takes a while: where somebody has begun to take
 * money meanwhile, the newer one waits for the next calm moment.
 */
async function takeOver(needs: { send: () => Promise<unknown>; isCalm: () => boolean }): Promise<void> {
  const found = waiting();
  if (!found || taking) return;
  taking = true;
  await needs.send();
  if (needs.isCalm() && found.state === "installed") await inTime(over(found), mostOverMs);
  taking = needs.isCalm();
  if (taking) location.reload();
  setWaiting(taking ? null : found);
}

/** It is the page's worker now, or never will be, since a still newer one has come. */
function over(found: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    found.addEventListener("statechange", () => {
      if (found.state === "activated" || found.state === "redundant") resolve();
    });
    void asked(found, true);
  });
}

/** A quiet line with the key that brings the newer program in; never while a payment is being taken. */
export function NewVersion() {
  const w = useWords(words);
  const { isAwake } = useSession();
  const outbox = useOutbox();
  const announce = useAnnounce();
  const [busy, setBusy] = createSignal(false);
  const reload = () => {
    if (isAwake()) return announce(w().later, "now");
    setBusy(true);
    if (outbox.unsent() > 0) announce(w().sending);
    void takeOver({ send: () => sendFirst(outbox), isCalm: () => !isAwake() }).then(() => setBusy(taking));
  };
  return (
    <Show when={waiting()}>
      <div class="new-version" role="status">
        <span>{busy() && outbox.unsent() > 0 ? w().sending : w().ready}</span>
        <Button kind="plain" icon={RefreshCw} busy={busy()} onClick={reload}>
          {w().reload}
        </Button>
      </div>
    </Show>
  );
}

/** Stands where nobody sells and nothing is written down, a locked or a closed till: there the newer one comes in by itself. */
export function TakesNewVersion() {
  const outbox = useOutbox();
  let stands = true;
  onCleanup(() => {
    stands = false;
  });
  createEffect(() => {
    if (waiting()) void untrack(() => takeOver({ send: () => sendFirst(outbox), isCalm: () => stands }));
  });
  return null;
}
