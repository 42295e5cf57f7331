// A maker's statement as it goes on paper (A4): what is owed, then every line of it.
import { type Day, formatDay, formatMoment } from "#rules/business-day";
import { formatRupiah } from "#rules/money";
import type { Statement } from "#rules/statement";
import { useCentre, useSession } from "../session.tsx";
import { DataTable } from "../ui/DataTable.tsx";
import { Paper, PaperFact } from "../ui/Paper.tsx";
import { language, useWords } from "../words.ts";
import { headOf, linesOf } from "./happening.ts";
import { words } from "./words.ts";

export function StatementSheet(props: { statement: Statement; ref: (element: HTMLElement) => void }) {
  const w = useWords(words);
  const centre = useCentre();
  const { session } = useSession();
  const maker = () => props.statement.maker;
  return (
    <Paper
      ref={props.ref}
      from={centre().name}
      fromLine={`${centre().place}, ${centre().province}`}
      practice={session()?.practice}
      title={w().statementTitle}
      line={w().asOf({ moment: formatMoment(Date.now(), centre().timeZone, language()) })}
    >
      <dl class="paper-facts">
        <PaperFact label={w().name}>
          {maker().name} ({maker().code})
        </PaperFact>
        <PaperFact label={w().owed} strong>
          {formatRupiah(maker().owedRupiah)}
        </PaperFact>
        <PaperFact label={w().paid}>{formatRupiah(maker().paidRupiah)}</PaperFact>
        <PaperFact label={w().savings}>{formatRupiah(maker().savingsRupiah)}</PaperFact>
      </dl>
      <DataTable
        caption={w().history}
        columns={[
          { head: w().date, cell: (row) => formatDay(row.businessDay as Day, language(), false) },
          {
            head: w().event,
            cell: (row) => [headOf(row, w()), ...linesOf(row, w())].join(", "),
          },
          { head: w().amount, number: true, cell: (row) => formatRupiah(row.amountRupiah) },
        ]}
        rows={props.statement.rows}
      />
    </Paper>
  );
}
