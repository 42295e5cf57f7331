// The standing codes of the centre and its stalls: whose they are, and the way to change each.
import QrIcon from "lucide-solid/icons/qr-code";
import { createSignal, For } from "solid-js";
import type { StallId } from "#rules/ids";
import type { QrisCode } from "#rules/qris-codes";
import { createReading, Loaded } from "../reading.tsx";
import { useSession } from "../session.tsx";
import { Icon } from "../ui/Icon.tsx";
import { ListRow } from "../ui/ListRow.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { useWords } from "../words.ts";
import { CodeDialog } from "./CodeDialog.tsx";
import { readCodes } from "./requests.ts";
import { words } from "./words.ts";

/** Where a code stands; `stallId` null is the centre. */
export interface Place {
  stallId: StallId | null;
  name: string;
  code: QrisCode | null;
}

export function CodesTab() {
  const w = useWords(words);
  const { may } = useSession();
  const toasts = useToasts();
  const known = createReading(() => true, readCodes);
  const [asked, setAsked] = createSignal<Place | null>(null);
  const places = (): Place[] => {
    const value = known.value();
    if (!value) return [];
    const codeOf = (stallId: StallId | null) => value.codes.find((one) => one.stallId === stallId) ?? null;
    return [
      { stallId: null, name: w().ofCentre, code: codeOf(null) },
      ...value.stalls
        .filter((stall) => stall.active)
        .map(({ stallId, name }) => ({ stallId, name, code: codeOf(stallId) })),
    ];
  };
  const line = (place: Place) => {
    const code = place.code;
    if (code?.nmid) return w().merchant({ name: code.merchantName, nmid: code.nmid });
    if (code) return w().merchantOnly({ name: code.merchantName });
    const centreHasOne = known.value()?.codes.some((one) => one.stallId === null);
    return place.stallId !== null && centreHasOne ? w().usesCentre : w().noCode;
  };
  const saved = (place: Place, code: QrisCode | null) => {
    setAsked(null);
    toasts.tell({
      sentence: code
        ? w().saved({ place: place.name, name: code.merchantName })
        : w().removed({ place: place.name }),
    });
    void known.again();
  };
  return (
    <div class="stack">
      <p class="qris-sentence">{w().codesSentence}</p>
      <Loaded reading={known}>
        {() => (
          <ul class="rows">
            <For each={places()}>
              {(place) => (
                <ListRow
                  title={place.name}
                  line={line(place)}
                  start={<Icon is={QrIcon} size={32} />}
                  onPress={() => setAsked(place)}
                />
              )}
            </For>
          </ul>
        )}
      </Loaded>
      <CodeDialog
        place={asked()}
        mayChange={may("manage_settings")}
        onClose={() => setAsked(null)}
        onSaved={saved}
      />
    </div>
  );
}
