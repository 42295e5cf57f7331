// Opens the till's disk and shows the app.
// The styles come first: they set the order of the layers that every screen's own sheet falls into.
import "./ui/styles.css";
import { render } from "solid-js/web";
import { App } from "./app.tsx";
import { startShell } from "./new-version.tsx";
import { openTillDisk } from "./till-disk.ts";
import { dictionary, language } from "./words.ts";

const place = document.getElementById("app");
if (!place) throw new Error("index.html has no place for the app.");

// Asked once; where the browser says no, the till still keeps its acts (L2).
void navigator.storage?.persist?.().catch(() => false);

const words = dictionary({
  id: {
    held: "Tutup tab kasir yang lain di perangkat ini; setelah itu halaman ini terbuka.",
    closed:
      "Peramban tidak membuka penyimpanan kasir ini. Muat ulang halaman; kalau tetap begini, jangan hapus data peramban, dan minta bantuan teknisi.",
  },
  en: {
    held: "Close the other tabs of the till on this device; then this page opens.",
    closed:
      "The browser does not open this till's storage. Load the page again; if that does not help, do not clear the browser's data, and ask a technician.",
  },
});

const disk = await openTillDisk(
  "sentra-kreasi",
  (record) => console.error("unreadable on this till's disk", record),
  () => {
    place.textContent = words[language()].held;
  },
).catch((error) => {
  place.textContent = words[language()].closed;
  throw error;
});
place.textContent = "";
startShell();
render(() => <App disk={disk} />, place);
