// How many things wait on the repair list: asked now and then for whoever may see it, and known at once where one is settled.
import { createEffect, createSignal, on, onCleanup } from "solid-js";
import { repairsWaitingSchema } from "#rules/repairs";
import { answerOf, api, onAnswerAgain } from "./api.ts";
import { useSession } from "./session.tsx";

/** A till's queue is sent within seconds of the server's return; a manager who looks up sees what was held. */
const everyMs = 60_000;

const [waiting, setWaiting] = createSignal(0);

/** As it was last heard; nothing for whoever may not see the list. */
export { waiting as repairsWaiting };

/** What the list itself has just told. */
export const knowRepairsWaiting = (count: number): void => void setWaiting(count);

/** Stands once in the frame. */
export function createRepairsWatch(): void {
  const { may } = useSession();
  const ask = async () => {
    if (!may("see_repairs") || document.hidden) return;
    const answer = await answerOf(repairsWaitingSchema, api.repairs.waiting.$get()).catch(() => null);
    if (answer && may("see_repairs")) setWaiting(answer.waiting);
  };
  createEffect(
    on(
      () => may("see_repairs"),
      (allowed) => {
        if (allowed) void ask();
        else setWaiting(0);
      },
    ),
  );
  onAnswerAgain(() => void ask());
  const timer = setInterval(() => void ask(), everyMs);
  onCleanup(() => clearInterval(timer));
}
