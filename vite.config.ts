// Builds the client, serves it while one works on it, and says how the tests are run.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Plugin } from "vite";
import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";

const home = fileURLToPath(new URL(".", import.meta.url));

/** Parts of the kit that no till needs before it sells. */
const ofDesks =
  /client\/ui\/(Card|DataTable|Figure|FileKey|FormDialog|ListDetail|ListRow|Paper|Steps|Tabs|Toggle)\.tsx|server\/rules\/(makers|payout|statement)\.ts/;

/** Two cores that are busy with something else must not fail a test that is right. */
const patienceMs = 20_000;

export default defineConfig({
  root: "client",
  cacheDir: `${home}node_modules/.vite`,
  // Under vitest only the client's project has Solid's plugin: in the root it makes vitest ask for jsdom.
  plugins: process.env.VITEST ? [] : [solid(), withoutJsonSchemas(), squeezed(), withShell()],
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    // Tablets at the stalls are not updated often; these browsers have IndexedDB promises, Web Locks and Intl.
    target: ["chrome100", "firefox100", "safari15.4"],
    rolldownOptions: {
      input: { index: `${home}client/index.html`, sw: `${home}client/sw.ts` },
      output: {
        // A service worker keeps its address for ever: by it the browser knows that a newer one is the same program's.
        entryFileNames: (chunk) => (chunk.name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
        // Zod would try whether it may write code at run time; the page's policy forbids it, and the browser complains.
        intro: (chunk) => (chunk.name === "kit" ? "globalThis.__zod_globalConfig={jitless:true};" : ""),
        // What several screens use comes in one file: fifty small ones are slow on a shop's Wi-Fi.
        codeSplitting: {
          groups: [
            // The sheets of the kit lie in one file that comes first: it sets the order of the layers.
            { name: "look", test: /client\/ui\/.*\.css$/, priority: 2 },
            {
              name: "kit",
              test: (id) =>
                /client\/(ui\/|words)|server\/rules\/|node_modules\/(lucide-solid|solid-js|@solidjs|zod|idb|uuid|hono)\//.test(
                  id,
                ) && !ofDesks.test(id),
              minShareCount: 2,
              priority: 1,
            },
            // What only desks show does not weigh on the till's first page.
            { name: "desk", test: ofDesks, minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: {
    // Only the shop's own routes, not the module api.ts; and with the page's own host, or its writes would look foreign.
    proxy: { "^/api/": { target: "http://127.0.0.1:8080", changeOrigin: false } },
    fs: { allow: [home] }, // the client stands on server/rules, which lies outside client/
  },
  test: {
    maxWorkers: 2,
    projects: [
      {
        root: home,
        test: {
          name: "server",
          environment: "node",
          testTimeout: patienceMs,
          include: [
            "test/{rules,domain,api,papers,devices,trust,feed,hub,db,days}/**/*.test.ts",
            "test/tidy.test.ts",
          ],
        },
      },
      {
        root: home,
        plugins: [solid()],
        test: {
          name: "client",
          testTimeout: patienceMs,
          environment: "happy-dom",
          include: ["test/client/**/*.test.{ts,tsx}"],
        },
      },
      {
        // The built program in a real browser: one file at a time, because each starts a browser and a shop.
        root: home,
        test: {
          name: "browser",
          environment: "node",
          include: ["test/browser/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } }, // as long as test/browser/steps.ts waits for anything of a page
          fileParallelism: false,
          sequence: { groupOrder: 1 }, // after the other projects, so that nothing else slows the pages down
        },
      },
    ],
  },
});

/** The pages read by schemas and describe none to anybody: what zod brings for that is no weight of theirs. */
function withoutJsonSchemas(): Plugin {
  return {
    name: "without-json-schemas",
    apply: "build",
    enforce: "pre",
    load(id) {
      if (!/\/zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/.test(id)) return null;
      const names = readFileSync(id, "utf8").matchAll(/^export (?:const|function) (\w+)/gm);
      return [...names].map(([, name]) => `export const ${name} = () => undefined;`).join("\n");
    },
  };
}

/** Lays a pressed copy beside each script and style, for the server to send as it is; browsers ask for br only over https. */
function squeezed(): Plugin {
  return {
    name: "squeezed",
    apply: "build",
    writeBundle({ dir }) {
      for (const name of readdirSync(`${dir}/assets`)) {
        if (!/\.(js|css|svg)$/.test(name)) continue;
        const bytes = readFileSync(`${dir}/assets/${name}`);
        writeFileSync(`${dir}/assets/${name}.gz`, gzipSync(bytes, { level: 9 }));
        writeFileSync(`${dir}/assets/${name}.br`, brotliCompressSync(bytes));
      }
    },
  };
}

const ofTheShell = /^(index\.html|manifest\.webmanifest|(assets|icons)\/.*(?<!\.(gz|br)))$/;

/** Tells the service worker which files the build has and what they hold, so that any change of them makes it another one. */
function withShell(): Plugin {
  return {
    name: "with-shell",
    apply: "build",
    writeBundle({ dir }) {
      const files = readdirSync(`${dir}`, { recursive: true, encoding: "utf8" })
        .map((name) => name.replaceAll("\\", "/"))
        .filter((name) => ofTheShell.test(name) && statSync(`${dir}/${name}`).isFile())
        .sort();
      const digest = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest("hex");
      const shell = JSON.stringify(
        Object.fromEntries(files.map((name) => [`/${name}`, digest(readFileSync(`${dir}/${name}`))])),
      );
      const facts = `const SHELL=${shell},SHELL_NAME="shell-${digest(shell).slice(0, 16)}";\n`;
      writeFileSync(`${dir}/sw.js`, facts + readFileSync(`${dir}/sw.js`, "utf8"));
    },
  };
}
