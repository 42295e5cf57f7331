// The money's screen: what each place holds by the book, and the moves between them.
import ArrowRightLeft from "lucide-solid/icons/arrow-right-left";
import { createSignal, Show } from "solid-js";
import type { MoneyView, MoveMoney } from "#rules/centre";
import { formatRupiah } from "#rules/money";
import { PaperDialog } from "../PaperDialog.tsx";
import { createReading, Loaded } from "../reading.tsx";
import { useSession } from "../session.tsx";
import { Button } from "../ui/Button.tsx";
import { DataTable } from "../ui/DataTable.tsx";
import { Money } from "../ui/Money.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { useWords } from "../words.ts";
import { MoveDialog } from "./MoveDialog.tsx";
import { Moves } from "./Moves.tsx";
import "./money.css";
import { apartPlaces, inAll, ownPlaces } from "./moves.ts";
import { readMoney } from "./requests.ts";
import { heldName, placeName, words } from "./words.ts";

type Slip = Pick<MoneyView["moves"][number], "id"> & { number: string };

export function MoneyPage() {
  const w = useWords(words);
  const { may } = useSession();
  const toasts = useToasts();
  const money = createReading(() => true, readMoney);
  const [asking, setAsking] = createSignal(false);
  const [slip, setSlip] = createSignal<Slip | null>(null);
  const moved = (view: MoneyView, move: Pick<MoveMoney, "id" | "from" | "to" | "amountRupiah">) => {
    setAsking(false);
    money.put(view);
    const [from, to] = [placeName(move.from, w()), placeName(move.to, w())];
    toasts.tell({ sentence: w().saved({ amount: formatRupiah(move.amountRupiah), from, to }) });
    const { id, number } = view.moves.find((one) => one.id === move.id) ?? {};
    if (id && number) setSlip({ id, number });
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
      <Loaded reading={money}>
        {(view) => (
          <>
            <Places view={view()} />
            <Moves moves={view().moves} onSlip={may("print") ? setSlip : undefined} />
          </>
        )}
      </Loaded>
      <MoveDialog open={asking()} view={money.value()} onClose={() => setAsking(false)} onMoved={moved} />
      <PaperDialog
        title={w().slipTitle({ number: slip()?.number ?? "" })}
        wish={slipWish(slip())}
        onClose={() => setSlip(null)}
      />
    </div>
  );
}

function slipWish(slip: Slip | null) {
  return slip && { paper: "deposit" as const, about: slip.id };
}

function Places(props: { view: MoneyView }) {
  const w = useWords(words);
  const holds = (place: MoneyView["places"][number]) => (
    <Money amount={place.holdsRupiah} size={20} tone={place.holdsRupiah < 0 ? "owed" : "plain"} />
  );
  return (
    <div class="money-places">
      <DataTable
        caption={w().places}
        columns={[
          { head: w().place, cell: (place) => placeName(place.place, w(), place.name), foot: w().all },
          {
            head: w().holds,
            number: true,
            cell: holds,
            foot: <Money amount={inAll(ownPlaces(props.view))} size={20} />,
          },
        ]}
        rows={ownPlaces(props.view)}
      />
      <Show when={apartPlaces(props.view).some((place) => place.holdsRupiah !== 0)}>
        <DataTable
          caption={w().apart}
          columns={[
            { head: w().place, cell: (place) => heldName(place.place, w()) },
            { head: w().amount, number: true, cell: holds },
          ]}
          rows={apartPlaces(props.view)}
        />
      </Show>
    </div>
  );
}
