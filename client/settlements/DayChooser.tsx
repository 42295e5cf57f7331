// Chooses a business day, or goes to the one before or after.
import ChevronLeft from "lucide-solid/icons/chevron-left";
import ChevronRight from "lucide-solid/icons/chevron-right";
import { addDays, type Day } from "#rules/business-day";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words.ts";
import { words } from "./words.ts";

export function DayChooser(props: { day: Day; onChange: (day: string) => void }) {
  const w = useWords(words);
  return (
    <div class="settlement-day">
      <TextField label={w().day} type="date" value={props.day} onInput={props.onChange} maxLength={10} />
      <div class="cluster">
        <Button icon={ChevronLeft} onClick={() => props.onChange(addDays(props.day, -1))}>
          {w().before}
        </Button>
        <Button icon={ChevronRight} onClick={() => props.onChange(addDays(props.day, 1))}>
          {w().after}
        </Button>
      </div>
    </div>
  );
}
