// How a till counts its acts and its receipts: up with the act that takes the numbers, back with one that is refused.
import { receiptNumber } from "#rules/receipt";
import { type KeptAct, takesReceipt } from "./commands.ts";
import type { Device } from "./till-disk.ts";

interface Counts {
  readonly lastSeq: number;
  readonly lastReceiptCount: number;
}

/** The numbers that the next act of this kind takes, as its body carries them. */
export function nextNumbers(kind: KeptAct["kind"], device: Device) {
  return {
    till: { tillId: device.tillId, seq: device.lastSeq + 1 },
    ...(takesReceipt(kind) ? { receiptNumber: numberOf(device, device.lastReceiptCount + 1) } : {}),
  };
}

export function countedUp(device: Device, act: KeptAct): Device {
  const receipts = takesReceipt(act.kind) ? 1 : 0;
  return {
    ...device,
    lastSeq: Math.max(device.lastSeq, stampOf(act).seq),
    lastReceiptCount: device.lastReceiptCount + receipts,
  };
}

/** The numbers are free again, where no later act has taken others since. */
export function countedBack(device: Device, act: KeptAct): Device {
  const { seq, number } = stampOf(act);
  return {
    ...device,
    lastSeq: device.lastSeq === seq ? seq - 1 : device.lastSeq,
    lastReceiptCount:
      takesReceipt(act.kind) && number === numberOf(device, device.lastReceiptCount)
        ? device.lastReceiptCount - 1
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

function stampOf(act: KeptAct): { seq: number; number: string | undefined } {
  const { till, receiptNumber: number } = act.body as { till: { seq: number }; receiptNumber?: string };
  return { seq: till.seq, number };
}
