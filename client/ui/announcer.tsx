// Says what has changed to those who do not see it change.
import { createContext, createSignal, type ParentProps, useContext } from "solid-js";

/** polite waits until the reader has finished; now interrupts, for what was refused. */
export type Announce = (sentence: string, when?: "polite" | "now") => void;

const AnnouncerContext = createContext<Announce>(() => {});

/** Stands once around the whole app. */
export function Announcer(props: ParentProps) {
  const [polite, setPolite] = createSignal("");
  const [now, setNow] = createSignal("");
  const announce: Announce = (sentence, when = "polite") => {
    const say = when === "now" ? setNow : setPolite;
    // The same sentence twice is two events: an invisible difference makes the second one heard.
    say((last) => (last === sentence ? `${sentence}\u200b` : sentence));
  };
  return (
    <AnnouncerContext.Provider value={announce}>
      {props.children}
      <div class="visually-hidden" aria-live="polite">
        {polite()}
      </div>
      <div class="visually-hidden" aria-live="assertive">
        {now()}
      </div>
    </AnnouncerContext.Provider>
  );
}

/** The voice of the app; without an Announcer around, nothing is said. */
export function useAnnounce(): Announce {
  return useContext(AnnouncerContext);
}
