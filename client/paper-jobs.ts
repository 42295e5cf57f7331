// Asks for papers and follows their printing: a print is a job with a state of its own, and nobody waits for it (P1–P4).
import { createSignal, onCleanup } from "solid-js";
import { z } from "zod";
import type { Paper, PaperKind } from "#rules/paper";
import {
  type PrintAnswer,
  type PrintCommand,
  type PrinterView,
  type PrintJob,
  printAnswerSchema,
  printerViewSchema,
  printJobSchema,
} from "#rules/prints";
import { answerOf, api, newId } from "./api.ts";
import type { PrintsHere } from "./prints-here.ts";
import { language } from "./words.ts";

/** What a paper is about: a sale's id, a shift's, a refund's … */
export interface PaperWish {
  readonly paper: PaperKind;
  readonly about: string;
  /** The first printing of a cash receipt opens the drawer. */
  readonly opensDrawer?: boolean;
}

interface PaperJobNeeds {
  tillId: () => PrintCommand["tillId"];
  /** The printer of this till; null: the browser prints. */
  printerId: () => number | null;
  /** The paper from elsewhere, where asking for its printing failed: it is at least seen. */
  instead?: (wish: PaperWish) => Promise<Paper>;
  /** Keeps the id of what was asked for last: after a reload it is the same print, and no copy. */
  kept?: { storage: Pick<Storage, "getItem" | "setItem">; key: string };
  /** Counts what the browser prints of this device's own papers. */
  here?: PrintsHere;
  /** Tests make it short. */
  lookAgainMs?: number;
}

/** A paper that this device makes by itself: the how-manieth printing it is stands on it. */
export interface OwnPaper {
  readonly about: string;
  readonly make: (copy: number) => Paper;
}

const lookAgainMs = 700;
/** The server gives up by itself within two minutes; longer is not worth looking. */
const mostLooks = 220;

