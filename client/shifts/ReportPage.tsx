// A shift's report: the X of an open till at any time, the Z of a closed one for ever, and its closing by a manager from elsewhere.
import { useParams, useSearchParams } from "@solidjs/router";
import Lock from "lucide-solid/icons/lock";
import Printer from "lucide-solid/icons/printer";
import { createSignal, Show } from "solid-js";
import { formatMoment } from "#rules/business-day";
import type { ShiftReport, ShiftView } from "#rules/shift";
import { useDevice } from "../device.tsx";
import { PaperDialog } from "../PaperDialog.tsx";
import type { PaperWish } from "../paper-jobs.ts";
import { createReading, Loaded } from "../reading.tsx";
import { useCentre, useSession } from "../session.tsx";
import { Button } from "../ui/Button.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { language, useWords } from "../words.ts";
import { CloseShift } from "./CloseShift.tsx";
import { DrawerEvents } from "./DrawerEvents.tsx";
import { ReportSums } from "./ReportSums.tsx";
import { reportWords } from "./report-words.ts";
import { closeFromElsewhere, countFromElsewhere, readReport, readShift } from "./requests.ts";
import "./shifts.css";
import { Supplements } from "./Supplements.tsx";
import { words } from "./words.ts";
import { ZFacts } from "./ZFacts.tsx";

interface Known {
  report: ShiftReport;
  shift: ShiftView;
}

export function ReportPage() {
  const params = useParams<{ shiftId: string }>();
  const known = createReading(
    () => params.shiftId,
    async (shiftId): Promise<Known> => {
      const [report, shift] = await Promise.all([readReport(shiftId), readShift(shiftId)]);
      return { report, shift };
    },
  );
  return (
    <div class="page">
      <Loaded reading={known} room={<Head known={null} />}>
        {(value) => <Report known={value()} onClosed={known.again} />}
      </Loaded>
    </div>
  );
}

function Head(props: { known: Known | null; onPrint?: (wish: PaperWish) => void }) {
  const w = useWords(reportWords);
  const { may } = useSession();
  const title = () => {
    const { known } = props;
    if (!known) return "…";
    const { report } = known;
    return report.z
      ? w().z({ number: report.z.number })
      : w().x({ till: report.tillCode, number: report.shiftNumber });
  };
  const isOpen = () => props.known?.shift.state !== "closed";
  const wish = (known: Known): PaperWish => ({ paper: known.report.z ? "z" : "x", about: known.shift.id });
  return (
    <PageHeader
      title={title()}
      sentence={props.known && isOpen() ? w().xSentence : undefined}
      back={{ href: "/kas?bagian=riwayat", label: w().back }}
      actions={
        <Show when={props.known}>
          {(known) => (
            <>
              <Show when={isOpen()}>
                <ClosingKey known={known()} />
              </Show>
              <Show when={may("print")}>
                <Button icon={Printer} onClick={() => props.onPrint?.(wish(known()))}>
                  {known().report.z ? w().printZ : w().printX}
                </Button>
              </Show>
            </>
          )}
        </Show>
      }
    />
  );
}

/** At its own till a shift is closed there; from elsewhere a manager does it, with a reason (S10). */
function ClosingKey(props: { known: Known }) {
  const w = useWords(reportWords);
  const { may } = useSession();
  const device = useDevice();
  const isHere = () => device.shift()?.id === props.known.shift.id;
  return (
    <Show
      when={isHere()}
      fallback={
        <Show when={may("approve") && may("run_shift")}>
          <ButtonLink icon={Lock} href={`/kas/${props.known.shift.id}?langkah=tutup`}>
            {w().closeForOther}
          </ButtonLink>
        </Show>
      }
    >
      <ButtonLink icon={Lock} href="/kas?langkah=tutup">
        {w().closeHere}
      </ButtonLink>
    </Show>
  );
}

function Report(props: { known: Known; onClosed: () => Promise<void> }) {
  const w = useWords(reportWords);
  const d = useWords(words);
  const centre = useCentre();
  const { may } = useSession();
  const [search, setSearch] = useSearchParams<{ langkah?: string }>();
  const [wish, setWish] = createSignal<PaperWish | null>(null);
  const report = () => props.known.report;
  const closing = () =>
    search.langkah === "tutup" && props.known.shift.state !== "closed" && may("approve") && may("run_shift");
  const closed = () => {
    setSearch({ langkah: undefined });
    void props.onClosed();
  };
  return (
    <>
      <Head known={props.known} onPrint={setWish} />
      <Show
        when={closing()}
        fallback={
          <>
            <Show
              when={report().z}
              fallback={
                <dl class="report-facts">
                  <dt>{w().opened}</dt>
                  <dd>
                    {w().at({
                      moment: formatMoment(report().openedAtMs, centre().timeZone, language()),
                      by: report().openedBy,
                    })}
                  </dd>
                  <dt>{w().asOf}</dt>
                  <dd>{formatMoment(report().asOfMs, centre().timeZone, language())}</dd>
                </dl>
              }
            >
              {(z) => <ZFacts z={z()} seal={report().seal} />}
            </Show>
            <Show when={props.known.shift.state === "closed" && !report().z}>
              <Notice tone="info">{w().noZ}</Notice>
            </Show>
            <Show when={report().totals.expectedRupiah === null}>
              <Notice tone="info">{w().blind}</Notice>
            </Show>
            <Supplements supplements={report().supplements} />
            <ReportSums totals={report().totals} />
            <section class="stack" aria-label={d().movesTitle}>
              <h2>{d().movesTitle}</h2>
              <DrawerEvents
                moves={report().moves}
                openings={report().drawerOpenings}
                none={d().noMoves}
                onSlip={may("print") ? ({ id }) => setWish({ paper: "drawer_move", about: id }) : undefined}
              />
            </section>
          </>
        }
      >
        <CloseShift
          needs={{
            shiftId: props.known.shift.id,
            count: countFromElsewhere,
            close: closeFromElsewhere,
            nowMs: Date.now,
            forOther: true,
          }}
          onBack={() => setSearch({ langkah: undefined })}
          onClosed={closed}
        />
      </Show>
      <PaperDialog
        title={w().paperOf({ number: report().z?.number ?? `X ${report().tillCode}` })}
        wish={wish()}
        onClose={() => setWish(null)}
      />
    </>
  );
}
