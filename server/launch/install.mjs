// Installs the packages of the lockfile where they are missing; where they are all there, needs no network.
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { home, run } from "./child.mjs";

/** Installs what is missing, or says what is wrong and ends the program. Speaks on standard error only. */
export async function installWhatIsMissing() {
  if (isInstalled()) return;
  console.error("Memasang yang diperlukan, sekali saja … / Installing what is needed, this once …");
  const code = await npm([
    // `ci` empties node_modules first; Windows does not let it delete the Node that may be running us from there.
    process.platform === "win32" && existsSync(`${home}node_modules`) ? "install" : "ci",
    // Everything we use comes ready built; npm 10 would still start a compiler for the database driver.
    "--ignore-scripts",
    // The parts of vite and TypeScript that fit this machine are optional, and building the client needs the rest.
    "--include=optional",
    "--include=dev",
    "--loglevel=error",
    "--no-audit",
    "--no-fund",
  ]);
  if (code === 0 && isInstalled()) return;
  console.error(
    "Tidak berhasil memasang. Periksa sambungan internet dan ruang disk, lalu jalankan lagi.\n" +
      "Installing failed. Check the internet connection and the disk space, then start again.",
  );
  process.exit(1);
}

/**
 * Compares what the lockfile asks for with npm's own record of what it installed, by content: dates are worth
 * nothing on machines whose clock battery is empty. A missing package may be one for other machines.
 */
function isInstalled() {
  const asked = packagesIn("package-lock.json");
  const installed = packagesIn("node_modules/.package-lock.json");
  if (!asked || !installed) return false;
  return Object.entries(asked).every(([path, { version, optional, peer }]) => {
    if (path === "") return true;
    const there = installed[path];
    return there ? there.version === version : Boolean(optional ?? peer);
  });
}

/**
 * @param {string} lockfile
 * @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean }> | undefined}
 */
function packagesIn(lockfile) {
  try {
    return JSON.parse(readFileSync(home + lockfile, "utf8")).packages;
  } catch {
    return undefined; // not there, or cut off in the middle of writing: either way it says nothing
  }
}

/** @param {string[]} args */
function npm(args) {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env;
  // Inside `npm start` the very npm that started us is at hand, under the Node that runs it.
  if (cli && node && basename(cli).startsWith("npm-cli")) return run(node, [cli, ...args], { quiet: true });
  return run("npm", args, { quiet: true, shell: process.platform === "win32" });
}
