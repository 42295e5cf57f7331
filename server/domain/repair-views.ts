// The repair list as it is shown: held acts with whether each can be booked, gaps, clocks that were off, and prices that were old.
import { repairQueries } from "#db/queries/repairs";
import { saleQueries } from "#db/queries/sales";
import type { SaleId, TillId } from "#rules/ids";
import { receiptNumber } from "#rules/receipt";
import { type Facts, Refusal } from "#rules/refusal";
import {
  CLOCK_TOLERANCE_MS,
  type GapView,
  MOST_OPEN,
  MOST_SETTLED,
  type OldPriceView,
  type RepairsView,
  type RepairView,
  type Settled,
  TOLD_DAYS,
} from "#rules/repairs";
import { type TillActKind, takesReceipt } from "#rules/till-acts";
import { jsonIn, type Read, readHeld } from "./held-acts.ts";
import { accept, type Held, whoDid } from "./repairs.ts";
import { saleView } from "./sale-views.ts";
import { centreOf, type Shop, type Who } from "./shop.ts";
import { staffById } from "./staff.ts";

type Row = ReturnType<ReturnType<typeof repairQueries>["open"]["all"]>[number];
type GapRow = ReturnType<ReturnType<typeof repairQueries>["openGaps"]["all"]>[number];

const DAY_MS = 24 * 60 * 60 * 1000;

/** Nothing is saved: whether an act can be booked is found out by booking it, and taking that back. */
export function repairsView(shop: Shop, who: Who): RepairsView {
  const queries = shop.book.statements(repairQueries);
  const since = { sinceMs: shop.now() - TOLD_DAYS * DAY_MS };
  return shop.book.preview((): RepairsView => {
    const open = queries.open
      .all({ limit: MOST_OPEN })
      .map((row, index) => openView(shop, row, index < MOST_TRIED ? who : null));
    return {
      open,
      openCount: queries.waiting.get()?.repairs ?? 0,
      settled: queries.settled.all({ limit: MOST_SETTLED }).map((row) => settledView(shop, row)),
      gaps: [...queries.openGaps.all(), ...queries.explainedGaps.all({ limit: MOST_SETTLED })].map((row) =>
        gapView(row, centreOf(shop).code),
      ),
      clocks: queries.clocks.all({ ...since, toleranceMs: CLOCK_TOLERANCE_MS }),
      oldPrices: bySale(queries.oldPrices.all({ ...since, limit: MOST_OPEN })),
    };
  });
}

/** Trying them keeps sales waiting for as long; whether the others can be booked is told when they are. */
const MOST_TRIED = 40;

/** `viewer` null: it is not tried whether it can be booked. */
function openView(shop: Shop, row: Row, viewer: Who | null): RepairView {
  const { repair } = row;
  const read = readHeld(shop, repair.kind as TillActKind, jsonIn(repair.body));
  const known = whoDid(shop, repair);
  const asksWho = known === null;
  // Whoever will be named, it is booked the same.
  const actor = known ?? staffById(shop, repair.sentBy);
  let booked: Booked = {};
  const whyNot =
    viewer &&
    refusalOf(() =>
      shop.book.preview(() => {
        accept(shop, repair, actor, viewer);
        booked = asBooked(shop, repair, read);
      }),
    );
  return { ...view(shop, row, { ...read, ...booked }), asksWho, whyNot, settled: null };
}

function settledView(shop: Shop, row: Row): RepairView {
  const { repair, how, settledAtMs, settledBy, note } = row;
  const read = readHeld(shop, repair.kind as TillActKind, jsonIn(repair.body));
  const booked = how === "set_aside" ? {} : asBooked(shop, repair, read);
  return {
    ...view(shop, row, { ...read, ...booked }),
    asksWho: false,
    whyNot: null,
    settled: { how: how as Settled, atMs: settledAtMs ?? 0, by: settledBy, note },
  };
}

