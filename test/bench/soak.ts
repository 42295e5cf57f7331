// npm run soak: what takes long. Kills (-9) by the hundred while tills sell; ends with 1 where anything was lost, doubled or changed.
import { killsWhileSelling } from "./kills.ts";

const KILLS_A_ROUND = 20;
const rounds = Number(process.argv[2] ?? 10);

for (let round = 1; round <= rounds; round += 1) {
  const { answered, booked, repeated, changed, broken } = await killsWhileSelling(KILLS_A_ROUND, round);
  process.stdout.write(`round ${round}: ${KILLS_A_ROUND} kills, ${booked} sales, ${repeated} sent again\n`);
  if (answered === booked && changed === 0 && broken.length === 0) continue;
  process.stdout.write(
    `  answered ${answered}, booked ${booked}, changed ${changed}; broken: ${JSON.stringify(broken)}\n`,
  );
  process.exitCode = 1;
}
