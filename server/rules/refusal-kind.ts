// What every refusal is made of: its status, whether trying again could help, and its sentence in two languages.

/** Facts that a sentence needs; they cross the wire, words are looked up here. */
export type Facts = Readonly<Record<string, string | number>>;

export interface Kind {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 500 | 503;
  /** Whether the same request could succeed later without anybody changing it. */
  readonly retry: boolean;
  readonly id: (facts: Facts) => string;
  readonly en: (facts: Facts) => string;
}

/** A sentence that needs no facts. */
export const said = (id: string, en: string) => ({ id: () => id, en: () => en });
