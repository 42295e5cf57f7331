// Visitors: counts of people by area and category; never names (V2), never customers.
import { z } from "zod";
import { areaIdSchema, momentSchema, noteSchema, tillStampSchema, visitIdSchema } from "./ids.ts";

export const VISITOR_CATEGORIES = ["dewasa", "anak"] as const;
export const visitorCategorySchema = z.enum(VISITOR_CATEGORIES);
export type VisitorCategory = z.infer<typeof visitorCategorySchema>;

export const visitCommandSchema = z.object({
  id: visitIdSchema,
  /** Absent where the counting device is no till. */
  till: tillStampSchema.optional(),
  areaId: areaIdSchema,
  category: visitorCategorySchema,
  count: z
    .int()
    .min(-10_000)
    .max(10_000)
    .refine((count) => count !== 0),
  countedAtMs: momentSchema,
  /** Needed below zero. */
  reason: noteSchema.optional(),
  /** The entry that this one takes back (V3). */
  undoes: visitIdSchema.optional(),
});
export type VisitCommand = z.infer<typeof visitCommandSchema>;

/** The first answer to a count: the day it stands on, and that day's visitors. */
export const visitRecordedSchema = z.object({ id: visitIdSchema, businessDay: z.string(), total: z.int() });
export type VisitRecorded = z.infer<typeof visitRecordedSchema>;

export const visitsViewSchema = z.object({
  businessDay: z.string(),
  areas: z.array(z.object({ areaId: areaIdSchema, name: z.string(), active: z.boolean() })),
  counts: z.array(z.object({ areaId: areaIdSchema, category: visitorCategorySchema, count: z.int() })),
  total: z.int(),
  /** The newest entries of the day, newest first. */
  entries: z.array(
    z.object({
      id: visitIdSchema,
      areaId: areaIdSchema,
      category: visitorCategorySchema,
      count: z.int(),
      countedAtMs: z.int(),
      by: z.string(),
      reason: z.string().nullable(),
      undone: z.boolean(),
    }),
  ),
});
export type VisitsView = z.infer<typeof visitsViewSchema>;
export type VisitCategoryCount = VisitsView["counts"][number];
