// Routes of figures: the screen's, both files from the same query, and the directorate's document.
import { z } from "@hono/zod-openapi";
import { settings } from "#domain/centre";
import { figuresView, periodOf } from "#domain/figures";
import type { Shop } from "#domain/shop";
import { directorateReport } from "#domain/submissions";
import { figuresCsv, figuresXlsx } from "#papers/figures-file";
import { daySchema } from "#rules/business-day";
import { figuresViewSchema } from "#rules/figures";
import { reportSchema } from "#rules/report";
import { file, getWith, routes } from "./routes.ts";

const period = z.object({ from: daySchema.optional(), to: daySchema.optional() });
const csvQuery = period.extend({
  separator: z.enum([";", ","]).default(";"),
  bom: z.enum(["yes", "no"]).default("yes"),
});
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const attachment = (name: string) => ({ "content-disposition": `attachment; filename="${name}"` });

export const figures = (shop: Shop) => {
  const asked = (query: z.output<typeof period>) => figuresView(shop, periodOf(shop, query));
  const named = ({ from, to }: { from: string; to: string }, ending: string) =>
    attachment(`rekap-${settings(shop).centre.code}-${from}-${to}.${ending}`);
  return routes()
    .openapi(getWith("/figures", "see_figures", period, figuresViewSchema), async (c) =>
      c.json(await asked(c.req.valid("query")), 200),
    )
    .openapi(file("/figures.csv", "see_figures", csvQuery, "text/csv"), async (c) => {
      const query = c.req.valid("query");
      const view = await asked(query);
      const text = figuresCsv(view, settings(shop).centre, {
        separator: query.separator,
        bom: query.bom === "yes",
      });
      return c.body(text, 200, { "content-type": "text/csv; charset=utf-8", ...named(view, "csv") });
    })
    .openapi(file("/figures.xlsx", "see_figures", period, XLSX), async (c) => {
      const view = await asked(c.req.valid("query"));
      return c.body(await figuresXlsx(view, settings(shop).centre), 200, {
        "content-type": XLSX,
        ...named(view, "xlsx"),
      });
    })
    .openapi(getWith("/reports/directorate", "report", period, reportSchema), async (c) => {
      const report = await directorateReport(shop, periodOf(shop, c.req.valid("query")));
      const name = `laporan-${report.centre.code}-${report.period.from}-${report.period.to}.json`;
      return c.json(report, 200, attachment(name));
    });
};
