// The open till, and its closing: the cash is counted before anything is compared (C1).
import Lock from "lucide-solid/icons/lock";
import { createSignal, Show } from "solid-js";
import { formatMoment } from "#rules/business-day";
import type { Rupiah } from "#rules/money";
import type { ShiftView } from "#rules/shift";
import { newId, type Refused, sentenceOf } from "../api.ts";
import { useDevice } from "../device.tsx";
import { useCentre } from "../session.tsx";
import { useAnnounce } from "../ui/announcer.tsx";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { MoneyField } from "../ui/MoneyField.tsx";
import { Notice } from "../ui/Notice.tsx";
import { TextField } from "../ui/TextField.tsx";
import { dictionary, language, useWords } from "../words.ts";
import { CountDrawer } from "./CountDrawer.tsx";
import { createCount } from "./count.ts";

const words = dictionary({
  id: {
    open: (of: { number: number; by: string; at: string }) =>
      `Buka ke-${of.number}, oleh ${of.by}, sejak ${of.at}.`,
    title: "Tutup kasir",
    countFirst:
      "Hitung dulu uang di laci. Selisih baru terlihat setelah dihitung. Semua uangnya lalu masuk brankas.",
    counted: "Uang fisik",
    countedHint: "Semua uang di laci, termasuk modal awal",
    needed: "Hitung uang di laci dan tulis jumlahnya. Tulis 0 kalau kosong.",
    recount: "Hitung sekali lagi. Kalau memang begitu, selisihnya tetap tercatat bersama sebabnya.",
    reason: "Sebab selisih",
    reasonNeeded: "Tulis sebabnya.",
    close: "Tutup kasir",
    closeAnyway: "Tutup dengan selisih",
    closed: "Kasir ditutup.",
    behind: "Tindakan sebelumnya di kasir ini belum terkirim. Tunggu sampai terkirim, lalu coba lagi.",
  },
  en: {
    open: (of) => `Opening ${of.number}, by ${of.by}, since ${of.at}.`,
    title: "Close the till",
    countFirst:
      "Count the money in the drawer first. A difference shows only after that. All of it then goes to the safe.",
    counted: "Cash counted",
    countedHint: "All the money in the drawer, the float included",
    needed: "Count the money in the drawer and write the amount. Write 0 if it is empty.",
    recount: "Count once more. If it is so, the difference stays on record with its reason.",
    reason: "Reason for the difference",
    reasonNeeded: "Write the reason.",
    close: "Close the till",
    closeAnyway: "Close with the difference",
    closed: "The till is closed.",
    behind: "An earlier act of this till is not sent yet. Wait until it is, then try again.",
  },
});

export function CloseShift(props: { shift: ShiftView }) {
  const w = useWords(words);
  const device = useDevice();
  const centre = useCentre();
  const announce = useAnnounce();
  const count = createCount();
  const id = newId();
  const [typed, setTyped] = createSignal<Rupiah | null>(null);
  const [reason, setReason] = createSignal("");
  const [wrong, setWrong] = createSignal<"count" | "reason" | null>(null);
  const [refused, setRefused] = createSignal<Refused | null>(null);
  const [behind, setBehind] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const counted = () => (count.isEmpty() ? typed() : count.total());
  const differs = () => refused()?.code === "difference_needs_reason";
  const close = async () => {
    const countedRupiah = counted();
    if (countedRupiah === null) return void setWrong("count");
    if (differs() && reason().trim() === "") return void setWrong("reason");
    if (busy()) return;
    setBusy(true);
    setWrong(null);
    setBehind(false);
    const outcome = await device.outbox.act("close_shift", {
      id,
      shiftId: props.shift.id,
      countedRupiah,
      closedAtMs: Date.now(),
      ...(differs() ? { reason: reason().trim() } : {}),
    });
    setBusy(false);
    if (outcome.is === "behind") setBehind(true);
    if (outcome.is === "refused") {
      setRefused(outcome.refusal);
      if (outcome.refusal.code === "shift_not_open") await device.refresh();
    }
    if (outcome.is === "accepted") announce(w().closed);
  };
  return (
    <>
      <p>
        {w().open({
          number: props.shift.number,
          by: props.shift.openedBy,
          at: formatMoment(props.shift.openedAtMs, centre().timeZone, language()),
        })}
      </p>
      <Card title={w().title}>
        <form
          class="shift-close"
          novalidate
          onSubmit={(event) => {
            event.preventDefault();
            void close();
          }}
        >
          <p class="quiet">{w().countFirst}</p>
          <CountDrawer count={count} />
          <MoneyField
            label={w().counted}
            hint={w().countedHint}
            size="large"
            value={counted()}
            onChange={(value) => {
              setTyped(value);
              setWrong(null);
            }}
            disabled={!count.isEmpty()}
            error={wrong() === "count" ? w().needed : undefined}
          />
          <Show when={behind()}>
            <Notice tone="attention" live>
              {w().behind}
            </Notice>
          </Show>
          <Show when={refused()}>
            {(refusal) => (
              <Show
                when={differs()}
                fallback={
                  <Notice tone="danger" live>
                    {sentenceOf(refusal())}
                  </Notice>
                }
              >
                <Notice tone="attention" live title={sentenceOf(refusal())}>
                  <p>{w().recount}</p>
                </Notice>
                <TextField
                  label={w().reason}
                  value={reason()}
                  onInput={(text) => {
                    setReason(text);
                    setWrong(null);
                  }}
                  maxLength={500}
                  lines={2}
                  error={wrong() === "reason" ? w().reasonNeeded : undefined}
                />
              </Show>
            )}
          </Show>
          <div class="form-actions">
            <Button type="submit" kind="primary" size="large" icon={Lock} busy={busy()}>
              {differs() ? w().closeAnyway : w().close}
            </Button>
          </div>
        </form>
      </Card>
    </>
  );
}
