// Reads a sentence aloud where the device has a voice; where it has none, the key for it does not show.
import { createSignal, onCleanup } from "solid-js";
import type { Language } from "../words.ts";

const spokenAs: Record<Language, string> = { id: "id-ID", en: "en-GB" };

export function createVoice() {
  const speech = typeof speechSynthesis === "undefined" ? null : speechSynthesis;
  const [speaking, setSpeaking] = createSignal(false);
  const stop = () => {
    speech?.cancel();
    setSpeaking(false);
  };
  onCleanup(stop);
  return {
    available: speech !== null,
    speaking,
    stop,
    say: (sentence: string, language: Language) => {
      if (!speech) return;
      speech.cancel();
      const utterance = new SpeechSynthesisUtterance(sentence);
      utterance.lang = spokenAs[language];
      utterance.rate = 0.9;
      utterance.onend = () => setSpeaking(false);
      utterance.onerror = () => setSpeaking(false);
      setSpeaking(true);
      speech.speak(utterance);
    },
  };
}

export type Voice = ReturnType<typeof createVoice>;
