// P1–P4 and P6 at the printer itself: every way in which one fails is told by its cause, in good time, and nothing is thrown.
import { execFileSync } from "node:child_process";
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import type { Paper } from "#rules/paper";
import type { PrintTarget } from "#rules/prints";
import { printToFile } from "../../server/devices/file-printer.ts";
import { printOverNetwork } from "../../server/devices/network-printer.ts";
import type { Patience } from "../../server/devices/patience.ts";
import { print } from "../../server/devices/printer.ts";
import { decode } from "./decoder.ts";
import {
  COVER_OPEN,
  type FakePrinter,
  fakePrinter,
  type Manner,
  NO_PAPER,
  nobody,
  READY,
} from "./fake-printer.ts";

const patience: Patience = { connectMs: 500, answerMs: 150, stallMs: 300, closeMs: 200 };
const paper: Paper = {
  kind: "receipt",
  number: "UJI-K1-000001",
  opensDrawer: true,
  rows: [
    { is: "title", text: "Sentra Uji" },
    { is: "pair", left: "TOTAL", right: "Rp1.234.567", strong: true },
  ],
};
const target = (address: string, more: Partial<PrintTarget> = {}): PrintTarget => ({
  kind: "network",
  address,
  columns: 32,
  cuts: true,
  opensDrawer: false,
  ...more,
});

const running: FakePrinter[] = [];
async function printer(manner?: Manner): Promise<FakePrinter> {
  const made = await fakePrinter(manner);
  running.push(made);
  return made;
}
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

const texts = (bytes: Buffer): string[] => decode(bytes).lines.map((line) => line.text.trim());

