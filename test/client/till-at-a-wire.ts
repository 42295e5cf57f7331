// A till in a test: its disk, its queue and a wire that answers as it is told; the same book again is a reload of the page.
import "fake-indexeddb/auto";
import { createRoot } from "solid-js";
import { shiftIdSchema, staffIdSchema, tillIdSchema } from "#rules/ids";
import type { TillView } from "#rules/shift";
import type { ActResult, SendActs, SentAct } from "#rules/till-acts";
import { createOutbox, type Outbox, type OutboxNeeds } from "../../client/outbox.ts";
import { Refused, Unreachable } from "../../client/refused.ts";
import { type Device, openTillDisk, type TillDisk } from "../../client/till-disk.ts";

export const device: Device = {
  tillId: tillIdSchema.parse(1),
  code: "K1",
  name: "Galeri",
  centreCode: "KARTINI",
  practice: false,
  lastSeq: 7,
  lastReceiptCount: 4,
};

export const id = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, "0")}`;
export const shiftId = shiftIdSchema.parse(id(900));
export const sale = (last: number) => ({
  id: id(last),
  shiftId,
  soldAtMs: 1_616_000_000_000,
  lines: [{ productId: 1, quantityMilli: 1000, unitPriceRupiah: 5000, discountRupiah: 0, netRupiah: 5000 }],
  saleDiscountRupiah: 0,
  roundingRupiah: 0,
  totalRupiah: 5000,
  payments: [{ method: "cash" as const, amountRupiah: 5000, tenderedRupiah: 5000 }],
});
export const count = (last: number) => ({
  id: id(last),
  shiftId,
  notes: [],
  countedAtMs: 1_616_000_000_000,
});

/** What left, with its body opened. */
export interface Sent extends SentAct {
  till: { seq: number };
  receiptNumber: string;
}
/** Answers one act: an answer is "recorded"; throws Refused for it, or Unreachable for the whole request. */
export type Answering = (sent: Sent) => unknown;

export const accepted: Answering = (sent) => ({
  id: sent.id,
  receiptNumber: sent.receiptNumber,
  totalRupiah: 5000,
  changeRupiah: 0,
  businessDay: "2021-03-24",
  seal: "abcd",
});
export const silent: Answering = () => {
  throw new Unreachable("no answer");
};
export const held = (code: string): ActResult => ({ id: "", is: "held", code, facts: {} });

const books = { last: 0 };
export const newBook = (): string => {
  books.last += 1;
  return `book ${books.last}`;
};
const open: (() => void)[] = [];
export const closeAll = (): void => {
  for (const close of open.splice(0)) close();
};

export interface AtAWire {
  disk: TillDisk;
  outbox: Outbox;
  sent: Sent[];
  requests: SendActs[];
  server: { view: Partial<TillView>; up: boolean };
  book: string;
  /** The page is thrown away. */
  close: () => void;
}

export async function till(
  answer: Answering,
  book = newBook(),
  needs: Partial<OutboxNeeds> = {},
): Promise<AtAWire> {
  const disk: TillDisk = needs.disk ?? (await openTillDisk(book));
  if (!(await disk.device())) await disk.becomeTill(device);
  const sent: Sent[] = [];
  const requests: SendActs[] = [];
  const server: AtAWire["server"] = { view: {}, up: true };
  let close: () => void = () => {};
  const outbox: Outbox = createRoot((dispose) => {
    close = () => {
      dispose();
      disk.close();
    };
    open.push(close);
    return createOutbox({
      disk,
      now: () => 1_616_000_000_000,
      who: () => ({ signInId: id(800), by: { staffId: staffIdSchema.parse(3), name: "Dewi" } }),
      up: () => server.up,
      pauseMs: () => 60_000,
      patienceMs: 30,
      till: async () => ({ ...device, shift: null, ...server.view }) as TillView,
      send: async (_, body) => {
        requests.push(body);
        const results: ActResult[] = [];
        for (const act of body.acts) {
          const opened = { ...JSON.parse(act.body), ...act } as Sent;
          sent.push(opened);
          try {
            const answered = (await answer(opened)) as { is?: string };
            if (answered?.is === "held") results.push({ ...(answered as ActResult), id: act.id });
            else results.push({ id: act.id, is: "recorded", answer: answered });
          } catch (error) {
            if (!(error instanceof Refused) || error.code === "not_signed_in") throw error;
            results.push({ id: act.id, is: "refused", code: error.code, facts: { ...error.facts } });
            break;
          }
        }
        return { results };
      },
      ...needs,
    });
  });
  return { disk, outbox, sent, requests, server, book, close };
}

/** The page starts and sends what it finds. */
export async function wakes({ outbox }: AtAWire): Promise<void> {
  await outbox.start();
  await outbox.retry();
}

export const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** The book of a till that has sold so often while nothing answered. */
export async function soldOffline(sales: number): Promise<string> {
  const before = await till(silent);
  before.server.up = false;
  for (const n of range(1, sales)) await before.outbox.act("sale", sale(n));
  before.close();
  return before.book;
}
