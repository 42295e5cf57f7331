// Runs the shop's command line in a process of its own, as a person at the server's keyboard would.
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";
import { commands } from "../../server/commands.ts";

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const home = fileURLToPath(new URL("../..", import.meta.url));
const readTypeScript = process.features.typescript ? [] : ["--experimental-strip-types"];

export const recordFolder = (name: string): string => join(home, "test", "records", name);

export const newFolder = (): string => mkdtempSync(join(tmpdir(), "shop-"));

/** `npm run -s shop -- …args`, with its book under `data`. */
export function shop(data: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  return ran(["server/cli.ts", ...args], { SHOP_DATA: data, INIT_CWD: home, ...env });
}

/** The same command without a process of its own, where only its answer is asked for. */
export async function shopHere(
  data: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ran> {
  const told = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      told[name] += String(text);
      return true;
    }),
  );
  for (const [name, value] of Object.entries({ SHOP_DATA: data, INIT_CWD: home, ...env }))
    vi.stubEnv(name, value);
  try {
    const [name = "", ...rest] = args;
    const code = (await commands[name]?.run(rest, () => Date.parse("2025-07-15T03:00:00Z"))) ?? null;
    return { code, ...told };
  } finally {
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
  }
}

/** A TypeScript file of the project in a process of its own. */
export function ran(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...readTypeScript, ...args], {
      cwd: home,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** A copy of a record with some cells overwritten: `[file, row as an editor counts it, column, new text]`. */
export function spoiled(
  record: string,
  cells: readonly (readonly [file: string, row: number, column: string, text: string])[],
): string {
  const folder = join(newFolder(), record);
  cpSync(recordFolder(record), folder, { recursive: true });
  for (const [file, row, column, text] of cells) {
    const path = join(folder, file);
    const lines = readFileSync(path, "utf8").split("\n");
    const at = (lines[0] ?? "").trim().split(",").indexOf(column);
    const cellsOfRow = (lines[row - 1] ?? "").split(",");
    cellsOfRow[at] = text;
    lines[row - 1] = cellsOfRow.join(",");
    writeFileSync(path, lines.join("\n"));
  }
  return folder;
}
