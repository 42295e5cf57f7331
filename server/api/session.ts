// Routes for signing in and out, and for a manager's approval on the spot.
import { createRoute, z } from "@hono/zod-openapi";
import { approve, sessionOf, signIn, signOut } from "#domain/sessions";
import type { Shop } from "#domain/shop";
import { claimSignIn } from "#domain/sign-ins";
import { approveSchema, sessionSchema, signInSchema } from "#rules/session";
import { claimSignInSchema } from "#rules/sign-ins";
import { get, post, routes } from "./routes.ts";
import { dropStaffToken, keepStaffToken, mustBeSignedIn, staffToken } from "./who.ts";

export const session = (shop: Shop) =>
  routes()
    .openapi(get("/session", "open", sessionSchema), (c) => c.json(sessionOf(shop, staffToken(c)), 200))
    .openapi(post("/session", "open", signInSchema, sessionSchema), async (c) => {
      const { staffId, pin } = c.req.valid("json");
      const token = await signIn(shop, staffId, pin, staffToken(c));
      keepStaffToken(c, token);
      return c.json(sessionOf(shop, token), 200);
    })
    .openapi(post("/session/offline", "open", claimSignInSchema, sessionSchema), async (c) => {
      const token = await claimSignIn(shop, c.req.valid("json"), staffToken(c));
      keepStaffToken(c, token);
      return c.json(sessionOf(shop, token), 200);
    })
    .openapi(
      createRoute({
        method: "delete",
        path: "/session",
        "x-right": "open",
        responses: {
          200: { description: "Signed out", content: { "application/json": { schema: sessionSchema } } },
        },
      }),
      (c) => {
        signOut(shop, staffToken(c));
        dropStaffToken(c);
        return c.json(sessionOf(shop, null), 200);
      },
    )
    .openapi(
      createRoute({
        ...post("/approvals", "open", approveSchema, z.object({ id: z.string() })),
        middleware: [mustBeSignedIn] as const,
        "x-right": "signed_in",
      }),
      async (c) => {
        return c.json(await approve(shop, c.req.valid("json")), 200);
      },
    );
