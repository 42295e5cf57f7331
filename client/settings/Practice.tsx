// Ends the practice shop, so that the real centre can be set up.
import { useNavigate } from "@solidjs/router";
import Flag from "lucide-solid/icons/flag";
import { createSignal, Show } from "solid-js";
import { newId, sentenceOf } from "../api.ts";
import { useSession } from "../session.tsx";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWords } from "../words.ts";
import { endPractice } from "./requests.ts";
import { words } from "./words.ts";

export function Practice() {
  const w = useWords(words);
  const { take } = useSession();
  const navigate = useNavigate();
  const [asking, setAsking] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<unknown>(null);
  const id = newId();
  const end = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const session = await endPractice(id);
      setAsking(false);
      navigate("/", { replace: true });
      take(session);
    } catch (thrown) {
      setProblem(() => thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card
      title={w().practice}
      actions={
        <Button icon={Flag} onClick={() => setAsking(true)}>
          {w().endPractice}
        </Button>
      }
    >
      <p>{w().practiceSentence}</p>
      <ConfirmDialog
        open={asking()}
        title={w().endPracticeTitle}
        confirm={w().endPractice}
        danger
        busy={busy()}
        onConfirm={() => void end()}
        onClose={() => setAsking(false)}
      >
        <p>{w().endPracticeLine}</p>
        <Show when={problem()}>
          {(thrown) => (
            <Notice tone="danger" live>
              <p>{sentenceOf(thrown())}</p>
            </Notice>
          )}
        </Show>
      </ConfirmDialog>
    </Card>
  );
}
