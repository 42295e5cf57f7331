// The first manager of an imported book or of a practice shop.
import ArrowLeft from "lucide-solid/icons/arrow-left";
import ArrowRight from "lucide-solid/icons/arrow-right";
import Check from "lucide-solid/icons/check";
import { createSignal, Show } from "solid-js";
import { firstManagerSchema } from "#rules/centre";
import { sessionSchema } from "#rules/session";
import { answerOf, api, newId, sentenceOf } from "../api.ts";
import { useSession } from "../session.tsx";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { dictionary, useWords } from "../words.ts";
import { ManagerFields, PinAgain } from "./ManagerFields.tsx";

const words = dictionary({
  id: {
    back: "Kembali",
    next: "Lanjut",
    practice: "Buka toko latihan",
    imported: "Mulai",
    working: "Menyiapkan toko latihan; beberapa detik.",
  },
  en: {
    back: "Back",
    next: "Next",
    practice: "Open the practice shop",
    imported: "Start",
    working: "Preparing the practice shop; a few seconds.",
  },
});

export function FirstManagerForm(props: { of: "practice" | "imported"; onLeave?: (() => void) | undefined }) {
  const w = useWords(words);
  const { take } = useSession();
  const id = newId();
  const [name, setName] = createSignal("");
  const [pin, setPin] = createSignal("");
  const [again, setAgain] = createSignal("");
  const [repeating, setRepeating] = createSignal(false);
  const [tried, setTried] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<unknown>(null);
  let form: HTMLFormElement | undefined;

  const read = () => firstManagerSchema.safeParse({ id, name: name(), pin: pin() });
  const faults = () => {
    const manager = read();
    return tried() && !manager.success ? manager.error.issues.map((issue) => String(issue.path[0])) : [];
  };
  const focusFirst = () => queueMicrotask(() => form?.querySelector("input")?.focus());
  const back = () => {
    if (!repeating()) return props.onLeave?.();
    setRepeating(false);
    setAgain("");
    focusFirst();
  };
  const next = async () => {
    setTried(true);
    const manager = read();
    if (!manager.success || busy()) return;
    if (!repeating()) {
      setTried(false);
      setRepeating(true);
      return focusFirst();
    }
    if (again() !== pin()) {
      setAgain("");
      return focusFirst();
    }
    setBusy(true);
    setProblem(null);
    try {
      const json = manager.data;
      const request =
        props.of === "practice" ? api.setup.practice.$post({ json }) : api.setup.manager.$post({ json });
      take(await answerOf(sessionSchema, request));
    } catch (error) {
      setProblem(() => error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      ref={form}
      class="form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void next();
      }}
    >
      <Show when={problem()}>
        <Notice tone="danger" live>
          {sentenceOf(problem())}
        </Notice>
      </Show>
      <Show
        when={repeating()}
        fallback={
          <ManagerFields name={name()} pin={pin()} onName={setName} onPin={setPin} faults={faults()} />
        }
      >
        <PinAgain pin={again()} onPin={setAgain} faulty={tried() && again() !== pin()} />
      </Show>
      <p role="status" class="quiet">
        {busy() && props.of === "practice" ? w().working : ""}
      </p>
      <div class="form-actions">
        <Show when={props.onLeave || repeating()}>
          <Button size="large" icon={ArrowLeft} disabled={busy()} onClick={back}>
            {w().back}
          </Button>
        </Show>
        <Button
          type="submit"
          kind="primary"
          size="large"
          icon={repeating() ? Check : ArrowRight}
          busy={busy()}
        >
          {repeating() ? w()[props.of] : w().next}
        </Button>
      </div>
    </form>
  );
}
