// Asks the server for makers and their statements, and sends what a manager writes about them.
import { z } from "zod";
import { makerIdSchema } from "#rules/ids";
import type { ChangeMaker, MakerCard, NewMaker } from "#rules/makers";
import { makerRowSchema, statementSchema } from "#rules/statement";
import { answerOf, api } from "../api.ts";

const kept = z.object({ makerId: makerIdSchema });

export const readMakers = async () =>
  (await answerOf(z.object({ makers: z.array(makerRowSchema) }), api.makers.$get())).makers;

export const readStatement = (makerId: number) =>
  answerOf(statementSchema, api.makers[":makerId"].$get({ param: { makerId: String(makerId) } }));

export const saveNewMaker = (maker: NewMaker) => answerOf(kept, api.makers.$post({ json: maker }));

export const saveMaker = (maker: ChangeMaker) =>
  answerOf(kept, api.makers[":makerId"].$put({ param: { makerId: String(maker.makerId) }, json: maker }));

export const giveCard = (card: MakerCard) =>
  answerOf(
    z.object({ cardCode: z.string() }),
    api.makers[":makerId"].card.$post({ param: { makerId: String(card.makerId) }, json: card }),
  );
