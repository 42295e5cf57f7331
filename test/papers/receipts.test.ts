// Golden papers: what comes out at 58 and 80 mm, read back from the printer's bytes, and the message that is sent of each.
import { describe, expect, test } from "vitest";
import { makerIdSchema, payoutIdSchema, stallIdSchema, ticketIdSchema } from "#rules/ids";
import type { Paper } from "#rules/paper";
import { refundReceipt } from "#rules/paper-refund";
import type { PaperSetting } from "#rules/paper-rows";
import { saleReceipt } from "#rules/paper-sale";
import { xReport, zReport } from "#rules/paper-shift";
import { depositSlip, drawerMoveSlip, payoutReceipt } from "#rules/paper-slips";
import { paperMessage, paperText } from "#rules/paper-text";
import { orderTicket, testPage } from "#rules/paper-ticket";
import type { SaleView } from "#rules/sale-view";
import type { Ticket } from "#rules/tickets";
import { paperBytes } from "../../server/devices/escpos.ts";
import { decode, seen } from "../devices/decoder.ts";
import {
  closedShift,
  everything,
  letterhead,
  longNamed,
  noon,
  ordinary,
  paid,
  sale,
  shift,
  sixtyLines,
} from "./views.ts";

const setting: PaperSetting = { zone: "Asia/Jakarta", language: "id", practice: false, copy: 0 };
const english: PaperSetting = { ...setting, language: "en" };
const payoutId = payoutIdSchema.parse("00000000-0000-4000-8000-000000000003");
const uuid = "00000000-0000-4000-8000-000000000004";

function refundOf(of: SaleView): SaleView["refunds"][number] {
  const [refund] = of.refunds;
  if (!refund) throw new Error("nothing came back");
  return refund;
}

const payout = {
  id: payoutId,
  number: "KARTINI-TT-000007",
  maker: { makerId: makerIdSchema.parse(1), code: "PM-001", name: "Sari Lestari" },
  amountRupiah: 136_000,
  of: "proceeds",
  source: "drawer",
  paidAtMs: noon,
  businessDay: "2025-07-15",
  paidBy: "Ibu Ratna",
  receivedBy: "guardian",
  receiverName: "Pak Lestari",
  acknowledgedBy: "thumbprint",
  owedAfterRupiah: 45_000,
  reversedAtMs: null,
  reversalReason: null,
  seal: "99AA00FF",
} as const;

const ticket: Ticket = {
  ticketId: ticketIdSchema.parse(1),
  number: 12,
  stallId: stallIdSchema.parse(1),
  stall: "Kafe",
  receiptNumber: "KARTINI-K1-000123",
  orderedAtMs: noon,
  cashier: "Dewi Anggraini",
  lines: [
    { name: "Kopi susu", unit: "gelas", quantityMilli: 2000, refundedMilli: 0, note: "satu tanpa gula" },
    { name: "Pisang goreng keju", unit: "porsi", quantityMilli: 1500, refundedMilli: 500, note: null },
  ],
  state: "waiting",
  readyAtMs: null,
};

const drawerMove = {
  id: uuid,
  number: "KARTINI-K1-KAS-000003",
  kind: "cash_out",
  amountRupiah: 10_000,
  reason: "Beli es batu",
  movedAtMs: noon,
  by: "Dewi Anggraini",
} as const;

const deposit = {
  id: uuid,
  number: "KARTINI-SETOR-000012",
  from: "safe",
  to: "treasury",
  amountRupiah: 2_500_000,
  movedAtMs: noon,
  by: "Ibu Ratna",
  reason: "Setoran PNBP Juli",
  reference: "NTPN 8F2C1A0093",
};

const papers: Readonly<Record<string, Paper>> = {
  sale: saleReceipt(ordinary, setting),
  "sale-everything": saleReceipt(everything, { ...setting, practice: true, copy: 2, offline: true }),
  "sale-everything-english": saleReceipt(everything, { ...english, copy: 1 }),
  "sale-sixty-lines": saleReceipt(sixtyLines, setting),
  "sale-long-name": saleReceipt(longNamed, setting),
  "sale-training": saleReceipt(
    { ...ordinary, receiptNumber: "LATIHAN-K1-0004", seal: "" },
    { ...setting, training: true },
  ),
  "sale-void": saleReceipt(
    sale(ordinary.lines, { refunds: [{ ...refundOf(everything), reason: "mistake" }] }),
    { ...setting, copy: 1 },
  ),
  "sale-confirmed-later": saleReceipt(
    sale(ordinary.lines, {
      payments: [paid("qris", 177_000, { confirmedBy: "Budi", confirmedAtMs: noon + 3_600_000 })],
    }),
    setting,
  ),
  refund: refundReceipt(everything, refundOf(everything), setting),
  "refund-english": refundReceipt(everything, refundOf(everything), { ...english, copy: 1 }),
  payout: payoutReceipt(payout, letterhead, setting),
  "payout-reversed": payoutReceipt(
    {
      ...payout,
      receivedBy: "self",
      receiverName: null,
      acknowledgedBy: "witness",
      owedAfterRupiah: -5_000,
      reversedAtMs: noon + 60_000,
      reversalReason: "Salah orang",
    },
    letterhead,
    { ...english, copy: 1 },
  ),
  x: xReport(shift, letterhead, setting),
  "x-blind": xReport(
    {
      ...shift,
      totals: {
        ...shift.totals,
        sales: null,
        refunds: null,
        voids: null,
        roundingRupiah: null,
        tax: [],
        expectedRupiah: null,
        tenders: [{ method: "cash", sold: null, refunded: null }],
        categories: [{ category: "Batik", netRupiah: null }],
        cashiers: [{ name: "Dewi", sales: 30, rupiah: null }],
      },
    },
    letterhead,
    setting,
  ),
  "x-closed": xReport(closedShift, letterhead, english),
  z: zOf(setting),
  "z-english": zOf({ ...english, copy: 1 }),
  ticket: orderTicket(ticket, setting),
  "drawer-move": drawerMoveSlip(drawerMove, letterhead, "5566AABB", setting),
  deposit: depositSlip(deposit, letterhead, "5566AABB", setting),
  test: testPage({ name: "Printer depan", columns: 32 }, noon, letterhead, setting),
};

