// Reads what earlier programs left on a till's disk: acts of versions 1 to 3, and records that are damaged in part.
import { z } from "zod";
import { tillIdSchema } from "#rules/ids";
import { sentActSchema, takesReceipt, tillActKinds } from "#rules/till-acts";
import { type KeptAct, keptActSchema, neverPromised } from "./commands.ts";
import { digestOf } from "./digest.ts";
import type { Device } from "./till-disk.ts";

const stampedSchema = z.object({
  till: z.object({ tillId: tillIdSchema, seq: sentActSchema.shape.seq }),
  receiptNumber: z.string().optional(),
});

/** Until version 3 the body lay there as an object, and the only waiting act was the last. */
const oldActSchema = z.object({
  id: sentActSchema.shape.id,
  kind: z.enum(tillActKinds),
  body: z.unknown(),
  keptAtMs: z.int(),
  outcome: keptActSchema.shape.outcome,
});

/**
 * The record as this program keeps it, or null. Money had changed hands when an act was left waiting, and its screen said that it is
 * not lost: it counts as promised, but for the steps of a closing, which were nothing without their answer.
 */
export function converted(record: unknown, device: Device | null): KeptAct | null {
  const old = oldActSchema.safeParse(record);
  if (!old.success || !device) return null;
  const stamped = stampedSchema.safeParse(old.data.body);
  if (!stamped.success) return null;
  const { id, kind, keptAtMs, outcome } = old.data;
  const body = JSON.stringify(old.data.body);
  const kept = keptActSchema.safeParse({
    id,
    kind,
    seq: stamped.data.till.seq,
    receiptCount: takesReceipt(kind) ? countIn(stamped.data.receiptNumber) : null,
    signInId: null,
    body,
    digest: digestOf(body),
    keptAtMs: Math.max(keptAtMs, 0),
    promised: outcome === null && !neverPromised.includes(kind),
    tillId: stamped.data.till.tillId,
    centreCode: device.centreCode,
    practice: device.practice,
    by: null,
    outcome,
    seen: false,
  });
  return kept.success ? kept.data : null;
}

const envelopeSchema = sentActSchema
  .pick({ id: true, kind: true, seq: true })
  .extend({ tillId: tillIdSchema });
const soundOr = <T>(schema: z.ZodType<T>, value: unknown, otherwise: T): T => {
  const known = schema.safeParse(value);
  return known.success ? known.data : otherwise;
};

/**
 * A damaged record whose envelope can still be read is sent with whatever it holds, so that it comes to the repair list with its number
 * and its text. Null: nothing knows what it is; it stays where it lies.
 */
export function salvaged(record: unknown, device: Device | null): KeptAct | null {
  const envelope = envelopeSchema.safeParse(record);
  if (!envelope.success) return null;
  const { shape } = keptActSchema;
  const damaged = record as Record<keyof KeptAct, unknown>;
  const text = soundOr(shape.body, damaged.body, JSON.stringify(record).slice(0, 400_000));
  return {
    ...envelope.data,
    receiptCount: soundOr(shape.receiptCount, damaged.receiptCount, null),
    signInId: soundOr(shape.signInId, damaged.signInId, null),
    body: text,
    digest: soundOr(shape.digest, damaged.digest, digestOf(text)),
    keptAtMs: soundOr(shape.keptAtMs, damaged.keptAtMs, 0),
    promised: true,
    centreCode: soundOr(shape.centreCode, damaged.centreCode, device?.centreCode ?? ""),
    practice: soundOr(shape.practice, damaged.practice, device?.practice ?? false),
    by: soundOr(shape.by, damaged.by, null),
    outcome: soundOr(shape.outcome, damaged.outcome, null),
    seen: soundOr(shape.seen, damaged.seen, false),
  };
}

/** `KARTINI-K1-000123` is the 123rd paper. */
function countIn(number: string | undefined): number | null {
  const count = Number(number?.slice(number.lastIndexOf("-") + 1));
  return Number.isSafeInteger(count) && count > 0 ? count : null;
}
