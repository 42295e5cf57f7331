// Shrinks a photo in the browser to what a tile needs, so that nothing large crosses the shop's Wi-Fi.
import type { ProductPhoto } from "#rules/products";

const [widest, highest] = [640, 480];
const longestBase64 = 400_000;

export type Shrunk = Pick<ProductPhoto, "type" | "base64">;

/** Null when the file is no picture, or cannot be made small enough. */
export async function shrunk(file: Blob): Promise<Shrunk | null> {
  const picture = await pictureIn(file);
  if (!picture) return null;
  const scale = Math.min(1, widest / picture.width, highest / picture.height);
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.trunc(picture.width * scale));
  canvas.height = Math.max(1, Math.trunc(picture.height * scale));
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  // JPEG has no transparency; what was clear becomes white rather than black.
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  for (const quality of [0.82, 0.7, 0.55, 0.4]) {
    const found =
      read(canvas.toDataURL("image/webp", quality)) ?? read(canvas.toDataURL("image/jpeg", quality));
    if (found && found.base64.length <= longestBase64) return found;
  }
  return null;
}

/** Safari writes a PNG when asked for WebP; that is not taken, the JPEG is smaller. */
function read(address: string): Shrunk | null {
  const match = /^data:(image\/(?:webp|jpeg));base64,(.+)$/.exec(address);
  return match ? { type: match[1] as Shrunk["type"], base64: match[2] ?? "" } : null;
}

async function pictureIn(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file);
  } catch {
    return null;
  }
}
