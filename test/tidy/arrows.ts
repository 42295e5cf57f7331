// Says which folder may import which: the project's floors, and what each must not know about.
import { posix } from "node:path";
import { type Breach, type Import, importsOf, type Source } from "./sources.ts";

interface Floor {
  folder: string;
  /** Our folders and files that it may import; those in `hides` are taken out again. */
  sees: string[];
  hides?: string[];
  /** Our files of which it may import types, and nothing but types. */
  seesTypesOf?: string[];
  /** The packages it may import. */
  packages: RegExp;
}

const filesAndThreads = "node:(?!http|https|http2|net|tls|dgram|dns)\\w+(/.*)?";
const inTheBrowser = /^(?!node:|hono(?!\/client$)|@hono\/|drizzle-|better-sqlite3)/;

/** The first floor whose folder holds the file is the file's floor, so the deeper ones stand above. */
const floors: Floor[] = [
  { folder: "server/rules", sees: ["server/rules"], packages: /^zod$/ },
  {
    folder: "db/hub",
    sees: ["db/hub", "db/open.ts", "server/rules"],
    packages: new RegExp(`^(drizzle-(orm|kit)(/.*)?|better-sqlite3|${filesAndThreads})$`),
  },
  {
    folder: "db",
    sees: ["db", "server/rules"],
    hides: ["db/hub"],
    packages: new RegExp(`^(drizzle-(orm|kit)(/.*)?|better-sqlite3|${filesAndThreads})$`),
  },
  {
    folder: "server/domain",
    sees: ["server/domain", "server/rules", "db"],
    hides: ["db/hub"],
    packages: new RegExp(`^(zod|hpke|${filesAndThreads})$`),
  },
  { folder: "server/devices", sees: ["server/devices", "server/rules"], packages: /^(node:|escpos)/ },
  {
    folder: "server/trust",
    sees: ["server/trust", "server/rules"],
    packages: new RegExp(`^(pkijs|asn1js|${filesAndThreads})$`),
  },
  {
    folder: "server/papers",
    sees: ["server/papers", "server/rules"],
    packages: /^(?!hono|@hono\/|drizzle-|better-sqlite3)/,
  },
  {
    folder: "server/api",
    sees: ["server/api", "server/domain", "server/papers", "server/rules"],
    packages: /^(hono(\/.*)?|@hono\/.+|zod|node:.+)$/,
  },
  {
    folder: "server/feed",
    sees: ["server/feed", "server/domain", "server/rules", "db"],
    hides: ["db/hub"],
    packages: /^(hono(\/.*)?|@hono\/.+|zod|node:.+)$/,
  },
  {
    folder: "server/hub",
    sees: ["server/hub", "server/papers", "server/rules", "db/hub"],
    packages: /^(hono(\/.*)?|@hono\/.+|zod|node:.+)$/,
  },
  { folder: "client/ui", sees: ["client/ui", "server/rules/money.ts"], packages: inTheBrowser },
  {
    folder: "client/hub",
    sees: ["client", "server/rules"],
    seesTypesOf: ["server/hub/app.ts"],
    packages: inTheBrowser,
  },
  {
    folder: "client",
    sees: ["client", "server/rules"],
    seesTypesOf: ["server/api/app.ts"],
    packages: inTheBrowser,
  },
];

/** main.ts, hub.ts, cli.ts and what starts them: they wire the server's parts together. */
const wiring: Floor = { folder: "server", sees: ["server", "db"], packages: /./ };

export function wrongArrows(source: Source): Breach[] {
  if (source.path.startsWith("test/") || !source.path.includes("/")) return [];
  const floor = floorOf(source.path);
  if (!floor) {
    return [
      {
        path: source.path,
        line: 1,
        rule: `${posix.dirname(source.path)} is no floor of the house; name it in test/tidy/arrows.ts`,
      },
    ];
  }
  return importsOf(source).flatMap((imported) => {
    const wrong = wrongWith(floor, source.path, imported);
    return wrong
      ? [{ path: source.path, line: imported.line, rule: `${wrong} ("${imported.written}")` }]
      : [];
  });
}

function floorOf(path: string): Floor | undefined {
  const folder = posix.dirname(path);
  if (folder === "server" || folder === "server/launch") return wiring;
  return floors.find((floor) => path.startsWith(`${floor.folder}/`));
}

function wrongWith(floor: Floor, path: string, imported: Import): string | undefined {
  if (!imported.ours) {
    return floor.packages.test(imported.target)
      ? undefined
      : `${floor.folder} must not know this package: ${imported.target}`;
  }
  if (floor.seesTypesOf?.includes(imported.target)) {
    return imported.typeOnly ? undefined : `${floor.folder} takes only types (import type) from here`;
  }
  const isOn = (place: string) => imported.target === place || imported.target.startsWith(`${place}/`);
  if (!floor.sees.some(isOn) || floor.hides?.some(isOn)) {
    return `${floor.folder} must not import from ${posix.dirname(imported.target)}`;
  }
  return screensApart(path, imported.target);
}

/** What two screens need moves down to client/ui or server/rules. */
function screensApart(path: string, target: string): string | undefined {
  const mine = screenOf(path);
  const theirs = screenOf(target);
  if (!mine || !theirs || mine === theirs) return undefined;
  return `the screen ${mine} must not import the screen ${theirs}`;
}

function screenOf(path: string): string | undefined {
  const [client, folder, file] = path.split("/");
  return client === "client" && file !== undefined && folder !== "ui" ? folder : undefined;
}
