// Paper from end to end: asked for over HTTP, brought to printers on loopback, and read back from their bytes.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { printersAreQuiet } from "#domain/print-jobs";
import { createPrinter, setTillPrinter } from "#domain/printers";
import type { PrinterId } from "#rules/ids";
import type { PrintAnswer, PrintJob } from "#rules/prints";
import { print } from "../../server/devices/printer.ts";
import { decode, seen } from "../devices/decoder.ts";
import { type FakePrinter, fakePrinter, type Manner, nobody } from "../devices/fake-printer.ts";
import { cleanBook, newId, type TestShop, testShop } from "../shop.ts";
import { saleCommand } from "../till.ts";
import { type Asker, apiOf } from "./asking.ts";

const patience = { connectMs: 500, answerMs: 100, stallMs: 400, closeMs: 100 };
let shop: TestShop;
let cashier: Asker;
const running: FakePrinter[] = [];

beforeEach(async () => {
  shop = await testShop();
  const real = {
    ...shop.printer,
    print: (...[target, paper]: Parameters<typeof print>) => print(target, paper, patience),
  };
  Object.assign(shop, { printer: real });
  cashier = await apiOf(shop).cashier();
});
afterEach(async () => {
  await printersAreQuiet(shop);
  for (const one of running.splice(0)) await one.stop();
});

async function fake(manner?: Manner): Promise<FakePrinter> {
  const made = await fakePrinter(manner);
  running.push(made);
  return made;
}

function add(name: string, address: string, secondId: PrinterId | null = null): PrinterId {
  const fields = {
    name,
    kind: "network",
    address,
    columns: 48,
    hasDrawer: true,
    cuts: true,
    secondId,
  } as const;
  return createPrinter(shop, shop.manager, { id: newId(), ...fields }).printerId;
}

function atTill(printerId: PrinterId): void {
  setTillPrinter(shop, shop.manager, { id: newId(), tillId: shop.till.tillId, printerId });
}

async function sellAndAsk(): Promise<PrintAnswer> {
  const command = saleCommand(shop, ["BATIK", { sku: "KOPI", quantity: 2 }]);
  expect((await cashier.ask("POST", "/sales", command)).status).toBe(200);
  const asked = { paper: "receipt", about: command.id, tillId: shop.till.tillId, to: "till" };
  const answer = await cashier.ask("POST", "/prints", {
    id: newId(),
    ...asked,
    opensDrawer: true,
    language: "id",
  });
  expect(answer.status).toBe(200);
  return answer.body as PrintAnswer;
}

async function jobOf({ job }: PrintAnswer): Promise<PrintJob> {
  return ((await cashier.ask("GET", `/prints/${job.printId}`)).body as PrintAnswer).job;
}

describe("a receipt", () => {
  test("comes out at the till's printer with the sale's figures, opens its drawer, and is known to be printed", async () => {
    const printer = await fake();
    atTill(add("Depan", printer.address));
    const answer = await sellAndAsk();
    await expect.poll(async () => (await jobOf(answer)).state).toBe("printed");
    const decoded = decode(printer.paper());
    expect(decoded).toMatchObject({ cuts: 1, kicks: [0], codes: [{ text: "UJI-K1-000001" }] });
    expect(seen(decoded, 48)).toContain("TOTAL                                  Rp194.000");
    await cleanBook(shop);
  });

  test("P1, P4: at a printer that never reads, the next sale is not held up, and the second printer prints it", async () => {
    const second = await fake({});
    const stuck = await fake({ neverReads: true, answers: {} });
    const dapur = add("Dapur", second.address);
    atTill(add("Depan", await nobody(), dapur));
    const first = await sellAndAsk();
    const began = performance.now();
    atTill(add("Macet", stuck.address));
    await sellAndAsk();
    expect(performance.now() - began).toBeLessThan(2_000);
    await expect.poll(async () => (await jobOf(first)).state).toBe("sent");
    expect(await jobOf(first)).toMatchObject({ printer: "Dapur" });
    expect(seen(decode(second.paper()), 48)).toContain("UJI-K1-000001");
  });

  test("P2 a printer without paper says so, and a person prints it elsewhere", async () => {
    const empty = await fake({ answers: { 1: 0x12, 2: 0x32, 4: 0x72 } });
    atTill(add("Depan", empty.address));
    const answer = await sellAndAsk();
    await expect.poll(async () => (await jobOf(answer)).state).toBe("failed");
    expect(await jobOf(answer)).toMatchObject({ failure: "no_paper" });
    const other = await fake();
    const { printId } = answer.job;
    const command = { id: newId(), printId, printerId: add("Lain", other.address) };
    expect((await cashier.ask("POST", `/prints/${printId}/retry`, command)).status).toBe(200);
    await expect.poll(async () => (await jobOf(answer)).state).toBe("printed");
    expect(decode(other.paper()).lines.some(({ text }) => text.includes("SALINAN"))).toBe(false);
    const jobs = await cashier.ask("GET", `/prints?tillId=${shop.till.tillId}&limit=5`);
    expect(jobs.body).toMatchObject({ jobs: [{ printId, copy: 0, state: "printed", printer: "Lain" }] });
  });
});
