// Printers: where they are, who prints in their place, and which till's papers go where.
import type { z } from "zod";
import { centreQueries } from "#db/queries/centre";
import { printerQueries } from "#db/queries/prints";
import type { PrinterId, TillId } from "#rules/ids";
import {
  type ChangePrinter,
  isDeviceFile,
  type NewPrinter,
  networkAddress,
  type PrinterView,
  type tillPrinterSchema,
} from "#rules/prints";
import { refuse } from "#rules/refusal";
import { perform } from "./acts.ts";
import type { Shop, Who } from "./shop.ts";
import { tillById } from "./tills.ts";

export type PrinterRow = NonNullable<ReturnType<ReturnType<typeof printerQueries>["byId"]["get"]>>;

export function listPrinters(shop: Shop): PrinterView[] {
  return shop.book.statements(printerQueries).all.all().map(viewOf);
}

function viewOf({ id, ...row }: PrinterRow): PrinterView {
  return { printerId: id as PrinterId, ...row } as PrinterView;
}

/** A printer that is in use; refuses `unknown_printer`. */
export function printerById(shop: Shop, printerId: number): PrinterRow {
  const row = shop.book.statements(printerQueries).byId.get({ id: printerId });
  return row?.active ? row : refuse("unknown_printer");
}

/** Refuses an address that no printer has, and a second printer that is not there. */
export function createPrinter(shop: Shop, who: Who, { id, ...fields }: NewPrinter): { printerId: PrinterId } {
  const command = { id, ...fields };
  return perform(shop, { kind: "printer_added", command, who, atMs: shop.now() }, () => {
    checkAddress(fields);
    if (fields.secondId !== null) printerById(shop, fields.secondId);
    const printerId = shop.book.statements(printerQueries).insert({ ...fields, active: true }) as PrinterId;
    return { facts: factsOf(shop, fields, true), answer: () => ({ printerId }) };
  });
}

/** Also takes a printer out of use; refuses a second printer that leads back to it (`printer_in_circle`). */
export function changePrinter(shop: Shop, who: Who, command: ChangePrinter): { printerId: PrinterId } {
  const { id: _id, printerId, ...fields } = command;
  return perform(shop, { kind: "printer_changed", command, who, atMs: shop.now() }, () => {
    const printers = shop.book.statements(printerQueries);
    const before = printers.byId.get({ id: printerId }) ?? refuse("unknown_printer");
    checkAddress(fields);
    checkSecond(shop, printerId, fields.secondId);
    printers.change(printerId, fields);
    return {
      facts: { ...factsOf(shop, fields, fields.active), was: before.name },
      answer: () => ({ printerId }),
    };
  });
}

function checkAddress({ kind, address }: Pick<NewPrinter, "kind" | "address">): void {
  const fits = kind === "network" ? networkAddress(address) !== null : isDeviceFile(address);
  if (!fits) refuse("printer_address_malformed");
}

/** Follows who prints for whom; a circle would hand a paper round for ever. */
function checkSecond(shop: Shop, printerId: number, secondId: number | null): void {
  if (secondId === null) return;
  printerById(shop, secondId);
  const { byId } = shop.book.statements(printerQueries);
  for (let next: number | null = secondId; next !== null; next = byId.get({ id: next })?.secondId ?? null)
    if (next === printerId) refuse("printer_in_circle");
}

function factsOf(shop: Shop, fields: Omit<NewPrinter, "id">, active: boolean) {
  const { name, kind, address, columns, hasDrawer, cuts, secondId } = fields;
  const second =
    secondId === null ? undefined : shop.book.statements(printerQueries).byId.get({ id: secondId });
  return { name, kind, address, columns, hasDrawer, cuts, second: second?.name ?? null, active };
}

/** Says which printer a till's papers go to; none: the browser prints them. */
export function setTillPrinter(
  shop: Shop,
  who: Who,
  command: z.infer<typeof tillPrinterSchema>,
): { tillId: TillId } {
  return perform(shop, { kind: "till_printer_set", command, who, atMs: shop.now() }, () => {
    const { tillId, printerId } = command;
    const till = tillById(shop, tillId);
    const printer = printerId === null ? null : printerById(shop, printerId);
    shop.book.statements(printerQueries).setTill(tillId, printerId);
    return { facts: { till: till.code, printer: printer?.name ?? null }, answer: () => ({ tillId }) };
  });
}

/** The printer of a till, where it has one that is in use. */
export function printerOfTill(shop: Shop, tillId: number): PrinterRow | null {
  const till = shop.book.statements(centreQueries).tillById.get({ id: tillId });
  if (!till?.printerId) return null;
  const printer = shop.book.statements(printerQueries).byId.get({ id: till.printerId });
  return printer?.active ? printer : null;
}
