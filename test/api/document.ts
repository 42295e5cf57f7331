// The routes as the API's own document names them, so that a new one cannot be forgotten by a test.
import type { Right } from "#rules/permissions";
import type { Api } from "./asking.ts";

export interface Operation {
  readonly "x-right"?: Right | "open" | "signed_in" | "own_page" | "own_screen";
  readonly responses: Record<string, { content?: Record<string, { schema?: unknown }> }>;
  readonly requestBody?: { required?: boolean; content: Record<string, { schema: unknown }> };
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema: unknown }[];
}

export interface Document {
  readonly openapi: string;
  readonly info: { title: string; version: string };
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { schemas: Record<string, unknown> };
}

export async function documentOf(api: Api): Promise<Document> {
  const { body } = await api.stranger().ask("GET", "/openapi.json");
  return body as Document;
}

/** `["post /api/sales", operation]` for every operation. */
export function operations(document: Document): [route: string, operation: Operation][] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method} ${path}`,
      operation,
    ]),
  );
}

export const writes = (route: string): boolean => !route.startsWith("get ");
