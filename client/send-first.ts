// Before somebody leaves, closes or takes a new version: what waits is sent, as long as it goes; otherwise it stays where it is (L6).
import type { Outbox } from "./outbox.ts";

/** As long as nothing has moved, this is how long one waits for it. */
const stuckMs = 6000;

/** Resolves to whether nothing is left, as soon as that is clear. */
export async function sendFirst(
  outbox: Pick<Outbox, "unsent" | "retry">,
  waitMs = stuckMs,
): Promise<boolean> {
  if (outbox.unsent() === 0) return true;
  let timer: ReturnType<typeof setInterval> | undefined;
  const stuck = new Promise<void>((resolve) => {
    let before = outbox.unsent();
    timer = setInterval(() => {
      if (outbox.unsent() === before) resolve();
      before = outbox.unsent();
    }, waitMs);
  });
  await Promise.race([outbox.retry().catch(() => {}), stuck]);
  clearInterval(timer);
  return outbox.unsent() === 0;
}
