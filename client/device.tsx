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
import { sessionSchema } from "#rules/session";
import { type ShiftCounted, type ShiftView, type TillView, tillViewSchema } from "#rules/shift";
import { type ActsSent, actsSentSchema, type SendActs, tillActs } from "#rules/till-acts";
import { answerOf, api, newId, Refused, wireUp } from "./api.ts";
import { recallClock } from "./clock.ts";
import { type Draft, hasPaper, type KeptAct, readAnswer } from "./commands.ts";
import { isBehind, upTo } from "./counting.ts";
import { createLink } from "./link-watch.ts";
import { localShift } from "./local-shift.ts";
import { createMemory, viewOf } from "./memory.ts";
import { createOnlyTab } from "./one-tab.ts";
import { createOutbox, type Outbox } from "./outbox.ts";
import { createWhyNotPromised } from "./promise.ts";
import { isOfBook } from "./sender.ts";
import { useSession } from "./session.tsx";
import { type Keeping, keepingOf } from "./storage.ts";
import { heldSales } from "./till/held-sales.ts";
import type { Device, TillDisk } from "./till-disk.ts";

/** loading: the disk is being read. none: no till yet. ready. */
export type DeviceState = "loading" | "none" | "ready";

export function createDevice(disk: TillDisk) {
  const { session, person, may, remembered, maySend, offersOffline } = useSession();
  const memory = createMemory(disk);
  const [device, setDevice] = createSignal<Device | null | undefined>(undefined);
  const [view, setView] = createSignal<TillView | null>(null);
  const [problem, setProblem] = createSignal<unknown>(null);
  const [estranged, setEstranged] = createSignal(false);
  const [lastClosed, setLastClosed] = createSignal<ShiftView | null>(null);
  const [lastCounted, setLastCounted] = createSignal<ShiftCounted | null>(null);
  /** Whether the session and the till on this disk are of one book; nothing is sent to another. */
  const [mine, setMine] = createSignal(false);
  const [keeping, setKeeping] = createSignal<Keeping | null>(null);
  void recallClock(disk);
  void keepingOf({ ask: false }).then(setKeeping);
  const tab = createOnlyTab({ name: "kasir", disk, now: Date.now, locks: navigator.locks });
  const zone = () => session()?.centre?.timeZone ?? "Asia/Jakarta";
  const answers = () => wireUp() && !remembered();
  const whyNotPromised = createWhyNotPromised({
    mayApprove: () => may("approve"),
    cashier: () => person()?.name ?? "",
    limits: () => session()?.settings ?? null,
    step: () => session()?.settings?.cashRoundingRupiah ?? 0,
    heldSale: (saleId) => heldSales(outbox.papers(), zone()).find((one) => one.view.id === saleId) ?? null,
  });
  const outbox: Outbox = createOutbox({
    disk,
    send: sendActs,
    till: askTill,
    now: Date.now,
    who: (kind, draft) => {
      // A sign-in is told by whoever sends it; the person who typed is in it.
      const typed = kind === "sign_in" ? (draft as Draft<"sign_in">).staffId : null;
      const here = typed === null ? person() : session()?.staff.find((one) => one.staffId === typed);
      return {
        signInId: typed === null ? (session()?.signInId ?? null) : null,
        by: here ? { staffId: here.staffId, name: here.name } : null,
      };
    },
    up: answers,
    mayAct: () => tab.stand() === "mine",
    maySend: () => mine() && maySend(),
    whyNotPromised,
    lost: tab.lose,
    answered: heard,
  });
  offersOffline({
    till: async () => {
      const kept = await disk.device();
      const now = session();
      return kept && kept.centreCode === now?.centre?.code && kept.practice === now.practice ? kept : null;
    },
    keep: (signIn) => outbox.act("sign_in", signIn),
    send: () => outbox.retry(),
  });
  /** What was done here in another book waits for that one; somebody has to know. */
  const isOfAnother = (act: KeptAct): boolean => {
    const place = device();
    return place !== undefined && !(place && isOfBook(act, place));
  };
  const link = createLink({
    answers,
    waits: () => outbox.left() > 0,
    blocked: () =>
      (outbox.left() > 0 && (outbox.reason() !== null || person() === null)) ||
      outbox.queue().some(isOfAnother) ||
      outbox.toRepair().length > 0 ||
      outbox.unreadable().length > 0,
    probe: () => answerOf(sessionSchema, api.session.$get()),
    back: () => void outbox.retry(),
  });

  /** Reads where the till stands, and moves its counts up to the server's. */
  const refresh = async (): Promise<void> => {
    const known = device();
    if (!known || !session()?.person) return;
    try {
      // Read before asking: what is counted in between is no sign of a server that forgot.
      const [before, acts] = [await disk.device(), await disk.acts()];
      const answered = await askTill(known.tillId);
      // What waits is what the server may lack; one that counts less than what it had answered is not the one this till counted with.
      const firstUnsent = acts.find((act) => act.outcome === null && act.tillId === known.tillId)?.seq;
      const recorded = firstUnsent === undefined ? before?.lastSeq : firstUnsent - 1;
      const serverIsBehind = recorded !== undefined && answered.lastSeq < recorded;
      if (answered.code !== known.code) setMine(false);
      if (answered.code !== known.code || serverIsBehind) return void setEstranged(true);
      await disk.step((device) => ({ device: device ? upTo(device, answered) : undefined }));
      setView(answered);
      setProblem(null);
      void memory.keep("till", answered);
    } catch (error) {
      if (error instanceof Refused && (error.code === "unknown_till" || error.code === "not_found"))
        setEstranged(true);
      else setProblem(() => error);
      if (!view()) await openFromMemory(known);
    }
  };

  /** Which book this is and who is here; a change of either is a reason to look again. */
  const here = createMemo(() => viewOf(session()));
  const look = async (): Promise<void> => {
    const now = session();
    const kept = await disk.device();
    const ours = kept && kept.centreCode === now?.centre?.code && kept.practice === now.practice;
    setMine(Boolean(ours));
    setEstranged(Boolean(kept) && !ours);
    setDevice(ours ? kept : null);
    if (!ours) return;
    if (remembered()) await openFromMemory(kept);
    await outbox.start().catch(setProblem);
    await refresh();
  };
  const openFromMemory = async ({ tillId, code }: Device): Promise<void> => {
    const copy = await memory.recall("till");
    if (copy?.tillId === tillId && copy.code === code) setView((answered) => answered ?? copy);
  };
  createEffect(on(here, (someone) => someone !== null && void look().catch(setProblem)));
  // What waits is told before anybody signs in, too; it is sent when somebody has.
  void outbox.start().catch(setProblem);
  // Where the till stands is read anew when the server answers again, after what waited has gone.
  let stale = false;
  createEffect(() => {
    const calm = wireUp() && !outbox.sending() && outbox.queue().length === 0;
    if (stale && calm) void refresh();
    stale = wireUp() ? stale && !calm : true;
  });
  // The tab that acts is the one that sends what was left.
  createEffect(on(tab.stand, (now) => now === "mine" && device() && void outbox.start(), { defer: true }));

  // Acts of the drawer may be answered long after they were asked for, by this page or by one before it.
  function heard(act: KeptAct): void {
    // An opening that went to the repair list opened nothing: what the server has counts.
    if (act.kind === "open_shift" && act.outcome?.is === "held") void refresh();
    if (act.outcome?.is !== "accepted") return;
    if (act.kind === "count_shift") setLastCounted(readAnswer(act.kind, act.outcome.answer));
    if (act.kind !== "open_shift" && act.kind !== "close_shift") return;
    const answer = tillActs[act.kind].answer.safeParse(act.outcome.answer);
    if (!answer.success) return void refresh();
    const shift = answer.data;
    const opens = act.kind === "open_shift";
    setLastClosed(opens ? null : shift);
    const moved = setView((known) => known && { ...known, shift: opens ? shift : null });
    if (moved) void memory.keep("till", moved);
  }
  // Nobody has to see these twice: their screens are told by what they asked, or by the shift itself.
  createEffect(
    on(outbox.settled, (act) => {
      if (act?.outcome?.is !== "accepted" || hasPaper(act)) return;
      void outbox.seen(act.id);
    }),
  );
  const lastNumber = () => lastClosed()?.number ?? 0;
  const opened = createMemo(() =>
    localShift(outbox.queue(), { tillCode: device()?.code ?? "", zone: zone(), lastNumber: lastNumber() }),
  );
  const standing = () => (device() && !estranged() ? view() : null);

  return {
    disk,
    outbox,
    problem,
    /** Sales and refunds of this device, answered or not, newest first. */
    papers: outbox.papers,
    /** A screen of the shop is open here: this tab would be the till. */
    claim: tab.claim,
    /** Another tab of this device is the till; this one only looks on (D5). */
    looksOn: () => tab.stand() === "elsewhere" && Boolean(device()),
    /** This tab is the till from now on, and the other one looks on. */
    takeOver: tab.takeOver,
    /** The state of the line to the server. */
    link,
    /** Whether what lies on this device is kept for good (L2). */
    keeping,
    /** Null: the till may say "done" to it by itself; screens ask before money is taken. */
    whyNotPromised,
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
    till: standing,
    /** The server's view of it, or the till's own where it was opened while nothing answered. */
    shift: () => (standing() ? (opened() ?? standing()?.shift ?? null) : null),
    refresh,
    /** Makes this device the till; says whether the browser will keep what lies on it (L2). */
    register: async (registered: TillView): Promise<Keeping> => {
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
      setMine(true);
      setDevice(made);
      setView(known);
      void memory.keep("till", known);
      await outbox.start();
      const safe = await keepingOf({ ask: true });
      setKeeping(safe);
      return safe;
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

async function sendActs(tillId: number, json: SendActs): Promise<ActsSent> {
  const request = api.tills[":tillId"].acts.$post({ param: { tillId: String(tillId) }, json });
  return await answerOf(actsSentSchema, request);
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
