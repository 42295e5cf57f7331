// The API describes itself: OpenAPI 3.1, every schema sound, and every answer is what the document says it is.
import { beforeAll, describe, expect, test } from "vitest";
import { giveCard } from "#domain/makers";
import { refusalCodes } from "#rules/refusal";
import { livedShop } from "../lived.ts";
import { newId, type TestShop, testShop } from "../shop.ts";
import { payOut, sell } from "../till.ts";
import { acts, methodOf } from "./acts.ts";
import { type Api, type Asker, apiOf } from "./asking.ts";
import { type Document, documentOf, operations, writes } from "./document.ts";
import { misfits, resolved, unsound } from "./json-schema.ts";

let shop: TestShop;
let api: Api;
let document: Document;
let manager: Asker;

beforeAll(async () => {
  shop = await livedShop();
  api = apiOf(shop);
  document = await documentOf(api);
  manager = await api.manager();
});

describe("the document", () => {
  test("is OpenAPI 3.1 and names title, version and every path under /api", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(document.info).toMatchObject({
      title: expect.stringMatching(/./),
      version: expect.stringMatching(/./),
    });
    expect(Object.keys(document.paths).length).toBeGreaterThan(35);
    expect(Object.keys(document.paths).filter((path) => !path.startsWith("/api/"))).toEqual([]);
  });

  test("every schema is sound and every reference leads somewhere", () => {
    const text = JSON.stringify(document);
    for (const [, ref = ""] of text.matchAll(/"\$ref":"([^"]+)"/g))
      expect([ref, resolved(ref, document)]).not.toEqual([ref, undefined]);
    const faults = operations(document).flatMap(([route, { requestBody, responses, parameters = [] }]) => [
      ...Object.values(requestBody?.content ?? {}).flatMap(({ schema }) =>
        unsound(schema, document, `${route} body`),
      ),
      ...Object.entries(responses).flatMap(([status, { content = {} }]) =>
        Object.values(content).flatMap(({ schema }) => unsound(schema, document, `${route} ${status}`)),
      ),
      ...parameters.flatMap(({ name, schema }) => unsound(schema, document, `${route} ${name}`)),
    ]);
    expect(faults).toEqual([]);
  });

  test("every path parameter is described and required, and no other", () => {
    for (const [route, { parameters = [] }] of operations(document)) {
      const inPath = [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const described = parameters
        .filter((one) => one.in === "path" && one.required === true)
        .map((one) => one.name);
      expect([route, described.sort()]).toEqual([route, inPath.sort()]);
    }
  });

  test("every body of a writing route has an end: strings and lists have a maximum (house.md, 10)", () => {
    const endless = (schema: unknown, path: string): string[] => {
      if (typeof schema !== "object" || schema === null) return [];
      const {
        type,
        maxLength,
        pattern,
        format,
        enum: choices,
        const: only,
        maxItems,
        properties,
        items,
        anyOf,
        oneOf,
      } = schema as Record<string, never>;
      const here =
        type === "string" &&
        maxLength === undefined &&
        pattern === undefined &&
        format === undefined &&
        choices === undefined &&
        only === undefined
          ? [path]
          : type === "array" && maxItems === undefined
            ? [path]
            : [];
      return [
        ...here,
        ...Object.entries(properties ?? {}).flatMap(([name, part]) => endless(part, `${path}.${name}`)),
        ...endless(items, `${path}[]`),
        ...[...(anyOf ?? []), ...(oneOf ?? [])].flatMap((part) => endless(part, path)),
      ];
    };
    const found = operations(document).flatMap(([route, { requestBody }]) =>
      Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => endless(schema, route)),
    );
    expect(found).toEqual([]);
  });
});

describe("what is answered is what is described", () => {
  const schemaOf = (route: string, status: string): unknown => {
    const [, operation] = operations(document).find(([name]) => name === route) ?? [];
    return operation?.responses[status]?.content?.["application/json"]?.schema;
  };

  test("by every route that reads", async () => {
    sell(shop, ["BATIK"]);
    const saleId = sell(shop, ["BATIK", "AIR"]).id;
    const payoutId = payOut(shop, "SARI", 1_000).id;
    const places: Record<string, string> = {
      "{saleId}": saleId,
      "{payoutId}": payoutId,
      "{shiftId}": shop.shiftId,
      "{productId}": String(shop.product.BATIK),
      "{makerId}": String(shop.maker.SARI),
      "{tillId}": String(shop.till.tillId),
    };
    const { cardCode } = await giveCard(shop, shop.manager, {
      id: newId(),
      makerId: shop.maker.SARI,
      pin: "4321",
    });
    const maker = api.stranger();
    await maker.ask("POST", "/my-money/session", { cardCode, pin: "4321" });
    const print = acts["post /api/prints"]?.(shop);
    await manager.ask("POST", print?.path ?? "", print?.body);
    places["{printId}"] = String(print?.body["id"]);
    // A stream, read in displays.test.ts, and a file that only a shop with https has, read in test/trust.
    const elsewhere = ["get /api/displays/events", "get /api/authority.crt"];
    const read = operations(document).filter(([name]) => !writes(name) && !elsewhere.includes(name));
    for (const [route] of read) {
      const path = (route.split(" ")[1] ?? "").replace(/\{\w+\}/g, (name) => places[name] ?? name);
      const answer = await (route === "get /api/my-money" ? maker : manager).ask("GET", path);
      expect([route, answer.status]).toEqual([route, 200]);
      const schema = schemaOf(route, "200");
      if (schema !== undefined) expect([route, misfits(answer.body, schema, document)]).toEqual([route, []]);
    }
  });

  test.each(Object.keys(acts))("%s", async (route) => {
    const fresh = await testShop();
    const recipe = acts[route]?.(fresh);
    const by = await apiOf(fresh).manager();
    if (route === "post /api/shifts") await by.ask("POST", "/tills", { id: newId(), name: "Kasir kedua" });
    const answer = await by.ask(methodOf(route), recipe?.path ?? "", recipe?.body);
    expect([answer.status, misfits(answer.body, schemaOf(route, "200"), document)]).toEqual([200, []]);
  });

  test("and every refusal is one of the document's codes, in its shape", async () => {
    const refused = await manager.ask("POST", "/sales", {});
    expect(misfits(refused.body, schemaOf("post /api/sales", "4XX"), document)).toEqual([]);
    const codes = JSON.stringify(document.components.schemas["Refusal"]);
    for (const code of refusalCodes) expect(codes).toContain(`"${code}"`);
    const bare = operations(document).filter(
      ([, { responses, "x-right": right }]) => right !== "open" && right !== "own_page" && !responses["4XX"],
    );
    expect(bare.map(([route]) => route)).toEqual(["get /api/products/{productId}/photo"]); // a picture, or none
  });
});
