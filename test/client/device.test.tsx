// The device knows its till: behind by what is unsent is no stranger, a server that lost what it had answered is one, and a shift opened here is open.
import "fake-indexeddb/auto";
import { render } from "solid-js/web";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { shiftIdSchema } from "#rules/ids";
import { sessionSchema } from "#rules/session";
import type { ShiftView, TillView } from "#rules/shift";
import type { SendActs } from "#rules/till-acts";
import { DeviceProvider, type DeviceStore, useDevice } from "../../client/device.tsx";
import { SessionProvider } from "../../client/session.tsx";
import { openTillDisk } from "../../client/till-disk.ts";
import { createModelServer, type ModelServer } from "./model-server.ts";
import { closeAll, device, id, newBook, sale, silent, till as tillAt } from "./till-at-a-wire.ts";

const session = sessionSchema.parse({
  book: "ready",
  practice: false,
  centre: {
    code: "KARTINI",
    name: "Sentra Kartini",
    place: "Temanggung",
    province: "Jawa Tengah",
    regionCode: "33.23",
    timeZone: "Asia/Jakarta",
  },
  settings: null,
  person: { staffId: 3, name: "Dewi", roles: ["cashier"], rights: ["sell", "run_shift"], stallIds: null },
  staff: [{ staffId: 3, name: "Dewi", roles: ["cashier"] }],
  signInId: id(800),
  sealKey: null,
  serverMs: Date.now(),
});
const shift = {
  id: id(900),
  tillCode: "K1",
  number: 4,
  state: "open",
  openedAtMs: 1_616_000_000_000,
  openedBy: "Dewi",
  businessDay: "2021-03-17",
  floatRupiah: 200_000,
  closedAtMs: null,
  closedBy: null,
  expectedRupiah: null,
  countedRupiah: null,
  differenceRupiah: null,
  reason: null,
  sales: 0,
  refunds: 0,
  salesRupiah: null,
  refundsRupiah: null,
  byMethod: {},
  zNumber: null,
} as unknown as ShiftView;

/** The wire and what is behind it. */
const server = { up: true, model: null as ModelServer | null, view: {} as Partial<TillView> };
const ends: (() => void)[] = [];
beforeEach(() => {
  Object.assign(server, { up: true, model: createModelServer(), view: {} });
  vi.stubGlobal("fetch", async (input: RequestInfo | URL, init?: RequestInit) => {
    if (!server.up) throw new TypeError("away");
    const path = String(input);
    if (path.endsWith("/api/session")) return Response.json({ ...session, serverMs: Date.now() });
    if (path.endsWith("/acts")) {
      const { acts } = JSON.parse(String(init?.body)) as SendActs;
      const sent = server.model?.send({ sentAtMs: 1, acts });
      const results = sent?.results.map((result, at) =>
        acts[at]?.kind === "open_shift" && result.is === "recorded" ? { ...result, answer: shift } : result,
      );
      return Response.json({ results });
    }
    const { lastSeq, lastReceiptCount } = server.model?.counts() ?? device;
    const { tillId, code, name } = device;
    return Response.json({
      ...{ tillId, code, name, lastSeq, lastReceiptCount, printerId: null, shift: null },
      ...server.view,
    });
  });
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
  closeAll();
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

/** A page of the till on this disk. */
async function page(book: string): Promise<{ device: DeviceStore; close: () => void }> {
  const disk = await openTillDisk(book);
  if (!(await disk.device())) await disk.becomeTill(device);
  let found: DeviceStore | undefined;
  const Look = () => {
    found = useDevice();
    found.claim();
    return null;
  };
  const place = document.createElement("div");
  const end = render(
    () => (
      <SessionProvider disk={disk}>
        <DeviceProvider disk={disk}>
          <Look />
        </DeviceProvider>
      </SessionProvider>
    ),
    place,
  );
  const close = () => {
    end();
    disk.close();
  };
  ends.push(close);
  if (!found) throw new Error("no device");
  return { device: found, close };
}

test("a server that lacks only what is unsent is the one this till counted with", async () => {
  const before = await tillAt(silent);
  before.server.up = false;
  await before.outbox.act("sale", sale(1));
  await before.outbox.act("sale", sale(2));
  before.close();
  // Busy: what waits stays for now.
  server.model?.is("busy");
  const { device: here } = await page(before.book);
  await vi.waitFor(() => expect(here.till()?.lastSeq).toBe(7));
  expect([here.estranged(), here.state(), here.outbox.unsent()]).toEqual([false, "ready", 2]);
  expect(here.link()).toBe("needs_you");
});

test("one that lost what it had answered is another book's: the device is registered anew (D7)", async () => {
  const before = await tillAt(silent);
  before.server.up = false;
  await before.outbox.act("sale", sale(1));
  before.close();
  server.model = createModelServer({ lastSeq: 5, lastReceiptCount: 3 });
  server.model.is("busy");
  const { device: here } = await page(before.book);
  await vi.waitFor(() => expect(here.estranged()).toBe(true));
  expect([here.state(), here.was()?.code, here.outbox.unsent()]).toEqual(["none", "K1", 1]);
});

test("a shift opened while nothing answers is open at once, also after a reload; the server's view takes its place", async () => {
  const book = newBook();
  const first = await page(book);
  await vi.waitFor(() => expect(first.device.till()).not.toBeNull());
  server.up = false;
  const opened = first.device.outbox.act("open_shift", {
    id: shiftIdSchema.parse(id(900)),
    floatRupiah: 200_000,
    openedAtMs: 1_616_000_000_000,
  } as never);
  expect(await opened).toMatchObject({ is: "kept", act: { signInId: id(800), by: { name: "Dewi" } } });
  const here = {
    id: id(900),
    tillCode: "K1",
    openedBy: "Dewi",
    floatRupiah: 200_000,
    businessDay: "2021-03-17",
  };
  expect(first.device.shift()).toMatchObject(here);
  expect(first.device.link()).toBe("offline");
  first.close();
  const second = await page(book);
  await vi.waitFor(() => expect(second.device.shift()).toMatchObject(here), { timeout: 6000 });
  server.up = true;
  server.view = { shift };
  await vi.waitFor(() => expect(second.device.shift()?.number).toBe(4), { timeout: 10_000 });
  expect([second.device.outbox.unsent(), second.device.link()]).toEqual([0, "online"]);
});
