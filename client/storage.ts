// Room on the device: what a full storage looks like, a reserve that is let go for the act that needs it, and whether the browser keeps it all.

/** A write that did not fit; nothing of it is on the disk. */
export function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === "QuotaExceededError";
}

/** As much as a busy day's acts take: what is let go must be worth something to the browser. */
const reserveBytes = 512 * 1024;
/** The most that chance is asked for at once. */
const mostChance = 65_536;

/** Bytes that no browser presses smaller. */
export function aReserve(): Uint8Array {
  const bytes = new Uint8Array(reserveBytes);
  for (let from = 0; from < bytes.length; from += mostChance)
    crypto.getRandomValues(bytes.subarray(from, from + mostChance));
  return bytes;
}

export interface Keeping {
  /** The page came by https, or from this machine. */
  readonly secure: boolean;
  /** The browser has promised not to throw the till's disk away; null where it cannot be asked. */
  readonly persistent: boolean | null;
}

/** `ask`: asks the browser for it; otherwise it only says how it stands (L2). */
export async function keepingOf(how: { ask: boolean }): Promise<Keeping> {
  const secure = globalThis.isSecureContext === true;
  const storage = globalThis.navigator?.storage;
  try {
    if (!storage?.persisted) return { secure, persistent: null };
    const persistent = (await storage.persisted()) || (how.ask && (await storage.persist()));
    return { secure, persistent };
  } catch {
    return { secure, persistent: null };
  }
}
