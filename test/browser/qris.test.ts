// The centre's QRIS code on the screens: read out of a picture, shown untouched, and what is drawn is what a phone reads.
import type { Page } from "playwright-core";
import encodeQR from "qr";
import { decodeQR } from "qr/decode.js";
import { beforeAll, expect, test } from "vitest";
import { KARTINI_QRIS } from "../qris.ts";
import { aShop, tellWhatStood } from "./here.ts";
import { startPractice } from "./practice-steps.ts";
import { dialog, go, press, sees, visit } from "./steps.ts";

const here = aShop();
let page: Page;
let complaints: string[];
tellWhatStood(() => page);

beforeAll(async () => {
  ({ page, complaints } = await visit(here.browser, here.shop.url));
  await startPractice(page);
});

/** A photo of the printed card, as somebody picks it. */
const picture = (text: string) => ({
  name: "qris.gif",
  mimeType: "image/gif",
  buffer: Buffer.from(encodeQR(text, "gif", { scale: 5, border: 4 })),
});

/** The drawn code as the screen's own pixels, read as a phone would. */
async function scanned(label: string): Promise<string> {
  const pixels = await page.getByRole("img", { name: label }).evaluate(async (svg: SVGElement) => {
    const drawn = svg.cloneNode(true) as SVGElement;
    drawn.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    const side = Math.round(svg.getBoundingClientRect().width);
    drawn.setAttribute("width", String(side));
    drawn.setAttribute("height", String(side));
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(drawn.outerHTML)}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [side, side];
    const pen = canvas.getContext("2d");
    pen?.drawImage(image, 0, 0);
    return { side, data: [...(pen?.getImageData(0, 0, side, side).data ?? [])] };
  });
  return decodeQR({ width: pixels.side, height: pixels.side, data: Uint8ClampedArray.from(pixels.data) });
}

test("a picture without a code is told so; a picture of the card is read, checked, and kept to the letter", async () => {
  await go(page, "QRIS");
  await page.getByRole("tab", { name: "Kode" }).click();
  await press(page, /^Kode sentra/);
  const file = dialog(page).locator("input[type=file]");
  await file.setInputFiles({
    name: "kosong.png",
    mimeType: "image/png",
    buffer: Buffer.from(clearPixel, "base64"),
  });
  await sees(dialog(page), /Tidak ada kode QR yang terbaca/);
  await file.setInputFiles(picture(KARTINI_QRIS));
  await sees(dialog(page), "SENTRA KARTINI");
  await sees(dialog(page), "ID1020021181745");
  expect(await scanned("Kode QRIS SENTRA KARTINI")).toBe(KARTINI_QRIS);
  await press(dialog(page), "Simpan kode");
  await sees(page, /SENTRA KARTINI · NMID ID1020021181745/);
  const kept = await page.request.get(`${here.shop.url}/api/qris-codes`);
  expect(await kept.json()).toMatchObject({ codes: [{ stallId: null, payload: KARTINI_QRIS }] });
  expect(complaints).toEqual([]);
});

const clearPixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
