// Keeps counts that the server has not answered yet on this device, one by one, so that two windows never overwrite each other.
import { type VisitCommand, visitCommandSchema } from "#rules/visits";

const prefix = "visit:";

/** What the last session left unsent, oldest first. What does not parse is left where it is, for a person to look at. */
export function readWaiting(): VisitCommand[] {
  const found: VisitCommand[] = [];
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(prefix)) continue;
      const read = parsed(localStorage.getItem(key) ?? "");
      if (read) found.push(read);
    }
  } catch {
    // A browser that keeps nothing has nothing waiting.
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function keepWaiting(command: VisitCommand): void {
  try {
    localStorage.setItem(prefix + command.id, JSON.stringify(command));
  } catch {
    // Storage is full or forbidden: it is still sent from memory.
  }
}

export function dropWaiting(command: VisitCommand): void {
  try {
    localStorage.removeItem(prefix + command.id);
  } catch {
    // Nothing was kept.
  }
}

function parsed(text: string): VisitCommand | null {
  try {
    const read = visitCommandSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
