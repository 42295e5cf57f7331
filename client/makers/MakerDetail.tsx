// One maker: what is theirs, what a manager can do about it, and everything that happened to their money.
import Banknote from "lucide-solid/icons/banknote";
import IdCard from "lucide-solid/icons/id-card";
import Pencil from "lucide-solid/icons/pencil";
import { createSignal, Show } from "solid-js";
import { formatRupiah } from "#rules/money";
import type { MakerRow, Statement } from "#rules/statement";
import { createReading, Loaded } from "../reading.tsx";
import { useSession } from "../session.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { Figure } from "../ui/Figure.tsx";
import { Money } from "../ui/Money.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PrintButton } from "../ui/printing.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { useWords } from "../words.ts";
import { CardDialog } from "./CardDialog.tsx";
import { History } from "./History.tsx";
import { MakerDialog } from "./MakerDialog.tsx";
import { Members } from "./Members.tsx";
import { readStatement } from "./requests.ts";
import { StatementSheet } from "./StatementSheet.tsx";
import { words } from "./words.ts";

export function MakerDetail(props: { makerId: number; makers: readonly MakerRow[]; onChanged: () => void }) {
  const w = useWords(words);
  const { may } = useSession();
  const toasts = useToasts();
  const statement = createReading(() => props.makerId, readStatement);
  const [asking, setAsking] = createSignal<"change" | "card" | null>(null);
  let sheet: HTMLElement | undefined;
  const changed = (name: string) => {
    setAsking(null);
    toasts.tell({ sentence: w().saved({ name }) });
    void statement.again();
    props.onChanged();
  };
  return (
    <Loaded reading={statement} room={<Skeleton shape="lines" count={8} />}>
      {(known) => (
        <article class="stack maker">
          <header class="stack">
            <h2 class="maker-name">{known().maker.name}</h2>
            <p class="cluster">
              <Badge>{known().maker.code}</Badge>
              <Badge>{w()[known().maker.kind]}</Badge>
              <Show when={known().maker.program}>{(program) => <Badge>{program()}</Badge>}</Show>
              <Show when={!known().maker.active}>
                <Badge tone="attention">{w().inactive}</Badge>
              </Show>
            </p>
          </header>
          <Standing statement={known()} />
          <div class="cluster maker-acts">
            <Show when={may("pay_out") && isPayable(known())}>
              <ButtonLink kind="primary" icon={Banknote} href={`/pembuat/${props.makerId}/bayar`}>
                {w().pay}
              </ButtonLink>
            </Show>
            <Show when={may("manage_makers")}>
              <Button icon={Pencil} onClick={() => setAsking("change")}>
                {w().change}
              </Button>
              <Show when={known().maker.kind !== "group"}>
                <Button icon={IdCard} onClick={() => setAsking("card")}>
                  {w().card}
                </Button>
              </Show>
            </Show>
            <PrintButton paper="a4" sheet={() => sheet}>
              {w().print}
            </PrintButton>
          </div>
          <Show when={known().maker.kind === "group"}>
            <Members members={known().maker.members} />
          </Show>
          <History statement={known()} />
          <div hidden>
            <StatementSheet statement={known()} ref={(element) => (sheet = element)} />
          </div>
          <MakerDialog
            open={asking() === "change"}
            maker={known().maker}
            makers={props.makers}
            onClose={() => setAsking(null)}
            onSaved={(_, name) => changed(name)}
          />
          <CardDialog
            open={asking() === "card"}
            maker={known().maker}
            onClose={() => {
              setAsking(null);
              void statement.again();
            }}
          />
        </article>
      )}
    </Loaded>
  );
}

function Standing(props: { statement: Statement }) {
  const w = useWords(words);
  const maker = () => props.statement.maker;
  return (
    <>
      <Show
        when={maker().kind !== "group"}
        fallback={<Notice tone="info">{<p>{w().throughMembers}</p>}</Notice>}
      >
        <dl class="figures">
          <Show
            when={props.statement.debtRupiah === 0}
            fallback={
              <Figure
                label={w().payable}
                value={<Money amount={props.statement.payableRupiah} tone="makers" />}
              />
            }
          >
            <Figure label={w().owed} value={<Money amount={maker().owedRupiah} tone="makers" />} />
          </Show>
          <Figure label={w().paid} value={<Money amount={maker().paidRupiah} size={20} />} />
          <Figure label={w().earned} value={<Money amount={maker().earnedRupiah} size={20} />} />
          <Show when={maker().savingsRupiah > 0}>
            <Figure
              label={w().savings}
              value={<Money amount={maker().savingsRupiah} size={20} />}
              line={w().savingsLine}
            />
          </Show>
        </dl>
      </Show>
      <Show when={props.statement.debtRupiah > 0}>
        <Notice tone="attention" title={w().debtTitle}>
          <p>
            {w().debtLine({
              debt: formatRupiah(props.statement.debtRupiah),
              recovered: formatRupiah(props.statement.recoveredRupiah),
              payable: formatRupiah(props.statement.payableRupiah),
            })}
          </p>
        </Notice>
      </Show>
    </>
  );
}

function isPayable(statement: Statement): boolean {
  if (statement.maker.kind === "group") return false;
  return statement.payableRupiah > 0 || statement.maker.savingsRupiah > 0;
}