/** `null`: nothing was asked for yet. */
export function createPaperJob(needs: PaperJobNeeds) {
  const [paper, setPaper] = createSignal<Paper | null>(null);
  const [job, setJob] = createSignal<PrintJob | null>(null);
  const [problem, setProblem] = createSignal<unknown>(null);
  const [busy, setBusy] = createSignal(false);
  const [printers, setPrinters] = createSignal<readonly PrinterView[]>([]);
  let wish: PaperWish | null = null;
  let own: OwnPaper | null = null;
  /** The printer that was named last; null: the till's own. */
  let named: PrinterView["printerId"] | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  onCleanup(() => {
    asked += 1;
    clearTimeout(timer);
  });

  const moving = (of: PrintJob | null) => of?.state === "queued" || of?.state === "printing";
  const take = (answer: PrintAnswer) => {
    setPaper(answer.paper);
    setJob(answer.job);
  };
  /** Only the newest question's answer counts. */
  const following = async (work: () => Promise<void>): Promise<void> => {
    clearTimeout(timer);
    asked += 1;
    const mine = asked;
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      if (mine !== asked) return;
      setProblem(() => error);
      const shown = wish && !paper() ? await needs.instead?.(wish).catch(() => null) : null;
      if (shown && mine === asked) setPaper(shown);
    } finally {
      if (mine === asked) {
        setBusy(false);
        lookAgain(mine, 0);
      }
    }
  };
  const lookAgain = (mine: number, looks: number): void => {
    const now = job();
    if (!now || !moving(now) || looks > mostLooks) return;
    timer = setTimeout(async () => {
      const param = { printId: now.printId };
      const answer = await answerOf(printAnswerSchema, api.prints[":printId"].$get({ param })).catch(
        () => null,
      );
      if (mine !== asked) return;
      if (answer) take(answer);
      lookAgain(mine, looks + 1);
    }, needs.lookAgainMs ?? lookAgainMs);
  };
  const home = () => named ?? (needs.printerId() === null ? "screen" : "till");
  const send = (about: PaperWish, to: PrintCommand["to"], id = newId()) =>
    following(async () => {
      const json = {
        id,
        paper: about.paper,
        about: about.about,
        tillId: needs.tillId(),
        to,
        opensDrawer: about.opensDrawer ?? false,
        language: language(),
      };
      take(await answerOf(printAnswerSchema, api.prints.$post({ json })));
    });

  return {
    paper,
    job,
    problem,
    busy,
    /** It lies at a printer; asked for once more now it would come twice. */
    onTheWay: () => moving(job()),
    printers,
    /** Asks for a paper; it goes to the till's printer, or where there is none to the browser. */
    ask: (about: PaperWish) => {
      wish = about;
      own = null;
      named = null;
      setPaper(null);
      setJob(null);
      return send(about, home(), idOf(about, needs.kept));
    },
    /** The same at a printer that is named, such as one that is being tried. */
    askAt: (about: PaperWish, printerId: PrinterView["printerId"]) => {
      wish = about;
      own = null;
      named = printerId;
      return send(about, printerId);
    },
    /** A paper that nobody printed through the server, such as one of training. */
    show: (shown: Paper) => {
      setPaper(shown);
      setJob(null);
    },
    /** A paper of this device, which no server is asked for. */
    showOwn: (shown: OwnPaper) => {
      wish = null;
      own = shown;
      setProblem(null);
      setJob(null);
      setPaper(shown.make(needs.here?.of(shown.about) ?? 0));
    },
    /** The browser is about to print what is shown: a paper of this device's own is counted, and says which printing it is. */
    beforeBrowser: () => {
      if (own && needs.here) setPaper(own.make(needs.here.next(own.about)));
    },
    /** The same again: where it failed the job itself, where it was printed a copy that says so (P5). */
    again: async () => {
      const now = job();
      if (now?.state === "failed") {
        const printer = printers().find((one) => one.name === now.printer);
        const printerId = printer?.printerId ?? needs.printerId();
        if (printerId !== null) return await retryAt(now, Number(printerId));
      }
      if (wish) await send({ ...wish, opensDrawer: false }, home());
    },
    at: async (printerId: number) => {
      const now = job();
      if (now?.state === "failed") await retryAt(now, printerId);
      else if (wish) await send({ ...wish, opensDrawer: false }, printerId as PrinterView["printerId"]);
    },
    readPrinters: async () => {
      const schema = z.object({ printers: z.array(printerViewSchema) });
      const known = await answerOf(schema, api.printers.$get()).catch(() => null);
      setPrinters(known?.printers.filter((one) => one.active) ?? []);
    },
    clear: () => {
      clearTimeout(timer);
      asked += 1;
      wish = null;
      own = null;
      named = null;
      setPaper(null);
      setJob(null);
      setProblem(null);
      setBusy(false);
    },
  };

  function retryAt(failed: PrintJob, printerId: number): Promise<void> {
    return following(async () => {
      const json = { id: newId(), printId: failed.printId, printerId: printerId as PrinterView["printerId"] };
      const param = { printId: failed.printId };
      setJob(await answerOf(printJobSchema, api.prints[":printId"].retry.$post({ param, json })));
    });
  }
}

/** The id under which this paper was asked for before this page was loaded, or a new one that is kept. */
function idOf({ paper, about }: PaperWish, kept: PaperJobNeeds["kept"]): string {
  const id = newId();
  if (!kept) return id;
  const { storage, key } = kept;
  const name = `${paper}:${about}`;
  try {
    const [before, itsId] = (storage.getItem(key) ?? "").split(" ");
    if (before === name && itsId) return itsId;
    storage.setItem(key, `${name} ${id}`);
  } catch {
    // A browser that keeps nothing prints a copy after a reload, and the copy says so.
  }
  return id;
}

export type PaperJob = ReturnType<typeof createPaperJob>;
