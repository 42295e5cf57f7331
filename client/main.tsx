// Opens the till's disk and shows the app.
import { render } from "solid-js/web";
import { App } from "./app.tsx";
import { openTillDisk } from "./till-disk.ts";
import "./ui/styles.css";

const place = document.getElementById("app");
if (!place) throw new Error("index.html has no place for the app.");

// Asked once; where the browser says no, the till still keeps its acts, and the shift screen says what that means (L2).
void navigator.storage?.persist?.().catch(() => false);

const disk = await openTillDisk("sentra-kreasi", (record) =>
  console.error("unreadable on this till's disk", record),
);
render(() => <App disk={disk} />, place);
