// The acts of a till as data: for each kind its schema, its answer, and where it is sent.
import { z } from "zod";
import { refundCommandSchema, refundRecordedSchema } from "#rules/refund";
import { saleCommandSchema, saleRecordedSchema } from "#rules/sale";
import {
  closeShiftCommandSchema,
  countShiftSchema,
  drawerMoveSchema,
  drawerMoveViewSchema,
  openDrawerSchema,
  openShiftCommandSchema,
  shiftCountedSchema,
  shiftViewSchema,
} from "#rules/shift";
import { answerOf, api } from "./api.ts";

export const commandKinds = [
  "sale",
  "refund",
  "open_shift",
  "count_shift",
  "close_shift",
  "drawer_move",
  "open_drawer",
] as const;
export type CommandKind = (typeof commandKinds)[number];

const bodies = {
  sale: saleCommandSchema,
  refund: refundCommandSchema,
  open_shift: openShiftCommandSchema,
  count_shift: countShiftSchema,
  close_shift: closeShiftCommandSchema,
  drawer_move: drawerMoveSchema,
  open_drawer: openDrawerSchema,
} satisfies Record<CommandKind, z.ZodType>;

const answers = {
  sale: saleRecordedSchema,
  refund: refundRecordedSchema,
  open_shift: shiftViewSchema,
  count_shift: shiftCountedSchema,
  close_shift: shiftViewSchema,
  drawer_move: drawerMoveViewSchema,
  open_drawer: z.object({ id: z.string() }),
} satisfies Record<CommandKind, z.ZodType>;

export type Body<K extends CommandKind> = z.input<(typeof bodies)[K]>;
export type Answer<K extends CommandKind> = z.output<(typeof answers)[K]>;
/** An act before the outbox has numbered it. */
export type Draft<K extends CommandKind> = Omit<Body<K>, "till" | "receiptNumber">;

/** Kinds that take the next receipt number of the till besides its sequence number. */
export function takesReceipt(kind: CommandKind): boolean {
  return kind === "sale" || kind === "refund";
}

export function readBody<K extends CommandKind>(kind: K, body: unknown): Body<K> {
  return bodies[kind].parse(body) as Body<K>;
}

export function readAnswer<K extends CommandKind>(kind: K, answer: unknown): Answer<K> {
  return answers[kind].parse(answer) as Answer<K>;
}

/** Sends one act; throws Refused or Unreachable. */
export async function sendCommand(kind: CommandKind, body: unknown): Promise<unknown> {
  switch (kind) {
    case "sale":
      return await answerOf(answers.sale, api.sales.$post({ json: readBody("sale", body) }));
    case "refund":
      return await answerOf(answers.refund, api.refunds.$post({ json: readBody("refund", body) }));
    case "open_shift":
      return await answerOf(answers.open_shift, api.shifts.$post({ json: readBody("open_shift", body) }));
    case "count_shift": {
      const json = readBody("count_shift", body);
      const request = api.shifts[":shiftId"].count.$post({ param: { shiftId: json.shiftId }, json });
      return await answerOf(answers.count_shift, request);
    }
    case "close_shift": {
      const json = readBody("close_shift", body);
      const request = api.shifts[":shiftId"].close.$post({ param: { shiftId: json.shiftId }, json });
      return await answerOf(answers.close_shift, request);
    }
    case "drawer_move": {
      const json = readBody("drawer_move", body);
      return await answerOf(answers.drawer_move, api["drawer-moves"].$post({ json }));
    }
    case "open_drawer": {
      const json = readBody("open_drawer", body);
      return await answerOf(answers.open_drawer, api["drawer-openings"].$post({ json }));
    }
  }
}

/** One act on the till's disk: waiting until the server has answered, then answered until a person has seen it. */
export const keptActSchema = z.object({
  id: z.uuid(),
  kind: z.enum(commandKinds),
  body: z.unknown(),
  keptAtMs: z.int(),
  outcome: z
    .discriminatedUnion("is", [
      z.object({ is: z.literal("accepted"), answer: z.unknown() }),
      z.object({
        is: z.literal("refused"),
        code: z.string(),
        facts: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ])
    .nullable(),
});
export type KeptAct = z.infer<typeof keptActSchema>;
