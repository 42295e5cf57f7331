// Where a device is sent to trust the shop and to go on over https, and as what kind of device it is told how.
import { expect, test } from "vitest";
import { inGroups, type TrustView } from "#rules/trust";
import { pageAddress } from "../../client/reach.ts";
import { httpsAddress, kindOf } from "../../client/trust/addresses.ts";

const authority = { name: "Sentra Uji 4F2A", fingerprint: "ab".repeat(32), untilMs: 0 };
const shop = (names: string[], addresses: string[] = ["192.168.1.20"]): TrustView => ({
  httpPort: 8080,
  addresses,
  https: { port: 8443, names, untilMs: 0, authority },
  broken: false,
});
const at = (url: string) => new URL(url);
const all = ["localhost", "kasir.local", "127.0.0.1", "192.168.1.20"];

test.each([
  ["http://192.168.1.20:8080/", "http://192.168.1.20:8080/percaya"],
  ["http://kasir.local/", "http://kasir.local/percaya"],
  // What the server calls itself leads a tablet nowhere.
  ["http://127.0.0.1:8080/", "http://192.168.1.20:8080/percaya"],
  ["http://localhost:8080/", "http://192.168.1.20:8080/percaya"],
  // A tablet that trusts nothing yet comes by plain http.
  ["https://192.168.1.20:8443/", "http://192.168.1.20:8080/percaya"],
])("opened at %s, others open %s", (here, address) => {
  expect(pageAddress(shop(all), at(here), "/percaya")).toBe(address);
});

test("a shop that only its own machine reaches sends nobody anywhere", () => {
  expect(pageAddress(shop(all, []), at("http://127.0.0.1:8080/"), "/customer")).toBeNull();
  expect(httpsAddress({ ...shop(all), https: null }, at("http://127.0.0.1:8080/"))).toBeNull();
});

test.each([
  ["http://192.168.1.20:8080/", all, "https://192.168.1.20:8443/percaya"],
  ["http://localhost:8080/", all, "https://localhost:8443/percaya"],
  ["http://10.9.9.9:8080/", all, "https://192.168.1.20:8443/percaya"],
  ["http://192.168.1.20:8080/", ["kasir.sentra.example"], "https://kasir.sentra.example:8443/percaya"],
  ["http://kasir.sentra.example/", ["*.sentra.example"], "https://kasir.sentra.example:8443/percaya"],
  [
    "http://a.b.sentra.example/",
    ["*.sentra.example", "sentra.example"],
    "https://sentra.example:8443/percaya",
  ],
])("from %s with a certificate for %j one goes on at %s", (here, names, address) => {
  expect(httpsAddress(shop(names), at(here))).toBe(address);
});

test.each([
  ["Mozilla/5.0 (Linux; Android 13; SM-T225) Chrome/120", 5, "android"],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120", 0, "windows"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605", 0, "mac"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605", 5, "ipad"],
])("%s with %i fingers is told as %s", (userAgent, touches, kind) => {
  expect(kindOf(userAgent, touches)).toBe(kind);
});

test("a fingerprint is read in sixteen groups of four", () => {
  expect(inGroups(authority.fingerprint)).toBe(Array(16).fill("ABAB").join(" "));
});
