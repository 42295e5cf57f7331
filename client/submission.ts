// Sends a form: one id for every try of the same act, faults beside their fields, and nothing typed is lost.
import { type Accessor, createSignal } from "solid-js";
import type { z } from "zod";
import type { RefusalCode } from "#rules/refusal";
import { newId, Refused, sentenceOf } from "./api.ts";
import { issueSentence } from "./issues.ts";
import { language } from "./words.ts";

export interface SubmissionOptions<S extends z.ZodType, A> {
  schema: S;
  send: (body: z.output<S>) => Promise<A>;
  onDone: (answer: A) => void | Promise<void>;
  /** Which field a refusal is about; the others stand above the form. */
  fieldOf?: Partial<Record<RefusalCode, string>>;
  /** A field's own sentence in place of the general one for its kind of fault. */
  say?: (path: string) => string | undefined;
}

export interface Submission {
  busy: Accessor<boolean>;
  /** The sentence beside the field at this path (`name`, `members.0.weight`). */
  fault: (path: string) => string | undefined;
  /** The sentence above the form: what no field on it can mend. */
  problem: Accessor<string | undefined>;
  /** True once it was accepted. The fields go without the id: it is this submission's own. */
  submit: (fields: object) => Promise<boolean>;
  /** Takes the faults away; the act stays the same act. */
  clear: () => void;
}

/** Said anew in whatever language is spoken when it is read. */
type Fault = () => string;

export function createSubmission<S extends z.ZodType, A>(options: SubmissionOptions<S, A>): Submission {
  const [busy, setBusy] = createSignal(false);
  const [faults, setFaults] = createSignal<ReadonlyMap<string, Fault>>(new Map());
  const [problem, setProblem] = createSignal<Fault | null>(null);
  /** Paths that a field on the screen has asked about. */
  const shown = new Set<string>();
  let id = newId();

  const faultElsewhere = () => [...faults()].find(([path]) => !shown.has(path))?.[1]();
  const clear = () => {
    setFaults(new Map<string, Fault>());
    setProblem(null);
  };
  const submit = async (fields: object): Promise<boolean> => {
    if (busy()) return false;
    clear();
    const read = options.schema.safeParse({ ...fields, id });
    if (!read.success) {
      setFaults(faultsOf(read.error.issues, options.say));
      return false;
    }
    setBusy(true);
    try {
      const answer = await options.send(read.data);
      // Accepted: whatever is sent next from here is another act.
      id = newId();
      await options.onDone(answer);
      return true;
    } catch (thrown) {
      const path = fieldOf(thrown, options.fieldOf ?? {});
      const fault = () => sentenceOf(thrown);
      if (path === undefined) setProblem(() => fault);
      else setFaults(new Map([[path, fault]]));
      return false;
    } finally {
      setBusy(false);
    }
  };

  return {
    busy,
    fault: (path) => {
      shown.add(path);
      return faults().get(path)?.();
    },
    problem: () => problem()?.() ?? faultElsewhere(),
    submit,
    clear,
  };
}

function faultsOf(
  issues: readonly z.core.$ZodIssue[],
  say: (path: string) => string | undefined = () => undefined,
) {
  const faults = new Map<string, Fault>();
  for (const issue of issues) {
    const path = issue.path.join(".");
    if (!faults.has(path)) faults.set(path, () => say(path) ?? issueSentence(issue, language()));
  }
  return faults;
}

function fieldOf(thrown: unknown, fields: Partial<Record<RefusalCode, string>>): string | undefined {
  if (!(thrown instanceof Refused)) return undefined;
  if (thrown.code === "invalid_request") return String(thrown.facts["path"] ?? "") || undefined;
  return fields[thrown.code];
}
