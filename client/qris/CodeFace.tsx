// A standing code as it will be shown: drawn, and whose it is in words.
import { Show } from "solid-js";
import type { QrisCode } from "#rules/qris-codes";
import { QrCode } from "../ui/QrCode.tsx";
import { useWords } from "../words.ts";
import { words } from "./words.ts";

export function CodeFace(props: {
  title: string;
  line?: string | undefined;
  code: Pick<QrisCode, "payload" | "merchantName" | "merchantCity" | "nmid">;
}) {
  const w = useWords(words);
  return (
    <section class="code-face" aria-label={props.title}>
      <h3>{props.title}</h3>
      <QrCode text={props.code.payload} label={w().drawn({ name: props.code.merchantName })} />
      <dl class="qris-facts">
        <dt>{w().name}</dt>
        <dd>
          <strong>{props.code.merchantName}</strong>
        </dd>
        <dt>{w().city}</dt>
        <dd>{props.code.merchantCity}</dd>
        <dt>{w().nmid}</dt>
        <dd>
          <strong>{props.code.nmid ?? w().noNmid}</strong>
        </dd>
      </dl>
      <Show when={props.line}>
        <p class="quiet">{props.line}</p>
      </Show>
    </section>
  );
}
