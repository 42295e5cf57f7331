// Stops the program where a promise of the code is broken: a bug, never a person's mistake.
export class BrokenPromise extends Error {
  override readonly name = "BrokenPromise";
}

/** Throws BrokenPromise when `holds` is false; the request then answers 500 and nothing is saved. */
export function assert(holds: boolean, promise: string): asserts holds {
  if (!holds) throw new BrokenPromise(promise);
}

/** The value, where the code promises that there is one (a row just written, an index just checked). */
export function present<T>(value: T | null | undefined, what: string): T {
  assert(value !== null && value !== undefined, `${what} is missing`);
  return value;
}

/** Marks a case that the types say cannot happen. */
export function never(value: never, what: string): never {
  throw new BrokenPromise(`${what}: ${JSON.stringify(value)}`);
}