function view(shop: Shop, row: Row, read: Read) {
  const { repair, tillCode, by, sentBy, bookedBy } = row;
  const { ofSaleId, ...shown } = read;
  const kind = repair.kind as TillActKind;
  return {
    repairId: repair.id,
    actId: repair.actId,
    tillId: repair.tillId as TillId,
    tillCode,
    kind,
    seq: repair.tillSeq,
    ...shown,
    newNumber: takesReceipt(kind) && repair.receiptCount === null,
    saleId: inBook(shop, kind === "sale" ? (repair.actId as SaleId) : ofSaleId, row.how, kind),
    by: bookedBy ?? by ?? (repair.signInId === null ? sentBy : null),
    sentBy,
    keptAtMs: repair.keptAtMs,
    receivedAtMs: repair.receivedAtMs,
    code: repair.code,
    facts: JSON.parse(repair.facts) as Facts,
    // The seal of a PIN is nobody's to read.
    body: kind === "sign_in" ? "" : repair.body,
  };
}

/** A sale is there once it was booked; while it is held, what has its id in the book is another sale. */
function inBook(shop: Shop, saleId: SaleId | null, how: string | null, kind: TillActKind): SaleId | null {
  if (saleId === null || (kind === "sale" && how !== "recorded" && how !== "accepted")) return null;
  return shop.book.statements(saleQueries).byId.get({ id: saleId }) ? saleId : null;
}

type Booked = Partial<Pick<Read, "totalRupiah" | "lines" | "payments">>;

/** What only booking it tells: what a refund came to. */
function asBooked(shop: Shop, { kind, actId }: Held, { ofSaleId, lines }: Read): Booked {
  if (kind !== "refund" || ofSaleId === null) return {};
  const refund = saleView(shop, ofSaleId).refunds.find((one) => one.id === actId);
  if (!refund) return {};
  const { totalRupiah, payments } = refund;
  return {
    totalRupiah,
    payments,
    lines: lines.map((line, index) => ({ ...line, netRupiah: refund.lines[index]?.netRupiah ?? null })),
  };
}

/** What refuses the work, or null; a program that breaks at it does not break the list. */
function refusalOf(work: () => void): { code: string; facts: Facts } | null {
  try {
    work();
    return null;
  } catch (failure) {
    return failure instanceof Refusal
      ? { code: failure.code, facts: failure.facts }
      : { code: "broken", facts: {} };
  }
}

function gapView({ gap, tillCode, explainedAtMs, explainedBy, note }: GapRow, centreCode: string): GapView {
  const { seqBefore, lastSeq, receiptsBefore, lastReceiptCount } = gap;
  const acts = lastSeq > seqBefore;
  const papers = lastReceiptCount > receiptsBefore;
  const paper = (count: number) => (papers ? receiptNumber(centreCode, tillCode, count) : null);
  return {
    gapId: gap.id,
    tillCode,
    fromSeq: acts ? seqBefore + 1 : null,
    toSeq: acts ? lastSeq : null,
    fromReceipt: paper(receiptsBefore + 1),
    toReceipt: paper(lastReceiptCount),
    foundAtMs: gap.foundAtMs,
    explained:
      explainedAtMs === null ? null : { atMs: explainedAtMs, by: explainedBy ?? "", note: note ?? "" },
  };
}

type PriceRow = ReturnType<ReturnType<typeof repairQueries>["oldPrices"]["all"]>[number];

function bySale(rows: readonly PriceRow[]): OldPriceView[] {
  return [...Map.groupBy(rows, (row) => row.saleId)].flatMap(([saleId, lines]) =>
    lines.slice(0, 1).map(({ receiptNumber: number, soldAtMs, cashier }) => ({
      saleId: saleId as SaleId,
      receiptNumber: number,
      soldAtMs,
      cashier,
      lines: lines.map(({ name, chargedRupiah, inForceRupiah }) => ({ name, chargedRupiah, inForceRupiah })),
    })),
  );
}
