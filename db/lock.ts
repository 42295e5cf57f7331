// The lock that says "this book is being served"; it falls when its process does, however it ends.
import Database from "better-sqlite3";

/** Takes the lock beside the book, or returns null when another process holds it. */
export function lockBook(path: string): { release: () => void } | null {
  const lock = new Database(`${path}.serving`, { timeout: 0 });
  try {
    lock.exec("begin exclusive");
    return { release: () => lock.close() };
  } catch {
    lock.close();
    return null;
  }
}
