// Waits until a press is over, so that nothing that appears meanwhile pushes the pressed key from under the finger.

let held = false;
const ends = ["mouseup", "dragend"];
// A finger on glass comes as a mouse too, in one go after it is lifted; there as well the field is left before the click.
window.addEventListener("mousedown", () => (held = true), true);
for (const end of ends) window.addEventListener(end, () => (held = false), true);

/** Runs `act` at once, or after the press that is under way and its click. */
export function afterPress(act: () => void): void {
  if (!held) {
    act();
    return;
  }
  const waiting = new AbortController();
  const over = () => {
    waiting.abort();
    setTimeout(act);
  };
  for (const end of ends) window.addEventListener(end, over, { signal: waiting.signal });
}
