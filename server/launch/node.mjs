// Finds a Node that can run the shop, because many machines still have an old one.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { home, run } from "./child.mjs";

/**
 * The shop needs two things of Node. Its programs are TypeScript, which Node reads by itself since 22.18 and with a
 * flag since 22.14. And its database driver needs Node-API 10 (22.14): an older Node does not refuse it, it crashes;
 * so nobody may load the driver before having asked here.
 */
export function thisNodeFits() {
  return hasNodeApi(process.versions.napi) && Boolean(process.features.typescript);
}

/**
 * Starts a program again under a Node that fits and answers with its exit code; where there is none, says what is
 * needed and answers 1.
 *
 * @param {string[]} args the program and its arguments
 * @returns {Promise<number>}
 */
export async function runUnderAGoodNode(args) {
  if (worksAndFits(bundledNode)) return run(bundledNode, args);
  if (hasNodeApi(process.versions.napi)) return run(process.execPath, [...readTypeScript, ...args]);
  console.error(whatIsNeeded());
  return 1;
}

const readTypeScript = ["--experimental-strip-types", "--disable-warning=ExperimentalWarning"];

/** The lockfile brings a Node of its own for Linux and Windows; `npm run` uses it as soon as it is installed. */
const bundledNode =
  process.platform === "win32"
    ? `${home}node_modules/node-win-${process.arch}/bin/node.exe`
    : `${home}node_modules/node-${process.platform}-${process.arch}/bin/node`;

/** @param {string | undefined} version */
function hasNodeApi(version) {
  return Number(version) >= 10;
}

/** A file that is there may still not run: built for another C library, or on a disk that runs nothing. */
function worksAndFits(/** @type {string} */ node) {
  if (!existsSync(node)) return false;
  const { status, stdout } = spawnSync(node, ["-p", "process.versions.napi"], { encoding: "utf8" });
  return status === 0 && hasNodeApi(stdout);
}

function whatIsNeeded() {
  return [
    `Perlu Node.js 22.18 atau lebih baru (sebaiknya 24); yang terpasang ${process.version}. Pasang dari nodejs.org, lalu jalankan lagi.`,
    `Node.js 22.18 or newer is needed (best 24); this one is ${process.version}. Install it from nodejs.org and start again.`,
  ].join("\n");
}
