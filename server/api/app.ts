// The shop over HTTP: every route under /api, behind one gate, described at /api/openapi.json.
import { OpenAPIHono } from "@hono/zod-openapi";
import type { Shop } from "#domain/shop";
import { refuse } from "#rules/refusal";
import type { TrustDoor } from "#rules/trust";
import { displays } from "./displays.ts";
import { figures } from "./figures.ts";
import { answerFailure, headers, notKept, ownWrites, smallEnough } from "./gate.ts";
import { makers } from "./makers.ts";
import { money } from "./money.ts";
import { myMoney } from "./my-money.ts";
import { payouts } from "./payouts.ts";
import { printers } from "./printers.ts";
import { prints } from "./prints.ts";
import { products } from "./products.ts";
import { qris } from "./qris.ts";
import { refunds } from "./refunds.ts";
import { repairs } from "./repairs.ts";
import type { Env } from "./routes.ts";
import { sales } from "./sales.ts";
import { session } from "./session.ts";
import { settings } from "./settings.ts";
import { settlements } from "./settlements.ts";
import { setup } from "./setup.ts";
import { shifts } from "./shifts.ts";
import { stock } from "./stock.ts";
import { taxes } from "./taxes.ts";
import { tickets } from "./tickets.ts";
import { tillActs } from "./till-acts.ts";
import { training } from "./training.ts";
import { trust } from "./trust.ts";
import { visits } from "./visits.ts";
import { comesTo } from "./who.ts";

const tell = (failure: Error): void => void process.stderr.write(`${failure.stack}\n`);

/** Plain http, and nobody told where. */
const noHttps: TrustDoor = {
  view: () => ({ httpPort: 0, addresses: [], https: null, broken: false }),
  authority: () => null,
};

/** The whole API over one shop; `log` is told of every bug, and `https` says what is served beside plain http. */
export function createApp(shop: Shop, log: (failure: Error) => void = tell, https: TrustDoor = noHttps) {
  const app = new OpenAPIHono<Env>();
  app.use(headers);
  app.use("/api/*", notKept, smallEnough, ownWrites, comesTo(shop));
  app.onError(answerFailure(log));
  const api = app
    .route("/api", session(shop))
    .route("/api", setup(shop))
    .route("/api", products(shop))
    .route("/api", stock(shop))
    .route("/api", shifts(shop))
    .route("/api", tillActs(shop))
    .route("/api", sales(shop))
    .route("/api", refunds(shop))
    .route("/api", qris(shop))
    .route("/api", settlements(shop))
    .route("/api", tickets(shop))
    .route("/api", training(shop))
    .route("/api", repairs(shop))
    .route("/api", visits(shop))
    .route("/api", makers(shop))
    .route("/api", payouts(shop))
    .route("/api", printers(shop))
    .route("/api", prints(shop))
    .route("/api", myMoney(shop))
    .route("/api", figures(shop))
    .route("/api", money(shop))
    .route("/api", settings(shop))
    .route("/api", taxes(shop))
    .route("/api", displays(shop))
    .route("/api", trust(https));
  api.doc31("/api/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "Sentra Kreasi ATENSI",
      version: "1",
      description:
        "The shop's own API. Money is whole rupiah, quantities are thousandths of a unit, moments are milliseconds since 1970 UTC. Every " +
        "writing body carries an id made by its sender: the same id and body is answered with the first result, another body is refused.",
    },
  });
  api.all("/api/*", () => refuse("not_found"));
  return api;
}

export type Api = ReturnType<typeof createApp>;
