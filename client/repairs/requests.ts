// Asks for the repair list, and sends how something on it is settled.
import { z } from "zod";
import { actIdSchema } from "#rules/ids";
import {
  type AcceptRepair,
  type ExplainGap,
  type RetryRepair,
  repairSettledSchema,
  repairsViewSchema,
  type SetRepairAside,
} from "#rules/repairs";
import { answerOf, api } from "../api.ts";

export const readRepairs = () => answerOf(repairsViewSchema, api.repairs.$get());

const at = (repairId: string) => ({ param: { repairId } });

export const retry = (json: RetryRepair) =>
  answerOf(repairSettledSchema, api.repairs[":repairId"].retry.$post({ ...at(json.repairId), json }));

export const accept = (json: AcceptRepair) =>
  answerOf(repairSettledSchema, api.repairs[":repairId"].accept.$post({ ...at(json.repairId), json }));

export const setAside = (json: SetRepairAside) =>
  answerOf(repairSettledSchema, api.repairs[":repairId"]["set-aside"].$post({ ...at(json.repairId), json }));

export const explain = (json: ExplainGap) =>
  answerOf(
    z.object({ gapId: actIdSchema }),
    api["till-gaps"][":gapId"].explain.$post({ param: { gapId: json.gapId }, json }),
  );
