// Who works here: names as large keys and then a PIN, for signing in, unlocking, and a quick change of cashier.
import ArrowLeft from "lucide-solid/icons/arrow-left";
import LogIn from "lucide-solid/icons/log-in";
import {
  createContext,
  createEffect,
  createSignal,
  For,
  onMount,
  type ParentProps,
  Show,
  untrack,
  useContext,
} from "solid-js";
import { may } from "#rules/permissions";
import { Refused, sentenceOf } from "./api.ts";
import { useOutbox } from "./device.tsx";
import { sendFirst } from "./send-first.ts";
import { type SessionStore, useSession } from "./session.tsx";
import { useAnnounce } from "./ui/announcer.tsx";
import { Button } from "./ui/Button.tsx";
import { Dialog } from "./ui/Dialog.tsx";
import { Notice } from "./ui/Notice.tsx";
import { PinField } from "./ui/PinField.tsx";
import { createShortcuts } from "./ui/shortcuts.ts";
import { useToasts } from "./ui/toasts.tsx";
import { dictionary, useWords } from "./words.ts";
import "./sign-in.css";

export type Colleague = NonNullable<ReturnType<SessionStore["session"]>>["staff"][number];

export const longestPin = 8;
export const shortestPin = 4;

const words = dictionary({
  id: {
    pinOf: (of: { name: string }) => `PIN ${of.name}`,
    hint: "4 sampai 8 angka",
    hintAlone: "4 sampai 8 angka. PIN diperiksa setelah server menjawab.",
    stranger: "Belum pernah masuk di kasir ini; tunggu server menjawab.",
    enter: "Masuk",
    other: "Ganti nama",
    cashier: "Kasir",
    storekeeper: "Petugas stok",
    companion: "Pendamping",
    auditor: "Pemeriksa",
    manager: "Manajer",
    administrator: "Administrator",
    none: "Belum ada petugas lain yang punya PIN.",
    welcome: (of: { name: string }) => `Masuk sebagai ${of.name}.`,
    welcomeAlone: (of: { name: string }) =>
      `Masuk sebagai ${of.name}. PIN diperiksa setelah server menjawab.`,
    change: "Ganti kasir",
    changeSaid: "Keranjang tetap seperti sekarang.",
    changed: (of: { name: string }) => `Sekarang ${of.name} di kasir ini.`,
    changedAlone: (of: { name: string }) =>
      `Sekarang ${of.name} di kasir ini. PIN diperiksa setelah server menjawab.`,
  },
  en: {
    pinOf: (of) => `${of.name}'s PIN`,
    hint: "4 to 8 digits",
    hintAlone: "4 to 8 digits. The PIN is checked once the server answers.",
    stranger: "Has never signed in at this till; wait until the server answers.",
    enter: "Sign in",
    other: "Another name",
    cashier: "Cashier",
    storekeeper: "Storekeeper",
    companion: "Companion",
    auditor: "Auditor",
    manager: "Manager",
    administrator: "Administrator",
    none: "Nobody else has a PIN yet.",
    welcome: (of) => `Signed in as ${of.name}.`,
    welcomeAlone: (of) => `Signed in as ${of.name}. The PIN is checked once the server answers.`,
    change: "Change cashier",
    changeSaid: "The cart stays as it is.",
    changed: (of) => `${of.name} is at this till now.`,
    changedAlone: (of) => `${of.name} is at this till now. The PIN is checked once the server answers.`,
  },
});

/** The names, and after one of them its PIN. `alone`: the one whose PIN is asked for at once. */
export function WhoIsHere(props: {
  staff: readonly Colleague[];
  heading: string;
  /** What stood here before is gone: the keyboard begins at the names. */
  takesFocus?: boolean;
  onEntered?: (colleague: Colleague) => void;
}) {
  const w = useWords(words);
  const { offered } = useSession();
  const [chosen, setChosen] = createSignal<Colleague | null>(null);
  const alone = () => {
    const [one] = props.staff;
    return one && props.staff.length === 1 && offered(one.staffId) ? one : null;
  };
  let heading: HTMLHeadingElement | undefined;
  onMount(() => props.takesFocus && heading?.focus());
  return (
    <Show
      when={chosen() ?? alone()}
      keyed
      fallback={
        <section class="stack">
          <h2 tabIndex={-1} ref={heading}>
            {props.heading}
          </h2>
          <ul class="sign-in-names">
            <For each={props.staff} fallback={<li>{w().none}</li>}>
              {(colleague) => (
                <li>
                  <button
                    type="button"
                    class="sign-in-name"
                    disabled={!offered(colleague.staffId)}
                    onClick={() => setChosen(colleague)}
                  >
                    <strong>{colleague.name}</strong>
                    <span>
                      {offered(colleague.staffId)
                        ? colleague.roles.map((role) => w()[role]).join(", ")
                        : w().stranger}
                    </span>
                  </button>
                </li>
              )}
            </For>
          </ul>
        </section>
      }
    >
      {(colleague) => (
        <PinForm
          colleague={colleague}
          onOther={alone() ? undefined : () => setChosen(null)}
          onEntered={props.onEntered}
        />
      )}
    </Show>
  );
}

