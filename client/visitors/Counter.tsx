// One category at one place: how many there are, and large keys to add one, five or a group.
import Minus from "lucide-solid/icons/minus";
import Users from "lucide-solid/icons/users";
import { groupDigits } from "#rules/money";
import type { VisitorCategory } from "#rules/visits";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words.ts";
import { words } from "./words.ts";

export function Counter(props: {
  category: VisitorCategory;
  count: number;
  onCount: (people: number) => void;
  onGroup: () => void;
  onCorrect: () => void;
}) {
  const w = useWords(words);
  const name = () => w()[props.category].toLowerCase();
  return (
    <section class="counter" aria-label={w()[props.category]}>
      <div class="counter-head">
        <h2>{w()[props.category]}</h2>
        <p class="counter-count">{groupDigits(props.count)}</p>
      </div>
      <Button
        kind="primary"
        size="huge"
        class="counter-one"
        aria-label={w().plusOne({ category: name() })}
        onClick={() => props.onCount(1)}
      >
        +1
      </Button>
      <div class="counter-more">
        <Button size="large" aria-label={w().plusFive({ category: name() })} onClick={() => props.onCount(5)}>
          +5
        </Button>
        <Button
          size="large"
          icon={Users}
          aria-label={w().groupOf({ category: name() })}
          onClick={props.onGroup}
        >
          {w().group}
        </Button>
      </div>
      <Button
        kind="plain"
        icon={Minus}
        aria-label={w().correctOf({ category: name() })}
        disabled={props.count <= 0}
        onClick={props.onCorrect}
      >
        {w().correct}
      </Button>
    </section>
  );
}
