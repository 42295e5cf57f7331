// A practice shop's till whose browser has kept its program: the server may go, and comes back where the till looks for it.
import type { Page } from "playwright-core";
import { beforeAll } from "vitest";
import { startShop } from "./browser.ts";
import { aShop, type Here, tellWhatStood } from "./here.ts";
import { openPractice } from "./practice-steps.ts";
import { shellIsKept } from "./shell-steps.ts";
import { sees, visit } from "./steps.ts";

/** What stands on its shelf. */
export const coffee = "Kopi Tubruk Temanggung";

interface KeptTill {
  here: Here;
  page: Page;
  complaints: string[];
  /** The server is started again on its book. */
  powerIsBack(): Promise<void>;
}

/** Filled before the first test, and before what else the tests of this part begin with. */
export function aKeptTill(): KeptTill {
  const here = aShop();
  let port = 0;
  const till = {
    here,
    powerIsBack: async () => {
      here.shop = await startShop({ data: here.shop.dataFolder, port });
    },
  } as KeptTill;
  tellWhatStood(() => till.page);
  beforeAll(async () => {
    port = Number(new URL(here.shop.url).port);
    const { page, complaints } = await visit(here.browser, here.shop.url);
    Object.assign(till, { page, complaints });
    await openPractice(page);
    await shellIsKept(page);
    await sees(page, coffee);
  });
  return till;
}
