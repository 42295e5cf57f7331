// Fetches what a screen shows, keeps the old answer while a newer one is under way, and says plainly when none came.
import RefreshCw from "lucide-solid/icons/refresh-cw";
import {
  type Accessor,
  createEffect,
  createSignal,
  type JSX,
  Match,
  on,
  onCleanup,
  Show,
  Switch,
} from "solid-js";
import { sentenceOf } from "./api.ts";
import { Button } from "./ui/Button.tsx";
import { Notice } from "./ui/Notice.tsx";
import { Skeleton } from "./ui/Skeleton.tsx";
import { dictionary, useWords } from "./words.ts";

export interface Reading<T> {
  /** The newest answer; null before the first. */
  value: Accessor<T | null>;
  /** What went wrong with the newest try; null when it came. */
  problem: Accessor<unknown>;
  loading: Accessor<boolean>;
  again: () => Promise<void>;
  /** Puts an answer that came with another act in the place of the last one. */
  put: (value: T) => void;
}

/**
 * Reads at once, and again whenever `of` changes; while `of` is null nothing is asked. An answer that was overtaken by a
 * newer question is dropped.
 */
export function createReading<S, T>(of: Accessor<S | null>, read: (source: S) => Promise<T>): Reading<T> {
  const [value, setValue] = createSignal<T | null>(null);
  const [problem, setProblem] = createSignal<unknown>(null);
  const [loading, setLoading] = createSignal(false);
  let question = 0;
  onCleanup(() => {
    question = -1;
  });

  const ask = async (source: S): Promise<void> => {
    if (question < 0) return;
    question += 1;
    const mine = question;
    setLoading(true);
    try {
      const answer = await read(source);
      if (mine !== question) return;
      setValue(() => answer);
      setProblem(null);
    } catch (thrown) {
      if (mine === question) setProblem(() => thrown);
    } finally {
      if (mine === question) setLoading(false);
    }
  };
  const again = async () => {
    const source = of();
    if (source !== null) await ask(source);
  };
  createEffect(
    on(of, (source) => {
      if (source !== null) void ask(source);
    }),
  );
  return {
    value,
    problem,
    loading,
    again,
    put: (answer) => {
      question += 1;
      setLoading(false);
      setProblem(null);
      setValue(() => answer);
    },
  };
}

const words = dictionary({ id: { again: "Coba lagi" }, en: { again: "Try again" } });

/** Room while it loads, the answer once it is there, and beside it what went wrong with a newer try. */
export function Loaded<T>(props: {
  reading: Reading<T>;
  /** What keeps the room of the answer. */
  room?: JSX.Element;
  children: (value: Accessor<T>) => JSX.Element;
}) {
  const w = useWords(words);
  return (
    <>
      <Switch>
        <Match when={props.reading.problem()}>
          {(problem) => (
            <Notice
              tone="danger"
              live
              action={
                <Button
                  icon={RefreshCw}
                  busy={props.reading.loading()}
                  onClick={() => void props.reading.again()}
                >
                  {w().again}
                </Button>
              }
            >
              <p>{sentenceOf(problem())}</p>
            </Notice>
          )}
        </Match>
        <Match when={props.reading.value() === null}>
          {props.room ?? <Skeleton shape="rows" count={5} />}
        </Match>
      </Switch>
      <Show when={props.reading.value() !== null}>{props.children(() => props.reading.value() as T)}</Show>
    </>
  );
}
