// The sound of a new order, and whether this device makes it.
import { createSignal } from "solid-js";

const kept = "pesanan-bunyi";
const [chimes, setChimes] = createSignal(remembered());

export { chimes };

export function turnChimes(on: boolean): void {
  setChimes(on);
  try {
    localStorage.setItem(kept, on ? "on" : "off");
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

let air: AudioContext | undefined;

/** Two rising tones; where the browser plays none, what is shown must do. */
export function chime(): void {
  if (!chimes()) return;
  try {
    air ??= new AudioContext();
    void air.resume();
    for (const [at, hertz] of [660, 880].entries()) tone(air, air.currentTime + at * 0.22, hertz);
  } catch {
    air = undefined;
  }
}

function tone(on: AudioContext, startS: number, hertz: number): void {
  const voice = on.createOscillator();
  const loudness = on.createGain();
  voice.frequency.value = hertz;
  loudness.gain.setValueAtTime(0, startS);
  loudness.gain.linearRampToValueAtTime(0.35, startS + 0.02);
  loudness.gain.linearRampToValueAtTime(0, startS + 0.2);
  voice.connect(loudness).connect(on.destination);
  voice.start(startS);
  voice.stop(startS + 0.22);
}

function remembered(): boolean {
  try {
    return localStorage.getItem(kept) !== "off";
  } catch {
    return true;
  }
}
