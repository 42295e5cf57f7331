// Finds packages that the lockfile names without describing them: npm ci refuses such a lockfile on an empty clone.
import { readFileSync } from "node:fs";

interface Locked {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** `a needs b` for each b that has no entry. An npm that could not see another machine's packages leaves them out. */
export function missingFromLockfile(): string[] {
  const file = readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8");
  const packages: Record<string, Locked> = JSON.parse(file).packages;
  return Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !placesSeenFrom(path).some((place) => `${place}node_modules/${name}` in packages))
      .map((name) => `${path || "the project"} needs ${name}`),
  );
}

/** Where Node looks from a package: in its own node_modules, then in each one around it. */
function placesSeenFrom(path: string): string[] {
  const parts = path === "" ? [] : path.split(/(?<=\/)(?=node_modules\/)/);
  return parts
    .map(
      (_, last) =>
        `${parts
          .slice(0, last + 1)
          .join("")
          .replace(/\/$/, "")}/`,
    )
    .concat("");
}
