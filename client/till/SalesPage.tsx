// The sales of a day, the newest first, and beside them the one that is looked at.

import { useNavigate, useParams } from "@solidjs/router";
import ReceiptText from "lucide-solid/icons/receipt-text";
import { createSignal, For, Show } from "solid-js";
import { z } from "zod";
import { businessDay, formatTime } from "#rules/business-day";
import { type SaleRow, saleRowSchema, saleViewSchema } from "#rules/sale-view";
import { answerOf, api } from "../api.ts";
import { createReading, Loaded } from "../reading.tsx";
import { useCentre } from "../session.tsx";
import { Badge } from "../ui/Badge.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ListDetail } from "../ui/ListDetail.tsx";
import { ListRow } from "../ui/ListRow.tsx";
import { Money } from "../ui/Money.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { createScanner } from "../ui/scanner.ts";
import { TextField } from "../ui/TextField.tsx";
import { dictionary, useWords } from "../words.ts";
import { findReceipt } from "./receipt-search.ts";
import { SaleDetail } from "./SaleDetail.tsx";
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
  },
});

const salesSchema = z.object({ sales: z.array(saleRowSchema) });

/** As many as one looks through; older ones are found by number or by day. */
const limit = "200";

export function SalesPage() {
  const w = useWords(words);
  const centre = useCentre();
  const navigate = useNavigate();
  const params = useParams<{ saleId?: string }>();
  const [day, setDay] = createSignal<string>(businessDay(Date.now(), centre().timeZone));
  const [typed, setTyped] = createSignal("");
  const wanted = () => typed().trim().toUpperCase();
  const question = () => `${day()} ${wanted()}`;
  const sales = createReading(question, async () => {
    const query = wanted() === "" ? { day: day(), limit } : { q: wanted(), limit };
    return (await answerOf(salesSchema, api.sales.$get({ query }))).sales;
  });
  const sale = createReading(
    () => params.saleId ?? null,
    async (saleId) => await answerOf(saleViewSchema, api.sales[":saleId"].$get({ param: { saleId } })),
  );
  // A receipt's code says its number: its sale opens, whatever day it is of.
  createScanner((code) => {
    if (document.querySelector("dialog[open]")) return;
    void findReceipt(code).then((found) => (found ? navigate(`/penjualan/${found.id}`) : setTyped(code)));
  });
  const named = (row: SaleRow) =>
    row.lineCount > 1 ? w().andMore({ name: row.firstName, more: row.lineCount - 1 }) : row.firstName;
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
                found={sales.value() ? w().found({ count: sales.value()?.length ?? 0 }) : undefined}
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
            <Loaded reading={sales}>
              {(rows) => (
                <Show
                  when={rows().length > 0}
                  fallback={
                    <EmptyState icon={ReceiptText} sentence={wanted() === "" ? w().empty : w().notFound} />
                  }
                >
                  <ul class="rows">
                    <For each={rows()}>
                      {(row) => (
                        <ListRow
                          title={named(row)}
                          line={`${row.receiptNumber} · ${w().at({ time: formatTime(row.soldAtMs, centre().timeZone), cashier: row.cashier })}`}
                          badge={
                            row.refundedRupiah > 0 ? (
                              <Badge tone="attention">
                                {row.refundedRupiah < row.totalRupiah ? w().partBack : w().allBack}
                              </Badge>
                            ) : undefined
                          }
                          amount={<Money amount={row.totalRupiah} />}
                          href={`/penjualan/${row.id}`}
                          chosen={row.id === params.saleId}
                        />
                      )}
                    </For>
                  </ul>
                </Show>
              )}
            </Loaded>
          </div>
        }
        detail={
          <Loaded reading={sale}>
            {(seen) => (
              <SaleDetail
                sale={seen()}
                onRefunded={async () => {
                  await Promise.all([sale.again(), sales.again()]);
                }}
              />
            )}
          </Loaded>
        }
      />
    </div>
  );
}
