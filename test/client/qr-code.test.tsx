// What is drawn as a code is what a scanner reads back, byte for byte.
import { render } from "solid-js/web";
import { expect, test } from "vitest";
import { pictureIn, readQrPixels } from "../../client/qris/read-image.ts";
import { QrCode } from "../../client/ui/QrCode.tsx";

const PIXELS = 4;

/** The drawn SVG as pixels, white where nothing is drawn. */
function drawn(text: string): { width: number; height: number; data: Uint8ClampedArray } {
  const place = document.createElement("div");
  const leave = render(() => <QrCode text={text} label="Kode QRIS" />, place);
  const svg = place.querySelector("svg");
  const size = Number(svg?.getAttribute("viewBox")?.split(" ")[2]) * PIXELS;
  expect(svg?.getAttribute("aria-label")).toBe("Kode QRIS");
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  const bars = svg?.querySelector("path")?.getAttribute("d") ?? "";
  for (const [, x, y, width] of bars.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * PIXELS; row < (Number(y) + 1) * PIXELS; row += 1) {
      for (let at = Number(x) * PIXELS; at < (Number(x) + Number(width)) * PIXELS; at += 1)
        data.fill(0, (row * size + at) * 4, (row * size + at) * 4 + 3);
    }
  }
  leave();
  return { width: size, height: size, data };
}

test.each([
  "KARTINI-K1-000123",
  "00020101021126610014COM.GO-JEK.WWW01189360091430000000000210G0000000000303UMI51440014ID.CO.QRIS.WWW0215ID10200211817450303UMI5204581453033605802ID5914SENTRA KARTINI6009TEMANGGUNG610556213630445BD",
  "nama dengan huruf é, ñ dan 𝛑, spasi  ganda, dan huruf kecil",
  "7".repeat(300),
  `${"https://sentra.example/tampilan?kode=".padEnd(600, "aB3")}`,
])("%s", async (text) => {
  expect(await readQrPixels(drawn(text))).toBe(text);
});

test("a picture without a code is no code, and no failure", async () => {
  const data = new Uint8ClampedArray(200 * 200 * 4).fill(255);
  expect(await readQrPixels({ width: 200, height: 200, data })).toBeNull();
});

test("of what is pasted the picture is taken, and text is left alone", () => {
  const picture = new File([new Uint8Array(3)], "qris.png", { type: "image/png" });
  const words = new File(["qris"], "qris.txt", { type: "text/plain" });
  const pasted = (...files: File[]) => ({ files }) as unknown as DataTransfer;
  expect(pictureIn(pasted(words, picture))).toBe(picture);
  expect(pictureIn(pasted(words))).toBeNull();
  expect(pictureIn(null)).toBeNull();
});
