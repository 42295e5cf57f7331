// The customer's second screen: it follows its till and asks for nothing but a code to follow it by.
import { createEffect, Match, onMount, Show, Switch } from "solid-js";
import { formatRupiah } from "#rules/money";
import { useSession } from "../session.tsx";
import type { TillDisk } from "../till-disk.ts";
import { useAnnounce } from "../ui/announcer.tsx";
import { useWords } from "../words.ts";
import "./display.css";
import { Face } from "./Faces.tsx";
import { createFollowing } from "./following.ts";
import { Pairing } from "./Pairing.tsx";
import { pairDisplay, readDisplaySession } from "./requests.ts";
import { words } from "./words.ts";

export function DisplayPage(props: { disk: TillDisk }) {
  const w = useWords(words);
  const { session } = useSession();
  const announce = useAnnounce();
  const following = createFollowing({
    ownTill: async () => (await props.disk.device())?.tillId ?? null,
    session: readDisplaySession,
    pair: pairDisplay,
    openEvents: () => new EventSource("/api/displays/events"),
    openChannel: (name) => new BroadcastChannel(name),
  });
  onMount(() => {
    document.title = w().title;
  });
  const centre = () => session()?.centre?.name ?? following.centre() ?? "";
  const lost = () => {
    const now = following.stand();
    return now.is === "following" && now.lost;
  };
  createEffect(() => {
    const now = following.display();
    if (now.stand === "thanks")
      announce(
        now.changeRupiah > 0 ? `${w().thanks}. ${w().change} ${formatRupiah(now.changeRupiah)}` : w().thanks,
      );
    else if (now.stand !== "idle") announce(`${w().total} ${formatRupiah(now.totalRupiah)}`);
  });
  return (
    <main class="display">
      <Switch>
        <Match when={following.stand().is === "unpaired"}>
          <Pairing pair={following.pair} />
        </Match>
        <Match when={following.stand().is === "asking"}>
          <div class="face face-idle">
            <h1>{centre()}</h1>
            <p role="status">{w().asking}</p>
          </div>
        </Match>
        <Match when={true}>
          <Face display={following.display()} centre={centre()} />
          <Show when={lost()}>
            <p class="display-lost" role="status">
              {w().lost}
            </p>
          </Show>
        </Match>
      </Switch>
    </main>
  );
}
