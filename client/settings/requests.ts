// Asks the server for the centre's settings, its tills and the state of its book, and sends what a manager changes.
import { z } from "zod";
import { stallViewSchema } from "#rules/catalogue";
import {
  type ChangeSettings,
  centreSchema,
  type changeAreaSchema,
  type changeStallSchema,
  type newAreaSchema,
  type newStallSchema,
  settingsSchema,
} from "#rules/centre";
import { areaIdSchema, printerIdSchema, stallIdSchema, tillIdSchema } from "#rules/ids";
import {
  type ChangePrinter,
  type NewPrinter,
  printerViewSchema,
  type tillPrinterSchema,
} from "#rules/prints";
import { sessionSchema } from "#rules/session";
import { tillViewSchema } from "#rules/shift";
import { type SetTax, taxChangeSchema } from "#rules/tax";
import type { StallTickets } from "#rules/tickets";
import { visitsViewSchema } from "#rules/visits";
import { answerOf, api } from "../api.ts";

const settingsAnswer = z.object({
  settings: settingsSchema,
  centre: centreSchema,
  stalls: z.array(stallViewSchema),
  taxes: z.array(taxChangeSchema),
  areas: visitsViewSchema.shape.areas,
});
export type SettingsView = z.infer<typeof settingsAnswer>;

const auditAnswer = z.object({
  promises: z.array(z.object({ name: z.string(), broken: z.int(), examples: z.array(z.string()) })),
  acts: z.int(),
  head: z.string(),
});
export type Audit = z.infer<typeof auditAnswer>;

export const readSettings = () => answerOf(settingsAnswer, api.settings.$get());

export const saveSettings = (settings: ChangeSettings) =>
  answerOf(z.object({}), api.settings.$put({ json: settings }));

const stallKept = z.object({ stallId: stallIdSchema });
const areaKept = z.object({ areaId: areaIdSchema });

export const saveNewStall = (stall: z.output<typeof newStallSchema>) =>
  answerOf(stallKept, api.stalls.$post({ json: stall }));

export const saveStall = (stall: z.output<typeof changeStallSchema>) =>
  answerOf(
    stallKept,
    api.stalls[":stallId"].$put({ param: { stallId: String(stall.stallId) }, json: stall }),
  );

export const saveNewArea = (area: z.output<typeof newAreaSchema>) =>
  answerOf(areaKept, api.areas.$post({ json: area }));

export const saveArea = (area: z.output<typeof changeAreaSchema>) =>
  answerOf(areaKept, api.areas[":areaId"].$put({ param: { areaId: String(area.areaId) }, json: area }));

export const saveTax = (tax: SetTax) =>
  answerOf(
    stallKept,
    api.stalls[":stallId"].tax.$put({ param: { stallId: String(tax.stallId) }, json: tax }),
  );

export const saveTickets = (tickets: StallTickets) =>
  answerOf(
    stallKept,
    api.stalls[":stallId"].tickets.$put({ param: { stallId: String(tickets.stallId) }, json: tickets }),
  );

const printerKept = z.object({ printerId: printerIdSchema });

export const readPrinters = async () =>
  (await answerOf(z.object({ printers: z.array(printerViewSchema) }), api.printers.$get())).printers;

export const saveNewPrinter = (printer: NewPrinter) =>
  answerOf(printerKept, api.printers.$post({ json: printer }));

export const savePrinter = (printer: ChangePrinter) =>
  answerOf(
    printerKept,
    api.printers[":printerId"].$put({ param: { printerId: String(printer.printerId) }, json: printer }),
  );

export const saveTillPrinter = (json: z.output<typeof tillPrinterSchema>) =>
  answerOf(
    z.object({ tillId: tillIdSchema }),
    api.tills[":tillId"].printer.$put({ param: { tillId: String(json.tillId) }, json }),
  );

export const readTills = async () =>
  (await answerOf(z.object({ tills: z.array(tillViewSchema) }), api.tills.$get())).tills;

export const readAudit = () => answerOf(auditAnswer, api.audit.$get());

export const endPractice = (id: string) =>
  answerOf(sessionSchema, api.setup["end-practice"].$post({ json: { id } }));
