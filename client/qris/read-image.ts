// Reads the text of a code out of a picture: a photo of the printed card, a screenshot, a pasted image.

/** A photo of twelve million pixels is searched for longer than anybody waits; a card fills most of its picture. */
const LARGEST_SIDE = 1600;
const PATIENCE_MS = 4000;

/** The text in the picture's code; null where there is no picture or no code to be found in it. The decoder is fetched when it is needed. */
export async function readQrImage(picture: Blob): Promise<string | null> {
  const pixels = await pixelsOf(picture);
  return pixels && readQrPixels(pixels);
}

export async function readQrPixels(pixels: {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}): Promise<string | null> {
  const { decodeQR } = await import("qr/decode.js");
  try {
    return decodeQR(pixels, { effort: Number.POSITIVE_INFINITY, timeLimit: PATIENCE_MS });
  } catch {
    return null; // the decoder's way to say that it found none
  }
}

/** The picture in what somebody pasted or dropped. */
export function pictureIn(given: DataTransfer | null): File | null {
  return [...(given?.files ?? [])].find((file) => file.type.startsWith("image/")) ?? null;
}

async function pixelsOf(picture: Blob): Promise<ImageData | null> {
  const bitmap = await createImageBitmap(picture).catch(() => null);
  if (!bitmap) return null;
  const scale = Math.min(1, LARGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.trunc(bitmap.width * scale));
  canvas.height = Math.max(1, Math.trunc(bitmap.height * scale));
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (!pen) return null;
  // What is clear in a logo's picture is white on paper.
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}
