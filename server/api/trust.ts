// Routes for a device that is to trust the shop's https: what there is to trust, and the authority's certificate.
import { createRoute, z } from "@hono/zod-openapi";
import { refuse } from "#rules/refusal";
import { type TrustDoor, trustViewSchema } from "#rules/trust";
import { get, refusals, routes } from "./routes.ts";

/** Android, Windows, macOS and iPads know it by this type and offer to keep it. */
const AUTHORITY_TYPE = "application/x-x509-ca-cert";

export const trust = (door: TrustDoor) =>
  routes()
    .openapi(get("/trust", "open", trustViewSchema), (c) => c.json(door.view(), 200))
    .openapi(
      createRoute({
        method: "get",
        path: "/authority.crt",
        "x-right": "open",
        responses: {
          200: {
            description: "The certificate of the shop's own authority (DER); refused where there is none",
            content: { [AUTHORITY_TYPE]: { schema: z.string() } },
          },
          ...refusals,
        },
      }),
      (c) => {
        const bytes = door.authority() ?? refuse("not_found");
        return c.body(bytes, 200, {
          "content-type": AUTHORITY_TYPE,
          // Not an attachment: an iPad would lay that among its files instead of offering to trust it.
          "content-disposition": 'inline; filename="sentra-kreasi.crt"',
        });
      },
    );
