// Training: a sale that was never made, with a number of its own and a paper that says so (H7).
import { z } from "zod";
import { languageSchema } from "./business-day.ts";
import { paperSchema } from "./paper.ts";
import { trainingNumber } from "./receipt.ts";
import { refuse } from "./refusal.ts";
import { saleCommandSchema, saleRecordedSchema } from "./sale.ts";

/** What the real act would have answered, and the paper that it would have printed. */
/** A sale to try, and the language its paper is shown in. */
export const trainSaleSchema = saleCommandSchema.extend({ language: languageSchema.optional() });
export type TrainSale = z.infer<typeof trainSaleSchema>;

export const trainedSchema = z.object({ recorded: saleRecordedSchema, paper: paperSchema });
export type Trained = z.infer<typeof trainedSchema>;

/** Refuses `receipt_number_wrong` for what is no training number of this till: `LATIHAN-K1-0004`. */
export function checkTrainingNumber(number: string, tillCode: string): void {
  const count = Number(/-(\d{4,8})$/.exec(number)?.[1] ?? 0);
  if (count < 1 || number !== trainingNumber(tillCode, count))
    refuse("receipt_number_wrong", { expected: trainingNumber(tillCode, Math.max(count, 1)), got: number });
}
