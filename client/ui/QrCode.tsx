// Draws a code to scan, crisp at any size: the text in it is exactly the text given.
import encodeQR from "qr";
import { createMemo } from "solid-js";
import { pathOf } from "./qr-path.ts";

export interface QrCodeProps {
  text: string;
  /** What it is, for whoever does not see it: "Kode QRIS Sentra Kartini". */
  label: string;
  class?: string | undefined;
}

/** The empty frame that a scanner needs around a code, in modules (ISO/IEC 18004). */
const QUIET = 4;

/** Black on white whatever the page's colours are; its size is its place's. A text that no code can hold (above 2,331 bytes) is a bug. */
export function QrCode(props: QrCodeProps) {
  const modules = createMemo(() => encodeQR(props.text, "raw", { ecc: "medium", border: QUIET }));
  return (
    <svg
      class={props.class ? `qr ${props.class}` : "qr"}
      viewBox={`0 0 ${modules().length} ${modules().length}`}
      shape-rendering="crispEdges"
      role="img"
      aria-label={props.label}
      style={{ "forced-color-adjust": "none", display: "block", width: "100%", height: "auto" }}
    >
      <rect width={modules().length} height={modules().length} fill="#ffffff" />
      <path d={pathOf(modules())} fill="#000000" />
    </svg>
  );
}
