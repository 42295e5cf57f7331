// Giving money back at a till, as a return and a void both do it: worked out, sent or kept, told, and its paper.
import { type RefundId, refundIdSchema } from "#rules/ids";
import { newId } from "../api.ts";
import type { Draft } from "../commands.ts";
import { useDevice } from "../device.tsx";
import { createPaperJob } from "../paper-jobs.ts";
import { useSession } from "../session.tsx";
import { useAnnounce } from "../ui/announcer.tsx";
import { dictionary, useWords } from "../words.ts";
import type { HeldSale } from "./held-sales.ts";
import type { PapersHere } from "./papers-here.ts";
import { createRefundAct } from "./refund-act.ts";
import { reckonRefund } from "./refund-reckoning.ts";

const words = dictionary({
  id: { behind: "Tindakan sebelumnya di kasir ini belum terkirim. Tunggu sampai terkirim, lalu coba lagi." },
  en: { behind: "An earlier act of this till is not sent yet. Wait until it is, then try again." },
});

/** What a refund is worked out from on this device. */
export interface RefundHere {
  readonly papers: PapersHere;
  /** What this device knows of the sale; null where it is another till's, or older. */
  readonly held: HeldSale | null;
  readonly fromHere: boolean;
}

export function createRefunding(needs: {
  here: () => RefundHere;
  /** The refund under this id as it stands, or null while something is missing. */
  draft: (id: RefundId, approvalId?: string) => Draft<"refund"> | null;
  /** What is said once it is done. */
  done: () => string;
  onRefunded: () => Promise<void>;
}) {
  const w = useWords(words);
  const device = useDevice();
  const announce = useAnnounce();
  const { session, person, may } = useSession();
  const id = refundIdSchema.parse(newId());
  const { papers } = needs.here();
  const printing = createPaperJob({
    tillId: () => device.till()?.tillId ?? null,
    printerId: () => device.till()?.printerId ?? null,
    here: papers.prints,
  });
  const act = createRefundAct({
    outbox: device.outbox,
    draft: (approvalId) => needs.draft(id, approvalId),
    reckon: (draft) => {
      const { held } = needs.here();
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
    fromHere: () => needs.here().fromHere || papers.alone(),
    who: () => person()?.staffId,
    whyNot: (draft) => device.whyNotPromised("refund", draft),
    behind: () => w().behind,
    onRecorded: async ({ payments }) => {
      announce(needs.done());
      const opensDrawer = payments.some(({ method, amountRupiah }) => method === "cash" && amountRupiah > 0);
      void printing.ask({ paper: "refund", about: id, opensDrawer });
      await Promise.all([device.refresh(), needs.onRefunded()]);
    },
    onKept: (kept) => {
      announce(needs.done());
      const own = papers.printOfRefund(kept);
      if (own) printing.showOwn(own);
    },
  });
  return { id, act, printing };
}

export type Refunding = ReturnType<typeof createRefunding>;
