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
import { areaIdSchema, stallIdSchema } from "#rules/ids";
import { sessionSchema } from "#rules/session";
import { tillViewSchema } from "#rules/shift";
import { visitsViewSchema } from "#rules/visits";
import { answerOf, api } from "../api.ts";

const settingsAnswer = z.object({
  settings: settingsSchema,
  centre: centreSchema,
  stalls: z.array(stallViewSchema),
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

export const readTills = async () =>
  (await answerOf(z.object({ tills: z.array(tillViewSchema) }), api.tills.$get())).tills;

export const readAudit = () => answerOf(auditAnswer, api.audit.$get());

export const endPractice = (id: string) =>
  answerOf(sessionSchema, api.setup["end-practice"].$post({ json: { id } }));
