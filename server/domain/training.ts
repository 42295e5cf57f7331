// Training: the real sale, rolled back, with its paper; nothing of it is kept (H7).
import { randomUUID } from "node:crypto";
import { shiftQueries } from "#db/queries/shifts";
import type { ShiftId } from "#rules/ids";
import { rupiah } from "#rules/money";
import { saleReceipt } from "#rules/paper-sale";
import { receiptNumber } from "#rules/receipt";
import type { SaleCommand } from "#rules/sale";
import { checkTrainingNumber, type Trained, type TrainSale } from "#rules/training";
import { lastSeq } from "./acts.ts";
import { saleView } from "./sale-views.ts";
import { recordSale } from "./sales.ts";
import { openShift } from "./shifts.ts";
import { centreOf, type Shop, type Who } from "./shop.ts";
import { lastReceiptCount, tillById } from "./tills.ts";

/**
 * What the sale would have done, and its paper marked as training. The till counts its training numbers itself, and its real numbers stay
 * where they are; a till without an open shift trains in one that is gone again. Refuses whatever a real sale would be refused for.
 */
export function trainSale(shop: Shop, who: Who, { language = "id", ...command }: TrainSale): Trained {
  const till = tillById(shop, command.till.tillId);
  checkTrainingNumber(command.receiptNumber, till.code);
  return shop.book.preview(() => {
    const { code, practice, timeZone: zone } = centreOf(shop);
    const shiftId = openShiftFor(shop, who, command);
    const recorded = recordSale(shop, who, {
      ...command,
      shiftId,
      till: nextStamp(shop, command),
      receiptNumber: receiptNumber(code, till.code, lastReceiptCount(shop, till.id) + 1),
    });
    const own = { receiptNumber: command.receiptNumber, seal: "" };
    const sale = { ...saleView(shop, recorded.id), ...own };
    return {
      recorded: { ...recorded, ...own },
      paper: saleReceipt(sale, { zone, language, practice, copy: 0, training: true }),
    };
  });
}

function openShiftFor(shop: Shop, who: Who, command: SaleCommand): ShiftId {
  const { tillId } = command.till;
  const open = shop.book.statements(shiftQueries).openOfTill.get({ tillId });
  if (open) return open.id as ShiftId;
  const id = randomUUID() as ShiftId;
  openShift(shop, who, {
    id,
    till: nextStamp(shop, command),
    floatRupiah: rupiah(0),
    openedAtMs: command.soldAtMs,
  });
  return id;
}

function nextStamp(shop: Shop, { till: { tillId } }: SaleCommand): SaleCommand["till"] {
  return { tillId, seq: lastSeq(shop, tillId) + 1 };
}
