// Writing a product: its suggested code, percentages as typed, and an example sale divided by the rules of a real one.
import fc from "fast-check";
import { createRoot } from "solid-js";
import { expect, test } from "vitest";
import { rupiah } from "#rules/money";
import { newProductSchema } from "#rules/products";
import { makerRowSchema } from "#rules/statement";
import { createProductDraft } from "../../client/products/draft.ts";
import { suggestedSku } from "../../client/products/sku.ts";
import { formatPercent, parsePercent } from "../../client/ui/percent.ts";

const maker = (
  makerId: number,
  kind: "person" | "group" | "vendor",
  members: { makerId: number; weight: number }[] = [],
) =>
  makerRowSchema.parse({
    makerId,
    code: `M-${makerId}`,
    name: `M ${makerId}`,
    kind,
    program: null,
    active: true,
    hasCard: false,
    earnedRupiah: 0,
    paidRupiah: 0,
    owedRupiah: 0,
    savingsRupiah: 0,
    members: members.map((member) => ({ ...member, name: `M ${member.makerId}` })),
  });
const makers = [
  maker(1, "person"),
  maker(2, "vendor"),
  maker(3, "group", [
    { makerId: 1, weight: 2 },
    { makerId: 4, weight: 1 },
  ]),
];

const written = <T>(write: (form: ReturnType<typeof createProductDraft>) => T): T =>
  createRoot((dispose) => {
    const answer = write(createProductDraft(null, ["TAS"]));
    dispose();
    return answer;
  });

test.each([
  ["Kain Batik Ciprat", "KAIN-BATIK-CIPRAT"],
  ["Kopi Susu Gula Aren Temanggung Asli", "KOPI-SUSU-GULA-AREN"],
  ["Tas", "TAS-2"],
  ["Crème brûlée!", "CREME-BRULEE"],
  ["!!!", ""],
])("%s is suggested as %s", (name, sku) => {
  expect(suggestedSku(name, ["TAS"])).toBe(sku);
});

test("the code follows the name until a person writes one", () => {
  written(({ draft, setName, setSku }) => {
    setName("Dompet");
    expect(draft.sku).toBe("DOMPET");
    setSku("dmp-1");
    setName("Dompet kecil");
    expect(draft.sku).toBe("DMP-1");
  });
});

test("a percentage is read as it is written, with two decimals at most", () => {
  expect(["33,33", "82.5", "70 %", "100"].map((text) => parsePercent(text))).toEqual(
    [3333, 8250, 7000, 10_000].map((value) => ({ ok: true, value })),
  );
  for (const text of ["100,01", "33,333", "-1", "1.000", ""])
    expect(parsePercent(text)).toEqual({ ok: false });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (value) => {
      expect(parsePercent(formatPercent(value))).toEqual({ ok: true, value });
    }),
  );
});

test("the example gives away, costs and keeps exactly its price", () => {
  const share = fc.record({
    to: fc.constantFrom("maker" as const, "savings" as const, "capital" as const, "reserve" as const),
    makerId: fc.constantFrom(1, 2, 3),
    rule: fc.constantFrom("percent" as const, "fixed" as const, "percent_after_cost" as const),
    rupiahPerUnit: fc.integer({ min: 0, max: 500_000 }).map(rupiah),
    basisPoints: fc.integer({ min: 1, max: 10_000 }),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000 }).map(rupiah),
      fc.option(fc.integer({ min: 0, max: 1_000_000 }).map(rupiah)),
      fc.array(share, { maxLength: 6 }),
      (priceRupiah, cost, shares) =>
        written(({ setDraft, example }) => {
          setDraft({ priceRupiah, knowsCost: cost !== null, unitCostRupiah: cost, shares });
          const { parts, costRupiah, marginRupiah, sharesRupiah } = example(makers);
          const given = parts
            .filter((part) => part.account !== "fund")
            .reduce((all, part) => all + part.amountRupiah, 0);
          expect(given).toBe(sharesRupiah);
          expect(given + costRupiah + marginRupiah).toBe(priceRupiah);
        }),
    ),
  );
});

test("the fault stands at the share that makes the arrangement too much, and goes with the price", () => {
  written(({ setDraft, addShare, changeShare, shareFault }) => {
    setDraft({ priceRupiah: rupiah(10_000) });
    for (const at of [0, 1, 2]) {
      addShare();
      changeShare(at, { to: "capital", basisPoints: 4000 });
    }
    expect(shareFault()).toEqual({ at: 2, fault: "shares_above_whole" });
    changeShare(2, { rule: "fixed", rupiahPerUnit: rupiah(12_000) });
    expect(shareFault()).toEqual({ at: 2, fault: "share_above_price" });
    setDraft({ asksPrice: true });
    expect(shareFault()).toBeNull();
  });
});

test("a raised share changes places with the one before it", () => {
  written(({ draft, addShare, changeShare, raiseShare }) => {
    for (const at of [0, 1, 2]) {
      addShare();
      changeShare(at, { basisPoints: at + 1 });
    }
    raiseShare(2);
    expect(draft.shares.map((share) => share.basisPoints)).toEqual([1, 3, 2]);
  });
});

test("a price asked at the till and a cost not recorded are null; a price not yet written is missing", () => {
  const common = { id: "00000000-0000-7000-8000-000000000000", sku: "X", stallId: 1 };
  written(({ setDraft, setName, fields }) => {
    setName("Pesanan");
    setDraft({ category: "Jasa", asksPrice: true });
    expect(newProductSchema.parse({ ...fields(), ...common })).toMatchObject({
      priceRupiah: null,
      unitCostRupiah: null,
    });
    setDraft({ asksPrice: false });
    expect(newProductSchema.safeParse({ ...fields(), ...common }).error?.issues[0]?.path).toEqual([
      "priceRupiah",
    ]);
  });
});
