// Before a till is closed: what is not sent yet is sent, with how far that is; without the server it says that closing waits (L6).
import RefreshCw from "lucide-solid/icons/refresh-cw";
import { createSignal, onMount, Show } from "solid-js";
import { wireUp } from "../api.ts";
import { useOutbox } from "../device.tsx";
import { sendFirst } from "../send-first.ts";
import { useSession } from "../session.tsx";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Progress } from "../ui/Progress.tsx";
import { useWords } from "../words.ts";
import { closeWords } from "./close-words.ts";

export function SendFirst() {
  const w = useWords(closeWords);
  const outbox = useOutbox();
  const { remembered } = useSession();
  const [all, setAll] = createSignal(0);
  const [busy, setBusy] = createSignal(false);
  const alone = () => remembered() || !wireUp();
  // The act that somebody waits for is the count itself.
  const left = () => outbox.left();
  const send = async () => {
    if (left() === 0 || busy()) return;
    setAll(left());
    setBusy(true);
    await sendFirst(outbox);
    setBusy(false);
  };
  onMount(() => void send());
  return (
    <>
      <Show when={alone()}>
        <Notice tone="attention" live>
          <p>{w().serverNeeded}</p>
        </Notice>
      </Show>
      <Show when={!alone() && left() > 0}>
        <Show
          when={busy()}
          fallback={
            <Notice
              tone="attention"
              live
              action={
                <Button icon={RefreshCw} onClick={() => void send()}>
                  {w().sendNow}
                </Button>
              }
            >
              <p>{w().sendFirst({ count: left() })}</p>
            </Notice>
          }
        >
          <Progress
            label={w().sending}
            sentence={w().far({ sent: all() - left(), all: all() })}
            done={all() - left()}
            all={all()}
          />
        </Show>
      </Show>
    </>
  );
}
