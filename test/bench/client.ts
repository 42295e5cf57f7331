// The tills of the bench, in a process of their own: each sends its next body when the last was answered.
import { connect } from "node:net";

export interface Load {
  readonly port: number;
  readonly token: string;
  /** Where each body is posted. */
  readonly path: string;
  /** A list of bodies for each till. */
  readonly loads: readonly (readonly string[])[];
}

export interface Measured {
  readonly latenciesMs: number[];
  readonly seconds: number;
  readonly refused: number;
  readonly firstRefusal: string;
}

process.once("message", async (load: Load) => {
  const measured: { latenciesMs: number[]; refused: number; firstRefusal: string } = {
    latenciesMs: [],
    refused: 0,
    firstRefusal: "",
  };
  const started = performance.now();
  await Promise.all(load.loads.map((bodies) => till(load, bodies, measured)));
  const seconds = (performance.now() - started) / 1000;
  process.send?.({ ...measured, seconds } satisfies Measured, () => process.exit(0));
});

/** One keep-alive connection, written by hand so that the client's own cost stays small beside the server's. */
function till(
  { port, token, path }: Load,
  bodies: readonly string[],
  measured: { latenciesMs: number[]; refused: number; firstRefusal: string },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let next = 0;
    let sentAt = 0;
    let answer = "";
    const send = (): void => {
      const body = bodies[next];
      if (body === undefined) {
        socket.end();
        resolve();
        return;
      }
      next += 1;
      sentAt = performance.now();
      socket.write(
        `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: sentra_session=${token}\r\ncontent-type: application/json\r\n` +
          `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
    };
    socket.setEncoding("utf8").on("data", (text: string) => {
      answer += text;
      const head = answer.indexOf("\r\n\r\n");
      const length = Number(/content-length: (\d+)/i.exec(answer)?.[1] ?? Number.NaN);
      if (head < 0 || !(answer.length >= head + 4 + length)) return;
      measured.latenciesMs.push(performance.now() - sentAt);
      if (!answer.startsWith("HTTP/1.1 200")) {
        measured.refused += 1;
        measured.firstRefusal ||= answer.slice(head + 4);
      }
      answer = "";
      send();
    });
    socket.on("error", reject).on("connect", send);
  });
}
