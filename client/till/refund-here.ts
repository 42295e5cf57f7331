// What a refund is worked out from on this device: the sale it holds, the centre's limits, and who stands at the till.

import type { Draft } from "../commands.ts";
import { useDevice } from "../device.tsx";
import { useSession } from "../session.tsx";
import type { HeldSale } from "./held-sales.ts";
import type { PapersHere } from "./papers-here.ts";
import { reckonRefund } from "./refund-reckoning.ts";

export interface RefundHere {
  readonly papers: PapersHere;
  /** What this device knows of the sale; null where it is another till's, or older. */
  readonly held: HeldSale | null;
  readonly fromHere: boolean;
}

/** As a refund's act asks for it. */
export function createRefundHere() {
  const device = useDevice();
  const { session, person, may } = useSession();
  return (here: () => RefundHere) => ({
    reckon: (draft: Draft<"refund">) => {
      const { held } = here();
      return (
        held &&
        reckonRefund(held, draft, {
          step: session()?.settings?.cashRoundingRupiah ?? 0,
          refundLimitRupiah: session()?.settings?.refundLimitRupiah ?? 0,
          cashier: person()?.name ?? "",
          mayApprove: may("approve"),
        })
      );
    },
    fromHere: () => here().fromHere || here().papers.alone(),
    who: () => person()?.staffId,
    whyNot: (draft: Draft<"refund">) => device.whyNotPromised("refund", draft),
  });
}
