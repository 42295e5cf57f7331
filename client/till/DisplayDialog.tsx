// Pairs a customer's screen: a code to type at /customer on another device, or a window of its own beside this one.
import ExternalLink from "lucide-solid/icons/external-link";
import { createResource, Show } from "solid-js";
import { formatTime } from "#rules/business-day";
import { pairingSchema } from "#rules/display";
import { answerOf, api, newId, sentenceOf } from "../api.ts";
import { useDevice } from "../device.tsx";
import { pageAddress, readTrust } from "../reach.ts";
import { useCentre } from "../session.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Notice } from "../ui/Notice.tsx";
import { dictionary, useWords } from "../words.ts";
import type { DisplayTalk } from "./display-talk.ts";

const words = dictionary({
  id: {
    title: "Layar pelanggan",
    here: "Di layar kedua perangkat ini",
    window: "Buka jendela",
    there: "Di perangkat lain",
    how: (of: { address: string }) => `Buka ${of.address} di sana, lalu ketik kode ini.`,
    unreachable:
      "Perangkat lain belum bisa membuka toko ini. Jalankan programnya di komputer server dengan HOST=0.0.0.0.",
    until: (of: { time: string }) => `Berlaku sampai ${of.time}.`,
    waiting: "Meminta kode …",
  },
  en: {
    title: "Customer's screen",
    here: "On this device's second screen",
    window: "Open a window",
    there: "On another device",
    how: (of) => `Open ${of.address} there, then type this code.`,
    unreachable:
      "Other devices cannot open this shop yet. Run the program on the server's computer with HOST=0.0.0.0.",
    until: (of) => `It holds until ${of.time}.`,
    waiting: "Asking for a code …",
  },
});

export function DisplayDialog(props: { open: boolean; talk: DisplayTalk; onClose: () => void }) {
  return (
    <Show when={props.open}>
      <Pairing talk={props.talk} onClose={props.onClose} />
    </Show>
  );
}

function Pairing(props: { talk: DisplayTalk; onClose: () => void }) {
  const w = useWords(words);
  const device = useDevice();
  const centre = useCentre();
  const [there] = createResource(async () => {
    const tillId = device.till()?.tillId;
    if (tillId === undefined) throw new Error("Only a till has a customer's screen.");
    const json = { id: newId(), tillId };
    const [trust, pairing] = await Promise.all([
      readTrust(),
      answerOf(pairingSchema, api.displays.pairings.$post({ json })),
    ]);
    props.talk.expect();
    return { ...pairing, address: pageAddress(trust, window.location, "/customer") };
  });
  const openWindow = () => {
    window.open("/customer", "sentra-customer", "popup,width=1024,height=768");
    props.talk.expect();
    props.onClose();
  };
  return (
    <Dialog open title={w().title} onClose={props.onClose}>
      <div class="pairing">
        <section class="stack">
          <h3>{w().here}</h3>
          <Button size="large" kind="primary" icon={ExternalLink} onClick={openWindow}>
            {w().window}
          </Button>
        </section>
        <section class="stack">
          <h3>{w().there}</h3>
          <Show when={!there.error} fallback={<Notice tone="danger">{sentenceOf(there.error)}</Notice>}>
            <Show when={there()} fallback={<p class="quiet">{w().waiting}</p>}>
              {(now) => (
                <>
                  <Show when={!now().address}>
                    <Notice tone="attention">{w().unreachable}</Notice>
                  </Show>
                  <p>{w().how({ address: now().address ?? `${window.location.origin}/customer` })}</p>
                  <p class="pairing-code">{now().code}</p>
                  <p class="quiet">{w().until({ time: formatTime(now().expiresMs, centre().timeZone) })}</p>
                </>
              )}
            </Show>
          </Show>
        </section>
      </div>
    </Dialog>
  );
}
