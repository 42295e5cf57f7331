// Books many held acts one after the other: how far it is, what could not be booked, and a way to stop in between.
import { createSignal } from "solid-js";
import type { StaffId } from "#rules/ids";
import type { AcceptRepair, RepairView } from "#rules/repairs";
import { newId, Refused } from "../api.ts";

export interface ManyNeeds {
  accept: (command: AcceptRepair) => Promise<unknown>;
}

export interface Failed {
  readonly repair: RepairView;
  readonly thrown: unknown;
}

export function createMany({ accept }: ManyNeeds) {
  const [all, setAll] = createSignal<readonly RepairView[]>([]);
  const [done, setDone] = createSignal(0);
  const [failed, setFailed] = createSignal<readonly Failed[]>([]);
  const [running, setRunning] = createSignal(false);
  /** Why it stopped by itself: nothing answered. */
  const [problem, setProblem] = createSignal<unknown>(null);
  /** Each keeps its own name, so that going on after no answer books nothing twice. */
  const ids = new Map<string, string>();
  let how: { doneBy?: StaffId; note?: string } = {};
  let stopping = false;
  let ended = false;

  const idOf = (repairId: string) => {
    const id = ids.get(repairId) ?? newId();
    ids.set(repairId, id);
    return id;
  };
  const one = async (repair: RepairView): Promise<void> => {
    const { repairId, asksWho } = repair;
    const { doneBy, note } = how;
    try {
      await accept({
        id: idOf(repairId),
        repairId,
        ...(asksWho && doneBy !== undefined ? { doneBy } : {}),
        ...(note === undefined ? {} : { note }),
      });
    } catch (thrown) {
      // Nothing answered: it is not known whether it was booked, so that it is asked again before anything else.
      if (!(thrown instanceof Refused)) throw thrown;
      // Another manager, or the server itself, was faster: that is as good.
      if (thrown.code !== "already_settled") setFailed((those) => [...those, { repair, thrown }]);
    }
  };
  const goOn = async (): Promise<void> => {
    if (running()) return;
    stopping = false;
    setProblem(null);
    setRunning(true);
    try {
      for (const repair of all().slice(done())) {
        if (stopping || ended) break;
        await one(repair);
        setDone((count) => count + 1);
      }
    } catch (thrown) {
      setProblem(() => thrown);
    } finally {
      setRunning(false);
    }
  };

  return {
    all,
    done,
    failed,
    running,
    problem,
    begin: (repairs: readonly RepairView[], as: { doneBy?: StaffId; note?: string }): Promise<void> => {
      setAll(repairs);
      setDone(0);
      setFailed([]);
      how = as;
      return goOn();
    },
    goOn,
    /** The one that is on its way is still answered. */
    stop: () => {
      stopping = true;
    },
    /** Nobody looks any more. */
    end: () => {
      ended = true;
    },
  };
}

export type Many = ReturnType<typeof createMany>;
