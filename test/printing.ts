// A shop with two printers: one at the till with a drawer, and one in the kitchen that prints in its place.
import { printersAreQuiet } from "#domain/print-jobs";
import { createPrinter, listPrinters, setTillPrinter } from "#domain/printers";
import { printAnswer, printPaper } from "#domain/prints";
import type { PrinterId } from "#rules/ids";
import type { Paper, PaperKind } from "#rules/paper";
import { paperText } from "#rules/paper-text";
import type { PrintAnswer, PrintCommand, PrinterView, PrintJob, PrintOutcome } from "#rules/prints";
import { newId, type TestShop, testShop } from "./shop.ts";

export const FRONT = "10.0.0.1";
export const KITCHEN = "10.0.0.2";

export interface PrintingShop {
  readonly shop: TestShop;
  readonly front: PrinterId;
  readonly kitchen: PrinterId;
  ask(paper: PaperKind, about: string, more?: Partial<PrintCommand>, who?: TestShop["manager"]): PrintAnswer;
  /** How far it is by now. */
  jobOf(answer: PrintAnswer): PrintJob;
  /** What the next tries at an address come to. */
  comesTo(address: string, ...outcomes: PrintOutcome[]): void;
  /** Waits take so many times as long. */
  slowly(times: number): void;
  fieldsOf(printerId: PrinterId): PrinterView;
  quiet(): Promise<void>;
}

export async function printingShop(): Promise<PrintingShop> {
  const shop = await testShop();
  const add = (name: string, address: string, secondId: PrinterId | null, hasDrawer: boolean): PrinterId => {
    const fields = { name, kind: "network", address, columns: 32, hasDrawer, cuts: true, secondId } as const;
    return createPrinter(shop, shop.manager, { id: newId(), ...fields }).printerId;
  };
  const kitchen = add("Dapur", KITCHEN, null, false);
  const front = add("Depan", FRONT, kitchen, true);
  setTillPrinter(shop, shop.manager, { id: newId(), tillId: shop.till.tillId, printerId: front });
  return {
    shop,
    front,
    kitchen,
    ask: (paper, about, more = {}, who = shop.manager) =>
      printPaper(shop, who, {
        id: newId(),
        paper,
        about,
        tillId: shop.till.tillId,
        to: "till",
        opensDrawer: false,
        language: "id",
        ...more,
      }),
    jobOf: (answer) => printAnswer(shop, shop.manager, answer.job.printId).job,
    comesTo: (address, ...outcomes) => void shop.printer.outcomes.set(address, outcomes),
    slowly(times) {
      const { wait } = shop.printer;
      Object.assign(shop, { printer: { ...shop.printer, wait: (ms: number) => wait(ms * times) } });
    },
    fieldsOf(printerId) {
      const found = listPrinters(shop).find((one) => one.printerId === printerId);
      if (!found) throw new Error("no such printer");
      return found;
    },
    quiet: () => printersAreQuiet(shop),
  };
}

export const textOf = (paper: Paper): string => paperText(paper, 48) ?? "";
