// The commands of the shop's command line; each answers the exit code, and writes its result to stdout and everything else to stderr.
import { randomUUID } from "node:crypto";
import { existsSync, renameSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { backUp, restoreBackup } from "#db/backup";
import { lockBook } from "#db/lock";
import { figuresOf } from "#domain/figures";
import { importRecord, RecordRefused } from "#domain/record-import";
import { isSetUp, type Shop } from "#domain/shop";
import { managers, setPin } from "#domain/staff";
import { checkReport } from "#domain/submissions";
import { readRecordFolder } from "#papers/record-folder";
import { daySchema } from "#rules/business-day";
import { pinSchema } from "#rules/permissions";
import type { Fault } from "#rules/record";
import { readRecord } from "#rules/record";
import { Refusal, refusalSentence } from "#rules/refusal";
import { asidePath, bookPath, dataFolder, openShop, stampOf } from "./folder.ts";
import { figuresLines } from "./papers/figures-text.ts";

interface Command {
  readonly use: string;
  readonly run: (args: readonly string[], now: () => number) => Promise<number>;
}

const said = (line: string): void => void process.stderr.write(`${line}\n`);
const printed = (text: string): void => void process.stdout.write(`${text}\n`);
/** Paths are from where the person stood, not from where npm runs the program. */
const pathOf = (typed: string): string => resolve(process.env["INIT_CWD"] ?? process.cwd(), typed);

const WRONG_USE = 2;

export const commands: Readonly<Record<string, Command>> = {
  import: { use: "import <folder>                         a trading record into a new book", run: runImport },
  figures: {
    use: "figures [--from DAY --to DAY] [--json]  the figures of a period, or of the whole book",
    run: runFigures,
  },
  audit: { use: "audit                                   checks every promise of the book", run: runAudit },
  "check-report": {
    use: "check-report <file>                     checks a file made for the directorate",
    run: runCheckReport,
  },
  backup: { use: "backup                                  a checked copy of the book", run: runBackup },
  restore: {
    use: "restore <file>                          a backup in the place of the book",
    run: runRestore,
  },
  "new-pin": {
    use: "new-pin [name]                          a new PIN for a manager who forgot it",
    run: runNewPin,
  },
};

/** Builds a new book aside, audits it, and only then puts it in place. */
async function runImport(args: readonly string[], now: () => number): Promise<number> {
  const [folder] = args;
  if (folder === undefined || args.length > 1) return usage("import");
  const { record, faults } = readRecord(await readRecordFolder(pathOf(folder)));
  if (!record) return tellFaults(faults);
  const path = bookPath(dataFolder());
  const lock = lockBook(path);
  if (!lock) return refused("The shop is running on this book. Stop it, then import.");
  try {
    if (await holdsCentre(path, now))
      return refused(`There is already a centre in ${path}. Import into another SHOP_DATA.`);
    const aside = join(dataFolder(), `import-${randomUUID()}.sqlite`);
    try {
      const code = await importInto(aside, record, now);
      if (code === 0) putInPlace(aside, path);
      return code;
    } finally {
      for (const ending of ["", "-wal", "-shm"]) rmSync(aside + ending, { force: true });
    }
  } finally {
    lock.release();
  }
}

async function importInto(
  path: string,
  record: NonNullable<ReturnType<typeof readRecord>["record"]>,
  now: () => number,
): Promise<number> {
  const shop = openShop(path, now);
  try {
    importRecord(shop, record, { practice: false, onProgress: progress() });
    said("");
    const broken = await brokenPromises(shop);
    if (broken > 0) return 1;
    said(
      `Imported ${record.sales.length} sales, ${record.refunds.length} refunds and ${record.payouts.length} payouts of ${record.centre.name}.`,
    );
    return 0;
  } catch (failure) {
    if (failure instanceof RecordRefused) return tellFaults(failure.faults);
    throw failure;
  } finally {
    await shop.book.close();
  }
}

async function holdsCentre(path: string, now: () => number): Promise<boolean> {
  if (!existsSync(path)) return false;
  const shop = openShop(path, now);
  const held = isSetUp(shop);
  await shop.book.close();
  return held;
}

function putInPlace(aside: string, path: string): void {
  for (const ending of ["-wal", "-shm"]) rmSync(path + ending, { force: true });
  renameSync(aside, path);
}

function progress(): (done: number, total: number) => void {
  let shown = -1;
  return (done, total) => {
    const percent = Math.floor((done * 100) / total);
    if (percent === shown) return;
    shown = percent;
    process.stderr.write(process.stderr.isTTY ? `\r${percent} %` : percent % 25 === 0 ? `${percent} % ` : "");
  };
}

function tellFaults(faults: readonly Fault[]): number {
  for (const { file, row, column, expected, got } of faults) {
    said(
      `${file}, row ${row}${column === "" ? "" : `, column ${column}`}: expected ${expected}${got === "" ? "" : `, got "${got}"`}`,
    );
  }
  said(`Nothing was imported: ${faults.length} ${faults.length === 1 ? "fault" : "faults"}.`);
  return 1;
}

async function runFigures(args: readonly string[], now: () => number): Promise<number> {
  const options = parsed(args, {
    from: { type: "string" },
    to: { type: "string" },
    json: { type: "boolean" },
  });
  if (!options) return usage("figures");
  const { from, to, json } = options as { from?: string; to?: string; json?: boolean };
  if ((from === undefined) !== (to === undefined)) return refused("Give both --from and --to, or neither.");
  if ([from, to].some((day) => day !== undefined && !daySchema.safeParse(day).success))
    return refused("A day is written like 2021-03-24.");
  if (from !== undefined && to !== undefined && from > to) return refused("--to is before --from.");
  return withShop(now, async (shop) => {
    const period = from === undefined ? null : { from: daySchema.parse(from), to: daySchema.parse(to) };
    const figures = await figuresOf(shop, period);
    printed(json ? JSON.stringify(figures, null, 2) : figuresLines(figures).join("\n"));
    return 0;
  });
}

async function runAudit(args: readonly string[], now: () => number): Promise<number> {
  if (args.length > 0) return usage("audit");
  return withShop(now, async (shop) => ((await brokenPromises(shop, true)) === 0 ? 0 : 1));
}

/** Tells each broken promise (and, when asked, each kept one); answers how many are broken. */
async function brokenPromises(shop: Shop, telling = false): Promise<number> {
  const promises = await shop.book.reader.read("audit", {});
  for (const { name, broken, examples } of promises) {
    if (broken === 0 && telling) printed(`kept    ${name}`);
    if (broken === 0) continue;
    printed(`BROKEN  ${name}: ${broken}`);
    for (const example of examples) printed(`        ${example}`);
  }
  return promises.filter((promise) => promise.broken > 0).length;
}

async function runCheckReport(args: readonly string[]): Promise<number> {
  const [file] = args;
  if (file === undefined || args.length > 1) return usage("check-report");
  const text = await readFile(pathOf(file), "utf8").catch(() => null);
  if (text === null) return refused(`${file} cannot be read.`);
  const faults = checkReport(jsonOf(text));
  for (const fault of faults) printed(fault);
  printed(
    faults.length === 0
      ? `${file} is a valid report.`
      : `${file} is not a valid report: ${faults.length} faults.`,
  );
  return faults.length === 0 ? 0 : 1;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

async function runBackup(args: readonly string[], now: () => number): Promise<number> {
  if (args.length > 0) return usage("backup");
  const path = bookPath(dataFolder());
  if (!existsSync(path)) return refused(`There is no book in ${path} yet.`);
  const backup = backUp(path, stampOf(now()));
  printed(`${backup.path}: ${backup.acts} acts, chain head ${backup.head ?? "none"}`);
  return 0;
}

/** The book that was there is kept beside the restored one. */
async function runRestore(args: readonly string[], now: () => number): Promise<number> {
  const [file] = args;
  if (file === undefined || args.length > 1) return usage("restore");
  const backup = pathOf(file);
  if (!existsSync(backup)) return refused(`${file} cannot be read.`);
  const path = bookPath(dataFolder());
  const lock = lockBook(path);
  if (!lock) return refused("The shop is running on this book. Stop it, then restore.");
  try {
    const { acts, head } = restoreBackup(backup, path, asidePath(path, now()));
    printed(`${path}: ${acts} acts, chain head ${head ?? "none"}`);
  } catch (failure) {
    return refused(`Nothing was restored: ${failure instanceof Error ? failure.message : String(failure)}`);
  } finally {
    lock.release();
  }
  return runAudit([], now);
}

/** The PIN is asked for at the keyboard, or read from SHOP_NEW_PIN, so that it stays out of the shell's history. */
async function runNewPin(args: readonly string[], now: () => number): Promise<number> {
  return withShop(now, async (shop) => {
    const known = managers(shop);
    const [name] = args;
    const person =
      name === undefined && known.length === 1 ? known[0] : known.find((manager) => manager.name === name);
    if (!person)
      return refused(
        known.length === 0
          ? "There is no manager yet."
          : `Name one of: ${known.map((manager) => manager.name).join(", ")}`,
      );
    const pin = process.env["SHOP_NEW_PIN"] ?? (await ask(`New PIN for ${person.name} (4 to 8 digits): `));
    if (!pinSchema.safeParse(pin).success) return refused("A PIN has 4 to 8 digits.");
    await setPin(shop, person.id, pin, randomUUID());
    said(`${person.name} signs in with the new PIN from now on.`);
    return 0;
  });
}

async function ask(question: string): Promise<string> {
  const { createInterface } = await import("node:readline/promises");
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await lines.question(question);
  lines.close();
  return answer.trim();
}

async function withShop(now: () => number, work: (shop: Shop) => Promise<number>): Promise<number> {
  const path = bookPath(dataFolder());
  if (!existsSync(path)) return refused(`There is no book in ${path} yet.`);
  const shop = openShop(path, now);
  try {
    return await work(shop);
  } catch (failure) {
    if (failure instanceof Refusal) return refused(refusalSentence(failure.code, failure.facts, "en"));
    throw failure;
  } finally {
    await shop.book.close();
  }
}

function parsed(args: readonly string[], options: NonNullable<Parameters<typeof parseArgs>[0]>["options"]) {
  try {
    return parseArgs({ args: [...args], options: options ?? {}, strict: true }).values;
  } catch {
    return null;
  }
}

function usage(name: string): number {
  said(`npm run -s shop -- ${commands[name]?.use ?? ""}`);
  return WRONG_USE;
}

function refused(sentence: string): number {
  said(sentence);
  return 1;
}
