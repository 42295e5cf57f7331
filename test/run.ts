// Runs the checks, then the tests, then says how many passed: `npm test`; with `--check`, the checks alone.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { home, run } from "../server/launch/child.mjs";
import { buildClientIfStale } from "../server/launch/client.mjs";
import { browserIsMissing, findBrowser } from "./browser/browser.ts";

interface Outcome {
  passed: number;
  failed: number;
}

const args = process.argv.slice(2);
const onlyCheck = args[0] === "--check";
const chosen = !onlyCheck && args.length > 0;

const outcomes: Outcome[] = [];
if (!chosen) outcomes.push(await types(), await lint());
if (onlyCheck) {
  outcomes.push(await vitest(["test/tidy.test.ts"]));
} else {
  // Chosen tests may need neither a browser nor the built client; `npm test -- test/browser` does.
  if (!chosen || args.some((arg) => arg.includes("browser"))) {
    installBrowser();
    await buildClientIfStale();
  }
  outcomes.push(await vitest(args));
}

const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function types(): Promise<Outcome> {
  return check("types", ["node_modules/typescript/bin/tsc"]);
}

function lint(): Promise<Outcome> {
  return check("format and lint", [
    "node_modules/@biomejs/biome/bin/biome",
    "check",
    "--error-on-warnings",
    "--diagnostic-level=warn",
  ]);
}

/** A check is one more test: it passes, or it fails and has said why. */
async function check(name: string, command: string[]): Promise<Outcome> {
  const code = await run(process.execPath, command);
  console.log(`${code === 0 ? "✓" : "✗"} ${name}`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(chosenTests: string[]): Promise<Outcome> {
  // Data folders, browser profiles and the report all land here, and go with it however a test ended.
  const folder = mkdtempSync(join(tmpdir(), "tests-"));
  const report = join(folder, "report.json");
  const code = await run(
    process.execPath,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...chosenTests,
    ],
    { env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder } },
  );
  const outcome = counted(report);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  // An error outside every test, or a run that broke off, fails no test but must not look green.
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

function counted(report: string): Outcome {
  let read: { numPassedTests: number; numFailedTests: number; testResults: File[] };
  try {
    read = JSON.parse(readFileSync(report, "utf8"));
  } catch {
    return { passed: 0, failed: 1 }; // vitest ended before it could write
  }
  // A file that cannot even be loaded has no tests that could fail; it counts as one.
  const unread = read.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  return { passed: read.numPassedTests, failed: read.numFailedTests + unread.length };
}

interface File {
  status: string;
  assertionResults: { status: string }[];
}

/** Where the machine has no browser and we may install one, we do; elsewhere the browser's tests say what to do. */
function installBrowser(): void {
  if (findBrowser()) return;
  if (process.platform === "linux" && process.getuid?.() === 0) {
    console.log("Installing a browser for the tests, this once …");
    const apt = (...command: string[]) =>
      spawnSync("apt-get", ["-qq", "-o", "Dpkg::Use-Pty=0", ...command], {
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
        stdio: ["ignore", "ignore", "inherit"],
        cwd: home,
      }).status === 0;
    apt("update"); // a fresh container has no package lists yet
    apt("install", "-y", "--no-install-recommends", "chromium");
  }
  if (!findBrowser()) console.log(browserIsMissing);
}
