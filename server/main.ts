// Opens the book, serves the shop and its screens, prints the address, and closes in order when asked to.
import "./launch/guard.mjs";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { lockBook } from "#db/lock";
import { closeDisplays } from "#domain/displays";
import { giveUpUnfinished } from "#domain/print-jobs";
import { retryAllRepairs } from "#domain/repairs";
import { bookPath, dataFolder, openShop } from "./folder.ts";
import { planHttps } from "./https.ts";
import { withScreens } from "./screens.ts";
import { thisMachine } from "./trust/machine.ts";

const data = dataFolder();
const path = bookPath(data);
const lock = lockBook(path);
if (!lock) {
  process.stderr.write(`Toko ini sudah berjalan pada ${path}.\nThe shop is already running on ${path}.\n`);
  process.exit(1);
}
const shop = openShop(path, () => Date.now());
giveUpUnfinished(shop);
const hostname = process.env["HOST"] || "127.0.0.1";
const https = planHttps({
  env: process.env,
  data,
  host: hostname,
  shop,
  machine: thisMachine,
  tell: (line, kind) => void process[kind === "said" ? "stdout" : "stderr"].write(`${line}\n`),
});
const { fetch } = withScreens(shop, fileURLToPath(new URL("../dist", import.meta.url)), https);
const server = serve({ fetch, hostname, port: Number(process.env["PORT"] || 8080) }, ({ address, port }) => {
  const host = address.includes(":") ? `[${address}]` : address;
  process.stdout.write(`Sentra Kreasi: http://${host}:${port}\n`);
  void https.begin(fetch, port);
});
server.on("error", (failure: NodeJS.ErrnoException) => {
  const taken = failure.code === "EADDRINUSE";
  process.stderr.write(
    taken
      ? "Alamat ini sudah dipakai; pilih PORT lain.\nThis address is in use; choose another PORT.\n"
      : `${failure.stack}\n`,
  );
  process.exit(1);
});

// What was held is tried again, now and every hour (L4): its cause may have gone.
const tryRepairs = () => void retryAllRepairs(shop).catch(shop.printer.broke);
tryRepairs();
const hourly = setInterval(tryRepairs, 60 * 60 * 1000);

let closing = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (closing) return;
    closing = true;
    clearInterval(hourly);
    closeDisplays(shop);
    https.close();
    server.close(() => void shop.book.close().then(() => process.exit(0)));
    if ("closeIdleConnections" in server) server.closeIdleConnections();
    // A screen that keeps its connection open must not keep the shop from closing.
    setTimeout(() => void shop.book.close().then(() => process.exit(0)), 3000).unref();
  });
}
