// A printer without paper: keeps what it is given, and comes to whatever a test says it should.
import type { PrinterDoor } from "#domain/shop";
import type { Paper } from "#rules/paper";
import type { PrintOutcome, PrintTarget } from "#rules/prints";

export interface Paperless extends PrinterDoor {
  readonly papers: { readonly target: PrintTarget; readonly paper: Paper }[];
  /** What the next tries come to, by address; once they are used up, everything is printed. */
  readonly outcomes: Map<string, PrintOutcome[]>;
  /** How long the queues waited between tries. */
  readonly waits: number[];
  /** Bugs; a test that expects none looks here. */
  readonly bugs: Error[];
}

export const printed: PrintOutcome = { state: "printed" };
export const dead: PrintOutcome = { state: "not_printed", why: "no_connection", retry: true };

/** `passes` is told of each wait, to set the clock on. */
export function paperless(passes: (ms: number) => void = () => {}): Paperless {
  const papers: Paperless["papers"][number][] = [];
  const outcomes = new Map<string, PrintOutcome[]>();
  const waits: number[] = [];
  const bugs: Error[] = [];
  return {
    papers,
    outcomes,
    waits,
    bugs,
    async print(target, paper) {
      papers.push({ target, paper });
      return outcomes.get(target.address)?.shift() ?? printed;
    },
    async wait(ms) {
      waits.push(ms);
      passes(ms);
    },
    broke: (failure) => void bugs.push(failure),
  };
}
