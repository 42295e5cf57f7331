// A product as it is being written: its fields, its arrangement in order, and who would get what of an example sale.
import { createStore } from "solid-js/store";
import {
  arrangementFault,
  type Fund,
  type Share,
  type ShareInForce,
  type ShareRule,
} from "#rules/arrangement";
import type { ProductView } from "#rules/catalogue";
import type { MakerId } from "#rules/ids";
import { type Rupiah, rupiah } from "#rules/money";
import { ONE_UNIT } from "#rules/quantity";
import { lineSplit } from "#rules/sale";
import type { MakerRow } from "#rules/statement";
import { suggestedSku } from "./sku.ts";

export type RecipientKind = "maker" | "savings" | Fund;
export type RuleKind = ShareRule["kind"];

/** One share as far as it has been written. */
export interface ShareDraft {
  to: RecipientKind;
  makerId: number | null;
  rule: RuleKind;
  rupiahPerUnit: Rupiah | null;
  basisPoints: number | null;
}

/** What an example takes as price where it is asked at the till. */
const examplePriceRupiah = 100_000;

export function createProductDraft(product: ProductView | null, taken: readonly string[]) {
  const [draft, setDraft] = createStore({
    name: product?.name ?? "",
    sku: product?.sku ?? "",
    category: product?.category ?? "",
    stallId: product ? Number(product.stallId) : null,
    unit: product?.unit ?? "buah",
    asksPrice: product !== null && product.priceRupiah === null,
    priceRupiah: product?.priceRupiah == null ? null : rupiah(product.priceRupiah),
    knowsCost: product !== null && product.unitCostRupiah !== null,
    unitCostRupiah: product?.unitCostRupiah == null ? null : rupiah(product.unitCostRupiah),
    countsAsPiece: product?.countsAsPiece ?? true,
    stockTracked: product?.stockTracked ?? true,
    active: product?.active ?? true,
    shares: (product?.shares ?? []).map(draftOf),
  });
  let skuIsOurs = product === null;

  const written = (): Share[] => draft.shares.flatMap((share) => shareOf(share) ?? []);
  const priceRupiah = () => (draft.asksPrice ? null : draft.priceRupiah);

  return {
    draft,
    setDraft,
    setName: (name: string) => setDraft({ name, ...(skuIsOurs ? { sku: suggestedSku(name, taken) } : {}) }),
    setSku: (sku: string) => {
      skuIsOurs = false;
      setDraft({ sku: sku.toUpperCase() });
    },
    addShare: () =>
      setDraft("shares", (all) => [
        ...all,
        {
          to: "maker" as const,
          makerId: null,
          rule: "percent" as const,
          rupiahPerUnit: null,
          basisPoints: null,
        },
      ]),
    changeShare: (at: number, change: Partial<ShareDraft>) => setDraft("shares", at, change),
    removeShare: (at: number) => setDraft("shares", (all) => all.filter((_, index) => index !== at)),
    /** One place earlier: people are served in this order when a discount leaves too little for all. */
    raiseShare: (at: number) =>
      setDraft("shares", (all) => {
        const raised = all[at];
        const others = all.filter((_, index) => index !== at);
        return raised ? [...others.slice(0, at - 1), raised, ...others.slice(at - 1)] : all;
      }),
    /** What is wrong with the arrangement, and which share makes it so. */
    shareFault: () => {
      for (let count = 1; count <= draft.shares.length; count += 1) {
        const shares = draft.shares.slice(0, count).flatMap((share) => shareOf(share) ?? []);
        const fault = arrangementFault(shares, priceRupiah());
        if (fault) return { at: count - 1, fault };
      }
      return null;
    },
    /** The body of the command, without its id and the product's own name. */
    fields: () => ({
      name: draft.name,
      category: draft.category,
      unit: draft.unit,
      priceRupiah: draft.asksPrice ? null : (draft.priceRupiah ?? undefined),
      unitCostRupiah: draft.knowsCost ? (draft.unitCostRupiah ?? undefined) : null,
      countsAsPiece: draft.countsAsPiece,
      stockTracked: draft.stockTracked,
      shares: draft.shares.map((share) => shareOf(share) ?? halfShare(share)),
    }),
    /** Who would get what of one unit sold at its price. */
    example: (makers: readonly MakerRow[]) => {
      const price = rupiah(priceRupiah() ?? examplePriceRupiah);
      const cost = draft.knowsCost ? draft.unitCostRupiah : null;
      const inForce = written().flatMap((share) => forceOf(share, makers) ?? []);
      const split = lineSplit({ netRupiah: price, quantityMilli: ONE_UNIT }, cost, inForce);
      return { priceRupiah: price, ...split };
    },
  };
}

export type ProductDraft = ReturnType<typeof createProductDraft>;

function draftOf(share: Share): ShareDraft {
  const { recipient, rule } = share;
  return {
    to: recipient.to === "fund" ? recipient.fund : recipient.to,
    makerId: recipient.to === "fund" ? null : recipient.makerId,
    rule: rule.kind,
    rupiahPerUnit: rule.kind === "fixed" ? rule.rupiahPerUnit : null,
    basisPoints: rule.kind === "fixed" ? null : rule.basisPoints,
  };
}

function ruleOf(share: ShareDraft): ShareRule | null {
  if (share.rule === "fixed") {
    return share.rupiahPerUnit === null ? null : { kind: "fixed", rupiahPerUnit: share.rupiahPerUnit };
  }
  return share.basisPoints === null ? null : { kind: share.rule, basisPoints: share.basisPoints };
}

function recipientOf(share: ShareDraft): Share["recipient"] | null {
  if (share.to === "capital" || share.to === "reserve") return { to: "fund", fund: share.to };
  return share.makerId === null ? null : { to: share.to, makerId: share.makerId as MakerId };
}

function shareOf(share: ShareDraft): Share | null {
  const [recipient, rule] = [recipientOf(share), ruleOf(share)];
  return recipient && rule ? { recipient, rule } : null;
}

/** A share that is not finished goes to the schema as it is, which then says what is missing. */
function halfShare(share: ShareDraft) {
  const recipient = recipientOf(share) ?? { to: share.to };
  return { recipient, rule: ruleOf(share) ?? { kind: share.rule } };
}

function forceOf(share: Share, makers: readonly MakerRow[]): ShareInForce | null {
  const { recipient, rule } = share;
  if (recipient.to === "fund") return { to: "fund", fund: recipient.fund, rule };
  const maker = makers.find((one) => one.makerId === recipient.makerId);
  if (!maker) return null;
  const program = null;
  if (maker.kind === "group") {
    return maker.members.length === 0
      ? null
      : { to: "group", groupId: maker.makerId, program, members: maker.members, rule };
  }
  const to = recipient.to === "savings" ? "savings" : maker.kind === "vendor" ? "vendor" : "maker";
  return { to, makerId: maker.makerId, program, rule };
}
