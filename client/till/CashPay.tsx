// Cash: what was handed over, by note or by figure, and what goes back.
import Check from "lucide-solid/icons/check";
import Delete from "lucide-solid/icons/delete";
import { createEffect, createSignal, For, on, Show } from "solid-js";
import { BANKNOTES } from "#rules/cash";
import { formatRupiah, groupDigits, type Rupiah } from "#rules/money";
import { useAnnounce } from "../ui/announcer.tsx";
import { Banknote } from "../ui/Banknote.tsx";
import { Button } from "../ui/Button.tsx";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { Money } from "../ui/Money.tsx";
import { MoneyField } from "../ui/MoneyField.tsx";
import { createShortcuts } from "../ui/shortcuts.ts";
import { dictionary, useWords } from "../words.ts";
import { judgeTender, withNote } from "./cash.ts";

const words = dictionary({
  id: {
    received: "Uang diterima",
    notes: "Tambah uang kertas",
    addNote: (of: { note: string }) => `Tambah selembar ${of.note}`,
    exact: "Uang pas",
    clear: "Hapus",
    change: "Kembalian",
    missing: (of: { amount: string }) => `Kurang ${of.amount}`,
    take: "Terima uang",
    needed: "Tulis uang yang diterima, atau tekan Uang pas.",
    strangeTitle: "Benar sebanyak ini?",
    strange: (of: { tendered: string; total: string }) =>
      `Tertulis ${of.tendered} untuk belanja ${of.total}.`,
    strangeYes: "Ya, terima",
    strangeNo: "Perbaiki",
  },
  en: {
    received: "Cash received",
    notes: "Add a note",
    addNote: (of) => `Add one note of ${of.note}`,
    exact: "Exact money",
    clear: "Clear",
    change: "Change",
    missing: (of) => `${of.amount} missing`,
    take: "Take the cash",
    needed: "Write the cash received, or press Exact money.",
    strangeTitle: "Really that much?",
    strange: (of) => `It says ${of.tendered} for a sale of ${of.total}.`,
    strangeYes: "Yes, take it",
    strangeNo: "Correct it",
  },
});

/** On glass a focused field brings up the screen's own keyboard, over the notes that one would rather press. */
const hasKeyboard = () => window.matchMedia("(hover: hover)").matches;

export function CashPay(props: {
  totalRupiah: Rupiah;
  busy: boolean;
  /** Take the focus when it comes. */
  focus: boolean;
  onPay: (tendered: Rupiah) => void;
}) {
  const w = useWords(words);
  const announce = useAnnounce();
  const [tendered, setTendered] = createSignal<Rupiah | null>(null);
  const [tried, setTried] = createSignal(false);
  const [asking, setAsking] = createSignal(false);
  const judged = () => judgeTender(tendered(), props.totalRupiah);
  const change = () => {
    const now = judged();
    return now.is === "enough" ? now.changeRupiah : null;
  };
  const missing = () => {
    const now = judged();
    return now.is === "short" ? w().missing({ amount: formatRupiah(now.missingRupiah) }) : undefined;
  };
  const take = () => {
    const now = judged();
    const given = tendered();
    setTried(true);
    if (now.is !== "enough" || given === null || props.busy) return;
    if (now.strange) setAsking(true);
    else props.onPay(given);
  };
  const exact = () => {
    if (props.busy) return;
    setTendered(props.totalRupiah);
    props.onPay(props.totalRupiah);
  };
  createShortcuts({ F9: exact });
  createEffect(
    on(
      [change, missing],
      ([back, short]) => {
        if (short) announce(short);
        else if (back !== null) announce(`${w().change} ${formatRupiah(back)}`);
      },
      { defer: true },
    ),
  );
  return (
    <form
      class="cash"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <div class="cash-field">
        <MoneyField
          label={w().received}
          size="large"
          value={tendered()}
          onChange={(value) => {
            setTendered(value);
            setTried(false);
          }}
          error={tried() ? (judged().is === "empty" ? w().needed : missing()) : undefined}
          disabled={props.busy}
          ref={(input) => queueMicrotask(() => props.focus && hasKeyboard() && input.focus())}
        />
        <Button icon={Delete} disabled={tendered() === null || props.busy} onClick={() => setTendered(null)}>
          {w().clear}
        </Button>
      </div>
      <fieldset class="notes" disabled={props.busy}>
        <legend class="visually-hidden">{w().notes}</legend>
        <For each={BANKNOTES}>
          {(note) => (
            <button
              type="button"
              class="note-key"
              aria-label={`${groupDigits(note)}: ${w().addNote({ note: formatRupiah(note) })}`}
              onClick={() => setTendered(withNote(tendered(), note))}
            >
              <Banknote piece={note} />
            </button>
          )}
        </For>
        <Button class="notes-exact" size="large" onClick={exact}>
          {w().exact} <kbd>F9</kbd>
        </Button>
      </fieldset>
      <p class="cash-change" classList={{ "cash-short": missing() !== undefined }}>
        <Show when={missing()} fallback={<span>{w().change}</span>}>
          <span>{missing()}</span>
        </Show>
        <Show when={change() !== null} fallback={<span class="cash-none">–</span>}>
          <Money amount={change() ?? 0} size={48} />
        </Show>
      </p>
      <Button type="submit" kind="primary" size="huge" wide icon={Check} busy={props.busy}>
        {w().take} <kbd>Enter</kbd>
      </Button>
      <ConfirmDialog
        open={asking()}
        title={w().strangeTitle}
        confirm={w().strangeYes}
        cancel={w().strangeNo}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          const given = tendered();
          if (given !== null) props.onPay(given);
        }}
      >
        <p>
          {w().strange({ tendered: formatRupiah(tendered() ?? 0), total: formatRupiah(props.totalRupiah) })}
        </p>
      </ConfirmDialog>
    </form>
  );
}
