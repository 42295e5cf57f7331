// Sends a form: one id for every try of the same act, faults beside their fields, and nothing typed is lost.
import { type Accessor, createSignal, untrack } from "solid-js";
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
  /**
   * True once it was accepted. The fields go without the id: it is this submission's own. They are a function, so that a
   * fault goes as soon as the field it stands beside is changed.
   */
  submit: (fields: () => object) => Promise<boolean>;
  /** Takes the faults away; the act stays the same act. */
  clear: () => void;
}

/** Said anew in whatever language is spoken when it is read. */
type Sentence = () => string;

interface Fault {
  sentence: Sentence;
  /** The field's value that was found wrong. */
  value: string;
}

export function createSubmission<S extends z.ZodType, A>(options: SubmissionOptions<S, A>): Submission {
  const [busy, setBusy] = createSignal(false);
  const [faults, setFaults] = createSignal<ReadonlyMap<string, Fault>>(new Map());
  const [problem, setProblem] = createSignal<Sentence | null>(null);
  /** Paths that a field on the screen has asked about. */
  const shown = new Set<string>();
  let id = newId();

  let current: () => object = () => ({});

  const faultAt = (path: string): string | undefined => {
    const fault = faults().get(path);
    return fault && written(current(), path) === fault.value ? fault.sentence() : undefined;
  };
  const faultElsewhere = () => {
    const path = [...faults().keys()].find((one) => !shown.has(one));
    return path === undefined ? undefined : faultAt(path);
  };
  const clear = () => {
    setFaults(new Map<string, Fault>());
    setProblem(null);
  };
  const submit = async (fields: () => object): Promise<boolean> => {
    if (busy()) return false;
    clear();
    current = fields;
    const sent = untrack(fields);
    const read = options.schema.safeParse({ ...sent, id });
    if (!read.success) {
      setFaults(faultsOf(read.error.issues, sent, options.say));
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
      const sentence = () => sentenceOf(thrown);
      if (path === undefined) setProblem(() => sentence);
      else setFaults(new Map([[path, { sentence, value: written(sent, path) }]]));
      return false;
    } finally {
      setBusy(false);
    }
  };

  return {
    busy,
    fault: (path) => {
      shown.add(path);
      return faultAt(path);
    },
    problem: () => problem()?.() ?? faultElsewhere(),
    submit,
    clear,
  };
}

function faultsOf(
  issues: readonly z.core.$ZodIssue[],
  fields: object,
  say: (path: string) => string | undefined = () => undefined,
) {
  const faults = new Map<string, Fault>();
  for (const issue of issues) {
    const path = issue.path.join(".");
    const value = written(fields, path);
    const sentence = () => say(path) ?? issueSentence(issue, language(), value === '""');
    if (!faults.has(path)) faults.set(path, { sentence, value });
  }
  return faults;
}

/** What stands at `members.0.weight`, as text to compare by. */
function written(fields: object, path: string): string {
  let at: unknown = fields;
  for (const key of path.split("."))
    at = typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined;
  return JSON.stringify(at) ?? "";
}

function fieldOf(thrown: unknown, fields: Partial<Record<RefusalCode, string>>): string | undefined {
  if (!(thrown instanceof Refused)) return undefined;
  if (thrown.code === "invalid_request") return String(thrown.facts["path"] ?? "") || undefined;
  return fields[thrown.code];
}
