// The sales of a day, the newest first, and beside them the one that is looked at; without the server those of this device.

import { useNavigate, useParams } from "@solidjs/router";
import ReceiptText from "lucide-solid/icons/receipt-text";
import { createSignal, For, Show } from "solid-js";
import { businessDay, formatTime } from "#rules/business-day";
import type { SaleRow } from "#rules/sale-view";
import { Loaded } from "../reading.tsx";
import { useCentre } from "../session.tsx";
import { Badge } from "../ui/Badge.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ListDetail } from "../ui/ListDetail.tsx";
import { ListRow } from "../ui/ListRow.tsx";
import { Money } from "../ui/Money.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { createScanner } from "../ui/scanner.ts";
import { TextField } from "../ui/TextField.tsx";
import { dictionary, useWords } from "../words.ts";
import { createPapersHere } from "./papers-here.ts";
import { findReceipt } from "./receipt-search.ts";
import { SaleDetail } from "./SaleDetail.tsx";
import { createSaleShown, createSalesShown, type SaleShown } from "./sales-shown.ts";
import "./pay.css";
import "./sales.css";

const words = dictionary({
  id: {
    title: "Penjualan",
    day: "Tanggal",
    search: "Cari nomor struk",
    found: (of: { count: number }) => `${of.count} penjualan`,
    empty: "Belum ada penjualan pada tanggal ini.",
    notFound: "Tidak ada struk dengan nomor itu. Pencarian mencakup semua tanggal.",
    andMore: (of: { name: string; more: number }) => `${of.name} dan ${of.more} lainnya`,
    at: (of: { time: string; cashier: string }) => `${of.time} · ${of.cashier}`,
    allBack: "Diretur",
    partBack: "Diretur sebagian",
    back: "Semua penjualan",
    choose: "Pilih penjualan untuk melihat struknya.",
    alone: "Server toko tidak menjawab. Yang tampil hanya penjualan kasir ini selama tiga hari terakhir.",
    emptyHere: "Kasir ini tidak menyimpan penjualan pada tanggal ini.",
    notHere: "Tidak ada struk dengan nomor itu di perangkat ini.",
    saleNotHere: "Penjualan ini tidak tersimpan di perangkat ini. Lihat lagi setelah server toko menjawab.",
    unsent: "Belum terkirim",
    held: "Perlu dibereskan manajer",
  },
  en: {
    title: "Sales",
    day: "Day",
    search: "Search a receipt number",
    found: (of) => (of.count === 1 ? "1 sale" : `${of.count} sales`),
    empty: "No sales on this day yet.",
    notFound: "No receipt with that number. All days are searched.",
    andMore: (of) => `${of.name} and ${of.more} more`,
    at: (of) => `${of.time} · ${of.cashier}`,
    allBack: "Returned",
    partBack: "Partly returned",
    back: "All sales",
    choose: "Choose a sale to see its receipt.",
    alone: "The shop's server does not answer. Only this till's sales of the last three days are shown.",
    emptyHere: "This till holds no sales of this day.",
    notHere: "No receipt with that number on this device.",
    saleNotHere: "This sale is not kept on this device. Look again once the shop's server answers.",
    unsent: "Not sent yet",
    held: "A manager must settle it",
  },
});

