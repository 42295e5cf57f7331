// Ids as a till would make them, the same in every run.
let ids = 0;
/** A new id, as a till would make one; the same in every run. */
export function newId<T extends string>(): T {
  ids += 1;
  return `00000000-0000-4000-8000-${ids.toString(16).padStart(12, "0")}` as T;
}
