// The money's screen: what each place holds by the book, and the moves between them.
import ArrowRightLeft from "lucide-solid/icons/arrow-right-left";
import { createSignal, Show } from "solid-js";
import { formatMoment } from "#rules/business-day";
import type { MoneyView, MoveMoney } from "#rules/centre";
import { formatRupiah, sum } from "#rules/money";
import { createReading, Loaded } from "../reading.tsx";
import { useCentre, useSession } from "../session.tsx";
import { Button } from "../ui/Button.tsx";
import { DataTable } from "../ui/DataTable.tsx";
import { Money } from "../ui/Money.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { language, useWords } from "../words.ts";
import "./money.css";
import { MoveDialog } from "./MoveDialog.tsx";
import { readMoney } from "./requests.ts";
import { placeName, words } from "./words.ts";

export function MoneyPage() {
  const w = useWords(words);
  const { may } = useSession();
  const toasts = useToasts();
  const money = createReading(() => true, readMoney);
  const [asking, setAsking] = createSignal(false);
  const moved = (view: MoneyView, move: Pick<MoveMoney, "from" | "to" | "amountRupiah">) => {
    setAsking(false);
    money.put(view);
    const [from, to] = [placeName(move.from, w()), placeName(move.to, w())];
    toasts.tell({ sentence: w().saved({ amount: formatRupiah(move.amountRupiah), from, to }) });
  };
  return (
    <div class="page money-page">
      <PageHeader
        title={w().title}
        sentence={w().sentence}
        actions={
          <Show when={may("move_money")}>
            <Button
              kind="primary"
              icon={ArrowRightLeft}
              disabled={money.value() === null}
              onClick={() => setAsking(true)}
            >
              {w().move}
            </Button>
          </Show>
        }
      />
      <Loaded reading={money}>{(view) => <Places view={view()} />}</Loaded>
      <MoveDialog open={asking()} view={money.value()} onClose={() => setAsking(false)} onMoved={moved} />
    </div>
  );
}

function Places(props: { view: MoneyView }) {
  const w = useWords(words);
  const centre = useCentre();
  const total = () => sum(props.view.places.map((place) => place.holdsRupiah));
  return (
    <>
      <DataTable
        caption={w().places}
        columns={[
          { head: w().place, cell: (place) => placeName(place.place, w(), place.name), foot: w().all },
          {
            head: w().holds,
            number: true,
            cell: (place) => (
              <Money amount={place.holdsRupiah} size={20} tone={place.holdsRupiah < 0 ? "owed" : "plain"} />
            ),
            foot: <Money amount={total()} size={20} />,
          },
        ]}
        rows={props.view.places}
      />
      <DataTable
        caption={w().moves}
        columns={[
          {
            head: w().fromTo,
            cell: (move) => w().way({ from: placeName(move.from, w()), to: placeName(move.to, w()) }),
          },
          { head: w().amount, number: true, cell: (move) => <Money amount={move.amountRupiah} /> },
          { head: w().reason, cell: (move) => move.reason },
          { head: w().by, cell: (move) => move.by },
          { head: w().moment, cell: (move) => formatMoment(move.movedAtMs, centre().timeZone, language()) },
        ]}
        rows={props.view.moves}
        empty={w().noMoves}
      />
    </>
  );
}
