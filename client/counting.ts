// How a till counts its acts and its receipts: up with the act that takes the numbers, back with one that is refused.
import { receiptNumber } from "#rules/receipt";
import { takesReceipt } from "#rules/till-acts";
import type { KeptAct } from "./commands.ts";
import type { Device } from "./till-disk.ts";

interface Counts {
  readonly lastSeq: number;
  readonly lastReceiptCount: number;
}

type Counted = Pick<KeptAct, "seq" | "receiptCount">;

/** The numbers that the next act of this kind takes, as its body carries them. */
export function nextNumbers(kind: KeptAct["kind"], device: Device) {
  const { receiptCount } = nextCounts(kind, device);
  return {
    till: { tillId: device.tillId, seq: device.lastSeq + 1 },
    ...(receiptCount === null ? {} : { receiptNumber: numberOf(device, receiptCount) }),
  };
}

/** The same numbers, as they stand on the act's envelope. */
export function nextCounts(kind: KeptAct["kind"], device: Device): Counted {
  return { seq: device.lastSeq + 1, receiptCount: takesReceipt(kind) ? device.lastReceiptCount + 1 : null };
}

export function countedUp(device: Device, act: Counted): Device {
  return upTo(device, { lastSeq: act.seq, lastReceiptCount: act.receiptCount ?? 0 });
}

/** The numbers are free again, where no later act has taken others since. */
export function countedBack(device: Device, act: Counted): Device {
  const { seq, receiptCount } = act;
  return {
    ...device,
    lastSeq: device.lastSeq === seq ? seq - 1 : device.lastSeq,
    lastReceiptCount:
      receiptCount !== null && device.lastReceiptCount === receiptCount
        ? receiptCount - 1
        : device.lastReceiptCount,
  };
}

/** Above the highest that either knows: never down (D7). */
export function upTo(device: Device, known: Counts): Device {
  return {
    ...device,
    lastSeq: Math.max(device.lastSeq, known.lastSeq),
    lastReceiptCount: Math.max(device.lastReceiptCount, known.lastReceiptCount),
  };
}

/** Whether one who counts knows less than another. */
export function isBehind(one: Counts, other: Counts): boolean {
  return other.lastSeq > one.lastSeq || other.lastReceiptCount > one.lastReceiptCount;
}

function numberOf(device: Device, count: number): string {
  return receiptNumber(device.centreCode, device.code, count);
}
