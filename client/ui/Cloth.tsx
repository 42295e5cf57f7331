// Stands where there is no picture yet: a piece of batik drawn from the name, in the tone of its kind.
import { createMemo } from "solid-js";
import { clothOf, type Tone } from "./motifs.ts";

export function Cloth(props: { name: string; tone: Tone }) {
  const cloth = createMemo(() => clothOf(props.name, props.tone));
  return (
    <svg
      class={`cloth tone-${props.tone}`}
      viewBox="0 0 120 90"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <rect width="120" height="90" fill="var(--tone)" />
      <path d={cloth().faint} fill="var(--dye-wax)" opacity="0.16" />
      <path d={cloth().wax} fill="var(--dye-wax)" opacity="0.9" />
    </svg>
  );
}
