// The set-up of a centre, one step at a time; what is written stays when one goes back.
import ArrowLeft from "lucide-solid/icons/arrow-left";
import ArrowRight from "lucide-solid/icons/arrow-right";
import Check from "lucide-solid/icons/check";
import { createSignal, Match, Show, Switch } from "solid-js";
import { sessionSchema } from "#rules/session";
import { answerOf, api, newId, sentenceOf } from "../api.ts";
import { useSession } from "../session.tsx";
import { useAnnounce } from "../ui/announcer.tsx";
import { Button } from "../ui/Button.tsx";
import { MoneyField } from "../ui/MoneyField.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Steps } from "../ui/Steps.tsx";
import { dictionary, useWords } from "../words.ts";
import { CentreFields } from "./CentreFields.tsx";
import { ManagerFields, PinAgain } from "./ManagerFields.tsx";
import { StallFields } from "./StallFields.tsx";
import { createSetUp, type Step, steps } from "./set-up.ts";

const words = dictionary({
  id: {
    centre: "Sentra",
    stalls: "Gerai",
    money: "Uang awal",
    manager: "Manajer",
    again: "Ulangi PIN",
    safe: "Uang di brankas",
    safeHint: "Yang ada di brankas hari ini, milik usaha sentra. Tulis 0 kalau kosong.",
    bank: "Uang di bank",
    bankHint: "Saldo rekening usaha sentra hari ini. Tulis 0 kalau kosong.",
    moneyNeeded: "Tulis jumlahnya. Tulis 0 kalau kosong.",
    back: "Kembali",
    next: "Lanjut",
    done: "Buka buku",
    at: (of: { at: number; all: number; name: string }) => `Langkah ${of.at} dari ${of.all}: ${of.name}.`,
  },
  en: {
    centre: "Centre",
    stalls: "Stalls",
    money: "Opening money",
    manager: "Manager",
    again: "PIN again",
    safe: "Money in the safe",
    safeHint: "What lies in the safe today and belongs to the centre's shop. Write 0 if it is empty.",
    bank: "Money in the bank",
    bankHint: "The balance of the shop's account today. Write 0 if it is empty.",
    moneyNeeded: "Write the amount. Write 0 if it is empty.",
    back: "Back",
    next: "Next",
    done: "Open the book",
    at: (of) => `Step ${of.at} of ${of.all}: ${of.name}.`,
  },
});

export function CentreSteps(props: { onLeave: () => void }) {
  const w = useWords(words);
  const { take } = useSession();
  const announce = useAnnounce();
  const store = createSetUp();
  const id = newId();
  const [at, setAt] = createSignal(0);
  const [tried, setTried] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<unknown>(null);
  const step = (): Step => steps[at()] ?? "centre";
  const faults = () => (tried() ? store.faults(step()) : []);
  const last = () => at() === steps.length - 1;
  let form: HTMLFormElement | undefined;

  const go = (to: number) => {
    setTried(false);
    setProblem(null);
    setAt(to);
    announce(w().at({ at: to + 1, all: steps.length, name: w()[step()] }));
    queueMicrotask(() => form?.querySelector<HTMLElement>("input, select, button")?.focus());
  };
  const next = async () => {
    // What was written is meant, also without a press on the key beside it.
    if (step() === "stalls") store.takeStallTyped();
    setTried(true);
    if (store.faults(step()).length > 0) {
      // Dots that cannot be told apart are no help in mending them.
      if (step() === "again") store.set("pinAgain", "");
      queueMicrotask(() => form?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
      return;
    }
    if (!last()) return go(at() + 1);
    if (busy()) return;
    setBusy(true);
    setProblem(null);
    try {
      take(await answerOf(sessionSchema, api.setup.$post({ json: store.command(id) })));
    } catch (error) {
      setProblem(() => error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Steps steps={steps.map((one) => w()[one])} at={at()} />
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
        <Switch>
          <Match when={step() === "centre"}>
            <CentreFields store={store} faults={faults()} />
          </Match>
          <Match when={step() === "stalls"}>
            <StallFields store={store} faulty={faults().length > 0} />
          </Match>
          <Match when={step() === "money"}>
            <MoneyField
              label={w().safe}
              hint={w().safeHint}
              value={store.draft.safeRupiah}
              onChange={(value) => store.set("safeRupiah", value)}
              error={faults().includes("openingSafeRupiah") ? w().moneyNeeded : undefined}
            />
            <MoneyField
              label={w().bank}
              hint={w().bankHint}
              value={store.draft.bankRupiah}
              onChange={(value) => store.set("bankRupiah", value)}
              error={faults().includes("openingBankRupiah") ? w().moneyNeeded : undefined}
            />
          </Match>
          <Match when={step() === "manager"}>
            <ManagerFields
              name={store.draft.managerName}
              pin={store.draft.pin}
              onName={(name) => store.set("managerName", name)}
              onPin={(pin) => store.set({ pin, pinAgain: "" })}
              faults={faults()}
            />
          </Match>
          <Match when={step() === "again"}>
            <PinAgain
              pin={store.draft.pinAgain}
              onPin={(pin) => store.set("pinAgain", pin)}
              faulty={faults().length > 0}
            />
          </Match>
        </Switch>
        <div class="form-actions">
          <Button
            size="large"
            icon={ArrowLeft}
            disabled={busy()}
            onClick={() => (at() === 0 ? props.onLeave() : go(at() - 1))}
          >
            {w().back}
          </Button>
          <Button type="submit" kind="primary" size="large" icon={last() ? Check : ArrowRight} busy={busy()}>
            {last() ? w().done : w().next}
          </Button>
        </div>
      </form>
    </>
  );
}