export function SalesPage() {
  const w = useWords(words);
  const centre = useCentre();
  const navigate = useNavigate();
  const params = useParams<{ saleId?: string }>();
  const [day, setDay] = createSignal<string>(businessDay(Date.now(), centre().timeZone));
  const [typed, setTyped] = createSignal("");
  const wanted = () => typed().trim().toUpperCase();
  const papers = createPapersHere();
  const sales = createSalesShown(papers, { day, wanted });
  const sale = createSaleShown(papers, () => params.saleId ?? null);
  // A receipt's code says its number: its sale opens, whatever day it is of.
  createScanner((code) => {
    if (document.querySelector("dialog[open]")) return;
    const here = papers.byNumber(code);
    if (here) return navigate(`/penjualan/${here.id}`);
    void findReceipt(code).then((found) => (found ? navigate(`/penjualan/${found.id}`) : setTyped(code)));
  });
  const rows = () => {
    const answered = sales.reading.value();
    return papers.alone() ? sales.here() : answered && sales.withUnsent(answered);
  };
  const empty = () => {
    if (papers.alone()) return wanted() === "" ? w().emptyHere : w().notHere;
    return wanted() === "" ? w().empty : w().notFound;
  };
  const named = (row: SaleRow) =>
    row.lineCount > 1 ? w().andMore({ name: row.firstName, more: row.lineCount - 1 }) : row.firstName;
  const room = () => <Skeleton shape="rows" count={5} />;
  const notHere = () => <Notice tone="info">{w().saleNotHere}</Notice>;
  const List = (props: { rows: readonly SaleRow[] }) => (
    <Show when={props.rows.length > 0} fallback={<EmptyState icon={ReceiptText} sentence={empty()} />}>
      <ul class="rows">
        <For each={props.rows}>
          {(row) => (
            <ListRow
              title={named(row)}
              line={`${row.receiptNumber} · ${w().at({ time: formatTime(row.soldAtMs, centre().timeZone), cashier: row.cashier })}`}
              badge={<Badges row={row} />}
              amount={<Money amount={row.totalRupiah} />}
              href={`/penjualan/${row.id}`}
              chosen={row.id === params.saleId}
            />
          )}
        </For>
      </ul>
    </Show>
  );
  const Badges = (props: { row: SaleRow }) => {
    const state = () => sales.stateOf(props.row.id);
    return (
      <span class="sale-badges">
        <Show when={state() !== "recorded"}>
          <Badge tone="attention">{state() === "held" ? w().held : w().unsent}</Badge>
        </Show>
        <Show when={props.row.refundedRupiah > 0}>
          <Badge tone="attention">
            {props.row.refundedRupiah < props.row.totalRupiah ? w().partBack : w().allBack}
          </Badge>
        </Show>
      </span>
    );
  };
  const Detail = (props: { shown: SaleShown }) => (
    <SaleDetail
      shown={props.shown}
      papers={papers}
      onRefunded={async () => {
        await Promise.all([sale.reading.again(), sales.reading.again()]);
      }}
    />
  );
  return (
    <div class="page">
      <PageHeader title={w().title} />
      <ListDetail
        chosen={Boolean(params.saleId)}
        back={w().back}
        onBack={() => navigate("/penjualan")}
        placeholder={<p class="quiet">{w().choose}</p>}
        list={
          <div class="stack">
            <div class="sales-asked">
              <SearchField
                label={w().search}
                value={typed()}
                onInput={setTyped}
                found={rows() ? w().found({ count: rows()?.length ?? 0 }) : undefined}
              />
              <TextField
                label={w().day}
                hideLabel
                type="date"
                value={day()}
                onInput={(picked) => picked !== "" && setDay(picked)}
                maxLength={10}
                disabled={wanted() !== ""}
              />
            </div>
            <Show
              when={papers.alone()}
              fallback={<Loaded reading={sales.reading}>{() => <List rows={rows() ?? []} />}</Loaded>}
            >
              <Notice tone="info" live>
                {w().alone}
              </Notice>
              <List rows={rows() ?? []} />
            </Show>
          </div>
        }
        detail={
          <>
            <Show when={!sale.fromHere()} fallback={<Show when={!sale.shown()}>{notHere()}</Show>}>
              <Loaded reading={sale.reading} room={<Show when={!sale.shown()}>{room()}</Show>}>
                {() => null}
              </Loaded>
            </Show>
            <Show when={sale.shown()}>{(seen) => <Detail shown={seen()} />}</Show>
          </>
        }
      />
    </div>
  );
}
