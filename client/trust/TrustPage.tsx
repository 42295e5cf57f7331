// Walks a tablet's owner through trusting the shop's https, and says whether the device does.
import CircleCheck from "lucide-solid/icons/circle-check";
import { createSignal, Match, onMount, Show, Switch } from "solid-js";
import type { TrustView } from "#rules/trust";
import { readTrust } from "../reach.ts";
import { createReading, Loaded } from "../reading.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { LanguageSwitch } from "../ui/LanguageSwitch.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { useWords } from "../words.ts";
import { httpsAddress } from "./addresses.ts";
import { type Proof, proveTrust } from "./proof.ts";
import { TrustSteps } from "./TrustSteps.tsx";
import "./trust.css";
import { words } from "./words.ts";

export function TrustPage() {
  const w = useWords(words);
  const reading = createReading(() => true, readTrust);
  return (
    <main class="trust">
      <LanguageSwitch />
      <PageHeader title={w().title} sentence={w().why} />
      <Show when={location.protocol === "https:"}>
        <Verdict />
      </Show>
      <Loaded reading={reading}>{(view) => <Standing view={view()} />}</Loaded>
    </main>
  );
}

/** Whether this device trusts the connection it came by. */
function Verdict() {
  const w = useWords(words);
  const [proof, setProof] = createSignal<Proof | null>(null);
  onMount(() => void proveTrust().then(setProof));
  return (
    <Switch fallback={<p role="status">{w().asking}</p>}>
      <Match when={proof() === "trusted"}>
        <Notice
          tone="done"
          title={w().trusted}
          live
          action={
            <ButtonLink href="/" kind="primary" icon={CircleCheck}>
              {w().toShop}
            </ButtonLink>
          }
        >
          <p>{w().trustedSaid}</p>
        </Notice>
      </Match>
      <Match when={proof() === "pressed_away"}>
        <Notice tone="danger" title={w().notTrusted} live>
          <p>{w().notTrustedSaid}</p>
        </Notice>
      </Match>
      <Match when={proof() === "cannot_tell"}>
        <Notice tone="attention" title={w().unsure} live>
          <p>{w().unsureSaid}</p>
        </Notice>
      </Match>
    </Switch>
  );
}

function Standing(props: { view: TrustView }) {
  const w = useWords(words);
  const authority = () => props.view.https?.authority;
  return (
    <Switch
      fallback={
        <Notice tone="info" title={w().off}>
          <p>{w().offSaid}</p>
        </Notice>
      }
    >
      <Match when={props.view.broken}>
        <Notice tone="attention" title={w().broken}>
          <p>{w().brokenSaid}</p>
        </Notice>
      </Match>
      <Match when={authority()}>{(known) => <TrustSteps view={props.view} authority={known()} />}</Match>
      <Match when={httpsAddress(props.view, location)}>
        {(address) => (
          <Show when={location.protocol !== "https:"}>
            <Notice
              tone="info"
              title={w().own}
              action={
                <ButtonLink href={address()} kind="primary">
                  {w().openKey}
                </ButtonLink>
              }
            >
              <p>{w().ownSaid}</p>
            </Notice>
          </Show>
        )}
      </Match>
    </Switch>
  );
}
