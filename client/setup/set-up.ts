// The set-up while it is being written: what each step needs, what is suggested, and what is sent at the end.
import { createStore } from "solid-js/store";
import type { z } from "zod";
import type { Zone } from "#rules/business-day";
import { centreSchema, setUpSchema } from "#rules/centre";
import type { Rupiah } from "#rules/money";

export const steps = ["centre", "stalls", "money", "manager", "again"] as const;
export type Step = (typeof steps)[number];

export interface StallDraft {
  readonly code: string;
  readonly name: string;
}

export interface SetUpDraft {
  name: string;
  /** Null: the suggested one. */
  code: string | null;
  place: string;
  province: string;
  regionCode: string;
  timeZone: Zone | null;
  stalls: readonly StallDraft[];
  /** A stall that is written and not added yet. */
  stallTyped: string;
  safeRupiah: Rupiah | null;
  bankRupiah: Rupiah | null;
  managerName: string;
  pin: string;
  pinAgain: string;
}

const filler = new Set(["SENTRA", "TERPADU", "KREASI", "ATENSI", "BALAI", "DI", "PROF", "DR"]);

/** So that a receipt's number and a drawer's (`…-K1-KAS-000001`) stand on one line of 32 columns. */
const longestCode = 18;

/**
 * `Sentra Terpadu Kartini` is `KARTINI`: capitals, digits and hyphens, what every centre is called left out. A long name gives its
 * first words, whole.
 */
export function codeFrom(name: string): string {
  const [first = "", ...others] = plain(name).filter((word) => !filler.has(word));
  let code = first.slice(0, longestCode);
  for (const word of others) {
    if (code.length + 1 + word.length > longestCode) break;
    code += `-${word}`;
  }
  return code;
}

/** `Warung Makan` is `WARUNG-MAKAN`, or with a number behind it where that is taken. */
export function stallCodeFrom(name: string, taken: readonly string[]): string {
  const code = plain(name).join("-").slice(0, 20).replace(/-+$/, "") || "GERAI";
  if (!taken.includes(code)) return code;
  let count = 2;
  while (taken.includes(`${code}-${count}`)) count += 1;
  return `${code}-${count}`;
}

function plain(name: string): string[] {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== "");
}

/** Four digits are read as they are meant: `3323` is `33.23`. */
export function regionCodeFrom(text: string): string {
  const digits = text.trim();
  return /^\d{4}$/.test(digits) ? `${digits.slice(0, 2)}.${digits.slice(2)}` : digits;
}

export function createSetUp() {
  const [draft, set] = createStore<SetUpDraft>({
    name: "",
    code: null,
    place: "",
    province: "",
    regionCode: "",
    timeZone: null,
    stalls: [],
    stallTyped: "",
    safeRupiah: null,
    bankRupiah: null,
    managerName: "",
    pin: "",
    pinAgain: "",
  });
  const code = () => draft.code ?? codeFrom(draft.name);
  const body = (id: string) => ({
    id,
    centre: {
      code: code(),
      name: draft.name,
      place: draft.place,
      province: draft.province,
      regionCode: regionCodeFrom(draft.regionCode),
      timeZone: draft.timeZone,
    },
    stalls: draft.stalls,
    manager: { name: draft.managerName, pin: draft.pin },
    openingSafeRupiah: draft.safeRupiah,
    openingBankRupiah: draft.bankRupiah,
  });
  const addStall = (name: string) => {
    const trimmed = name.trim();
    if (trimmed === "" || draft.stalls.some((stall) => stall.name.toLowerCase() === trimmed.toLowerCase()))
      return;
    const taken = draft.stalls.map((stall) => stall.code);
    set("stalls", [...draft.stalls, { code: stallCodeFrom(trimmed, taken), name: trimmed }]);
  };
  return {
    draft,
    set,
    code,
    addStall,
    takeStallTyped: () => {
      addStall(draft.stallTyped);
      set("stallTyped", "");
    },
    removeStall: (stallCode: string) =>
      set(
        "stalls",
        draft.stalls.filter((stall) => stall.code !== stallCode),
      ),
    /** The names of the fields of a step that are not right yet. */
    faults: (step: Step): string[] => {
      const whole = body("00000000-0000-0000-0000-000000000000");
      if (step === "centre") return faultsIn(centreSchema, whole.centre);
      if (step === "stalls") return faultsIn(setUpSchema.pick({ stalls: true }), whole);
      if (step === "money")
        return faultsIn(setUpSchema.pick({ openingSafeRupiah: true, openingBankRupiah: true }), whole);
      if (step === "manager") return faultsIn(setUpSchema.shape.manager, whole.manager);
      return draft.pin === draft.pinAgain ? [] : ["pinAgain"];
    },
    /** What is sent once every step is right. */
    command: (id: string) => setUpSchema.parse(body(id)),
  };
}

export type SetUpStore = ReturnType<typeof createSetUp>;

function faultsIn(schema: z.ZodType, value: unknown): string[] {
  const read = schema.safeParse(value);
  return read.success ? [] : read.error.issues.map((issue) => String(issue.path[0]));
}
