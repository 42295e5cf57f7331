// Which roll the printer of this device holds; chosen once and remembered.
import { createSignal } from "solid-js";
import { Choice } from "./ui/Choice.tsx";
import { dictionary, useWords } from "./words.ts";

export type Roll = "roll-58" | "roll-80";

const kept = "kertas";
const [paper, setPaper] = createSignal<Roll>(read());

export { paper };

const words = dictionary({ id: { paper: "Lebar kertas" }, en: { paper: "Paper width" } });

export function PaperChoice() {
  const w = useWords(words);
  return (
    <Choice
      label={w().paper}
      hideLabel
      shape="segments"
      value={paper()}
      options={[
        { value: "roll-58", label: "58 mm" },
        { value: "roll-80", label: "80 mm" },
      ]}
      onChange={choose}
    />
  );
}

function choose(roll: Roll): void {
  setPaper(roll);
  try {
    localStorage.setItem(kept, roll);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

function read(): Roll {
  try {
    return localStorage.getItem(kept) === "roll-80" ? "roll-80" : "roll-58";
  } catch {
    return "roll-58";
  }
}
