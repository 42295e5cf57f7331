// Builds the client where dist/ is missing or was built from other sources than those at hand.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { home, run } from "./child.mjs";

/** What the built client is made of; of server/api it takes types only, and those leave no trace. */
const ingredients = ["client", "server/rules", "vite.config.ts", "package.json", "package-lock.json"];

const stamp = `${home}dist/.built-from`;

/** Builds the client if it has to be, or says that it cannot and ends the program. Speaks on standard error only. */
export async function buildClientIfStale() {
  // Taken before the build, so that a file saved meanwhile makes the next start build again.
  const sources = fingerprint();
  if (sources === builtFrom()) return;
  console.error("Menyiapkan layar kasir … / Building the screens …");
  const vite = `${home}node_modules/vite/bin/vite.js`;
  const code = await run(process.execPath, [vite, "build", "--logLevel=warn"], { quiet: true });
  if (code !== 0) {
    console.error("Layar kasir tidak dapat disiapkan. / The screens could not be built.");
    process.exit(1);
  }
  writeFileSync(stamp, sources);
}

function builtFrom() {
  try {
    return readFileSync(stamp, "utf8");
  } catch {
    return undefined; // never built, or not to the end
  }
}

/** By content and not by date: copies, archives and machines with a wrong clock have wrong dates. */
function fingerprint() {
  const hash = createHash("sha256");
  for (const path of ingredients.flatMap(filesIn)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(home + path))
      .update("\0");
  }
  return hash.digest("hex");
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(path) {
  if (!statSync(home + path).isDirectory()) return [path];
  return readdirSync(home + path)
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`));
}
