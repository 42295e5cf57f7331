// Asks the server for the day's visitors, and sends it one count.
import { z } from "zod";
import { type VisitCommand, visitsViewSchema } from "#rules/visits";
import { answerOf, api } from "../api.ts";

export const readVisits = () => answerOf(visitsViewSchema, api.visits.$get({ query: {} }));

export const sendVisit = (command: VisitCommand) =>
  answerOf(
    z.object({ id: z.string(), businessDay: z.string(), total: z.int() }),
    api.visits.$post({ json: command }),
  );
