// Types the routes of a whole day that the server's own types do not name yet; each goes as soon as they do.
import type { z } from "zod";
import type { newPairingSchema, showSchema } from "#rules/display";
import type { printCommandSchema, retryPrintSchema } from "#rules/prints";
import type { confirmQrisSchema } from "#rules/qris-codes";
import type { saleCommandSchema } from "#rules/sale";
import type { countShiftSchema, drawerMoveSchema, openDrawerSchema } from "#rules/shift";
import { api } from "./api.ts";

type Answered = Promise<{ ok: boolean; status: number; json: () => Promise<unknown> }>;
interface Post<S extends z.ZodType> {
  $post: (asked: { json: z.input<S> }) => Answered;
}
interface PostTo<S extends z.ZodType, P extends string> {
  $post: (asked: { json: z.input<S>; param: Record<P, string> }) => Answered;
}

interface Coming {
  shifts: { ":shiftId": { count: PostTo<typeof countShiftSchema, "shiftId"> } };
  "drawer-moves": Post<typeof drawerMoveSchema>;
  "drawer-openings": Post<typeof openDrawerSchema>;
  "qris-payments": { confirm: Post<typeof confirmQrisSchema> };
  training: { sales: Post<typeof saleCommandSchema> };
  printers: { $get: () => Answered };
  prints: Post<typeof printCommandSchema> & {
    ":printId": { $get: (asked: { param: { printId: string } }) => Answered } & {
      retry: PostTo<typeof retryPrintSchema, "printId">;
    };
  };
  displays: { pairings: Post<typeof newPairingSchema>; show: Post<typeof showSchema> };
}

export const coming = api as unknown as Coming;
