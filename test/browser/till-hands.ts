// The hands of the till's tests: keys pressed one by one, names found by the Tab key, a cashier who is there beside the manager.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Here } from "./here.ts";
import { openPractice } from "./practice-steps.ts";
import { key, sees, visit } from "./steps.ts";
import { cart, receipt, scan } from "./till-steps.ts";

export const cashier = { name: "Dewi Lestari", pin: "24680" };

/** One person at one till of a practice shop, without a mouse. */
export function handsAt(here: Here) {
  let page: Page;
  let sold = 0;
  const number = () => `KARTINI-K1-${String(sold).padStart(6, "0")}`;

  const hit = async (...keys: string[]): Promise<void> => {
    for (const one of keys) await page.keyboard.press(one, { delay: 5 });
  };
  /** As a hand types: slower than any scanner. */
  const type = (text: string) => page.keyboard.type(text, { delay: 75 });
  const enterPin = async (pin: string) => {
    await page.getByLabel(/^PIN /).waitFor();
    await type(pin);
    await hit("Enter");
  };
  /** Goes to a key by the Tab key, and presses it. */
  const go = async (name: string | RegExp): Promise<void> => {
    const wanted = key(page, name).first();
    await wanted.waitFor();
    for (let stop = 0; stop < 120; stop += 1) {
      if (await wanted.evaluate((button) => button === document.activeElement)) return await hit("Enter");
      await hit("Tab");
    }
    throw new Error(`The Tab key does not come to ${name}.`);
  };
  /** What another screen sets, sent as that screen sends it. */
  const ask = async (method: string, path: string, body: object): Promise<unknown> => {
    const [status, answer] = await page.evaluate(
      async ([how, where, what]) => {
        const headers = { "content-type": "application/json" };
        const sent = { id: crypto.randomUUID(), ...what };
        const response = await fetch(`/api${where}`, { method: how, headers, body: JSON.stringify(sent) });
        return [response.status, (await response.json()) as unknown] as const;
      },
      [method, path, body] as const,
    );
    expect(status).toBe(200);
    return answer;
  };
  return {
    hit,
    type,
    enterPin,
    go,
    ask,
    /** A practice shop with an open till, at which the cashier stands. */
    start: async () => {
      const visitor = await visit(here.browser, here.shop.url);
      page = visitor.page;
      await openPractice(page);
      await ask("POST", "/staff", { name: cashier.name, roles: ["cashier"], pin: cashier.pin, stallIds: [] });
      await page.reload();
      await page.getByRole("searchbox").waitFor();
      await hit("F3");
      await enterPin(cashier.pin);
      await sees(page, `Sekarang ${cashier.name} di kasir ini.`);
      return visitor;
    },
    /** The number of the last receipt that was issued. */
    number,
    issued: () => {
      sold += 1;
      return number();
    },
    paper: () => {
      sold += 1;
      return receipt(page, number());
    },
    nothingInTheCart: () => sees(cart(page), "Pilih barang, atau pindai kodenya."),
    bag: async () => {
      await scan(page, "TAS-CIPRAT");
      await sees(cart(page), "Rp85.000");
    },
  };
}
