// Makes this device a till: a new one, or the place of a device that broke.
import MonitorSmartphone from "lucide-solid/icons/monitor-smartphone";
import { createResource, createSignal, Show } from "solid-js";
import { newTillSchema } from "#rules/centre";
import { type TillView, tillViewSchema } from "#rules/shift";
import { answerOf, api, newId, sentenceOf } from "../api.ts";
import { tillsSchema, useDevice } from "../device.tsx";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { dictionary, useWords } from "../words.ts";

const words = dictionary({
  id: {
    title: "Daftarkan perangkat ini",
    estranged: "Perangkat ini dulu kasir dari buku lain. Daftarkan lagi untuk buku ini.",
    wentBack: (of: { code: string }) =>
      `Buku ini kembali ke hari sebelumnya: perangkat ini mencatat lebih banyak dari bukunya. Daftarkan lagi sebagai ${of.code}; nomor struknya dilanjutkan.`,
    which: "Perangkat ini",
    isNew: "Kasir baru",
    isNewHint: "Laci uang dan nomor struk sendiri",
    replaces: "Menggantikan kasir yang ada",
    replacesHint: "Perangkat lamanya rusak atau tidak dipakai lagi",
    name: "Nama kasir",
    nameHint: "Misalnya tempatnya: Galeri, Kafe",
    first: (of: { count: number }) => `Kasir ${of.count}`,
    till: "Kasir yang digantikan",
    choose: "Pilih kasir",
    register: "Daftarkan",
    done: (of: { name: string; code: string }) => `Perangkat ini sekarang ${of.name} (${of.code}).`,
    needName: "Tulis nama kasir.",
    needTill: "Pilih kasirnya.",
  },
  en: {
    title: "Register this device",
    estranged: "This device was a till of another book. Register it again for this one.",
    wentBack: (of) =>
      `This book went back to an earlier day: this device has counted further than the book. Register it again as ${of.code}; its receipt numbers go on.`,
    which: "This device",
    isNew: "A new till",
    isNewHint: "With a cash drawer and receipt numbers of its own",
    replaces: "Replaces an existing till",
    replacesHint: "Its old device is broken or no longer used",
    name: "Name of the till",
    nameHint: "For example its place: Gallery, Café",
    first: (of) => `Till ${of.count}`,
    till: "The till it replaces",
    choose: "Choose a till",
    register: "Register",
    done: (of) => `This device is now ${of.name} (${of.code}).`,
    needName: "Write the name of the till.",
    needTill: "Choose the till.",
  },
});

/** The till of imported records has no device. */
const importTill = "IMPOR";

export function RegisterTill() {
  const w = useWords(words);
  const device = useDevice();
  const toasts = useToasts();
  const id = newId();
  const [tills] = createResource(async () => {
    const { tills: all } = await answerOf(tillsSchema, api.tills.$get());
    return all.filter((till) => till.code !== importTill);
  });
  const existing = () => (tills.error ? [] : (tills() ?? []));
  const [way, setWay] = createSignal<"new" | "replace">(device.was() ? "replace" : "new");
  const [typed, setTyped] = createSignal<string | null>(null);
  const [chosen, setChosen] = createSignal(String(device.was()?.tillId ?? ""));
  const [busy, setBusy] = createSignal(false);
  const [wrong, setWrong] = createSignal<"needName" | "needTill" | null>(null);
  const [problem, setProblem] = createSignal<unknown>(null);
  const name = () => typed() ?? w().first({ count: existing().length + 1 });

  const till = async (): Promise<TillView | null> => {
    if (way() === "replace") {
      const replaced = existing().find((one) => String(one.tillId) === chosen()) ?? null;
      setWrong(replaced ? null : "needTill");
      return replaced;
    }
    const body = newTillSchema.safeParse({ id, name: name() });
    setWrong(body.success ? null : "needName");
    return body.success ? await answerOf(tillViewSchema, api.tills.$post({ json: body.data })) : null;
  };
  const register = async () => {
    if (busy()) return;
    setBusy(true);
    setProblem(null);
    try {
      const registered = await till();
      if (!registered) return;
      toasts.tell({ sentence: w().done(registered) });
      await device.register(registered);
    } catch (error) {
      setProblem(() => error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title={w().title}>
      <form
        class="form"
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          void register();
        }}
      >
        <Show when={device.estranged()}>
          <Notice tone="attention">
            <Show when={device.was()} fallback={w().estranged}>
              {(was) => w().wentBack(was())}
            </Show>
          </Notice>
        </Show>
        <Show when={problem()}>
          <Notice tone="danger" live>
            {sentenceOf(problem())}
          </Notice>
        </Show>
        <Show when={existing().length > 0}>
          <Choice
            label={w().which}
            shape="rows"
            value={way()}
            options={[
              { value: "new", label: w().isNew, hint: w().isNewHint },
              { value: "replace", label: w().replaces, hint: w().replacesHint },
            ]}
            onChange={setWay}
          />
        </Show>
        <Show
          when={way() === "new"}
          fallback={
            <Select
              label={w().till}
              prompt={w().choose}
              value={chosen()}
              options={existing().map((one) => ({
                value: String(one.tillId),
                label: `${one.name} (${one.code})`,
              }))}
              onChange={setChosen}
              error={wrong() === "needTill" ? w().needTill : undefined}
            />
          }
        >
          <TextField
            label={w().name}
            hint={w().nameHint}
            value={name()}
            onInput={setTyped}
            maxLength={120}
            error={wrong() === "needName" ? w().needName : undefined}
          />
        </Show>
        <div class="form-actions">
          <Button type="submit" kind="primary" size="large" icon={MonitorSmartphone} busy={busy()}>
            {w().register}
          </Button>
        </div>
      </form>
    </Card>
  );
}
