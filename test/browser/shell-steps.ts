// What lies on a till's own disk and in its caches, and a product's picture, as the tests without a server need them.
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** The service worker has taken the whole program in, and this page is its own. */
export async function shellIsKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
}

/** The addresses of everything that lies in any cache of the page, the shells' names before them. */
export const inCaches = (page: Page): Promise<{ names: string[]; addresses: string[] }> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const lists = await Promise.all(names.map(async (name) => await (await caches.open(name)).keys()));
    return { names, addresses: lists.flat().map(({ url }) => url.slice(location.origin.length)) };
  });

/** How wide the one picture of a product is once it is drawn; 0 while it is not. */
export const width = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelector<HTMLImageElement>(".tile img")?.naturalWidth ?? 0);

/** What another screen does: a picture for a product. */
export async function givePicture(page: Page, sku: string): Promise<void> {
  const status = await page.evaluate(async (code) => {
    const { products } = await (await fetch("/api/catalogue")).json();
    const product = products.find((one: { sku: string }) => one.sku === code) ?? products[0];
    const canvas = document.createElement("canvas");
    canvas.getContext("2d")?.fillRect(0, 0, 40, 30);
    const base64 = canvas.toDataURL("image/png").split(",")[1];
    const { productId } = product;
    const body = JSON.stringify({ id: crypto.randomUUID(), productId, type: "image/png", base64 });
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`/api/products/${productId}/photo`, { method: "PUT", headers, body });
    return answer.status;
  }, sku);
  expect(status).toBe(200);
}

/** Everything on one shelf of the till's disk. */
export async function kept(page: Page, shelf: string): Promise<unknown[]> {
  return await page.evaluate(
    (name) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open("sentra-kreasi");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction(name).objectStore(name).getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
    shelf,
  );
}

/** Two days pass for the kept catalogue. */
export async function age(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open("sentra-kreasi");
        opening.onsuccess = () => {
          const write = opening.result.transaction("memory", "readwrite");
          const shelf = write.objectStore("memory");
          const reading = shelf.get("catalogue");
          reading.onsuccess = () =>
            shelf.put({ ...reading.result, readAtMs: reading.result.readAtMs - 2 * 86_400_000 }, "catalogue");
          write.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
}

/** One byte of a kept act's body flips on the device, as a worn disk does it: its total is another. Answers the act as it lies there now. */
export async function flipByte(page: Page, nth: number): Promise<{ id: string; seq: number; body: string }> {
  return await page.evaluate(
    (which) =>
      new Promise<{ id: string; seq: number; body: string }>((resolve, reject) => {
        const opening = indexedDB.open("sentra-kreasi");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const write = opening.result.transaction("acts", "readwrite");
          const shelf = write.objectStore("acts");
          const reading = shelf.getAll();
          let spoiled: { id: string; seq: number; body: string };
          reading.onsuccess = () => {
            const acts = (reading.result as (typeof spoiled)[]).sort((a, b) => a.seq - b.seq);
            const act = acts[which];
            if (!act) return reject(new Error("no such act"));
            spoiled = { ...act, body: act.body.replace(/("totalRupiah":\d*)0/, "$11") };
            shelf.put(spoiled, act.id);
          };
          write.oncomplete = () => {
            opening.result.close();
            resolve(spoiled);
          };
        };
      }),
    nth,
  );
}
