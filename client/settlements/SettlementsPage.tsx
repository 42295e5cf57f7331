// The daily match: a provider's file is taken in, and a day's rows stand beside the day's QRIS sales.
import FileUp from "lucide-solid/icons/file-up";
import { createSignal, Show } from "solid-js";
import type { z } from "zod";
import { addDays, businessDay, type Day, daySchema, formatDay } from "#rules/business-day";
import { formatRupiah } from "#rules/money";
import type { settlementImportedSchema } from "#rules/settlements";
import { newId, Refused, sentenceOf } from "../api.ts";
import { createReading, Loaded } from "../reading.tsx";
import { useCentre, useSession } from "../session.tsx";
import { Button } from "../ui/Button.tsx";
import { FileKey } from "../ui/FileKey.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { language, useWords } from "../words.ts";
import { type FileFault, fileFault } from "./csv-head.ts";
import { DayChooser } from "./DayChooser.tsx";
import { DayMatch } from "./DayMatch.tsx";
import { FormatDialog } from "./FormatDialog.tsx";
import { importFile, readDay, readFormat } from "./requests.ts";
import "./settlements.css";
import { words } from "./words.ts";

type Imported = z.output<typeof settlementImportedSchema>;
interface Chosen {
  id: string;
  fileName: string;
  text: string;
}

export function SettlementsPage() {
  const w = useWords(words);
  const centre = useCentre();
  const { may } = useSession();
  // Providers write their file the day after.
  const [day, setDay] = createSignal<Day>(addDays(businessDay(Date.now(), centre().timeZone), -1));
  const match = createReading(day, readDay);
  const format = createReading(() => true, readFormat);
  const [chosen, setChosen] = createSignal<Chosen | null>(null);
  const [mapping, setMapping] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<unknown>(null);
  const [unfit, setUnfit] = createSignal<FileFault | null>(null);
  const [imported, setImported] = createSignal<Imported | null>(null);

  const take = async (file: File) => {
    setImported(null);
    setProblem(null);
    const one = { id: newId(), fileName: file.name.slice(0, 200), text: await file.text() };
    setUnfit(fileFault(one.text));
    if (unfit()) return;
    setChosen(one);
    if (format.value() === null) setMapping(true);
    else await send(one);
  };
  const send = async (one: Chosen) => {
    setBusy(true);
    setProblem(null);
    try {
      const answer = await importFile(one);
      setImported(answer);
      setDay(answer.lastDay);
      await match.again();
    } catch (thrown) {
      setProblem(() => thrown);
      // Whatever is sent next is another try with other columns: another act.
      setChosen({ ...one, id: newId() });
      if (thrown instanceof Refused && thrown.code === "settlement_format_first") setMapping(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="page settlements-page">
      <PageHeader
        title={w().title}
        sentence={w().sentence}
        back={{ href: "/qris", label: w().back }}
        actions={
          <Show when={may("match_settlements")}>
            <FileKey
              kind="primary"
              accept=".csv,.txt,text/csv,text/plain"
              icon={FileUp}
              busy={busy()}
              onFile={(file) => void take(file)}
            >
              {w().upload}
            </FileKey>
          </Show>
        }
      />
      <Show when={unfit()}>
        {(fault) => (
          <Notice tone="danger" live>
            <p>{w()[fault()]}</p>
          </Notice>
        )}
      </Show>
      <Show when={problem()}>
        {(thrown) => (
          <Notice
            tone="danger"
            live
            title={chosen()?.fileName}
            action={<Button onClick={() => setMapping(true)}>{w().columns}</Button>}
          >
            <p>{sentenceOf(thrown())}</p>
          </Notice>
        )}
      </Show>
      <Show when={imported()}>
        {(answer) => (
          <Notice tone="done" live title={chosen()?.fileName}>
            <p>
              {w().imported({
                rows: answer().rows,
                amount: formatRupiah(answer().totalRupiah),
                from: formatDay(answer().firstDay, language(), false),
                to: formatDay(answer().lastDay, language(), false),
              })}
            </p>
            <Show when={answer().known > 0}>
              <p>{w().known({ known: answer().known })}</p>
            </Show>
          </Notice>
        )}
      </Show>
      <DayChooser
        day={day()}
        onChange={(text) => {
          const read = daySchema.safeParse(text);
          if (read.success) setDay(read.data);
        }}
      />
      <Loaded reading={match}>{(known) => <DayMatch match={known()} onConfirmed={match.again} />}</Loaded>
      <FormatDialog
        text={mapping() ? (chosen()?.text ?? null) : null}
        known={format.value()}
        onClose={() => setMapping(false)}
        onSaved={(saved) => {
          setMapping(false);
          format.put(saved);
          const one = chosen();
          if (one) void send(one);
        }}
      />
    </div>
  );
}
