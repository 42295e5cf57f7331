// Tells a connection that this device trusts from one whose warning somebody pressed away.

export type Proof = "trusted" | "pressed_away" | "cannot_tell";

/**
 * A page whose warning was pressed away works nearly as usual, but browsers register no service worker for it; and
 * that is what the till needs https for. So one that does nothing is registered, and taken back at once.
 */
export async function proveTrust(): Promise<Proof> {
  if (!window.isSecureContext || !("serviceWorker" in navigator)) return "cannot_tell";
  try {
    const registered = await navigator.serviceWorker.register("/trust-proof.js", {
      scope: "/percaya/bukti/",
    });
    await registered.unregister();
    return "trusted";
  } catch {
    return "pressed_away";
  }
}
