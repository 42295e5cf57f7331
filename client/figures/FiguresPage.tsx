// The summary's screen: a period, its numbers first, then the charts, then the tables, and the same as files.
import { useSearchParams } from "@solidjs/router";
import { createMemo, Show } from "solid-js";
import { businessDay, formatDay, type Period } from "#rules/business-day";
import type { FiguresView } from "#rules/figures";
import { createReading, Loaded } from "../reading.tsx";
import { useCentre } from "../session.tsx";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Progress } from "../ui/Progress.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { language, useWords } from "../words.ts";
import { Charts } from "./Charts.tsx";
import "./figures.css";
import { Files } from "./Files.tsx";
import { MainFigures } from "./MainFigures.tsx";
import { PeriodChooser } from "./PeriodChooser.tsx";
import { Provenance } from "./Provenance.tsx";
import { formatPeriod, monthOf, periodOf, readPeriod } from "./period.ts";
import { readFigures } from "./requests.ts";
import { Tables } from "./Tables.tsx";
import { isEmpty } from "./tables.ts";
import { WaitingQris } from "./WaitingQris.tsx";
import { words } from "./words.ts";

export function FiguresPage() {
  const w = useWords(words);
  const centre = useCentre();
  const [search, setSearch] = useSearchParams<{ dari?: string; sampai?: string }>();
  const today = () => businessDay(Date.now(), centre().timeZone);
  const period = createMemo<Period>(
    () => readPeriod(search.dari, search.sampai) ?? periodOf("today", today()),
    periodOf("today", today()),
    { equals: (a, b) => a.from === b.from && a.to === b.to },
  );
  const choose = ({ from, to }: Period) => setSearch({ dari: from, sampai: to });
  const figures = createReading(period, readFigures);
  const said = (of: Period) => formatPeriod(of, language());
  return (
    <div class="page figures-page">
      <PageHeader
        title={w().title}
        sentence={said(period())}
        actions={<Show when={figures.value()}>{(view) => <Files view={view()} />}</Show>}
      />
      <WaitingQris />
      <PeriodChooser period={period()} today={today()} onChange={choose} />
      <div class="figures-work">
        <Show when={figures.loading()}>
          <Progress label={w().working} sentence={w().workingLine} done={0} />
        </Show>
      </div>
      <div
        class="figures-body"
        classList={{ "figures-old": figures.loading() }}
        aria-busy={figures.loading()}
      >
        <Loaded reading={figures} room={<Skeleton shape="lines" count={12} />}>
          {(view) => (
            <Show
              when={!isEmpty(view())}
              fallback={<Empty view={view()} said={said(view())} onChoose={choose} />}
            >
              <MainFigures view={view()} />
              <Charts view={view()} said={said(view())} />
              <Tables view={view()} />
              <Provenance view={view()} />
            </Show>
          )}
        </Loaded>
      </div>
    </div>
  );
}

function Empty(props: { view: FiguresView; said: string; onChoose: (period: Period) => void }) {
  const w = useWords(words);
  return (
    <Notice tone="info" live title={w().emptyTitle({ period: props.said })}>
      <Show when={props.view.lastDay} fallback={<p>{w().emptyBook}</p>}>
        {(day) => (
          <>
            <p>{w().emptyLine({ day: formatDay(day(), language()) })}</p>
            <div class="cluster figures-open">
              <Button onClick={() => props.onChoose({ from: day(), to: day() })}>{w().openDay}</Button>
              <Button kind="primary" onClick={() => props.onChoose(monthOf(day()))}>
                {w().openMonth}
              </Button>
            </div>
          </>
        )}
      </Show>
    </Notice>
  );
}
