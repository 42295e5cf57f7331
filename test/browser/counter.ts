// A cashier at a counter of their own in a busy hour: sells by keys, takes goods back, counts visitors, and writes down what the screen said.
import type { Browser, Page, Request } from "playwright-core";
import type { SentAct } from "#rules/till-acts";
import { manager, openTill } from "./centre-steps.ts";
import { startPractice } from "./practice-steps.ts";
import { choose, dialog, go, key, press, sees, signIn, visit, wordsOf } from "./steps.ts";
import { cart } from "./till-steps.ts";

/** What a screen said when money changed hands. */
export interface Charged {
  readonly number: string;
  readonly totalRupiah: number;
}

export interface Counter {
  readonly page: Page;
  readonly complaints: string[];
  readonly sales: Charged[];
  readonly refunds: Charged[];
  /** How many people the screen was told of. */
  visitors: number;
  /** Every act that left the page, by its id; a repeat leaves as it did the first time. */
  readonly sent: Map<string, SentAct>;
  sell(names: readonly string[]): Promise<Charged>;
  /** The first line of the last sale comes back whole. */
  takeBack(): Promise<void>;
  count(): Promise<void>;
  /** Nothing waits on this device any more. */
  atRest(): Promise<void>;
}

/** The first counter of a shop makes it a practice shop; each has a till and a drawer of its own. */
export async function openCounter(browser: Browser, url: string, first: boolean): Promise<Counter> {
  const { page, complaints } = await visit(browser, url);
  if (first) await startPractice(page);
  else await signIn(page, manager.pin);
  await openTill(page, "100000");
  // In the morning one looks at all screens; what they need is then known without the server, too.
  await go(page, "Pengunjung");
  await key(page, "Tambah 1 dewasa").waitFor();
  await go(page, "Kasir");
  const sent = new Map<string, SentAct>();
  page.on("request", (request) => {
    for (const act of actsOf(request)) {
      const before = sent.get(act.id);
      if (before && before.body !== act.body) complaints.push(`${act.kind} ${act.id} was changed on its way`);
      sent.set(act.id, act);
    }
  });
  const counter: Counter = {
    page,
    complaints,
    sales: [],
    refunds: [],
    visitors: 0,
    sent,
    async sell(names) {
      for (const [at, name] of names.entries()) {
        await page.keyboard.press("F2");
        await page.getByRole("searchbox").fill(name);
        await page.keyboard.press("Enter");
        await sees(cart(page), `${at + 1} barang`);
      }
      await page.keyboard.press("F9");
      await sees(page, "Uang diterima");
      await page.keyboard.press("F9");
      const paper = page.getByRole("article");
      const words = await wordsOf(paper);
      const charged = {
        number: (await paper.getAttribute("aria-label")) ?? "",
        totalRupiah: rupiahIn(/TOTAL Rp([\d.]+)/, words),
      };
      counter.sales.push(charged);
      await page.keyboard.press("Enter");
      await sees(cart(page), "Pilih barang, atau pindai kodenya.");
      return charged;
    },
    async takeBack() {
      const { number } = counter.sales.at(-1) ?? { number: "" };
      await go(page, "Penjualan");
      // The list is drawn anew when the server comes or goes; a hand that meets nothing presses again.
      while (new URL(page.url()).pathname === "/penjualan")
        await page.getByRole("link", { name: new RegExp(number) }).click();
      await press(page, "Retur");
      await dialog(page).getByRole("switch").first().locator("xpath=ancestor::label[1]").click();
      await choose(dialog(page), "Alasan", "Pelanggan batal membeli");
      await press(dialog(page), "Kembalikan uang");
      await sees(dialog(page), /^Nomor struk: /);
      const words = await wordsOf(dialog(page));
      counter.refunds.push({
        number: /Nomor struk: (\S+)/.exec(words)?.[1] ?? "",
        totalRupiah: rupiahIn(/Serahkan kepada pelanggan Rp([\d.]+)/, words),
      });
      await press(dialog(page), "Selesai");
      await go(page, "Kasir");
    },
    async count() {
      await go(page, "Pengunjung");
      await press(page, "Tambah 1 dewasa");
      counter.visitors += 1;
      await go(page, "Kasir");
    },
    async atRest() {
      const online = page.getByText("Tersambung", { exact: true }).filter({ visible: true });
      await online.first().waitFor({ timeout: 40_000 });
    },
  };
  return counter;
}

function actsOf(request: Request): SentAct[] {
  if (request.method() !== "POST" || !/\/api\/tills\/\d+\/acts$/.test(request.url())) return [];
  return (request.postDataJSON() as { acts: SentAct[] }).acts;
}

function rupiahIn(pattern: RegExp, words: string): number {
  return Number(pattern.exec(words)?.[1]?.replaceAll(".", "") ?? Number.NaN);
}
