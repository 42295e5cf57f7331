// Routes of the customer's screens: pairing one, telling it what to show, and the stream that it follows.
import { createRoute, z } from "@hono/zod-openapi";
import { streamSSE } from "hono/streaming";
import { displaySession, newPairing, pairDisplay, show, watch } from "#domain/displays";
import { signOut } from "#domain/sessions";
import type { Shop } from "#domain/shop";
import {
  displaySessionSchema,
  newPairingSchema,
  pairDisplaySchema,
  pairingSchema,
  showSchema,
} from "#rules/display";
import { get, post, refusals, routes } from "./routes.ts";
import { displayToken, dropDisplayToken, keepDisplayToken } from "./who.ts";

/** Often enough that nothing between takes the line for dead, and that a screen which is gone is noticed. */
const KEEP_ALIVE_MS = 15_000;

export const displays = (shop: Shop) =>
  routes()
    .openapi(post("/displays/pairings", "sell", newPairingSchema, pairingSchema), (c) =>
      c.json(newPairing(shop, c.req.valid("json")), 200),
    )
    .openapi(post("/displays", "open", pairDisplaySchema, displaySessionSchema), async (c) => {
      const token = await pairDisplay(shop, c.req.valid("json").code, displayToken(c));
      keepDisplayToken(c, token);
      return c.json(displaySession(shop, token), 200);
    })
    .openapi(get("/displays/session", "open", displaySessionSchema), (c) =>
      c.json(displaySession(shop, displayToken(c)), 200),
    )
    .openapi(
      createRoute({
        method: "delete",
        path: "/displays/session",
        "x-right": "open",
        responses: {
          200: { description: "Unpaired", content: { "application/json": { schema: displaySessionSchema } } },
        },
      }),
      (c) => {
        signOut(shop, displayToken(c));
        dropDisplayToken(c);
        return c.json(displaySession(shop, undefined), 200);
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/displays/events",
        "x-right": "own_screen",
        responses: {
          200: {
            description: "What to show, each time the whole face as JSON (server-sent events)",
            content: { "text/event-stream": { schema: z.string() } },
          },
          ...refusals,
        },
      }),
      (c) => {
        const watching = watch(shop, displayToken(c));
        const answer = streamSSE(c, async (stream) => {
          let sending = 0;
          let stuckBeats = 0;
          const send = async (event: string) => {
            sending += 1;
            await stream.write(event);
            sending -= 1;
            stuckBeats = 0;
          };
          const alive = setInterval(() => {
            if (sending > 0) stuckBeats += 1;
            else void send(": still here\n\n");
            // Whoever reads no more is let go, and whoever is no longer paired.
            if (stuckBeats > 1 || !watching.paired()) stream.abort();
          }, KEEP_ALIVE_MS);
          stream.onAbort(() => watching.stop());
          try {
            for (let face = await watching.next(); face; face = await watching.next())
              await send(`data: ${JSON.stringify(face)}\n\n`);
          } finally {
            clearInterval(alive);
            watching.stop();
          }
        });
        answer.headers.set("connection", "close"); // a line that ends with its stream keeps no closing server waiting
        return answer;
      },
    )
    .openapi(post("/displays/show", "sell", showSchema, z.object({ watching: z.int() })), (c) =>
      c.json(show(shop, c.req.valid("json")), 200),
    );