describe("a printer on the network", () => {
  test("that answers before and after has printed", async () => {
    const fake = await printer();
    expect(await print(target(fake.address), paper, patience)).toEqual({ state: "printed" });
    expect(texts(fake.paper())).toContain("TOTAL                Rp1.234.567");
    expect(decode(fake.paper())).toMatchObject({ cuts: 1, kicks: [] });
  });

  test("that says nothing was sent its paper, and is never said to have printed", async () => {
    const fake = await printer({});
    expect(await print(target(fake.address, { opensDrawer: true }), paper, patience)).toEqual({
      state: "sent",
    });
    expect(decode(fake.paper()).kicks).toEqual([0]);
  });

  test("P2 every failure names its cause, and nothing is printed where it was known before", async () => {
    const causes: [Manner, string][] = [
      [{ answers: NO_PAPER }, "no_paper"],
      [{ answers: COVER_OPEN }, "cover_open"],
    ];
    for (const [manner, why] of causes) {
      const fake = await printer(manner);
      const outcome = await print(target(fake.address), paper, patience);
      expect(outcome).toEqual({ state: "not_printed", why, retry: true });
      expect(fake.paper()).toHaveLength(0);
    }
    expect(await print(target(await nobody()), paper, patience)).toMatchObject({ why: "refused_connection" });
    expect(await print(target("printer.invalid"), paper, patience)).toMatchObject({ why: "no_connection" });
    expect(await print(target("not an address"), paper, patience)).toMatchObject({ why: "no_connection" });
  });

  test("whose paper runs out on the way is out of paper, not printed", async () => {
    const fake = await printer({ answers: READY, later: { afterBytes: 20, answers: NO_PAPER } });
    expect(await print(target(fake.address), paper, patience)).toMatchObject({
      why: "no_paper",
      retry: true,
    });
  });

  test("that spoke before and is silent after has stopped half way", async () => {
    const fake = await printer({ answers: READY, later: { afterBytes: 20, answers: {} } });
    expect(await print(target(fake.address), paper, patience)).toMatchObject({ why: "stopped_half_way" });
  });

  test("that breaks the line off has stopped half way", async () => {
    for (const answers of [READY, {}]) {
      const fake = await printer({ answers, breaksAfter: 30 });
      const long = { ...paper, rows: Array.from({ length: 400 }, () => paper.rows).flat() };
      expect(await print(target(fake.address), long, patience)).toMatchObject({ why: "stopped_half_way" });
    }
  });

  test("P3 that never reads is given up after its patience, counted from the last progress", async () => {
    const fake = await printer({ neverReads: true });
    const [host = "", port] = fake.address.split(":");
    const began = performance.now();
    const huge = Buffer.alloc(24 * 1024 * 1024, 0x20); // more than a kernel holds for somebody who does not read
    const outcome = await printOverNetwork({ host, port: Number(port) }, huge, patience);
    expect(outcome).toEqual({ state: "not_printed", why: "stopped_half_way", retry: true });
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe("P6 a figure wider than the paper", () => {
  test("refuses the whole paper, and not a byte is sent", async () => {
    const fake = await printer();
    const wide: Paper = { ...paper, rows: [{ is: "pair", left: "TOTAL", right: `Rp${"9".repeat(31)}` }] };
    expect(await print(target(fake.address), wide, patience)).toEqual({
      state: "not_printed",
      why: "does_not_fit",
      retry: false,
    });
    expect(fake.connections()).toBe(0);
    expect(await print(target(fake.address, { columns: 48 }), wide, patience)).toEqual({ state: "printed" });
  });
});

describe("a printer by its device file", () => {
  const folder = mkdtempSync(join(tmpdir(), "device-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let pipes = 0;
  const pipe = (): string => {
    pipes += 1;
    const path = join(folder, `lp${pipes}`);
    execFileSync("mkfifo", [path]);
    return path;
  };
  const device = (path: string): PrintTarget => target(path, { kind: "file" });

  test("takes every byte, and is only ever said to be sent", async () => {
    const path = pipe();
    const parts: Buffer[] = [];
    const reader = createReadStream(path).on("data", (part) => parts.push(part as Buffer));
    await pause(50);
    expect(await print(device(path), paper, patience)).toEqual({ state: "sent" });
    await new Promise<void>((resolve) => reader.on("end", () => resolve()));
    expect(texts(Buffer.concat(parts))).toContain("TOTAL                Rp1.234.567");
  });

  test("P3 that is slow but goes on prints to its end, however long it takes in all", async () => {
    const path = pipe();
    const bytes = Buffer.alloc(400_000, 0x41);
    // Opened for both, it never ends by itself, and is read a piece at a time, each within the patience.
    const slow = await open(path, "r+");
    const sending = printToFile(path, bytes, patience);
    let read = 0;
    const began = performance.now();
    while (read < bytes.length) {
      await pause(100);
      read += (await slow.read(Buffer.alloc(65_536), 0, 65_536, null)).bytesRead;
    }
    expect(await sending).toEqual({ state: "sent" });
    expect(performance.now() - began).toBeGreaterThan(patience.stallMs);
    expect(read).toBe(bytes.length);
    await slow.close();
  });

  test("that is stuck is given up, and six of them hold up no other file", async () => {
    const paths = Array.from({ length: 6 }, pipe);
    const held = await Promise.all(paths.map((path) => open(path, "r+"))); // somebody is there, and reads nothing
    const sending = paths.map((path) => printToFile(path, Buffer.alloc(200_000), patience));
    const began = performance.now();
    await readFile(new URL(import.meta.url));
    expect(performance.now() - began).toBeLessThan(250);
    for (const outcome of await Promise.all(sending))
      expect(outcome).toEqual({ state: "not_printed", why: "stopped_half_way", retry: true });
    for (const file of held) await file.close();
  });

  test("P2 that is not there, that is switched off, that is no device at all", async () => {
    const ordinary = join(folder, "book.sqlite");
    writeFileSync(ordinary, "a book");
    expect(await print(device(join(folder, "none")), paper, patience)).toMatchObject({
      why: "no_such_file",
      retry: false,
    });
    expect(await print(device(pipe()), paper, patience)).toMatchObject({ why: "no_connection", retry: true });
    expect(await print(device(ordinary), paper, patience)).toMatchObject({ why: "no_such_file" });
    expect(readFileSync(ordinary, "utf8")).toBe("a book");
    expect(await print(device(folder), paper, patience)).toMatchObject({ why: "no_such_file" });
  });
});
