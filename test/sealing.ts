// PINs typed while the server does not answer, sealed as a till seals them, and the acts that carry them.
import { createHash } from "node:crypto";
import { sealKeyOf } from "#domain/seal";
import { type ClaimSignIn, type SealedFor, sealedFor } from "#rules/sign-ins";
import type { OfflineSignIn, SentAct } from "#rules/till-acts";
import { sealPin } from "../client/seal.ts";
import { newId, nextStamp, type TestShop } from "./shop.ts";

export type Typed = Omit<ClaimSignIn, "sealedPin">;

/** Somebody picks a name at the till and types a PIN, now. */
export function typed(shop: TestShop, staffId = shop.cashier.staffId): Typed {
  const { tillId } = shop.till;
  return { id: newId(), tillId, staffId: staffId as never, typedAtMs: shop.now() };
}

export function sealed(shop: TestShop, pin: string, as: Typed, purpose: SealedFor): Promise<string> {
  return sealPin(sealKeyOf(shop), pin, sealedFor(purpose, as));
}

export async function claim(shop: TestShop, pin: string, as = typed(shop)): Promise<ClaimSignIn> {
  return { ...as, sealedPin: await sealed(shop, pin, as, "session") };
}

/** The body of the act `sign_in`, as the till's next. */
export async function signInBody(shop: TestShop, pin: string, as = typed(shop)): Promise<OfflineSignIn> {
  const { id, staffId, typedAtMs } = as;
  return { id, till: nextStamp(shop), staffId, typedAtMs, sealedPin: await sealed(shop, pin, as, "judge") };
}

/** The body as its till's queue sends it. */
export function signInAct(body: OfflineSignIn): SentAct {
  const text = JSON.stringify(body);
  return {
    id: body.id,
    kind: "sign_in",
    seq: body.till.seq,
    receiptCount: null,
    signInId: null,
    body: text,
    digest: createHash("sha256").update(text).digest("hex"),
    keptAtMs: body.typedAtMs,
    promised: true,
  };
}
