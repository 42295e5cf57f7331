// Asks the server for a period's figures, on the screen and as files.
import { z } from "zod";
import type { Period } from "#rules/business-day";
import { figuresViewSchema } from "#rules/figures";
import { unconfirmedSchema } from "#rules/qris-codes";
import { answerOf, api } from "../api.ts";

export const readFigures = (period: Period) =>
  answerOf(figuresViewSchema, api.figures.$get({ query: { ...period } }));

export interface CsvManner {
  separator: ";" | ",";
  bom: "yes" | "no";
}
export type Wanted = { file: "xlsx" } | { file: "directorate" } | { file: "csv"; manner: CsvManner };

/** Fetches a file and hands it to the browser's downloads. Throws Refused or Unreachable like every other question. */
export async function download(wanted: Wanted, period: Period, centreCode: string): Promise<void> {
  const response = await ask(wanted, period);
  if (!response.ok) {
    await answerOf(z.never(), Promise.resolve(response));
    return;
  }
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = `${names[wanted.file].start}-${centreCode}-${period.from}-${period.to}.${names[wanted.file].end}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const names = {
  csv: { start: "rekap", end: "csv" },
  xlsx: { start: "rekap", end: "xlsx" },
  directorate: { start: "laporan-omzet", end: "json" },
};

function ask(wanted: Wanted, period: Period) {
  switch (wanted.file) {
    case "csv":
      return api["figures.csv"].$get({ query: { ...period, ...wanted.manner } });
    case "xlsx":
      return api["figures.xlsx"].$get({ query: { ...period } });
    case "directorate":
      return api.reports.directorate.$get({ query: { ...period } });
  }
}

/** QRIS payments whose notification nobody has seen; of all days. */
export const readWaiting = async () =>
  (await answerOf(z.object({ payments: z.array(unconfirmedSchema) }), api["qris-payments"].$get())).payments;
