// Writes a screenshot again with at most 256 colours, which is all that a drawn screen needs, at less than half the size.
import { crc32, deflateSync } from "node:zlib";
import type { Page } from "playwright-core";

const mostColours = 256;

/** `screenshot`: a PNG as the browser makes it. The page decodes it; it shows nothing of it. */
export async function withPalette(page: Page, screenshot: Buffer): Promise<Buffer> {
  const { width, height, pixels } = await pixelsOf(page, screenshot);
  const count = new Map<number, number>();
  for (const colour of pixels) count.set(colour, (count.get(colour) ?? 0) + 1);
  const palette = [...count.keys()]
    .sort((a, b) => (count.get(b) ?? 0) - (count.get(a) ?? 0))
    .slice(0, mostColours);
  const place = new Map([...count.keys()].map((colour) => [colour, nearest(palette, colour)]));
  // Each row begins with its filter, which is none: neighbours in a palette are no neighbours in colour.
  const rows = new Uint8Array((width + 1) * height);
  for (const [at, colour] of pixels.entries()) rows[at + Math.floor(at / width) + 1] = place.get(colour) ?? 0;
  return png(width, height, palette, rows);
}

async function pixelsOf(page: Page, screenshot: Buffer) {
  const drawn = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0);
    const { data } = context?.getImageData(0, 0, image.width, image.height) ?? {
      data: new Uint8ClampedArray(),
    };
    let text = "";
    for (let at = 0; at < data.length; at += 4)
      text += String.fromCharCode(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
    return { width: image.width, height: image.height, base64: btoa(text) };
  }, screenshot.toString("base64"));
  const rgb = Buffer.from(drawn.base64, "base64");
  const pixels = Uint32Array.from({ length: rgb.length / 3 }, (_, at) => rgb.readUIntBE(at * 3, 3));
  return { ...drawn, pixels };
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [at, other] of palette.entries()) {
    const [red, green, blue] = [16, 8, 0].map(
      (shift) => ((colour >> shift) & 255) - ((other >> shift) & 255),
    );
    const far = (red ?? 0) ** 2 + (green ?? 0) ** 2 + (blue ?? 0) ** 2;
    if (far < least) [best, least] = [at, far];
  }
  return best;
}

function png(width: number, height: number, palette: readonly number[], rows: Uint8Array): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8); // eight bits, each the place of a colour in the palette
  const colours = Buffer.alloc(palette.length * 3);
  for (const [at, colour] of palette.entries()) colours.writeUIntBE(colour, at * 3, 3);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", head),
    chunk("PLTE", colours),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const made = Buffer.alloc(named.length + 8);
  made.writeUInt32BE(data.length, 0);
  made.set(named, 4);
  made.writeUInt32BE(crc32(named), named.length + 4);
  return made;
}
