// A tiny shop that knows the rules by itself: plain sums in BigInt, to be held against the real one after any acts.
import type { Sku } from "../shop.ts";
import { floor, goods, half, least, type Maker, type Part, taxes } from "./model-goods.ts";

type Method = "cash" | "qris" | "transfer" | "edc" | "waiting";
interface Line {
  readonly sku: Sku;
  readonly milli: bigint;
  readonly net: bigint;
  readonly tax: bigint;
  readonly cost: bigint;
  readonly parts: Part[];
  back: bigint;
}
type Amounts = Pick<Line, "net" | "tax" | "cost" | "parts">;

interface Sale {
  readonly lines: Line[];
  readonly paid: { method: Method; amount: bigint; back: bigint }[];
}

export class Model {
  readonly sales: Sale[] = [];
  readonly payouts: { maker: Maker; amount: bigint; source: "safe" | "bank"; undone: boolean }[] = [];
  turnover = 0n;
  grossProfit = 0n;
  withoutCost = 0n;
  tax = 0n;
  refunds = 0;
  visitors = 0;
  readonly byMethod = new Map<Method, bigint>();
  readonly byDay = new Map<string, bigint>();
  readonly stock = new Map<Sku, bigint>();
  readonly quantity = new Map<Sku, bigint>();
  readonly owed = new Map<Part[0], bigint>();
  readonly money = new Map<string, bigint>();

  readonly #taxed: boolean;

  constructor(safe: number, bank: number, float: number, taxed: boolean) {
    this.#taxed = taxed;
    this.#add(this.money, "safe", BigInt(safe - float));
    this.#add(this.money, "bank", BigInt(bank));
    this.#add(this.money, "drawer", BigInt(float));
  }

  static price(sku: Sku): number {
    return Number(goods[sku].price);
  }

  /** What a cart comes to, line by line, after its own discounts and a part of the sale's by largest remainder. */
  static nets(
    cart: readonly { sku: Sku; milli: number; discount: number }[],
    saleDiscount: number,
  ): bigint[] {
    const worth = cart.map(
      ({ sku, milli, discount }) => half(goods[sku].price, BigInt(milli), 1000n) - BigInt(discount),
    );
    const all = worth.reduce((sum, one) => sum + one, 0n);
    if (all === 0n) return worth;
    const off = BigInt(saleDiscount);
    const parts = worth.map((one, at) => ({ at, part: (off * one) / all, rest: (off * one) % all }));
    let left = off - parts.reduce((sum, { part }) => sum + part, 0n);
    for (const lot of [...parts].sort((a, b) =>
      a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1,
    )) {
      if (left === 0n) break;
      lot.part += 1n;
      left -= 1n;
    }
    return worth.map((one, at) => one - (parts[at]?.part ?? 0n));
  }

  /** What a line's worth is without its tax, and the tax. */
  parted(sku: Sku, worth: bigint): { net: bigint; tax: bigint } {
    return (this.#taxed ? taxes[sku]?.(worth) : undefined) ?? { net: worth, tax: 0n };
  }

  sell(
    day: string,
    cart: readonly { sku: Sku; milli: number; discount: number }[],
    saleDiscount: number,
    cashless: readonly [Method, number][],
  ): void {
    const worth = Model.nets(cart, saleDiscount);
    const parted = cart.map(({ sku }, at) => this.parted(sku, worth[at] ?? 0n));
    const total = parted.reduce((all, { net, tax }) => all + net + tax, 0n);
    const given = cashless.map(([method, amount]) => ({ method, amount: BigInt(amount), back: 0n }));
    const rest = total - given.reduce((all, { amount }) => all + amount, 0n);
    const paid =
      rest > 0n || given.length === 0
        ? [...given, { method: "cash" as const, amount: rest, back: 0n }]
        : given;
    const lines = cart.map(({ sku, milli }, at): Line => {
      const { net, tax } = parted[at] ?? { net: 0n, tax: 0n };
      const cost = half(goods[sku].cost, BigInt(milli), 1000n);
      return {
        sku,
        milli: BigInt(milli),
        net,
        tax,
        cost,
        parts: goods[sku].of(net, cost, BigInt(milli)),
        back: 0n,
      };
    });
    this.sales.push({ lines, paid });
    for (const line of lines) this.#book(day, line, line.milli, line, 1n);
    for (const { method, amount } of paid) this.#pay(method, amount);
  }

  /** What would leave the drawer if this much came back. */
  cashBack(sale: number, line: number, milli: number): bigint {
    const { net, tax } = this.#part(sale, line, milli);
    return this.#paidBack(sale, net + tax).reduce(
      (all, [at, amount]) => all + (this.sales[sale]?.paid[at]?.method === "cash" ? amount : 0n),
      0n,
    );
  }

  refund(day: string, sale: number, line: number, milli: number, restock: boolean): void {
    const sold = this.#line(sale, line);
    const part = this.#part(sale, line, milli);
    this.#giveBack(sale, part.net + part.tax);
    sold.back += BigInt(milli);
    this.refunds += 1;
    this.#book(day, sold, BigInt(milli), part, -1n);
    if (!restock && goods[sold.sku].tracked) this.#add(this.stock, sold.sku, -BigInt(milli));
  }

  /** Whether a sale waits for its QRIS money. */
  waits(sale: number): boolean {
    return this.sales[sale]?.paid.some(({ method }) => method === "waiting") ?? false;
  }

