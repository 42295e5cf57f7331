// A group's members, each with the part they receive.
import { groupDigits } from "#rules/money";
import type { MakerRow } from "#rules/statement";
import { DataTable } from "../ui/DataTable.tsx";
import { useWords } from "../words.ts";
import { words } from "./words.ts";

export function Members(props: { members: MakerRow["members"] }) {
  const w = useWords(words);
  return (
    <DataTable
      caption={w().members}
      columns={[
        { head: w().member, cell: (member) => <a href={`/pembuat/${member.makerId}`}>{member.name}</a> },
        { head: w().weight, number: true, cell: (member) => groupDigits(member.weight) },
      ]}
      rows={props.members}
    />
  );
}
