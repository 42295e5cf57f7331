// Which stall's orders this device shows; chosen once and remembered.
import { type StallId, stallIdSchema } from "#rules/ids";

const kept = "pesanan-gerai";

export function rememberedStall(): StallId | null {
  try {
    const read = stallIdSchema.safeParse(Number(localStorage.getItem(kept)));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

export function rememberStall(stallId: StallId): void {
  try {
    localStorage.setItem(kept, String(stallId));
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
