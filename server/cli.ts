// The shop at the command line: import · figures · audit · check-report · new-pin.
import "./launch/guard.mjs";
import { once } from "node:events";
import { commands } from "./commands.ts";

const [name = "", ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  process.stderr.write(
    `npm run -s shop -- <command>\n\n${Object.values(commands)
      .map(({ use }) => `  ${use}`)
      .join("\n")}\n`,
  );
  process.exitCode = name === "" || name === "help" ? 0 : 2;
} else {
  process.exitCode = await command.run(args, () => Date.now());
  if (process.stdout.writableNeedDrain) await once(process.stdout, "drain");
}
