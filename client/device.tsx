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
import { type ShiftCounted, type ShiftView, type TillView, tillViewSchema } from "#rules/shift";
import { answerOf, api, newId, Refused, wireUp } from "./api.ts";
import { readAnswer, sendCommand } from "./commands.ts";
import { isBehind, upTo } from "./counting.ts";
import { createMemory, viewOf } from "./memory.ts";
import { createOnlyTab } from "./one-tab.ts";
import { createOutbox, type Outbox } from "./outbox.ts";
import { useSession } from "./session.tsx";
import type { Device, TillDisk } from "./till-disk.ts";

/** loading: the disk is being read. none: no till yet. ready. */
export type DeviceState = "loading" | "none" | "ready";

export function createDevice(disk: TillDisk) {
  const { session, remembered } = useSession();
  const memory = createMemory(disk);
  const [device, setDevice] = createSignal<Device | null | undefined>(undefined);
  const [view, setView] = createSignal<TillView | null>(null);
  const [problem, setProblem] = createSignal<unknown>(null);
  const [estranged, setEstranged] = createSignal(false);
  const [lastClosed, setLastClosed] = createSignal<ShiftView | null>(null);
  const [lastCounted, setLastCounted] = createSignal<ShiftCounted | null>(null);
  const { stand: tab, claim } = createOnlyTab("kasir");
  const outbox = createOutbox({
    disk,
    send: sendCommand,
    till: askTill,
    now: Date.now,
    mayAct: () => tab() === "mine",
    serverNeeded: remembered,
  });

  /** Reads where the till stands, and moves its counts up to the server's. */
  const refresh = async (): Promise<void> => {
    const known = device();
    if (!known || !session()?.person) return;
    try {
      // Read before asking: what is counted in between is no sign of a server that forgot.
      const [before, acts] = [await disk.device(), await disk.acts()];
      const answered = await askTill(known.tillId);
      const resting = acts.every((act) => act.outcome !== null);
      // Without anything on its way the two agree; a server that counts less is not the one this till counted with.
      const serverIsBehind = before && resting && answered.lastSeq < before.lastSeq;
      if (answered.code !== known.code || serverIsBehind) return void setEstranged(true);
      await disk.step((device) => ({ device: device ? upTo(device, answered) : undefined }));
      setView(answered);
      setProblem(null);
      void memory.keep("till", answered);
    } catch (error) {
      if (error instanceof Refused && (error.code === "unknown_till" || error.code === "not_found"))
        setEstranged(true);
      else setProblem(() => error);
    }
  };

  /** Which book this is and who is here; a change of either is a reason to look again. */
  const here = createMemo(() => viewOf(session()));
  const look = async (): Promise<void> => {
    const now = session();
    const kept = await disk.device();
    const mine = kept && kept.centreCode === now?.centre?.code && kept.practice === now.practice;
    setEstranged(Boolean(kept) && !mine);
    setDevice(mine ? kept : null);
    if (!mine) return;
    if (remembered()) await openFromMemory(kept);
    await outbox.start();
    await refresh();
  };
  const openFromMemory = async ({ tillId, code }: Device): Promise<void> => {
    const copy = await memory.recall("till");
    if (copy?.tillId === tillId && copy.code === code) setView((answered) => answered ?? copy);
  };
  createEffect(on(here, (someone) => someone !== null && void look()));
  // Where the till stands is read anew when the server answers again, after what waited has gone.
  let stale = false;
  createEffect(() => {
    const calm = wireUp() && !outbox.sending() && !outbox.waiting();
    if (stale && calm) void refresh();
    stale = wireUp() ? stale && !calm : true;
  });
  // The tab that acts is the one that sends what was left.
  createEffect(on(tab, (now) => now === "mine" && device() && void outbox.start(), { defer: true }));

  // Acts of the drawer may be answered long after they were asked for.
  createEffect(() => {
    const act = outbox.settled();
    if (act?.outcome?.is !== "accepted") return;
    if (act.kind === "count_shift") setLastCounted(readAnswer(act.kind, act.outcome.answer));
    if (act.kind === "count_shift" || act.kind === "drawer_move" || act.kind === "open_drawer")
      void outbox.seen(act.id);
    if (act.kind !== "open_shift" && act.kind !== "close_shift") return;
    const shift = readAnswer(act.kind, act.outcome.answer);
    const opens = act.kind === "open_shift";
    setLastClosed(opens ? null : shift);
    const moved = setView((known) => known && { ...known, shift: opens ? shift : null });
    if (moved) void memory.keep("till", moved);
    void outbox.seen(act.id);
  });

  return {
    disk,
    outbox,
    problem,
    /** A screen of the shop is open here: this tab would be the till. */
    claim,
    /** Another tab of this device is the till; this one only looks on (D5). */
    looksOn: () => tab() === "elsewhere" && Boolean(device()),
    /** The shift this device closed last, for as long as this page lives. */
    lastClosed,
    /** What the last count of this device's drawer came to, also where its answer came late. */
    lastCounted,
    /** This device was a till of another book, or the server knows it otherwise: register it again. */
    estranged,
    /** The till of this very book that it was, where the book has gone back to an earlier day. */
    was: (): Device | null => (estranged() ? (device() ?? null) : null),
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
      const place = { tillId, code, name, centreCode: here.centre.code, practice: here.practice };
      const kept = await disk.device();
      const same =
        kept?.code === code && kept.centreCode === place.centreCode && kept.practice === place.practice;
      // Set up anew, a till goes on above the highest number that either knows (D7).
      const fresh = { ...place, lastSeq, lastReceiptCount };
      const made = same ? upTo(fresh, kept) : fresh;
      const known = (await knowsMore(disk, made, registered)) ? await resumeAbove(made) : registered;
      await disk.becomeTill(made);
      setEstranged(false);
      setDevice(made);
      setView(known);
      void memory.keep("till", known);
    },
  };
}

export const tillsSchema = z.object({ tills: z.array(tillViewSchema) });

/** The device's numbers are above the server's, and not only because something is still on its way there. */
async function knowsMore(disk: TillDisk, device: Device, server: TillView): Promise<boolean> {
  const onTheWay = (await disk.acts()).some((act) => act.outcome === null);
  return !onTheWay && isBehind(server, device);
}

/** The book was put back to an earlier day: it is told how far this till had come, so that no number is given twice. */
async function resumeAbove({ tillId, lastSeq, lastReceiptCount }: Device): Promise<TillView> {
  const json = { id: newId(), tillId, lastSeq, lastReceiptCount };
  return await answerOf(
    tillViewSchema,
    api.tills[":tillId"].resume.$post({ param: { tillId: String(tillId) }, json }),
  );
}

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
