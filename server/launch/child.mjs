// Runs another program as a child: it gets our signals, and we learn how it ended.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The project's folder, whatever folder the program was started from. */
export const home = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Runs a program to its end in the project's folder and answers with its exit code (128 + n after signal n, as
 * shells do; 127 where it could not be started). With `quiet` its standard output goes to standard error, because
 * the output of `npm run shop` belongs to the shop alone.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean, shell?: boolean, cwd?: string, env?: Record<string, string | undefined> }} [how]
 * @returns {Promise<number>}
 */
export function run(command, args, { quiet = false, shell = false, cwd = home, env = process.env } = {}) {
  const child = spawn(command, args, { cwd, env, shell, stdio: quiet ? ["ignore", 2, 2] : "inherit" });
  const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve) => {
    const ended = (/** @type {number} */ code) => {
      for (const signal of signals) process.off(signal, pass);
      resolve(code);
    };
    child.on("error", () => ended(127));
    child.on("exit", (code, signal) =>
      ended(code ?? 128 + (signal === "SIGINT" ? 2 : signal === "SIGTERM" ? 15 : 9)),
    );
  });
}

/** @type {NodeJS.Signals[]} */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
