// Makers: the persons, groups and outside vendors who make or serve what is sold.
import { z } from "zod";
import { programSchema } from "./arrangement.ts";
import { actIdSchema, codeSchema, lineOfText, makerIdSchema } from "./ids.ts";
import { pinSchema } from "./permissions.ts";

export const MAKER_KINDS = ["person", "group", "vendor"] as const;
export const makerKindSchema = z.enum(MAKER_KINDS);
export type MakerKind = z.infer<typeof makerKindSchema>;

export const memberSchema = z.object({ makerId: makerIdSchema, weight: z.int().min(1).max(1_000_000) });

const maker = z.object({
  name: lineOfText,
  /** The programme a person or group came through; vendors have none. */
  program: programSchema.nullable(),
  /** A group's members, in order; empty for persons and vendors. */
  members: z.array(memberSchema).max(200),
});

export const newMakerSchema = maker.extend({ id: actIdSchema, code: codeSchema, kind: makerKindSchema });
export type NewMaker = z.infer<typeof newMakerSchema>;

export const changeMakerSchema = maker.extend({
  id: actIdSchema,
  makerId: makerIdSchema,
  active: z.boolean(),
});
export type ChangeMaker = z.infer<typeof changeMakerSchema>;

/** A card code and PIN with which a maker reads their own page. */
export const makerCardSchema = z.object({ id: actIdSchema, makerId: makerIdSchema, pin: pinSchema });
export type MakerCard = z.infer<typeof makerCardSchema>;

/** Printed on the card in two groups of four; without letters and digits that look alike. */
export const CARD_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
export const cardCodeSchema = z
  .string()
  .max(20)
  .transform((text) => text.toUpperCase().replace(/[\s-]/g, ""))
  .pipe(z.string().regex(/^[A-Z2-9]{8}$/));
