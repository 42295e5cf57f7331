// A maker's own page: sign in with card and PIN, then one thing on a screen.
import { createSignal, Match, onMount, Show, Switch } from "solid-js";
import type { Statement } from "#rules/statement";
import { Refused, sentenceOf } from "../api.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useWords } from "../words.ts";
import { CardSignIn } from "./CardSignIn.tsx";
import "./my-money.css";
import { readMyMoney, signOutCard } from "./requests.ts";
import { Screens } from "./Screens.tsx";
import { words } from "./words.ts";

type Here =
  | { is: "asking" }
  | { is: "outside" }
  | { is: "inside"; statement: Statement }
  | { is: "broken"; problem: unknown };

export function MyMoneyPage() {
  const w = useWords(words);
  const [here, setHere] = createSignal<Here>({ is: "asking" });
  const ask = async () => {
    try {
      setHere({ is: "inside", statement: await readMyMoney() });
    } catch (thrown) {
      const signedOut = thrown instanceof Refused && thrown.code === "not_signed_in";
      setHere(signedOut ? { is: "outside" } : { is: "broken", problem: thrown });
    }
  };
  const leave = async () => {
    try {
      await signOutCard();
      setHere({ is: "outside" });
    } catch (thrown) {
      setHere({ is: "broken", problem: thrown });
    }
  };
  onMount(() => {
    document.title = w().title;
    void ask();
  });
  const statement = () => {
    const now = here();
    return now.is === "inside" ? now.statement : null;
  };
  const problem = () => {
    const now = here();
    return now.is === "broken" ? now.problem : null;
  };
  return (
    <main class="my-money">
      <Switch fallback={<Skeleton count={4} />}>
        <Match when={here().is === "outside"}>
          <CardSignIn onSignedIn={ask} />
        </Match>
        <Match when={problem()}>
          <h1 class="visually-hidden">{w().title}</h1>
          <Notice tone="danger" live>
            <p>{sentenceOf(problem())}</p>
          </Notice>
          <Button size="huge" wide onClick={() => void ask()}>
            {w().again}
          </Button>
        </Match>
        <Match when={statement()}>
          {(known) => <Screens statement={known()} onLeave={() => void leave()} />}
        </Match>
      </Switch>
      <Show when={here().is === "asking"}>
        <h1 class="visually-hidden">{w().title}</h1>
      </Show>
    </main>
  );
}
