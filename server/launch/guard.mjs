// Imported before anything else by main.ts and cli.ts: under an old Node the program starts again under a good one.
import { runUnderAGoodNode, thisNodeFits } from "./node.mjs";

if (!thisNodeFits()) process.exit(await runUnderAGoodNode(process.argv.slice(1)));