function PinForm(props: {
  colleague: Colleague;
  onOther?: (() => void) | undefined;
  onEntered?: ((colleague: Colleague) => void) | undefined;
}) {
  const w = useWords(words);
  const { signIn, letsIn, unproven } = useSession();
  const announce = useAnnounce();
  const [pin, setPin] = createSignal("");
  const [wrong, setWrong] = createSignal<Refused | null>(null);
  const [problem, setProblem] = createSignal<unknown>(null);
  const [busy, setBusy] = createSignal(false);
  let form: HTMLFormElement | undefined;
  const focus = () => form?.querySelector("input")?.focus();
  onMount(focus);
  const enter = async () => {
    if (busy() || pin().length < shortestPin) return;
    setBusy(true);
    setProblem(null);
    setWrong(null);
    const { colleague, onEntered } = props;
    try {
      await signIn(colleague.staffId, pin());
      announce((unproven() ? w().welcomeAlone : w().welcome)({ name: colleague.name }));
      onEntered?.(colleague);
    } catch (error) {
      if (error instanceof Refused) setWrong(error);
      else setProblem(() => error);
      setPin("");
      focus();
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      ref={form}
      class="sign-in-pin"
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      <Show when={problem()}>
        <Notice tone="danger" live>
          {sentenceOf(problem())}
        </Notice>
      </Show>
      <PinField
        label={w().pinOf({ name: props.colleague.name })}
        hint={letsIn(props.colleague.staffId) ? w().hintAlone : w().hint}
        error={wrong() ? sentenceOf(wrong()) : undefined}
        value={pin()}
        length={longestPin}
        onChange={setPin}
        onComplete={() => void enter()}
      />
      <div class="sign-in-keys">
        <Show when={props.onOther}>
          <Button size="large" icon={ArrowLeft} onClick={() => props.onOther?.()}>
            {w().other}
          </Button>
        </Show>
        <Button
          type="submit"
          kind="primary"
          size="large"
          icon={LogIn}
          busy={busy()}
          disabled={pin().length < shortestPin}
        >
          {w().enter}
        </Button>
      </div>
    </form>
  );
}

const QuickChange = createContext<{ open: () => void }>();

/** Lets any part of the frame open the change of cashier; F3 does too. */
export function QuickChangeProvider(props: ParentProps) {
  const w = useWords(words);
  const { session, person, unproven } = useSession();
  const outbox = useOutbox();
  const toasts = useToasts();
  const [open, setOpen] = createSignal(false);
  const others = () =>
    session()?.staff.filter((one) => may(one.roles, "sell") && one.staffId !== person()?.staffId) ?? [];
  createShortcuts({ F3: () => setOpen(true) });
  // What one cashier leaves is sent while the next one types; what does not go stays (L6).
  createEffect(() => open() && void untrack(() => sendFirst(outbox)));
  return (
    <QuickChange.Provider value={{ open: () => setOpen(true) }}>
      {props.children}
      <Dialog open={open()} size="wide" title={w().change} onClose={() => setOpen(false)}>
        <WhoIsHere
          staff={others()}
          heading={w().changeSaid}
          onEntered={(colleague) => {
            setOpen(false);
            const { changed, changedAlone } = w();
            toasts.tell({ sentence: (unproven() ? changedAlone : changed)({ name: colleague.name }) });
          }}
        />
      </Dialog>
    </QuickChange.Provider>
  );
}

export function useQuickChange(): { open: () => void } {
  const store = useContext(QuickChange);
  if (!store) throw new Error("useQuickChange() needs <QuickChangeProvider> around the frame.");
  return store;
}
