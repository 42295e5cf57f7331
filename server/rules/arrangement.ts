// Bagi hasil: what a product's arrangement gives away of each line sold.
import { z } from "zod";
import { type MakerId, makerIdSchema } from "./ids.ts";
import { amountSchema, partOf, type Rupiah, rupiah, timesOver } from "./money.ts";
import { ONE_UNIT } from "./quantity.ts";
import { splitByWeight } from "./split.ts";

export const FUNDS = ["capital", "reserve"] as const;
export const fundSchema = z.enum(FUNDS);
export type Fund = z.infer<typeof fundSchema>;

export const PROGRAMS = ["ATENSI", "PKH", "KUBE", "PROKUS"] as const;
export const programSchema = z.enum(PROGRAMS);
export type Program = z.infer<typeof programSchema>;
/** The programme that a line without a person or group counts under. */
export const CENTRE = "CENTRE";

const basisPoints = z
  .int()
  .min(1)
  .max(10_000, { error: "shares_above_whole" })
  .meta({ description: "Hundredths of a percent: 8250 is 82.50 %" });

/** How much one share gives (rules.md, A sale line, 4). */
export const shareRuleSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("fixed"), rupiahPerUnit: amountSchema }),
  z.object({ kind: z.literal("percent"), basisPoints }),
  z.object({ kind: z.literal("percent_after_cost"), basisPoints }),
]);
export type ShareRule = z.infer<typeof shareRuleSchema>;

/** Who a share goes to, as an arrangement's editor names it. */
export const recipientSchema = z.discriminatedUnion("to", [
  z.object({ to: z.literal("maker"), makerId: makerIdSchema }),
  z.object({ to: z.literal("savings"), makerId: makerIdSchema }),
  z.object({ to: z.literal("fund"), fund: fundSchema }),
]);
export type Recipient = z.infer<typeof recipientSchema>;

export const shareSchema = z.object({ recipient: recipientSchema, rule: shareRuleSchema });
export type Share = z.infer<typeof shareSchema>;

/** What is wrong with an arrangement, or null: percentages above 100 together, a fixed share above the price. */
export function arrangementFault(
  shares: readonly Share[],
  priceRupiah: number | null,
): "shares_above_whole" | "share_above_price" | null {
  let percent = 0;
  let fixed = 0;
  for (const { rule } of shares) {
    if (rule.kind === "fixed") fixed += rule.rupiahPerUnit;
    else percent += rule.basisPoints;
  }
  if (percent > 10_000) return "shares_above_whole";
  return priceRupiah !== null && fixed > priceRupiah ? "share_above_price" : null;
}

/** A share with its recipient as it stands at the moment of the sale: a group brings its members of that moment. */
export type ShareInForce =
  | { to: "maker" | "savings" | "vendor"; makerId: MakerId; program: Program | null; rule: ShareRule }
  | {
      to: "group";
      groupId: MakerId;
      program: Program | null;
      members: readonly { makerId: MakerId; weight: number }[];
      rule: ShareRule;
    }
  | { to: "fund"; fund: Fund; rule: ShareRule };

/** One recipient's frozen part of one line. `account` says which promise of the centre it is. */
export interface Part {
  readonly account: "payable" | "savings" | "vendor" | "fund";
  readonly makerId: MakerId | null;
  readonly fund: Fund | null;
  readonly groupId: MakerId | null;
  readonly program: Program | null;
  readonly rule: ShareRule;
  /** What the rule was applied to: net, net after cost, or the quantity in thousandths for a fixed share. */
  readonly base: number;
  readonly amountRupiah: Rupiah;
}

/** Every recipient's part of a line: people and vendors in the arrangement's order, then the centre's own funds. */
export function partsOf(
  shares: readonly ShareInForce[],
  line: { netRupiah: Rupiah; costRupiah: Rupiah; quantityMilli: number },
): Part[] {
  const parts: Part[] = [];
  let left = line.netRupiah;
  const take = (share: ShareInForce): void => {
    const base = baseOf(share.rule, line);
    const amount = amountOf(share, base, left);
    left = rupiah(Math.max(left - amount, 0));
    parts.push(...recipientsOf(share, amount, base));
  };
  for (const share of shares) if (share.to !== "fund") take(share);
  for (const share of shares) if (share.to === "fund") take(share);
  return parts;
}

function baseOf(
  rule: ShareRule,
  line: { netRupiah: Rupiah; costRupiah: Rupiah; quantityMilli: number },
): number {
  if (rule.kind === "fixed") return line.quantityMilli;
  return rule.kind === "percent" ? line.netRupiah : Math.max(line.netRupiah - line.costRupiah, 0);
}

function amountOf(share: ShareInForce, base: number, left: Rupiah): Rupiah {
  const { rule } = share;
  const toFund = share.to === "fund";
  const whole =
    rule.kind === "fixed"
      ? timesOver(rule.rupiahPerUnit, base, ONE_UNIT, "half_up")
      : partOf(rupiah(base), rule.basisPoints, toFund ? "down" : "up");
  return rule.kind === "fixed" && !toFund ? whole : rupiah(Math.min(whole, left));
}

function recipientsOf(share: ShareInForce, amount: Rupiah, base: number): Part[] {
  const { rule } = share;
  if (share.to === "fund") {
    return [
      {
        account: "fund",
        makerId: null,
        fund: share.fund,
        groupId: null,
        program: null,
        rule,
        base,
        amountRupiah: amount,
      },
    ];
  }
  const { program } = share;
  if (share.to === "group") {
    const { groupId } = share;
    const amounts = splitByWeight(
      amount,
      share.members.map((member) => member.weight),
    );
    return share.members.map(({ makerId }, index) => ({
      account: "payable",
      makerId,
      fund: null,
      groupId,
      program,
      rule,
      base,
      amountRupiah: amounts[index] ?? rupiah(0),
    }));
  }
  const account = share.to === "maker" ? "payable" : share.to;
  return [
    { account, makerId: share.makerId, fund: null, groupId: null, program, rule, base, amountRupiah: amount },
  ];
}

/** The programme a line counts under: that of the arrangement's first person or group. */
export function programOf(shares: readonly ShareInForce[]): Program | typeof CENTRE {
  const first = shares.find((share) => share.to !== "fund" && share.to !== "vendor");
  return (first && first.to !== "fund" ? first.program : null) ?? CENTRE;
}
