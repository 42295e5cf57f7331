// Today's visitors: all of them in one large number, then by place and category.
import { type Day, formatDay } from "#rules/business-day";
import { groupDigits } from "#rules/money";
import { VISITOR_CATEGORIES } from "#rules/visits";
import { DataTable } from "../ui/DataTable.tsx";
import { language, useWords } from "../words.ts";
import type { createTally } from "./tally.ts";
import { words } from "./words.ts";

export function DayTotals(props: { tally: ReturnType<typeof createTally>; day: string }) {
  const w = useWords(words);
  return (
    <section class="stack" aria-label={w().today}>
      <p class="day-total">
        <span class="quiet">{props.day === "" ? w().today : formatDay(props.day as Day, language())}</span>
        <strong>{groupDigits(props.tally.total())}</strong>
        <span>{w().everyone}</span>
      </p>
      <DataTable
        caption={w().byArea}
        hideCaption
        columns={[
          { head: w().place, cell: (area) => area.name, foot: w().all },
          ...VISITOR_CATEGORIES.map((category) => ({
            head: w()[category],
            number: true,
            cell: (area: { areaId: ReturnType<typeof props.tally.areas>[number]["areaId"] }) =>
              groupDigits(props.tally.count(area.areaId, category)),
            foot: <>{groupDigits(props.tally.ofCategory(category))}</>,
          })),
          {
            head: w().sum,
            number: true,
            cell: (area) => groupDigits(props.tally.ofArea(area.areaId)),
            foot: <>{groupDigits(props.tally.total())}</>,
          },
        ]}
        rows={props.tally.areas()}
      />
    </section>
  );
}
