// A sheet as it will lie on the table: letterhead, title, one column, and the place's mark that this is only practice.
import { type JSX, type ParentProps, Show } from "solid-js";
import { dictionary, useWords } from "./language.ts";
import "./styles/paper.css";

export type PaperProps = ParentProps<{
  /** The letterhead: who it comes from, and where that is. */
  from: string;
  fromLine?: string | undefined;
  title: string;
  /** Under the title: its number, its period, when it was made. */
  line?: JSX.Element;
  /** A word stamped at the head, such as one that says this is a copy. */
  stamp?: string | undefined;
  /** It comes from a practice shop and says so. */
  practice?: boolean | undefined;
  /** What stands at the very end, small. */
  foot?: JSX.Element;
  ref?: ((element: HTMLElement) => void) | undefined;
}>;

const words = dictionary({
  id: { practice: "LATIHAN: bukan dokumen asli" },
  en: { practice: "PRACTICE: not a real document" },
});

export function Paper(props: PaperProps) {
  const w = useWords(words);
  return (
    <article class="paper" ref={(element) => props.ref?.(element)}>
      <Show when={props.practice}>
        <p class="paper-practice">{w().practice}</p>
      </Show>
      <header class="paper-head">
        <div>
          <p class="paper-from">{props.from}</p>
          <Show when={props.fromLine}>
            <p>{props.fromLine}</p>
          </Show>
        </div>
        <Show when={props.stamp}>
          <p class="paper-stamp">{props.stamp}</p>
        </Show>
      </header>
      <div class="paper-title">
        <h2>{props.title}</h2>
        <Show when={props.line}>
          <p>{props.line}</p>
        </Show>
      </div>
      {props.children}
      <Show when={props.foot}>
        <footer class="paper-foot">{props.foot}</footer>
      </Show>
    </article>
  );
}

/** One fact of a sheet, label before it; stands inside `<dl class="paper-facts">`. */
export function PaperFact(props: ParentProps<{ label: string; strong?: boolean | undefined }>) {
  return (
    <div class="paper-fact" classList={{ "paper-fact-strong": props.strong }}>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** A place for a signature, with who signs under it; stands inside `<div class="paper-signatures">`. */
export function PaperSignature(props: { role: string; name: string }) {
  return (
    <div class="paper-signature">
      <p>{props.role}</p>
      <p class="paper-signature-line">{props.name}</p>
    </div>
  );
}
