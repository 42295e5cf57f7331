// What a person does on the screens, found by what a key or a field is called and never by how it is drawn.
import type { Browser, Locator, Page } from "playwright-core";

export interface Visitor {
  page: Page;
  /** What went wrong inside the page so far: thrown errors, and complaints of the browser. */
  complaints: string[];
}

/** A page may be slow on a busy machine, and that is no fault of it: speed is measured elsewhere. */
export const patienceMs = 20_000;

/** A new person at a device of their own: an empty profile, an Indonesian browser, a counter's screen. */
export async function visit(
  browser: Browser,
  url: string,
  viewport = { width: 1366, height: 768 },
): Promise<Visitor> {
  const context = await browser.newContext({ viewport, locale: "id-ID", acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    // A refusal or a server that is away is no mistake of the page.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      complaints.push(message.text());
  });
  await page.goto(url);
  return { page, complaints };
}

type Place = Page | Locator;

/** A key by all of its name; the key of the keyboard that may stand on it is left out. */
export const key = (at: Place, name: string | RegExp): Locator =>
  at.getByRole("button", { name: typeof name === "string" ? whole(name) : name });

const whole = (name: string): RegExp =>
  new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?: ?(?:Enter|Esc|F\\d+))?$`);

export const press = (at: Place, name: string | RegExp): Promise<void> => key(at, name).first().click();

export const field = (at: Place, label: string): Locator => at.getByLabel(label, { exact: true });

export const write = (at: Place, label: string, text: string): Promise<void> => field(at, label).fill(text);

/** What stands beside a field for those who hear it: the hint, and what is wrong. */
export async function besides(at: Place, label: string): Promise<string> {
  return await field(at, label).evaluate((control) =>
    (control.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent ?? "")
      .join(" "),
  );
}

/** Chooses from a list by what the entry says. */
export async function pick(at: Place, label: string, entry: string): Promise<void> {
  await field(at, label).selectOption({ label: entry });
}

/** Chooses one of a few keys that all show, in the group of that name. */
export async function choose(at: Place, group: string, entry: string): Promise<void> {
  const radio = at
    .getByRole("group", { name: group, exact: true })
    .getByRole("radio", { name: entry })
    .first();
  await byLabel(radio).click();
}

export async function turn(at: Place, label: string, on: boolean): Promise<void> {
  const box = at.getByRole("switch", { name: label, exact: true });
  if ((await box.isChecked()) !== on) await byLabel(box).click();
}

/** A box that is drawn anew is pressed where its words are. */
const byLabel = (box: Locator): Locator => box.locator("xpath=ancestor::label[1]");

export const dialog = (page: Page): Locator => page.getByRole("dialog");

/** Goes to a place by the menu. */
export async function go(page: Page, place: string): Promise<void> {
  await page
    .getByRole("navigation", { name: "Menu utama" })
    .getByRole("link", { name: place, exact: true })
    .click();
  await page.getByRole("heading", { level: 1, name: place, exact: true }).waitFor({ state: "attached" });
}

/** Waits until the words stand there to be seen; what was only said aloud, perhaps long ago, is no proof. */
export async function sees(at: Place, words: string | RegExp): Promise<void> {
  const seen = at.getByText(words).and(at.locator(":not(body > div > [aria-live])"));
  await seen.filter({ visible: true }).first().waitFor();
}

/** The words of a place, in one line. */
export async function wordsOf(of: Locator): Promise<string> {
  // What was found can be of the screen that is just left: then it is gone when it is read.
  for (let tries = 0; ; tries++) {
    await of.waitFor();
    const words = (await of.allInnerTexts()).join(" ").replace(/\s+/g, " ").trim();
    if (words !== "" || tries === 20) return words;
    await of.page().waitForTimeout(50);
  }
}

/** The value that stands under a name: `Omzet` → `Rp334.750`. */
export async function figure(at: Place, name: string): Promise<string> {
  const term = at.getByRole("term").filter({ hasText: new RegExp(`^${name}$`) });
  return await wordsOf(term.first().locator("xpath=following-sibling::dd[1]"));
}

/** A row of a table, found by its first cell: the texts of its cells. */
export async function row(at: Place, table: string, first: string): Promise<string[]> {
  const found = at
    .getByRole("table", { name: table })
    .getByRole("row")
    .filter({ has: at.getByRole("rowheader", { name: first, exact: true }) });
  await found.first().waitFor();
  return await found.first().getByRole("cell").allInnerTexts();
}

export async function signIn(page: Page, pin: string, name?: string): Promise<void> {
  if (name !== undefined) await press(page, new RegExp(`^${name}`));
  await page.getByLabel(/^PIN /).fill(pin);
  await press(page, "Masuk");
  await page.getByRole("navigation", { name: "Menu utama" }).first().waitFor();
}
