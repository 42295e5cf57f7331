// The four steps to a device that trusts the shop: open the page, download, install, check.
import Download from "lucide-solid/icons/download";
import Laptop from "lucide-solid/icons/laptop";
import Monitor from "lucide-solid/icons/monitor";
import ShieldCheck from "lucide-solid/icons/shield-check";
import Smartphone from "lucide-solid/icons/smartphone";
import Tablet from "lucide-solid/icons/tablet";
import { createSignal, For, type ParentProps, Show } from "solid-js";
import { inGroups, type TrustView } from "#rules/trust";
import { pageAddress } from "../reach.ts";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Notice } from "../ui/Notice.tsx";
import { QrCode } from "../ui/QrCode.tsx";
import { language, useWords } from "../words.ts";
import { type DeviceKind, httpsAddress, kindOf } from "./addresses.ts";
import { deviceWords } from "./device-words.ts";
import { words } from "./words.ts";

type Authority = NonNullable<NonNullable<TrustView["https"]>["authority"]>;

const icons = { android: Smartphone, ipad: Tablet, windows: Monitor, mac: Laptop };
const kinds = ["android", "ipad", "windows", "mac"] as const;

export function TrustSteps(props: { view: TrustView; authority: Authority }) {
  const w = useWords(words);
  const d = useWords(deviceWords);
  const [kind, setKind] = createSignal<DeviceKind>(kindOf(navigator.userAgent, navigator.maxTouchPoints));
  const day = () =>
    new Intl.DateTimeFormat(language(), { dateStyle: "long" }).format(props.authority.untilMs);
  return (
    <ol class="trust-steps">
      <Step title={w().openOn}>
        <Show
          when={pageAddress(props.view, location, "/percaya")}
          fallback={<Notice tone="attention">{w().unreachable}</Notice>}
        >
          {(address) => (
            <div class="trust-open">
              <QrCode text={address()} label={w().qr({ address: address() })} class="trust-qr" />
              <div class="trust-words">
                <p>{w().openOnSaid}</p>
                <p class="trust-address">{address()}</p>
                <p class="quiet">{w().openHere}</p>
              </div>
            </div>
          )}
        </Show>
      </Step>
      <Step title={w().download}>
        <p>
          {w().downloadSaid({ name: props.authority.name })} {w().ends({ day: day() })}
        </p>
        <div class="cluster">
          <ButtonLink href="/api/authority.crt" kind="primary" size="large" icon={Download} outside>
            {w().downloadKey}
          </ButtonLink>
        </div>
        <p class="quiet">
          {w().heldBack} {w().limits}
        </p>
        <h3>{w().fingerprint}</h3>
        <p class="trust-fingerprint">
          <For each={inGroups(props.authority.fingerprint).split(" ")}>
            {(group) => <span>{group} </span>}
          </For>
        </p>
        <p>{w().fingerprintSaid}</p>
      </Step>
      <Step title={w().install}>
        <Choice
          label={w().device}
          value={kind()}
          options={kinds.map((value) => ({ value, label: w()[value], icon: icons[value] }))}
          onChange={setKind}
        />
        <ol class="trust-device">
          <For each={d()[kind()].split("\n")}>{(line) => <li>{line}</li>}</For>
        </ol>
      </Step>
      <Step title={w().check}>
        <p>{w().checkSaid}</p>
        <Show when={httpsAddress(props.view, location)}>
          {(address) => (
            <>
              <p class="trust-address">{address()}</p>
              <div class="cluster">
                <ButtonLink href={address()} kind="primary" size="large" icon={ShieldCheck}>
                  {w().openKey}
                </ButtonLink>
              </div>
            </>
          )}
        </Show>
        <p class="quiet">{w().move}</p>
      </Step>
    </ol>
  );
}

function Step(props: ParentProps<{ title: string }>) {
  return (
    <li class="card trust-step">
      <h2>{props.title}</h2>
      {props.children}
    </li>
  );
}
