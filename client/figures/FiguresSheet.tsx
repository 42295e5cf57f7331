// The summary as it goes on paper (A4): the same numbers and tables, without the charts.
import type { FiguresView } from "#rules/figures";
import { useCentre, useSession } from "../session.tsx";
import { Paper } from "../ui/Paper.tsx";
import { language, useWords } from "../words.ts";
import { MainFigures } from "./MainFigures.tsx";
import { Provenance } from "./Provenance.tsx";
import { formatPeriod } from "./period.ts";
import { Tables } from "./Tables.tsx";
import { words } from "./words.ts";

export function FiguresSheet(props: { view: FiguresView; ref: (element: HTMLElement) => void }) {
  const w = useWords(words);
  const centre = useCentre();
  const { session } = useSession();
  return (
    <Paper
      ref={props.ref}
      from={centre().name}
      fromLine={`${centre().place}, ${centre().province}`}
      practice={session()?.practice}
      title={w().sheetTitle}
      line={formatPeriod(props.view, language())}
      foot={<Provenance view={props.view} />}
    >
      <MainFigures view={props.view} />
      <Tables view={props.view} />
    </Paper>
  );
}
