// What a write found of slow facts (products, makers), kept from write to write until anybody may have changed them.
import type { Database } from "better-sqlite3";

export interface Memo {
  /** At the beginning of a write: forgets all when another connection has committed since (SQLite's data_version). */
  check(): void;
  recall<T>(key: string, read: () => T): T;
  /** Where this connection has changed such facts, or has rolled back what it had read of them. */
  forget(): void;
}

export function openMemo(sqlite: Database): Memo {
  const dataVersion = sqlite.prepare("pragma data_version").pluck();
  const found = new Map<string, unknown>();
  let version: unknown;
  return {
    check() {
      const now = dataVersion.get();
      if (now !== version) found.clear();
      version = now;
    },
    recall<T>(key: string, read: () => T): T {
      if (!found.has(key)) found.set(key, read());
      return found.get(key) as T;
    },
    forget: () => found.clear(),
  };
}
