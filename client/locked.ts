// Whether this screen is locked, over a reload.
const place = "terkunci";

export function keptLocked(): boolean {
  try {
    return localStorage.getItem(place) === "1";
  } catch {
    return false;
  }
}

export function keepLocked(locked: boolean): void {
  try {
    localStorage.setItem(place, locked ? "1" : "");
  } catch {
    // A browser that keeps nothing forgets the lock on a reload; the session has ended all the same.
  }
}
