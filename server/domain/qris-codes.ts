// The QRIS codes that the centre's and the stalls' customers scan: entered once, shown as they are.
import { createHash } from "node:crypto";
import { centreQueries } from "#db/queries/centre";
import { qrisCodeQueries } from "#db/queries/qris-codes";
import type { StallId } from "#rules/ids";
import { readQris, readStandingQris } from "#rules/qris";
import type { QrisCode, SetQrisCode } from "#rules/qris-codes";
import { refuse } from "#rules/refusal";
import { perform } from "./acts.ts";
import type { Shop, Who } from "./shop.ts";

/** The code in force of the centre and of each stall that has one of its own. */
export function qrisCodes(shop: Shop): QrisCode[] {
  const seen = new Set<number | null>();
  const inForce: QrisCode[] = [];
  for (const { stallId, payload } of shop.book.statements(qrisCodeQueries).newestFirst.all()) {
    if (seen.has(stallId)) continue;
    seen.add(stallId);
    if (payload !== "") inForce.push(codeOf(stallId as StallId | null, payload));
  }
  return inForce;
}

/** Sets or takes away a code; refuses what is no standing QRIS code for rupiah, and `unknown_stall`. */
export function setQrisCode(shop: Shop, who: Who, command: SetQrisCode): { code: QrisCode | null } {
  const atMs = shop.now();
  return perform(shop, { kind: "qris_code_set", command, who, atMs }, () => {
    const { stallId } = command;
    const stall =
      stallId === null
        ? null
        : (shop.book.statements(centreQueries).stallById.get({ id: stallId }) ?? refuse("unknown_stall"));
    const read = command.payload === null ? null : readStandingQris(command.payload);
    // From here it must succeed.
    const payload = read?.payload ?? "";
    shop.book.statements(qrisCodeQueries).insert({ stallId, fromMs: atMs, payload });
    return {
      facts: { stall: stall?.code ?? null, code: digestOf(payload), nmid: read?.nmid ?? null },
      answer: () => ({ code: read ? codeOf(stallId, read.payload) : null }),
    };
  });
}

/** What the chain keeps of a code; its text names a merchant. */
function digestOf(payload: string): string | null {
  return payload === "" ? null : createHash("sha256").update(payload).digest("hex");
}

function codeOf(stallId: StallId | null, payload: string): QrisCode {
  const { merchantName, merchantCity, nmid } = readQris(payload);
  return { stallId, payload, merchantName, merchantCity, nmid };
}
