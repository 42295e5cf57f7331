// The long reads by name: what the worker thread can be asked for.
import { audit } from "./audit.ts";
import { daysOfBook, readFigures } from "./figures.ts";
import { saleList } from "./queries/sale-list.ts";
import { statementRows } from "./queries/statements.ts";

export const reports = {
  figures: readFigures,
  days: daysOfBook,
  audit,
  sales: saleList,
  statement: statementRows,
};

export type Reports = typeof reports;
export type ReportName = keyof Reports;
export type ReportArgs<N extends ReportName> = Parameters<Reports[N]>[1] extends undefined
  ? Record<string, never>
  : NonNullable<Parameters<Reports[N]>[1]>;
export type ReportAnswer<N extends ReportName> = ReturnType<Reports[N]>;
