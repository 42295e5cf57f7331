// Says where a till is not kept on its device because the connection is not secure, and leads to the page that mends it.
import { Show } from "solid-js";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { Notice } from "../ui/Notice.tsx";
import { dictionary, useWords } from "../words.ts";

const words = dictionary({
  id: {
    here: "Perangkat ini memakai sambungan biasa. Agar kasir tersimpan di perangkat dan tetap berjualan saat server mati, pakai sambungan aman (HTTPS).",
    server:
      "Kasir di tablet tersimpan di perangkatnya, dan tetap berjualan saat server mati, hanya lewat sambungan aman (HTTPS).",
    steps: "Langkahnya",
  },
  en: {
    here: "This device uses a plain connection. For the till to be kept on the device, and to go on selling when the server is down, use the secure one (HTTPS).",
    server:
      "A till on a tablet is kept there, and goes on selling when the server is down, only over a secure connection (HTTPS).",
    steps: "How it is done",
  },
});

/** `forOthers`: also on the server itself, which is secure for its own browser, but where one looks after the tills. */
export function SecureNotice(props: { forOthers: boolean }) {
  const w = useWords(words);
  const plain = !window.isSecureContext;
  return (
    <Show when={plain || (props.forOthers && location.protocol === "http:")}>
      <Notice tone="info" action={<ButtonLink href="/percaya">{w().steps}</ButtonLink>}>
        <p>{plain ? w().here : w().server}</p>
      </Notice>
    </Show>
  );
}
