// Opens the till with the float that lies in its drawer.

import { useNavigate } from "@solidjs/router";
import LockOpen from "lucide-solid/icons/lock-open";
import { createSignal, Show } from "solid-js";
import { shiftIdSchema } from "#rules/ids";
import type { Rupiah } from "#rules/money";
import { newId, sentenceOf, wireUp } from "../api.ts";
import { shopNow } from "../clock.ts";
import { useDevice } from "../device.tsx";
import { useSession } from "../session.tsx";
import { useAnnounce } from "../ui/announcer.tsx";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { MoneyField } from "../ui/MoneyField.tsx";
import { Notice } from "../ui/Notice.tsx";
import { dictionary, useWords } from "../words.ts";

const words = dictionary({
  id: {
    title: "Buka kasir",
    float: "Modal awal",
    hint: "Uang yang ada di laci sekarang, diambil dari brankas. Tulis 0 kalau kosong.",
    needed: "Hitung uang di laci dan tulis jumlahnya. Tulis 0 kalau kosong.",
    open: "Buka kasir",
    plain:
      "Halaman ini lewat sambungan biasa: semua tercatat dengan benar, tetapi tanpa server ia tidak terbuka lagi. Lihat Sambungan.",
    notKept: "Peramban tidak berjanji menyimpan data kasir ini. Lihat Sambungan.",
    opened: "Kasir dibuka.",
    openedHere: "Kasir dibuka. Tersimpan di perangkat ini, belum terkirim.",
    alone:
      "Server toko tidak menjawab. Kasir tetap bisa dibuka: pembukaannya tersimpan di perangkat ini dan terkirim sendiri nanti.",
    waiting: "Server belum menjawab. Tunggu sebentar; perangkat ini menanyakannya lagi dengan sendirinya.",
    behind: "Tindakan sebelumnya di kasir ini belum terkirim. Tunggu sampai terkirim, lalu coba lagi.",
  },
  en: {
    title: "Open the till",
    float: "Float",
    hint: "The money in the drawer now, taken from the safe. Write 0 if it is empty.",
    needed: "Count the money in the drawer and write the amount. Write 0 if it is empty.",
    open: "Open the till",
    plain:
      "This page came over a plain connection: all is recorded rightly, but it does not open again without the server. See Connection.",
    notKept: "The browser has not promised to keep this till's data. See Connection.",
    opened: "The till is open.",
    openedHere: "The till is open. It is kept on this device and not sent yet.",
    alone:
      "The shop's server does not answer. The till can be opened all the same: its opening is kept on this device and goes by itself later.",
    waiting: "The server has not answered. Wait a moment; this device asks again by itself.",
    behind: "An earlier act of this till is not sent yet. Wait until it is, then try again.",
  },
});

export function OpenShift(props: { focus: boolean }) {
  const w = useWords(words);
  const device = useDevice();
  const announce = useAnnounce();
  const { remembered } = useSession();
  const navigate = useNavigate();
  const id = shiftIdSchema.parse(newId());
  const [float, setFloat] = createSignal<Rupiah | null>(null);
  const [busy, setBusy] = createSignal(false);
  const [missing, setMissing] = createSignal(false);
  const [problem, setProblem] = createSignal<string | null>(null);
  let field: HTMLInputElement | undefined;
  const open = async () => {
    const floatRupiah = float();
    setMissing(floatRupiah === null);
    if (floatRupiah === null) return field?.focus();
    if (busy()) return;
    setBusy(true);
    setProblem(null);
    const outcome = await device.outbox.act("open_shift", { id, floatRupiah, openedAtMs: shopNow() });
    setBusy(false);
    if (outcome.is === "behind") setProblem(w().behind);
    if (outcome.is === "waiting") setProblem(w().waiting);
    if (outcome.is === "refused") {
      setProblem(sentenceOf(outcome.refusal));
      if (outcome.refusal.code === "shift_already_open") await device.refresh();
    }
    if (outcome.is === "accepted" || outcome.is === "kept") {
      announce(outcome.is === "kept" ? w().openedHere : w().opened);
      navigate("/kasir");
    }
  };
  /** What this page cannot promise is told where the day begins, and stands under Sambungan besides (L2). */
  const cannot = () => {
    const { secure, persistent } = device.keeping() ?? {};
    if (secure === false) return w().plain;
    return persistent === false ? w().notKept : null;
  };
  return (
    <Card title={w().title}>
      <form
        class="form"
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <Show when={remembered() || !wireUp()}>
          <Notice tone="info" live>
            {w().alone}
          </Notice>
        </Show>
        <Show when={problem()}>
          <Notice tone="danger" live>
            {problem()}
          </Notice>
        </Show>
        <MoneyField
          label={w().float}
          hint={w().hint}
          size="large"
          value={float()}
          onChange={(value) => {
            setFloat(value);
            setMissing(false);
          }}
          error={missing() ? w().needed : undefined}
          ref={(input) => {
            field = input;
            queueMicrotask(() => props.focus && input.focus());
          }}
        />
        <div class="form-actions">
          <Button type="submit" kind="primary" size="large" icon={LockOpen} busy={busy()}>
            {w().open}
          </Button>
        </div>
        <Show when={cannot()}>{(what) => <Notice tone="attention">{what()}</Notice>}</Show>
      </form>
    </Card>
  );
}
