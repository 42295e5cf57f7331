// Which till this device is: its place on the disk, its shift as the server has it, and its outbox.
import {
  createContext,
  createEffect,
  createMemo,
  createSignal,
  on,
  type ParentProps,
  useContext,
} from "solid-js";
import { z } from "zod";
import { type ShiftView, type TillView, tillViewSchema } from "#rules/shift";
import { answerOf, api, Refused } from "./api.ts";
import { readAnswer, sendCommand } from "./commands.ts";
import { createOutbox, type Outbox, upTo } from "./outbox.ts";
import { useSession } from "./session.tsx";
import type { Device, TillDisk } from "./till-disk.ts";

/** loading: the disk is being read. none: no till yet. ready. */
export type DeviceState = "loading" | "none" | "ready";

export function createDevice(disk: TillDisk) {
  const { session } = useSession();
  const [device, setDevice] = createSignal<Device | null | undefined>(undefined);
  const [view, setView] = createSignal<TillView | null>(null);
  const [problem, setProblem] = createSignal<unknown>(null);
  const [estranged, setEstranged] = createSignal(false);
  const [lastClosed, setLastClosed] = createSignal<ShiftView | null>(null);
  const outbox = createOutbox({ disk, send: sendCommand, till: askTill, now: Date.now });

  /** Reads where the till stands, and moves its counts up to the server's. */
  const refresh = async (): Promise<void> => {
    const known = device();
    if (!known || !session()?.person) return;
    try {
      const answered = await askTill(known.tillId);
      const kept = await disk.device();
      // Without anything on its way the two agree; a server that counts less is not the one this till counted with.
      const serverIsBehind = kept && !outbox.waiting() && answered.lastSeq < kept.lastSeq;
      if (answered.code !== known.code || serverIsBehind) return void setEstranged(true);
      if (kept) await disk.becomeTill(upTo(kept, answered));
      setView(answered);
      setProblem(null);
    } catch (error) {
      if (error instanceof Refused && (error.code === "unknown_till" || error.code === "not_found"))
        setEstranged(true);
      else setProblem(() => error);
    }
  };

  /** Which book this is and who is here; a change of either is a reason to look again. */
  const here = createMemo(() => {
    const now = session();
    return now?.centre && now.person ? `${now.centre.code} ${now.practice} ${now.person.staffId}` : null;
  });
  const look = async (): Promise<void> => {
    const now = session();
    const kept = await disk.device();
    const mine = kept && kept.centreCode === now?.centre?.code && kept.practice === now.practice;
    setEstranged(Boolean(kept) && !mine);
    setDevice(mine ? kept : null);
    if (!mine) return;
    await outbox.start();
    await refresh();
  };
  createEffect(on(here, (someone) => someone !== null && void look()));

  // Opening and closing may be answered long after they were asked for.
  createEffect(() => {
    const act = outbox.settled();
    if (act?.outcome?.is !== "accepted") return;
    if (act.kind !== "open_shift" && act.kind !== "close_shift") return;
    const shift = readAnswer(act.kind, act.outcome.answer);
    const opens = act.kind === "open_shift";
    setLastClosed(opens ? null : shift);
    setView((known) => known && { ...known, shift: opens ? shift : null });
    void outbox.seen(act.id);
  });

  return {
    outbox,
    problem,
    /** The shift this device closed last, for as long as this page lives. */
    lastClosed,
    /** This device was a till of another book, or the server knows it otherwise: register it again. */
    estranged,
    state: (): DeviceState => {
      if (device() === undefined) return "loading";
      return device() && !estranged() ? "ready" : "none";
    },
    till: () => (device() && !estranged() ? view() : null),
    shift: () => (device() && !estranged() ? (view()?.shift ?? null) : null),
    refresh,
    /** Makes this device the till. */
    register: async (registered: TillView) => {
      const here = session();
      if (!here?.centre) throw new Error("A till belongs to a centre.");
      const { tillId, code, name, lastSeq, lastReceiptCount } = registered;
      const made = {
        tillId,
        code,
        name,
        lastSeq,
        lastReceiptCount,
        centreCode: here.centre.code,
        practice: here.practice,
      };
      await disk.becomeTill(made);
      setEstranged(false);
      setDevice(made);
      setView(registered);
    },
  };
}

export const tillsSchema = z.object({ tills: z.array(tillViewSchema) });

async function askTill(tillId: number): Promise<TillView> {
  return await answerOf(tillViewSchema, api.tills[":tillId"].$get({ param: { tillId: String(tillId) } }));
}

export type DeviceStore = ReturnType<typeof createDevice>;

const DeviceContext = createContext<DeviceStore>();

/** Stands once around the screens; nothing shows until the disk is open. */
export function DeviceProvider(props: ParentProps<{ disk: TillDisk }>) {
  return <DeviceContext.Provider value={createDevice(props.disk)}>{props.children}</DeviceContext.Provider>;
}

export function useDevice(): DeviceStore {
  const store = useContext(DeviceContext);
  if (!store) throw new Error("useDevice() needs <DeviceProvider> around the screens.");
  return store;
}

export function useOutbox(): Outbox {
  return useDevice().outbox;
}
