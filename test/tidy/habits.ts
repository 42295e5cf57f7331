// The habits a machine can check by reading: the clock, rounding, names, lengths, first lines, loose ends.
import { type Breach, lineAt, type Source } from "./sources.ts";

type Habit = (source: Source) => Breach[];

/** The only readers of the clock: everyone else is handed the time. */
const clockReaders = /^(server\/(main|cli|hub)\.ts|server\/launch\/)/;

/** The only places that round: two for money, the others for what is no money; each with its reason. */
const mayRound: Record<string, string> = {
  "server/rules/money.ts": "defines what rounding money means",
  "server/rules/split.ts": "divides an amount so that the parts add up to it again",
  "server/rules/report.ts": "compares sums of pieces in whole thousandths",
  "server/domain/doors.ts": "tells a wait in whole seconds",
  "server/commands.ts": "tells progress in whole percents",
  "client/ui/motifs.ts": "draws: its numbers are places on a picture",
  "client/ui/printing.tsx": "measures paper in millimetres",
};

const longestFile = 300;

/** These must spell out the words that are forbidden. */
const spellsThemOut = ["test/tidy.test.ts", "test/tidy/habits.ts"];

export const habits: Habit[] = [
  forbid(
    "only main.ts and cli.ts read the clock",
    /\bDate\.now\b|\bnew Date(?:\(\s*\)|(?!\s*\())|\bCURRENT_TIMESTAMP\b|\('now'|\bunixepoch\(\)/,
    (path) => /^(server|db)\//.test(path) && !clockReaders.test(path),
  ),
  forbid(
    "server/rules knows no chance, process, network or timer",
    /\bMath\.random\b|\bgetRandomValues\b|\brandomUUID\b|\brandomBytes\b|\bprocess\.|\bfetch\(|\bset(?:Timeout|Interval)\(/,
    (path) => path.startsWith("server/rules/"),
  ),
  forbid(
    "money is rounded only in server/rules/money.ts and split.ts",
    /\bMath\.(?:round|floor|ceil)\b|\.toFixed\(|\bparseFloat\(/,
    (path) => !path.startsWith("test/") && !(path in mayRound),
  ),
  forbid(
    "money is divided only in server/rules/money.ts and split.ts",
    /\b\w*[rR]upiah(?:\)|\(\))?\s*\/(?![/*>])/,
    (path) => !path.startsWith("test/") && !(path in mayRound) && !path.endsWith(".css"),
  ),
  forbid(
    "no test is left out and none is left alone",
    /\b(?:describe|test|it|suite)(?:\.\w+)*\.(?:only|skip|skipIf|todo|fails)\b|\b[xf](?:it|describe)\(/,
  ),
  forbid("any is not a type", /\bas any\b/),
  forbidInComments("no loose ends: do it, or write an issue", /\b(?:TODO|FIXME)\b/),
  forbidInComments("type errors are mended, not silenced", /@ts-(?:ignore|nocheck)\b/),
  saysWhatItIsFor,
  isNotTooLong,
  isNamedForWhatItHolds,
];

function forbid(rule: string, pattern: RegExp, where: (path: string) => boolean = () => true): Habit {
  return (source) => (where(source.path) ? matches(source, source.code, pattern, rule) : []);
}

function forbidInComments(rule: string, pattern: RegExp): Habit {
  return (source) => matches(source, source.text, pattern, rule);
}

function matches(source: Source, text: string, pattern: RegExp, rule: string): Breach[] {
  if (spellsThemOut.includes(source.path)) return [];
  return [...text.matchAll(new RegExp(pattern, "g"))].map((match) => ({
    path: source.path,
    line: lineAt(text, match.index),
    rule: `${rule} ("${match[0]}")`,
  }));
}

function saysWhatItIsFor({ path, text }: Source): Breach[] {
  const lines = text.split("\n");
  const first = lines[0]?.startsWith("#!") ? lines[1] : lines[0];
  // Three words at least: shorter than that is a title, not a sentence.
  if (/^(\/\/|\/\*\*?)\s+\S+\s+\S+\s+\S+/.test(first ?? "")) return [];
  return [
    { path, line: 1, rule: "the first line is a comment that says in a sentence what the file is for" },
  ];
}

function isNotTooLong({ path, text }: Source): Breach[] {
  const lines = text.trimEnd().split("\n").length;
  if (lines <= longestFile) return [];
  return [
    { path, line: longestFile + 1, rule: `at most ${longestFile} lines a file; this one has ${lines}` },
  ];
}

function isNamedForWhatItHolds({ path }: Source): Breach[] {
  if (!/(^|\/)(utils?|helpers?|common|misc|types|constants)(\/|\.\w+$)/.test(path)) return [];
  return [{ path, line: 1, rule: "a file is named for the noun it holds; this name fits everything" }];
}
