// The head of a screen: its name, what it is for in a sentence, and its acts.
import ArrowLeft from "lucide-solid/icons/arrow-left";
import { createEffect, type JSX, Show } from "solid-js";
import { Icon } from "./Icon.tsx";

export interface PageHeaderProps {
  title: string;
  sentence?: JSX.Element;
  actions?: JSX.Element;
  /** The way up, with its name. */
  back?: { href: string; label: string } | undefined;
}

/** Also names the browser's window; the h1 can take focus, so that a change of screen is heard. */
export function PageHeader(props: PageHeaderProps) {
  createEffect(() => {
    document.title = props.title;
  });
  return (
    <header class="page-head">
      <Show when={props.back}>
        {(back) => (
          <a class="page-back" href={back().href}>
            <Icon is={ArrowLeft} />
            {back().label}
          </a>
        )}
      </Show>
      <div class="page-head-line">
        <div class="page-head-words">
          <h1 tabIndex={-1}>{props.title}</h1>
          <Show when={props.sentence}>
            <p class="page-sentence">{props.sentence}</p>
          </Show>
        </div>
        <div class="page-actions">{props.actions}</div>
      </div>
    </header>
  );
}