function zOf(of: PaperSetting): Paper {
  if (!closedShift.z) throw new Error("not closed");
  return zReport(closedShift.z, closedShift.seal, of);
}

const golden = (name: string): string => new URL(`./golden/${name}`, import.meta.url).pathname;

describe.each(Object.entries(papers))("%s", (name, paper) => {
  test.each([
    [58, 32],
    [80, 48],
  ] as const)("on %i mm", async (mm, columns) => {
    const bytes = paperBytes(paper, { columns, opensDrawer: paper.opensDrawer, cuts: true });
    if (!bytes) throw new Error("it does not fit");
    const decoded = decode(bytes);
    expect(decoded.kicks).toEqual(paper.opensDrawer ? [0] : []);
    await expect(seen(decoded, columns)).toMatchFileSnapshot(golden(`${name}.${mm}.txt`));
  });

  test("as a message, without padding", async () => {
    const message = paperMessage(paper);
    expect(message).not.toMatch(/ {2}|^[ \t]|[-_=]{4}/m);
    await expect(message).toMatchFileSnapshot(golden(`${name}.message.txt`));
  });

  test("says no word of another tax, of a percentage of a maker, or of a database", () => {
    expect(paperMessage(paper)).not.toMatch(/\bPPN\b|undefined|null|NaN|\[object/);
  });
});

describe("every paper", () => {
  test("H3 that is proof of an act carries its seal", () => {
    for (const name of ["sale", "refund", "payout", "z", "drawer-move", "deposit"] as const)
      expect([name, paperMessage(papers[name] as Paper)]).toEqual([
        name,
        expect.stringMatching(/^Segel [0-9A-F]{8}$/m),
      ]);
  });

  test("H4 a Z tells totals by tender and category, refunds, voids, discounts, rounding, copies, numbers, perpetual sums, supplements, version", () => {
    const text = paperMessage(zOf(setting));
    for (const said of [
      "Penjualan (42): Rp5.310.500",
      "Retur (2): −Rp173.325",
      "Pembatalan (1): −Rp24.000",
      "Potongan (5): −Rp61.700",
      "Pembulatan: −Rp150",
      "PBJT makanan dan minuman: Rp84.500",
      "QRIS (9): Rp1.400.000",
      "Batik: Rp3.060.000",
      "Salinan dicetak: 3",
      "Laci dibuka tanpa penjualan: 2",
      "Pertama: KARTINI-K1-000101",
      "Terakhir: KARTINI-K1-000145",
      "Penjualan dikurangi retur: Rp123.456.789",
      "Penjualan ditambah retur: Rp125.000.000",
      "1. Penjualan: Rp12.000",
      "Selisih: −Rp1.900",
      "Hitungan pertama: Rp1.795.575",
      "Bentuk laporan: 1",
    ])
      expect(text.split("\n")).toContain(said);
  });

  test("as plain text in columns is as wide as its paper, and says what the printer says", () => {
    for (const paper of Object.values(papers)) {
      for (const columns of [32, 48] as const) {
        const lines = paperText(paper, columns)?.split("\n") ?? [];
        for (const line of lines) expect([line, Array.from(line).length <= columns]).toEqual([line, true]);
        const figures = (text: string): string[] => text.match(/Rp[\d.]+/g) ?? [];
        const bytes = paperBytes(paper, { columns, opensDrawer: false, cuts: false });
        const printed = bytes ? seen(decode(bytes), columns) : "";
        expect(figures(printed)).toEqual(figures(lines.join("\n")));
      }
    }
  });

  test("P6 in text too, a figure that no line holds refuses the paper", () => {
    const rows: Paper["rows"] = [{ is: "pair", left: "a", right: `Rp${"9".repeat(40)}` }];
    expect(paperText({ kind: "x", number: "", opensDrawer: false, rows }, 32)).toBeNull();
    expect(paperText({ kind: "x", number: "", opensDrawer: false, rows }, 48)).toContain("9".repeat(40));
    const inText: Paper["rows"] = [{ is: "text", text: `x Rp${"9".repeat(40)}` }];
    expect(paperText({ kind: "x", number: "", opensDrawer: false, rows: inText }, 32)).toBeNull();
  });
});
