// Opens the till's disk and shows the app.
// The styles come first: they set the order of the layers that every screen's own sheet falls into.
import "./ui/styles.css";
import { render } from "solid-js/web";
import { App } from "./app.tsx";
import { openTillDisk } from "./till-disk.ts";

const place = document.getElementById("app");
if (!place) throw new Error("index.html has no place for the app.");

// Asked once; where the browser says no, the till still keeps its acts (L2).
void navigator.storage?.persist?.().catch(() => false);

const disk = await openTillDisk("sentra-kreasi", (record) =>
  console.error("unreadable on this till's disk", record),
);
render(() => <App disk={disk} />, place);
