// How long a printer is waited for; every wait counts from the last progress (P3).

export interface Patience {
  readonly connectMs: number;
  /** A printer that cannot be asked says nothing; a healthy one answers at once. */
  readonly answerMs: number;
  /** Without a byte taken for so long it has stopped. */
  readonly stallMs: number;
  /** For the last bytes to leave after the end. */
  readonly closeMs: number;
}

export const PATIENCE: Patience = { connectMs: 2_500, answerMs: 700, stallMs: 8_000, closeMs: 1_000 };

/** Bytes of one write: small enough that progress is seen, and that a cheap printer's buffer holds it. */
export const CHUNK_BYTES = 1_024;

/** What the promise comes to, or `late` when it takes longer. */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T | "late"> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(resolve, ms, "late");
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
