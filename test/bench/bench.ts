// npm run bench: speed as ratios against a limit measured in the same run; ends with 1 where a limit is missed.
import { batchesAgainstSingle } from "./acts.ts";
import { figuresAgainstOneMonth } from "./figures.ts";
import { type Rate, salesAgainstBare } from "./sales.ts";
import { closingManyAgainstFew } from "./shifts.ts";
import { tillWeightAndTimes } from "./till.ts";

const tell = (line: string): void => void process.stdout.write(`${line}\n`);
let missed = 0;

function judge(what: string, value: number, limit: number, sense: "at least" | "at most"): void {
  const kept = sense === "at least" ? value >= limit : value <= limit;
  if (!kept) missed += 1;
  tell(`  ${kept ? "kept  " : "MISSED"} ${what}: ${value.toFixed(2)} (${sense} ${limit})`);
}

const rate = (of: Rate): string =>
  `${of.perSecond.toFixed(0)}/s, p50 ${of.p50Ms.toFixed(2)} ms, p99 ${of.p99Ms.toFixed(2)} ms`;

const wanted = new Set(process.argv.slice(2));
const asked = (name: string): boolean => wanted.size === 0 || wanted.has(name);

if (asked("sales")) {
  tell("Sales of three lines over HTTP against the same rows by bare statements");
  for (const [synchronous, limit] of [
    ["FULL", 1],
    ["OFF", 0.5],
  ] as const) {
    for (const clients of [1, 8]) {
      const { http, bare } = await salesAgainstBare(synchronous, clients, 8000);
      tell(`  synchronous=${synchronous}, ${clients} at once: HTTP ${rate(http)}; bare ${rate(bare)}`);
      const ratio = http.perSecond / bare.perSecond;
      if (clients === 8)
        judge(`HTTP / bare, synchronous=${synchronous}, 8 at once`, ratio, limit, "at least");
      else tell(`         HTTP / bare: ${ratio.toFixed(2)}`);
    }
  }
}

if (asked("acts")) {
  tell("A till that was alone catches up: its acts 25 at a time, and one by one");
  const { batched, single } = await batchesAgainstSingle(5000);
  tell(`  25 at a time ${batched.toFixed(0)} acts/s, one by one ${single.toFixed(0)} acts/s`);
  judge("25 at a time / one by one", batched / single, 1, "at least");
}

if (asked("figures")) {
  tell("Figures of one month, in a book of 5 years × 500 sales a day and in a book of that month alone");
  const { monthOfFiveYearsMs, monthAloneMs } = await figuresAgainstOneMonth(tell);
  tell(`  5 years ${monthOfFiveYearsMs.toFixed(1)} ms, the month alone ${monthAloneMs.toFixed(1)} ms`);
  judge("5 years / month alone", monthOfFiveYearsMs / monthAloneMs, 1.5, "at most");
}

if (asked("shifts")) {
  tell("Closing a shift of 2,000 sales, and one of 20");
  const { fewMs, manyMs } = closingManyAgainstFew(20, 2000);
  tell(`  20 sales ${fewMs.toFixed(2)} ms, 2,000 sales ${manyMs.toFixed(2)} ms`);
  judge("2,000 / 20", manyMs / fewMs, 1.5, "at most");
}

if (asked("till")) {
  tell("The till");
  const { scriptAndStyleKb, usableMs, searchMs } = await tillWeightAndTimes();
  tell(
    `  usable selling page after ${usableMs.toFixed(0)} ms; from key to painted list ${searchMs.toFixed(1)} ms among 10,000 products`,
  );
  judge("compressed script and style of the selling page, KB", scriptAndStyleKb, 150, "at most");
}

tell(missed === 0 ? "Every limit is kept." : `${missed} limits are missed.`);
process.exitCode = missed === 0 ? 0 : 1;
