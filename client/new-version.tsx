// Keeps the program itself on this device (the service worker), and brings a newer one in where it interrupts nobody.
import RefreshCw from "lucide-solid/icons/refresh-cw";
import { createEffect, createRoot, createSignal, Show } from "solid-js";
import { onAnswerAgain } from "./api.ts";
import { useSession } from "./session.tsx";
import { useAnnounce } from "./ui/announcer.tsx";
import { Button } from "./ui/Button.tsx";
import { dictionary, useWords } from "./words.ts";
import "./new-version.css";

const words = dictionary({
  id: {
    ready: "Versi baru siap",
    reload: "Muat ulang",
    later: "Selesaikan pembayaran ini dulu; sesudah itu muat ulang.",
  },
  en: {
    ready: "A new version is ready",
    reload: "Reload",
    later: "Finish this payment first, then reload.",
  },
});

const lookEveryMs = 3_600_000;

/** The worker of a newer build that waits for this page; null while there is none. */
const [waiting, setWaiting] = createSignal<ServiceWorker | null>(null);

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

async function takeOver(): Promise<void> {
  const found = waiting();
  if (!found) return;
  setWaiting(null);
  if (found.state === "installed") {
    const over = new Promise<void>((resolve) =>
      found.addEventListener("statechange", () => found.state === "activated" && resolve()),
    );
    await asked(found, true);
    await over;
  }
  location.reload();
}

/** A quiet line with the key that brings the newer program in; never while a payment is being taken. */
export function NewVersion() {
  const w = useWords(words);
  const { isAwake } = useSession();
  const announce = useAnnounce();
  const reload = () => {
    if (isAwake()) announce(w().later, "now");
    else void takeOver();
  };
  return (
    <Show when={waiting()}>
      <div class="new-version" role="status">
        <span>{w().ready}</span>
        <Button kind="plain" icon={RefreshCw} onClick={reload}>
          {w().reload}
        </Button>
      </div>
    </Show>
  );
}

/** Stands where nobody sells and nothing is written down, a locked or a closed till: there the newer one comes in by itself. */
export function TakesNewVersion() {
  createEffect(() => {
    if (waiting()) void takeOver();
  });
  return null;
}
