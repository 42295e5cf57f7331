// A list with its detail beside it; on a phone the detail takes the list's place and leads back.
import ArrowLeft from "lucide-solid/icons/arrow-left";
import { type JSX, Show } from "solid-js";
import { Button } from "./Button.tsx";

export interface ListDetailProps {
  list: JSX.Element;
  /** Null while nothing is chosen. */
  detail: JSX.Element | null;
  /** Is something chosen? On a phone it decides which of the two shows. */
  chosen: boolean;
  /** The word on the way back to the list, and what it does. */
  back: string;
  onBack: () => void;
  /** Stands in the detail's place on a wide screen while nothing is chosen. */
  placeholder?: JSX.Element;
}

export function ListDetail(props: ListDetailProps) {
  return (
    <div class="list-detail" classList={{ "list-detail-chosen": props.chosen }}>
      <div class="list-pane">{props.list}</div>
      <div class="detail-pane">
        <Show when={props.chosen} fallback={props.placeholder}>
          <div class="detail-back">
            <Button kind="plain" icon={ArrowLeft} onClick={() => props.onBack()}>
              {props.back}
            </Button>
          </div>
          {props.detail}
        </Show>
      </div>
    </div>
  );
}
