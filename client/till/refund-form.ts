// A refund while it is being chosen: which lines, how much of each, why, and where the goods go.
import { createStore } from "solid-js/store";
import type { RefundId } from "#rules/ids";
import { REFUND_REASONS, type RefundReason } from "#rules/refund";
import type { SaleView } from "#rules/sale-view";
import type { Draft } from "../commands.ts";

/** A mistake is a void, and a way of its own (R3). */
export type ReturnReason = Exclude<RefundReason, "mistake">;
export const RETURN_REASONS = REFUND_REASONS.filter((reason): reason is ReturnReason => reason !== "mistake");

export interface RefundLine {
  readonly lineNo: number;
  readonly name: string;
  readonly unit: string;
  /** What can still come back. */
  readonly leftMilli: number;
  /** Null: nothing of this line, or not readable. */
  quantityMilli: number | null;
  restock: boolean;
}

export interface RefundForm {
  lines: RefundLine[];
  reason: ReturnReason | null;
  note: string;
  inCash: boolean;
}

/** Nothing is chosen at first: what comes back is said by a person. */
export function createRefundForm(sale: SaleView) {
  const [form, set] = createStore<RefundForm>({
    lines: sale.lines
      .filter((line) => line.refundedMilli < line.quantityMilli)
      .map(({ lineNo, name, unit, quantityMilli, refundedMilli }) => ({
        lineNo,
        name,
        unit,
        leftMilli: quantityMilli - refundedMilli,
        quantityMilli: null,
        restock: true,
      })),
    reason: null,
    note: "",
    inCash: false,
  });
  const chosen = () => form.lines.filter((line) => line.quantityMilli !== null);
  const missing = (): "lines" | "tooMuch" | "why" | null => {
    if (chosen().length === 0) return "lines";
    if (chosen().some((line) => (line.quantityMilli ?? 0) > line.leftMilli)) return "tooMuch";
    return form.reason === null ? "why" : null;
  };
  return {
    form,
    set,
    chosen,
    nothingLeft: () => form.lines.length === 0,
    all: () => form.lines.every((line) => line.quantityMilli === line.leftMilli),
    takeAll: () => set("lines", {}, (line) => ({ quantityMilli: line.leftMilli })),
    choose: (lineNo: number, taken: boolean) =>
      set(
        "lines",
        (line) => line.lineNo === lineNo,
        (line) => ({ quantityMilli: taken ? line.leftMilli : null }),
      ),
    setQuantity: (lineNo: number, quantityMilli: number | null) =>
      set("lines", (line) => line.lineNo === lineNo, { quantityMilli }),
    setRestock: (lineNo: number, restock: boolean) =>
      set("lines", (line) => line.lineNo === lineNo, { restock }),
    /** Damaged goods do not go back on the shelf unless someone says so. */
    setReason: (reason: ReturnReason) => {
      set("reason", reason);
      set("lines", {}, { restock: reason !== "damaged" });
    },
    tooMuch: (line: RefundLine) => (line.quantityMilli ?? 0) > line.leftMilli,
    ready: () => missing() === null,
    /** What a person has still to say. */
    missing,
    draft: (
      id: RefundId,
      refundedAtMs: number,
      shiftId: string,
      approvalId?: string,
    ): Draft<"refund"> | null => {
      if (form.reason === null) return null;
      return {
        id,
        shiftId,
        saleId: sale.id,
        refundedAtMs,
        reason: form.reason,
        lines: chosen().map(({ lineNo, quantityMilli, restock }) => ({
          lineNo,
          quantityMilli: quantityMilli ?? 0,
          restock,
        })),
        inCash: form.inCash,
        ...(form.note.trim() === "" ? {} : { note: form.note.trim() }),
        ...(approvalId === undefined ? {} : { approvalId }),
      };
    },
  };
}

export type RefundFormStore = ReturnType<typeof createRefundForm>;

/** A void takes back every line whole, to the shelf. */
export function voidDraft(
  sale: SaleView,
  given: {
    id: RefundId;
    refundedAtMs: number;
    shiftId: string;
    note: string;
    approvalId?: string | undefined;
  },
): Draft<"refund"> {
  const note = given.note.trim();
  return {
    id: given.id,
    shiftId: given.shiftId,
    saleId: sale.id,
    refundedAtMs: given.refundedAtMs,
    reason: "mistake",
    lines: sale.lines.map(({ lineNo, quantityMilli }) => ({ lineNo, quantityMilli, restock: true })),
    inCash: false,
    ...(note === "" ? {} : { note }),
    ...(given.approvalId === undefined ? {} : { approvalId: given.approvalId }),
  };
}
