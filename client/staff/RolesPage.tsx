// The table of role × right in words: who may do what.
import Check from "lucide-solid/icons/check";
import Minus from "lucide-solid/icons/minus";
import { For, Show } from "solid-js";
import { may, RIGHTS, type Right, ROLES, type Role } from "#rules/permissions";
import { type Column, DataTable } from "../ui/DataTable.tsx";
import { Icon } from "../ui/Icon.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { useWords } from "../words.ts";
import { GROUPS, type Group, groupOf, rightWords } from "./right-words.ts";
import "./staff.css";
import { words } from "./words.ts";

export function RolesPage() {
  const w = useWords(rightWords);
  const s = useWords(words);
  const rightsIn = (group: Group) => RIGHTS.filter((right) => groupOf[right] === group);
  const columns = (): Column<Right>[] => [
    { head: w().right, cell: (right) => w()[right] },
    ...ROLES.map((role) => ({ head: s()[role], cell: (right: Right) => <May role={role} right={right} /> })),
  ];
  return (
    <div class="page">
      <PageHeader title={w().title} sentence={w().sentence} back={{ href: "/petugas", label: w().back }} />
      <ul class="role-hints">
        <For each={ROLES}>
          {(role) => (
            <li>
              <strong>{s()[role]}</strong>
              <span>{s()[`${role}Hint`]}</span>
            </li>
          )}
        </For>
      </ul>
      <div class="role-tables">
        <For each={GROUPS}>
          {(group) => (
            <DataTable caption={w()[`group_${group}`]} columns={columns()} rows={rightsIn(group)} />
          )}
        </For>
      </div>
    </div>
  );
}

function May(props: { role: Role; right: Right }) {
  const w = useWords(rightWords);
  return (
    <Show
      when={may([props.role], props.right)}
      fallback={
        <span class="role-no">
          <Icon is={Minus} />
          <span class="visually-hidden">{w().no}</span>
        </span>
      }
    >
      <span class="role-yes">
        <Icon is={Check} size={24} />
        <span class="visually-hidden">{w().yes}</span>
      </span>
    </Show>
  );
}
