// The API with the built screens beside it: files by their digest for ever, every other address the page itself.
import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { compress } from "hono/compress";
import type { Shop } from "#domain/shop";
import type { TrustDoor } from "#rules/trust";
import { createApp } from "./api/app.ts";
import { headers } from "./api/gate.ts";

/** Vite names every file in here by its contents. */
const FOREVER = "public, max-age=31536000, immutable";

export function withScreens(shop: Shop, dist: string, https?: TrustDoor): Hono {
  const root = relative(process.cwd(), dist) || ".";
  const whole = new Hono();
  whole.use(headers);
  whole.use(compress());
  whole.use("/assets/*", async (c, next) => {
    await next();
    if (c.res.ok) c.header("cache-control", FOREVER);
  });
  whole.get("/assets/*", serveStatic({ root, precompressed: true }));
  whole.route("/", createApp(shop, undefined, https));
  // The page, its manifest and its service worker are asked for anew each time: they say which build this is.
  whole.get("*", async (c, next) => {
    await next();
    if (!c.res.headers.has("cache-control")) c.header("cache-control", "no-cache");
  });
  whole.get("*", serveStatic({ root, precompressed: true }));
  whole.get("*", async (c) =>
    c.html(await readFile(join(dist, "index.html"), "utf8"), 200, { "cache-control": "no-cache" }),
  );
  return whole;
}
