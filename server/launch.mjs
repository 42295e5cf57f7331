// Runs a program of the shop with everything it needs in place: `launch.mjs [--client] [program [arguments]]`.
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { home } from "./launch/child.mjs";
import { buildClientIfStale } from "./launch/client.mjs";
import { installWhatIsMissing } from "./launch/install.mjs";
import { runUnderAGoodNode, thisNodeFits } from "./launch/node.mjs";
import { endWithNpm } from "./launch/orphan.mjs";

// This file and those in launch/ are plain JavaScript that an old Node can read, and load no package: they run
// before anything is installed. The program itself then runs in this process where the Node fits, so that there is
// one process to stop and signals need no messenger.
const given = process.argv.slice(2);
const withClient = given[0] === "--client";
const [program = "", ...args] = withClient ? given.slice(1) : given;

endWithNpm();
await installWhatIsMissing();
if (!thisNodeFits()) process.exit(await runUnderAGoodNode([fileURLToPath(import.meta.url), ...given]));
if (withClient) await buildClientIfStale();

if (program) {
  const path = resolve(home, program);
  process.argv = [process.execPath, path, ...args];
  await import(pathToFileURL(path).href);
}
