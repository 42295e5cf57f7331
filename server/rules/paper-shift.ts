// The X of a shift that goes on, and the Z of one that is closed, in an accountant's order.
import { formatDay, formatMoment } from "./business-day.ts";
import { formatRupiah } from "./money.ts";
import type { Letterhead, Paper, PaperRow } from "./paper.ts";
import {
  amount,
  centredStrong,
  fact,
  heading,
  headOf,
  marksOf,
  type PaperSetting,
  RULE,
  said,
  sealOf,
  strongAmount,
  titled,
} from "./paper-rows.ts";
import { countOf, drawerRows, sumRows } from "./paper-sums.ts";
import { type PaperWords, paperWords } from "./paper-words.ts";
import type { ShiftReport, ZReport } from "./shift.ts";

/** A shift's sums so far; for a closed one, its details and what came in after its closing (S5). */
export function xReport(report: ShiftReport, letterhead: Letterhead, setting: PaperSetting): Paper {
  const w = paperWords(setting.language);
  const moment = (atMs: number): string => formatMoment(atMs, setting.zone, setting.language);
  const number = `${report.tillCode}-X-${report.shiftNumber}`;
  return {
    kind: "x",
    number,
    opensDrawer: false,
    rows: [
      ...marksOf({ ...setting, copy: 0 }),
      ...headOf(letterhead),
      titled(report.z ? w.closedX : w.x),
      centredStrong(number),
      ...(report.z ? [fact(w.z, report.z.number)] : [said(w.xIs)]),
      said(`${w.shift}${report.shiftNumber}, ${w.till} ${report.tillCode}`),
      said(`${w.opened}: ${moment(report.openedAtMs)}, ${w.by} ${report.openedBy}`),
      fact(w.asOf, moment(report.asOfMs)),
      ...sumRows(report.totals, w),
      ...drawerRows(report.totals, w),
      ...moveRows(report, setting),
      ...supplementRows(report, setting),
      RULE,
      ...sealOf(report.seal, w),
    ],
  };
}

function moveRows(report: ShiftReport, setting: PaperSetting): PaperRow[] {
  const w = paperWords(setting.language);
  const moment = (atMs: number): string => formatMoment(atMs, setting.zone, setting.language);
  return [
    ...(report.moves.length === 0 ? [] : heading(w.moves)),
    ...report.moves.flatMap((move) => {
      const out = move.kind === "cash_out" || move.kind === "deposit";
      return [
        amount(w[move.kind], out ? -move.amountRupiah : move.amountRupiah),
        said(`${move.number}, ${moment(move.movedAtMs)}, ${move.by}: ${move.reason}`),
      ];
    }),
    ...(report.drawerOpenings.length === 0 ? [] : heading(w.openings)),
    ...report.drawerOpenings.map(({ atMs, by, approvedBy, reason }) =>
      said(`${moment(atMs)}, ${by}${approvedBy === null ? "" : `, ${w.approved} ${approvedBy}`}: ${reason}`),
    ),
  ];
}

function supplementRows({ supplements }: ShiftReport, setting: PaperSetting): PaperRow[] {
  if (supplements.length === 0) return [];
  const w = paperWords(setting.language);
  return [
    ...heading(w.supplements),
    ...supplements.flatMap((late) =>
      supplementRow(late, (atMs) => formatMoment(atMs, setting.zone, setting.language), w),
    ),
  ];
}

/** A closed shift, from what was stored at its closing alone, so that it prints the same for ever (S12, H4). */
export function zReport(z: ZReport, seal: string | null, setting: Omit<PaperSetting, "zone">): Paper {
  const w = paperWords(setting.language);
  const zone = z.zone as PaperSetting["zone"];
  const moment = (atMs: number): string => formatMoment(atMs, zone, setting.language);
  return {
    kind: "z",
    number: z.number,
    opensDrawer: false,
    rows: [
      ...marksOf({ ...setting, zone }),
      ...headOf(z.letterhead),
      titled(w.z),
      centredStrong(z.number),
      said(`${w.shift}${z.shiftNumber}, ${w.till} ${z.tillCode} (${z.tillName})`),
      fact(w.businessDay, formatDay(z.businessDay as Parameters<typeof formatDay>[0], setting.language)),
      said(`${w.opened}: ${moment(z.openedAtMs)}, ${w.by} ${z.openedBy}`),
      said(`${w.closed}: ${moment(z.closedAtMs)}, ${w.by} ${z.closedBy}`),
      ...(z.absentReason === null ? [] : [fact(w.absent, z.absentReason)]),
      ...sumRows(z.totals, w),
      ...drawerRows(z.totals, w),
      ...countedRows(z, setting.language),
      ...zSupplementRows(z, moment, w),
      ...heading(w.perpetual),
      amount(w.perpetualNet, z.perpetualNetRupiah),
      amount(w.perpetualAbsolute, z.perpetualAbsoluteRupiah),
      RULE,
      fact(w.version, String(z.version)),
      ...sealOf(seal, w),
    ],
  };
}

/** What reached the till's earlier shifts since its last Z. */
function zSupplementRows(z: ZReport, moment: (atMs: number) => string, w: PaperWords): PaperRow[] {
  if (z.supplements.length === 0) return [];
  return [
    ...heading(w.lateOnes),
    ...z.supplements.flatMap((late) => [
      ...supplementRow(late, moment, w),
      said(`${w.shift}${late.shiftNumber}`),
    ]),
  ];
}

function supplementRow(
  late: ShiftReport["supplements"][number],
  moment: (atMs: number) => string,
  w: PaperWords,
): PaperRow[] {
  const { kind, totalRupiah } = late;
  const brings = kind === "sale" || kind === "cash_in" || kind === "top_up";
  const what = kind === "sale" ? w.ofSale : kind === "refund" ? w.refunded : w[kind];
  return [
    amount(`${late.number}. ${what}`, brings ? totalRupiah : -totalRupiah),
    said(`${late.receiptNumber}, ${moment(late.atMs)}`),
  ];
}

function countedRows(z: ZReport, language: PaperSetting["language"]): PaperRow[] {
  const w = paperWords(language);
  return [
    ...heading(w.money),
    ...z.notes
      .filter((note) => note.count > 0)
      .map((note) =>
        amount(`${note.count} × ${formatRupiah(note.valueRupiah)}`, note.count * note.valueRupiah),
      ),
    ...(z.otherRupiah === 0 ? [] : [amount(w.otherCoins, z.otherRupiah)]),
    strongAmount(w.counted, z.countedRupiah),
    amount(w.expected, z.expectedRupiah),
    strongAmount(w.difference, z.differenceRupiah),
    ...(z.reason === null ? [] : [fact(w.reason, z.reason)]),
    ...(z.counts > 1 ? [countOf(w.counts, z.counts), amount(w.firstCounted, z.firstCountedRupiah)] : []),
    said(w.allToSafe),
  ];
}