  /** The notification came: the money lies with the others'. */
  confirm(sale: number): void {
    for (const paid of this.sales[sale]?.paid ?? []) {
      if (paid.method !== "waiting") continue;
      this.#add(this.money, "waiting", -paid.amount);
      this.#add(this.money, "qris", paid.amount);
      paid.method = "qris";
    }
  }

  /** Everything that is still out comes back: as many refunds of single lines as there are, told as one. */
  void(day: string, sale: number): void {
    const refunds = this.refunds;
    const lines = this.sales[sale]?.lines ?? [];
    const parts = lines.map((line, at) => this.#part(sale, at, Number(line.milli - line.back)));
    const due = parts.reduce((all, { net, tax }) => all + net + tax, 0n);
    this.#giveBack(sale, due);
    for (const [at, line] of lines.entries()) {
      const left = line.milli - line.back;
      line.back = line.milli;
      const part = parts[at];
      if (part) this.#book(day, line, left, part, -1n);
    }
    this.refunds = refunds + 1;
  }

  /** What a void would take out of the drawer. */
  cashOfVoid(sale: number): bigint {
    const { paid = [] } = this.sales[sale] ?? {};
    return paid.reduce((all, { method, amount, back }) => all + (method === "cash" ? amount - back : 0n), 0n);
  }

  /** Cash into the drawer (above zero) or out of it, from or to the safe or outside. */
  moveDrawer(amount: number, other: "safe" | "outside"): void {
    this.#add(this.money, "drawer", BigInt(amount));
    this.#add(this.money, other, -BigInt(amount));
  }

  receive(sku: Sku, milli: number): void {
    this.#add(this.stock, sku, BigInt(milli));
  }

  payOut(maker: Maker, amount: number, source: "safe" | "bank"): void {
    this.payouts.push({ maker, amount: BigInt(amount), source, undone: false });
    this.#add(this.owed, maker, -BigInt(amount));
    this.#add(this.money, source, -BigInt(amount));
  }

  undo(payout: number): void {
    const paid = this.payouts[payout];
    if (!paid) return;
    paid.undone = true;
    this.#add(this.owed, paid.maker, paid.amount);
    this.#add(this.money, paid.source, paid.amount);
  }

  /** Closes with exactly what the drawer holds, and opens again with the same float. */
  nextShift(float: number): void {
    this.#add(this.money, "safe", (this.money.get("drawer") ?? 0n) - BigInt(float));
    this.money.set("drawer", BigInt(float));
  }

  #line(sale: number, line: number): Line {
    const found = this.sales[sale]?.lines[line];
    if (!found) throw new RangeError(`${sale}.${line}`);
    return found;
  }

  /** The cumulative rule: what has come back of each amount afterwards, less what had before. */
  #part(sale: number, line: number, milli: number): Amounts {
    const sold = this.#line(sale, line);
    const after = sold.back + BigInt(milli);
    const of = (amount: bigint): bigint =>
      floor(amount, after, sold.milli) - floor(amount, sold.back, sold.milli);
    return {
      net: of(sold.net),
      tax: of(sold.tax),
      cost: of(sold.cost),
      parts: sold.parts.map(([to, amount]): Part => [to, of(amount)]),
    };
  }

  #giveBack(sale: number, due: bigint): void {
    for (const [at, amount] of this.#paidBack(sale, due)) {
      const paid = this.sales[sale]?.paid[at];
      if (!paid) continue;
      paid.back += amount;
      this.#pay(paid.method, -amount);
    }
  }

  #paidBack(sale: number, due: bigint): [at: number, amount: bigint][] {
    let left = due;
    return (this.sales[sale]?.paid ?? []).map(({ amount, back }, at): [number, bigint] => {
      const now = least(left, amount - back);
      left -= now;
      return [at, now];
    });
  }

  #book(day: string, { sku }: Line, milli: bigint, { net, tax, cost, parts }: Amounts, sign: 1n | -1n): void {
    this.turnover += sign * net;
    this.tax += sign * tax;
    this.#add(this.byDay, day, sign * net);
    this.#add(this.quantity, sku, sign * milli);
    if (sku === "KERIPIK") this.withoutCost += sign * net;
    if (goods[sku].tracked) this.#add(this.stock, sku, -sign * milli);
    let others = 0n;
    for (const [to, amount] of parts) {
      this.#add(this.owed, to, sign * amount);
      if (to !== "capital" && to !== "reserve") others += amount;
    }
    this.grossProfit += sign * (net - cost - others);
  }

  #pay(method: Method, amount: bigint): void {
    this.#add(this.byMethod, method === "waiting" ? "qris" : method, amount);
    this.#add(this.money, method === "cash" ? "drawer" : method === "transfer" ? "bank" : method, amount);
  }

  #add<K>(sums: Map<K, bigint>, key: K, amount: bigint): void {
    sums.set(key, (sums.get(key) ?? 0n) + amount);
  }
}

/** A model's sums as the figures write them; keys that no act touched are absent there and here. */
export function plain<K extends string>(
  sums: ReadonlyMap<K, bigint>,
  keys?: readonly K[],
): Record<string, number> {
  return Object.fromEntries(
    [...sums].filter(([key]) => !keys || keys.includes(key)).map(([key, amount]) => [key, Number(amount)]),
  );
}
