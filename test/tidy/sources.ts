// Reads the project's source files for the tidy test: their text, their text without comments, their imports.
import { readdirSync, readFileSync } from "node:fs";
import { posix, sep } from "node:path";
import { fileURLToPath } from "node:url";

export interface Source {
  /** From the project's root, with forward slashes: `server/rules/money.ts`. */
  path: string;
  text: string;
  /** The text with every comment blanked out; lines and columns stay where they were. */
  code: string;
}

export interface Import {
  line: number;
  /** As written: `#rules/money`, `./sale.ts`, `hono`. */
  written: string;
  /** Our file's path from the root, or the package's name where it is not ours. */
  target: string;
  ours: boolean;
  typeOnly: boolean;
}

export interface Breach {
  path: string;
  line: number;
  rule: string;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const aliases: Record<string, string> = JSON.parse(readFileSync(`${root}/package.json`, "utf8")).imports;

/** Every source file of ours; what drizzle-kit writes is not ours. */
export function sourcesOfTheProject(): Source[] {
  const paths = ["server", "client", "db", "test"].flatMap((folder) =>
    readdirSync(`${root}/${folder}`, { recursive: true, encoding: "utf8" }).map(
      (path) => `${folder}/${path.split(sep).join("/")}`,
    ),
  );
  return ["vite.config.ts", ...paths]
    .filter((path) => /\.(ts|tsx|mjs|js|css)$/.test(path) && !path.startsWith("db/migrations/"))
    .sort()
    .map((path) => source(path, readFileSync(`${root}/${path}`, "utf8")));
}

export function source(path: string, text: string): Source {
  return { path, text, code: withoutComments(text) };
}

/** Says on which line a position in the text stands, counting from 1. */
export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split("\n").length;
}

/** Everything a file imports, re-exports, loads later or starts as a worker. */
export function importsOf(from: Source): Import[] {
  const found: Import[] = [];
  for (const pattern of importPatterns) {
    for (const match of from.code.matchAll(pattern)) {
      const written = match.groups?.written ?? "";
      const at = match.index + match[0].indexOf(match[0].trimStart());
      found.push({
        line: lineAt(from.code, at),
        written,
        typeOnly: match.groups?.type !== undefined,
        ...resolved(from.path, written),
      });
    }
  }
  return found;
}

const importPatterns = [
  /^\s*(?:import|export)\s+(?<type>type\s+)?(?:[\w*{}\s,$]+?\s*\bfrom\s*)?["'](?<written>[^"']+)["']/gm,
  /\b(?:import|require)\(\s*["'`](?<written>[^"'`]+)["'`]/g,
  /\bnew URL\(\s*["'](?<written>\.[^"']+\.(?:ts|tsx|mjs))["']/g,
];

function resolved(from: string, written: string): { target: string; ours: boolean } {
  if (written.startsWith(".")) {
    return { target: posix.join(posix.dirname(from), written), ours: true };
  }
  for (const [alias, place] of Object.entries(aliases)) {
    const start = alias.slice(0, alias.indexOf("*"));
    if (written.startsWith(start)) {
      return { target: place.replace("./", "").replace("*", written.slice(start.length)), ours: true };
    }
  }
  return { target: written, ours: false };
}

/** Strings are matched first, so that the `//` of an address is not taken for a comment. */
const stringOrComment =
  /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)/g;

function withoutComments(text: string): string {
  return text.replace(stringOrComment, (whole, comment) =>
    comment === undefined ? whole : whole.replace(/[^\n]/g, " "),
  );
}
