// Types the routes of a whole day that the server's own types do not name yet; each goes as soon as they do.
import type { z } from "zod";
import type { printCommandSchema, retryPrintSchema } from "#rules/prints";
import type { openDrawerSchema } from "#rules/shift";
import { api } from "./api.ts";

type Answered = Promise<{ ok: boolean; status: number; json: () => Promise<unknown> }>;
interface Post<S extends z.ZodType> {
  $post: (asked: { json: z.input<S> }) => Answered;
}
interface PostTo<S extends z.ZodType, P extends string> {
  $post: (asked: { json: z.input<S>; param: Record<P, string> }) => Answered;
}

interface Coming {
  "drawer-openings": Post<typeof openDrawerSchema>;
  printers: { $get: () => Answered };
  prints: Post<typeof printCommandSchema> & {
    ":printId": { $get: (asked: { param: { printId: string } }) => Answered } & {
      retry: PostTo<typeof retryPrintSchema, "printId">;
    };
  };
}

export const coming = api as unknown as Coming;
