// Fails on a wrong arrow between the floors of the house, or on a broken habit that a machine can see.
import { describe, expect, test } from "vitest";
import { wrongArrows } from "./tidy/arrows.ts";
import { habits } from "./tidy/habits.ts";
import { missingFromLockfile } from "./tidy/lockfile.ts";
import { type Breach, type Source, source, sourcesOfTheProject } from "./tidy/sources.ts";

const breaches = (files: Source[], rules: ((file: Source) => Breach[])[]): string =>
  files
    .flatMap((file) => rules.flatMap((rule) => rule(file)))
    .map(({ path, line, rule }) => `${path}:${line}  ${rule}`)
    .join("\n");

describe("the project", () => {
  const files = sourcesOfTheProject();

  test("imports follow the arrows", () => {
    expect(breaches(files, [wrongArrows])).toBe("");
  });

  test("habits are kept", () => {
    expect(breaches(files, habits)).toBe("");
  });

  test("the lockfile holds every package it names", () => {
    expect(missingFromLockfile()).toEqual([]);
  });
});

describe("the watchman is awake", () => {
  const said = "// Says what this file is for.\n";
  const crooked: [path: string, code: string, breach: string][] = [
    ["server/rules/sale.ts", `import { x } from "../domain/sales.ts";`, "must not import from server/domain"],
    ["server/rules/sale.ts", `import fs from "node:fs";`, "must not know this package: node:fs"],
    [
      "server/rules/sale.ts",
      `import {\n  x,\n} from "#db/open";`,
      ":2  server/rules must not import from db",
    ],
    [
      "server/rules/sale.ts",
      `const x = await import("#domain/sales");`,
      "must not import from server/domain",
    ],
    ["server/rules/sale.ts", "const id = crypto.randomUUID();", "knows no chance"],
    ["server/domain/sales.ts", `import { Hono } from "hono";`, "must not know this package: hono"],
    ["server/domain/sales.ts", `import "../api/app.ts";`, "must not import from server/api"],
    ["server/domain/sales.ts", `import { x } from "#db/hub/reports";`, "must not import from db/hub"],
    ["server/api/sales.ts", `import type { X } from "#db/tables/sales";`, "must not import from db/tables"],
    ["server/api/sales.ts", `import { eq } from "drizzle-orm";`, "must not know this package: drizzle-orm"],
    ["db/queries/sales.ts", `export * from "#domain/sales";`, "must not import from server/domain"],
    ["db/queries/sales.ts", "sql`select unixepoch()`", "read the clock"],
    ["server/trust/x509.ts", `import { openBook } from "#db/open";`, "must not import from db"],
    ["server/domain/sales.ts", `import { Certificate } from "pkijs";`, "must not know this package: pkijs"],
    ["db/open.ts", `import http from "node:http";`, "must not know this package: node:http"],
    ["server/domain/shifts.ts", "const at = Date.now();", ":2  only main.ts and cli.ts read the clock"],
    ["server/domain/shifts.ts", "const at = new Date();", "read the clock"],
    ["server/domain/shifts.ts", "const half = Math.round(x);", "money is rounded only"],
    ["server/domain/shifts.ts", "const half = totalRupiah / 2;", "money is divided only"],
    [
      "server/domain/extra/x.ts",
      `new Worker(new URL("../../api/w.ts", import.meta.url));`,
      "from server/api",
    ],
    ["server/cupboard/x.ts", "", "is no floor of the house"],
    ["server/main.ts", `import "../client/main.tsx";`, "must not import from client"],
    ["client/api.ts", `import { Api } from "../server/api/app.ts";`, "takes only types"],
    ["client/api.ts", `import { type Api } from "#api/app";`, "takes only types"],
    ["client/api.ts", `import type { X } from "#api/who";`, "must not import from server/api"],
    ["client/api.ts", `import { Hono } from "hono";`, "must not know this package: hono"],
    [
      "client/till/cart.ts",
      `import { y } from "../stock/count.ts";`,
      "till must not import the screen stock",
    ],
    ["client/ui/button.tsx", `import { y } from "../api.ts";`, "client/ui must not import from client"],
    [
      "client/ui/button.tsx",
      `import { y } from "#rules/sale";`,
      "client/ui must not import from server/rules",
    ],
    ["test/api/sales.test.ts", "test.only('x', () => {});", "none is left alone"],
    ["test/api/sales.test.ts", "describe.concurrent.skip('x', () => {});", "none is left alone"],
    ["server/domain/x.ts", "// TODO later", "no loose ends"],
    ["server/domain/x.ts", "// @ts-ignore", "mended, not silenced"],
    ["server/domain/x.ts", "x = y as any;", "any is not a type"],
    ["server/domain/x.ts", `${"\n".repeat(300)}x();`, ":301  at most 300 lines"],
    ["server/domain/utils/x.ts", "", "this name fits everything"],
    ["client/till/types.ts", "", "this name fits everything"],
  ];

  test.each(crooked)("%s: %j", (path, code, breach) => {
    expect(breaches([source(path, said + code)], [wrongArrows, ...habits])).toContain(breach);
  });

  test("a first line that says nothing", () => {
    expect(breaches([source("db/x.ts", "const x = 1;\n")], habits)).toContain("db/x.ts:1  the first line");
  });

  test.each([
    ["server/rules/sale.ts", `import { z } from "zod";\nimport { x } from "./money.ts";`],
    ["server/domain/sales.ts", `import { x } from "#db/queries/sales";\n// Date.now() is not read here`],
    [
      "server/domain/sales.ts",
      `const day = new Date(openedAtMs); const site = "https://x.id"; // Math.round`,
    ],
    ["server/papers/xlsx.ts", `import write from "write-excel-file/node";`],
    ["server/main.ts", `import { x } from "#domain/shop";\nconst now = () => Date.now();`],
    ["client/api.ts", `import type { Api } from "../server/api/app.ts";\nimport { hc } from "hono/client";`],
    ["client/api.ts", `import type { Api } from "#api/app";`],
    [
      "client/app.tsx",
      `import { X } from "./till/till.tsx";\nconst Y = lazy(() => import("./stock/s.tsx"));`,
    ],
    ["client/till/cart.tsx", `import { x } from "../ui/button.tsx";\nimport "./cart.css";`],
    ["client/ui/money.tsx", `import { rupiah } from "#rules/money";\nimport { For } from "solid-js";`],
  ])("%s is left in peace: %j", (path, code) => {
    expect(breaches([source(path, said + code)], [wrongArrows, ...habits])).toBe("");
  });
});
