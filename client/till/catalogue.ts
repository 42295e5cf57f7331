// What can be sold here: fetched whole, searched on the spot, found by code.
import { createMemo, createSignal, onCleanup } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import { type Catalogue, type CatalogueProduct, catalogueSchema, type StallView } from "#rules/catalogue";
import type { Tax } from "#rules/tax";
import { answerOf, api, onAnswerAgain, Refused, Unreachable, wireUp } from "../api.ts";
import type { Memory } from "../memory.ts";
import { createKeptCatalogue } from "./kept-catalogue.ts";

/** Without case, accents and what stands between letters: `Kopi-Tubruk` is found by `kopi tubruk`. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

interface Entry {
  readonly product: CatalogueProduct;
  readonly text: string;
}

/** Every word must be in name, code or category, in any order. */
export function createSearch(products: readonly CatalogueProduct[]) {
  const entries: Entry[] = products.map((product) => ({
    product,
    text: folded(`${product.name} ${product.sku} ${product.category}`),
  }));
  const byCode = new Map(products.map((product) => [folded(product.sku), product]));
  return {
    find: (typed: string, category: string | null): CatalogueProduct[] => {
      const words = folded(typed).split(" ");
      const found: CatalogueProduct[] = [];
      for (const { product, text } of entries) {
        if (category !== null && product.category !== category) continue;
        if (words.every((word) => text.includes(word))) found.push(product);
      }
      return found;
    },
    byCode: (code: string): CatalogueProduct | null => byCode.get(folded(code)) ?? null,
  };
}

export interface CatalogueNeeds {
  memory: Memory;
  /** Which book is read. */
  of: () => string | null;
  /** The stalls that whoever is here is limited to; null: all. */
  stallIds: () => readonly number[] | null;
  /** The till was opened from memory: the list is taken from there while the server is asked. */
  remembered: () => boolean;
  now: () => number;
}

/** Prices older than this are shown with their moment (O1). */
const dayMs = 86_400_000;
const lookMs = 60_000;
/** A list that has not come by then is taken from memory until it does. */
const patienceMs = 1000;

export function createCatalogue(needs: CatalogueNeeds) {
  const lists = createKeptCatalogue(needs.memory);
  /** Whose list is shown: another cashier may be limited to other stalls. */
  const scope = () => `${needs.of()} ${needs.stallIds()}`;
  let shown: string | null = null;
  const [catalogue, setCatalogue] = createSignal<Catalogue | null>(null);
  const [readAtMs, setReadAtMs] = createSignal(needs.now());
  const [nowMs, setNowMs] = createSignal(needs.now());
  const clock = setInterval(() => setNowMs(needs.now()), lookMs);
  onCleanup(() => clearInterval(clock));
  const [problem, setProblem] = createSignal<unknown>(null);
  const [sold, setSold] = createStore<Record<number, number>>({});
  const fetchIt = async () => {
    const [of, stallIds, asked] = [needs.of(), needs.stallIds(), scope()];
    // A Wi-Fi that hangs keeps nobody from the shelf.
    const late = setTimeout(() => void recall(), wireUp() ? patienceMs : 0);
    try {
      const answered = await answerOf(catalogueSchema, api.catalogue.$get());
      if (asked !== scope()) return;
      shown = asked;
      setCatalogue(answered);
      setReadAtMs(needs.now());
      setNowMs(needs.now());
      setSold(reconcile({}));
      setProblem(null);
      if (of !== null) void lists.keep({ of, readAtMs: readAtMs(), catalogue: answered }, stallIds);
    } catch (error) {
      if (error instanceof Unreachable || (error instanceof Refused && error.code === "broken"))
        await recall();
      setProblem(() => error);
    } finally {
      clearTimeout(late);
    }
  };
  const recall = async () => {
    const [of, wanted] = [needs.of(), scope()];
    if (shown === wanted || of === null) return;
    const kept = await lists.recall(of, needs.stallIds());
    if (shown === wanted || wanted !== scope()) return;
    shown = kept && wanted;
    setReadAtMs(kept?.readAtMs ?? needs.now());
    setCatalogue(kept?.catalogue ?? null);
  };
  if (needs.remembered()) void recall();
  void fetchIt();
  onAnswerAgain(() => void fetchIt());
  const search = createMemo(() => createSearch(catalogue()?.products ?? []));
  const byId = createMemo(
    () => new Map(catalogue()?.products.map((product) => [Number(product.productId), product])),
  );
  const stalls = createMemo(
    () => new Map(catalogue()?.stalls.map((stall) => [Number(stall.stallId), stall])),
  );
  const stallOf = (productId: number): StallView | null =>
    stalls().get(Number(byId().get(productId)?.stallId)) ?? null;
  return {
    catalogue,
    problem,
    /** The moment of the prices where they are older than a day; null while they are fresh (O1). */
    pricesAsOfMs: () => (nowMs() - readAtMs() > dayMs ? readAtMs() : null),
    /** The tax in force for a product, by its stall. */
    taxOf: (productId: number): Tax | null => stallOf(productId)?.tax ?? null,
    stallOf,
    /** What this till sold since the list was fetched; the shelf is emptier by so much. */
    noteSold: (lines: readonly { productId: number; quantityMilli: number }[]) => {
      for (const { productId, quantityMilli } of lines)
        setSold(productId, (before) => (before ?? 0) + quantityMilli);
    },
    isOut: (product: CatalogueProduct) =>
      product.stockTracked && product.onHandMilli - (sold[product.productId] ?? 0) <= 0,
    again: fetchIt,
    /** Each category once, in the order of the catalogue. */
    categories: createMemo(() => [...new Set(catalogue()?.products.map((product) => product.category))]),
    find: (typed: string, category: string | null) => search().find(typed, category),
    byCode: (code: string) => search().byCode(code),
    byId: (productId: number) => byId().get(productId) ?? null,
    /** Whoever stands here may not sell everything that a cart holds: it may be of another's stalls, or no longer sold. */
    sells: (productId: number): boolean => byId().has(productId),
  };
}

export type CatalogueStore = ReturnType<typeof createCatalogue>;
