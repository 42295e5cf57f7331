// npm run soak: what takes long, with the very tests of `npm test` where it can; ends with 1 where anything was lost, doubled or changed.
import { run } from "../../server/launch/child.mjs";
import { killsWhileSelling } from "./kills.ts";

const KILLS_A_ROUND = 20;
const HOUR_KILLS_A_ROUND = 30;
const LIVES_A_ROUND = 25;
const rounds = Number(process.argv[2] ?? 10);
const tell = (line: string): void => void process.stdout.write(`${line}\n`);

for (let round = 1; round <= rounds; round += 1) {
  const { answered, booked, repeated, changed, broken } = await killsWhileSelling(KILLS_A_ROUND, round);
  tell(`round ${round}: ${KILLS_A_ROUND} kills, ${booked} sales, ${repeated} sent again`);
  if (answered === booked && changed === 0 && broken.length === 0) continue;
  tell(`  answered ${answered}, booked ${booked}, changed ${changed}; broken: ${JSON.stringify(broken)}`);
  process.exitCode = 1;
}

const seed = Date.now() % 2 ** 30;
// A process for each round: each life starts threads, and V8 frees WebAssembly twice after some hundreds of them in one process.
for (let round = 1; round <= rounds; round += 1)
  await again("server", "test/days/tills.property.test.ts", {
    SOAK_RUNS: LIVES_A_ROUND,
    SOAK_SEED: seed + round,
  });
for (let round = 1; round <= Math.ceil(rounds / 10); round += 1)
  await again("browser", "test/browser/busy-hour.test.ts", {
    SOAK_KILLS: HOUR_KILLS_A_ROUND,
    SOAK_SEED: seed + round,
  });

/** The same test, longer; `SOAK_SEED` repeats it. */
async function again(project: string, file: string, how: Record<string, number>): Promise<void> {
  tell(`${file}: ${JSON.stringify(how)}`);
  const asked = Object.fromEntries(Object.entries(how).map(([name, value]) => [name, String(value)]));
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--project", project, file];
  const env = { ...process.env, ...asked };
  if ((await run(process.execPath, vitest, { env })) !== 0) process.exitCode = 1;
}
