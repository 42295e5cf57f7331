// Acts of a till's queue a second: in batches as a till that was alone sends them, against one act a request, in the same run.
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSession } from "#domain/sessions";
import { MOST_ACTS, type SentAct } from "#rules/till-acts";
import { openShop } from "../../server/folder.ts";
import { benchSale, dice, openBenchTill, setUpBench } from "./centre.ts";
import { overHttp } from "./sales.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Sales a second of one till that catches up, by so many acts a request. */
async function catchUp(sales: number, batch: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const shop = openShop(join(folder, "shop.sqlite"), () => Date.now());
    const centre = setUpBench(shop);
    const till = openBenchTill(shop, centre.who);
    const roll = dice(7);
    const acts = Array.from({ length: sales }, (): SentAct => {
      const sale = benchSale(centre, till, Date.now(), roll);
      const body = JSON.stringify(sale);
      return {
        id: sale.id,
        kind: "sale",
        seq: till.seq,
        receiptCount: till.papers,
        signInId: null,
        body,
        digest: createHash("sha256").update(body).digest("hex"),
        keptAtMs: Date.now(),
        promised: true,
      };
    });
    const bodies = Array.from({ length: Math.ceil(sales / batch) }, (_, at) =>
      JSON.stringify({ sentAtMs: Date.now(), acts: acts.slice(at * batch, (at + 1) * batch) }),
    );
    const token = openSession(shop, { staffId: centre.who.staffId }, DAY_MS);
    const { seconds } = await overHttp(shop, token, [bodies], `/api/tills/${till.tillId}/acts`);
    const booked = await shop.book.reader.read("sales", { limit: sales + 1 });
    if (booked.length !== sales) throw new Error(`${booked.length} of ${sales} sales are in the book`);
    await shop.book.close();
    return sales / seconds;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function batchesAgainstSingle(sales: number): Promise<{ batched: number; single: number }> {
  return { single: await catchUp(sales, 1), batched: await catchUp(sales, MOST_ACTS) };
}
