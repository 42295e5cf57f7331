// Finds and opens the browser in which the built shop is tried, and reads a page with axe.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import axeCore, { type RunOptions } from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";

export { startShop } from "./shop.ts";

/** Where Chromium, Chrome or Edge stands on this machine; `SENTRA_BROWSER` may name another. */
export function findBrowser(): string | undefined {
  const places = [process.env.SENTRA_BROWSER ?? "", ...usualPlaces()];
  return places.find((path) => path !== "" && existsSync(path));
}

export const browserIsMissing =
  "The tests need a browser: install Chromium, Chrome or Edge, or name one in SENTRA_BROWSER.";

/** A browser with an empty profile that talks to nobody but the page's own server; `more` are switches of its own. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error(browserIsMissing);
  return chromium.launch({ executablePath, headless: true, args: [...quiet, ...more] });
}

export const quiet = [
  "--headless",
  "--no-sandbox", // as root, which build machines usually are, the sandbox does not start
  "--disable-gpu",
  "--disable-dev-shm-usage", // containers often have no more than 64 MB of it
  "--disable-background-networking",
  "--disable-quic",
  "--no-first-run",
  "--disable-component-update",
  "--disable-sync",
];

/** What fades or slides in is read once it stands there; what turns for ever is not waited for. */
async function untilAtRest(): Promise<void> {
  const passing = document
    .getAnimations()
    .filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime ?? Number.POSITIVE_INFINITY));
  await Promise.allSettled(passing.map((one) => one.finished));
}

/** What axe finds wrong with the page as it stands now, a line for each element; empty where all is well. */
export async function axe(page: Page, options: RunOptions = {}): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeCore.source);
  await page.evaluate(untilAtRest);
  const { violations } = await page.evaluate(
    (given) => (globalThis as unknown as { axe: typeof axeCore }).axe.run(document, given),
    options,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.join(" ")})`),
  );
}

function usualPlaces(): string[] {
  if (process.platform === "darwin") {
    return ["Google Chrome", "Chromium", "Microsoft Edge"].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === "win32") {
    const folders = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"];
    const programs = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"];
    return folders.flatMap((folder) => programs.map((path) => join(process.env[folder] ?? "", path)));
  }
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}
