// Printers on loopback: one that works, and every way in which a real one does not.
import { createServer, type Server, type Socket } from "node:net";

export interface Manner {
  /** Answers to DLE EOT n, by n; a printer without any says nothing. */
  readonly answers?: Readonly<Record<number, number>>;
  /** After so many bytes of paper its answers change to these (the paper ran out, it went silent). */
  readonly later?: { readonly afterBytes: number; readonly answers: Readonly<Record<number, number>> };
  /** Breaks the line off after so many bytes of paper. */
  readonly breaksAfter?: number;
  /** Takes the connection and reads nothing at all. */
  readonly neverReads?: true;
}

export const READY = { 1: 0x12, 2: 0x12, 4: 0x12 } as const;
export const NO_PAPER = { 1: 0x1a, 2: 0x32, 4: 0x72 } as const;
export const COVER_OPEN = { 1: 0x1a, 2: 0x16, 4: 0x12 } as const;

export interface FakePrinter {
  readonly address: string;
  /** What was to be printed, over all connections, questions left out. */
  readonly paper: () => Buffer;
  readonly connections: () => number;
  readonly stop: () => Promise<void>;
}

export async function fakePrinter(manner: Manner = { answers: READY }): Promise<FakePrinter> {
  const taken: number[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    if (manner.neverReads) {
      socket.pause();
      return;
    }
    let asked: number[] = [];
    socket.on("data", (data) => {
      for (const byte of data) {
        asked.push(byte);
        // A question is DLE EOT n; a code's length may be 10 too.
        if (asked[0] !== 0x10 || (asked.length === 2 && byte !== 0x04)) {
          taken.push(...asked);
          asked = [];
        } else if (asked.length === 3) {
          answer(socket, asked[2] ?? 0);
          asked = [];
        }
        if (manner.breaksAfter !== undefined && taken.length >= manner.breaksAfter) {
          socket.resetAndDestroy();
          return;
        }
      }
    });
  });
  function answer(socket: Socket, question: number): void {
    const now =
      manner.later && taken.length >= manner.later.afterBytes ? manner.later.answers : manner.answers;
    const byte = now?.[question];
    if (byte !== undefined) socket.write(Buffer.from([byte]));
  }
  await listening(server);
  return {
    address: `127.0.0.1:${portOf(server)}`,
    paper: () => Buffer.from(taken),
    connections: () => connections,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** An address at which nobody listens. */
export async function nobody(): Promise<string> {
  const server = createServer();
  await listening(server);
  const address = `127.0.0.1:${portOf(server)}`;
  await new Promise((resolve) => server.close(resolve));
  return address;
}

const listening = (server: Server): Promise<void> =>
  new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}
