// What lies on this device's own disk, as papers and as sales: of this till's book, newest first, and each printable without a server.
import { createMemo } from "solid-js";
import { refundReceipt } from "#rules/paper-refund";
import { saleReceipt } from "#rules/paper-sale";
import { wireUp } from "../api.ts";
import type { KeptAct } from "../commands.ts";
import { useDevice } from "../device.tsx";
import type { OwnPaper } from "../paper-jobs.ts";
import { createPrintsHere } from "../prints-here.ts";
import { useCentre, useSession } from "../session.tsx";
import { language } from "../words.ts";
import { type HeldRefund, type HeldSale, heldRefund, heldSales } from "./held-sales.ts";

export function createPapersHere() {
  const device = useDevice();
  const centre = useCentre();
  const { session, remembered } = useSession();
  const setting = (offline: boolean, copy: number) => ({
    zone: centre().timeZone,
    language: language(),
    practice: session()?.practice ?? false,
    offline,
    copy,
  });
  /** A device that has been a till of another book finds its papers again there. */
  const ofThisBook = (act: KeptAct) =>
    act.centreCode === centre().code && act.practice === (session()?.practice ?? false);
  const sales = createMemo(() => heldSales(device.papers().filter(ofThisBook), centre().timeZone));
  const printOfSale = ({ view, offline }: HeldSale): OwnPaper => ({
    about: view.id,
    make: (copy) => saleReceipt(view, setting(offline, copy)),
  });
  return {
    sales,
    sale: (saleId: string): HeldSale | null => sales().find(({ view }) => view.id === saleId) ?? null,
    /** By the number on its receipt, typed or scanned. */
    byNumber: (number: string): HeldSale["view"] | null =>
      sales().find(({ view }) => view.receiptNumber === number.trim().toUpperCase())?.view ?? null,
    printOfSale,
    /** The sale of an act that was just kept. */
    heldIn: (act: KeptAct): HeldSale | null => heldSales([act], centre().timeZone)[0] ?? null,
    /** The paper of a refund that was just kept. */
    printOfRefund: (act: KeptAct): OwnPaper | null => {
      const held = heldRefund(act);
      return held && refundPaper(held);
    },
    /** Nothing has answered since this page was opened, or the last question was not answered. */
    alone: () => remembered() || !wireUp(),
    prints: createPrintsHere(window.localStorage, "cetak-sini"),
  };
  function refundPaper({ of, refund, offline }: HeldRefund): OwnPaper {
    return { about: refund.id, make: (copy) => refundReceipt(of, refund, setting(offline, copy)) };
  }
}

export type PapersHere = ReturnType<typeof createPapersHere>;
