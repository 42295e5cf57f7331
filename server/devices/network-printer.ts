// Brings bytes to a printer over the network (TCP), and asks it before and after how it is.
import { connect, type Socket } from "node:net";
import type { PrintFailure, PrintOutcome } from "#rules/prints";
import { status } from "./escpos.ts";
import { CHUNK_BYTES, type Patience, within } from "./patience.ts";

const notPrinted = (why: PrintFailure): PrintOutcome => ({ state: "not_printed", why, retry: true });

/** Never throws, and never waits longer than its patience without progress. */
export async function printOverNetwork(
  { host, port }: { host: string; port: number },
  bytes: Buffer,
  patience: Patience,
): Promise<PrintOutcome> {
  const line = openLine(host, port);
  try {
    const opened = await within(patience.connectMs, line.opened);
    if (opened !== "open")
      return notPrinted(opened === "ECONNREFUSED" ? "refused_connection" : "no_connection");
    const before = await paperState(line, patience);
    if (before === "no_paper" || before === "cover_open") return notPrinted(before);
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      const taken = await within(patience.stallMs, line.send(bytes.subarray(at, at + CHUNK_BYTES)));
      if (taken !== true)
        return notPrinted(at === 0 && taken === "late" ? "not_answering" : "stopped_half_way");
    }
    return await afterwards(line, before, patience);
  } finally {
    await line.close(patience.closeMs);
  }
}

/** What became of the bytes: a kernel takes them for a printer that is long gone, so that having sent them says little. */
async function afterwards(line: Line, before: State, patience: Patience): Promise<PrintOutcome> {
  const answer = await line.ask(status.askPrinter, before === "mute" ? patience.answerMs : patience.stallMs);
  if (answer === null) {
    // One that spoke before must speak after; one that never did has at least not broken off.
    if (before === "mute") await line.close(patience.closeMs);
    return before === "mute" && !line.isBroken() ? { state: "sent" } : notPrinted("stopped_half_way");
  }
  const after = await paperState(line, patience);
  return after === "ready" || after === "mute" ? { state: "printed" } : notPrinted(after);
}

type State = "ready" | "mute" | "no_paper" | "cover_open";

async function paperState(line: Line, patience: Patience): Promise<State> {
  const paper = await line.ask(status.askPaper, patience.answerMs);
  if (paper === null) return "mute";
  if (status.noPaper(paper)) return "no_paper";
  const cause = await line.ask(status.askOffline, patience.answerMs);
  return cause !== null && status.coverOpen(cause) ? "cover_open" : "ready";
}

interface Line {
  /** `open`, or the code of what went wrong. */
  readonly opened: Promise<string>;
  /** Whether the bytes left for the printer. */
  send(bytes: Buffer): Promise<boolean>;
  /** The printer's status byte, or null when none comes in time. */
  ask(question: Buffer, ms: number): Promise<number | null>;
  /** Whether the other end broke off. */
  isBroken(): boolean;
  close(ms: number): Promise<void>;
}

function openLine(host: string, port: number): Line {
  const socket: Socket = connect({ host, port, noDelay: true });
  let broken = false;
  let over = false;
  let answered: ((byte: number | null) => void) | null = null;
  const opened = new Promise<string>((resolve) => {
    socket.once("connect", () => resolve("open"));
    socket.on("error", (failure: NodeJS.ErrnoException) => {
      broken = true;
      answered?.(null);
      resolve(failure.code ?? "broken");
    });
  });
  socket.on("close", () => {
    over = true;
    answered?.(null);
  });
  socket.on("data", (data) => {
    const byte = data.findLast(status.isStatus);
    if (byte !== undefined) answered?.(byte);
  });
  const send = (bytes: Buffer): Promise<boolean> =>
    new Promise((resolve) => {
      if (broken || over) resolve(false);
      else socket.write(bytes, (failure) => resolve(!failure));
    });
  return {
    opened,
    send,
    async ask(question, ms) {
      const answer = new Promise<number | null>((resolve) => {
        answered = resolve;
      });
      const sent = await within(ms, send(question));
      const byte = sent === true ? await within(ms, answer) : null;
      answered = null;
      return byte === "late" ? null : byte;
    },
    isBroken: () => broken,
    async close(ms) {
      if (!broken && !over) {
        // Closing at once would throw away what the printer has not read yet.
        const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
        socket.end();
        await within(ms, closed);
      }
      socket.destroy();
    },
  };
}
