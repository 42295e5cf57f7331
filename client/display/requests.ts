// Makes this device a till's second screen, and asks which till it follows.
import { displaySessionSchema } from "#rules/display";
import { answerOf, api } from "../api.ts";

export const readDisplaySession = () => answerOf(displaySessionSchema, api.displays.session.$get());

export const pairDisplay = (code: string) =>
  answerOf(displaySessionSchema, api.displays.$post({ json: { code } }));
