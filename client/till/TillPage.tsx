// The till: what has to be there before one can sell, and then the place where one sells.
import Banknote from "lucide-solid/icons/banknote";
import Package from "lucide-solid/icons/package";
import RefreshCw from "lucide-solid/icons/refresh-cw";
import { createEffect, Match, on, type ParentProps, Show, Switch } from "solid-js";
import { sentenceOf } from "../api.ts";
import { useDevice } from "../device.tsx";
import { bookOf, createMemory } from "../memory.ts";
import { TakesNewVersion } from "../new-version.tsx";
import { useSession } from "../session.tsx";
import { Button } from "../ui/Button.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { dictionary, useWords } from "../words.ts";
import { createCatalogue } from "./catalogue.ts";
import { SellingPlace } from "./SellingPlace.tsx";

const words = dictionary({
  id: {
    title: "Kasir",
    noTill: "Perangkat ini belum menjadi kasir. Manajer mendaftarkannya satu kali.",
    askManager: "Perangkat ini belum menjadi kasir. Minta manajer masuk dan mendaftarkannya.",
    register: "Daftarkan perangkat ini",
    noShift: "Kasir belum dibuka. Hitung modal awal di laci, lalu buka kasir.",
    open: "Buka kasir",
    noProducts:
      "Belum ada barang yang dijual. Barang yang dibuat di sini muncul sebagai gambar untuk dipilih.",
    addProduct: "Tambah barang",
    askForProducts: "Belum ada barang yang dijual. Minta manajer menambah barang.",
    again: "Coba lagi",
  },
  en: {
    title: "Till",
    noTill: "This device is not a till yet. A manager registers it once.",
    askManager: "This device is not a till yet. Ask a manager to sign in and register it.",
    register: "Register this device",
    noShift: "The till is not open. Count the float in the drawer, then open the till.",
    open: "Open the till",
    noProducts: "Nothing is sold yet. Products made here appear as pictures to choose from.",
    addProduct: "Add a product",
    askForProducts: "Nothing is sold yet. Ask a manager to add products.",
    again: "Try again",
  },
});

export function TillPage() {
  const w = useWords(words);
  const { may, person, session, remembered } = useSession();
  const device = useDevice();
  const catalogue = createCatalogue({
    memory: createMemory(device.disk),
    of: () => bookOf(session()),
    stallIds: () => person()?.stallIds ?? null,
    remembered,
    now: Date.now,
  });
  // Another cashier may be limited to other stalls.
  createEffect(
    on(
      () => person()?.staffId,
      (staffId) => staffId !== undefined && void catalogue.again(),
      { defer: true },
    ),
  );
  const problem = () =>
    (catalogue.catalogue() ? null : catalogue.problem()) ?? (device.till() ? null : device.problem());
  const again = () => void Promise.all([catalogue.again(), device.refresh()]);
  return (
    <Switch
      fallback={
        <div class="page">
          <PageHeader title={w().title} />
          <Skeleton count={8} shape="tiles" />
        </div>
      }
    >
      <Match when={device.looksOn()}>
        <Before />
      </Match>
      <Match when={device.state() === "none"}>
        <Before>
          <EmptyState
            icon={Banknote}
            sentence={may("manage_tills") ? w().noTill : w().askManager}
            action={
              <Show when={may("manage_tills")}>
                <ButtonLink href="/kas" kind="primary" size="large">
                  {w().register}
                </ButtonLink>
              </Show>
            }
          />
        </Before>
      </Match>
      <Match when={problem()}>
        <Before>
          <Notice
            tone="danger"
            live
            action={
              <Button icon={RefreshCw} onClick={again}>
                {w().again}
              </Button>
            }
          >
            {sentenceOf(problem())}
          </Notice>
        </Before>
      </Match>
      <Match when={device.till() && !device.shift() && !device.outbox.settled()}>
        <Before>
          <TakesNewVersion />
          <EmptyState
            icon={Banknote}
            sentence={w().noShift}
            action={
              <ButtonLink href="/kas" kind="primary" size="large">
                {w().open}
              </ButtonLink>
            }
          />
        </Before>
      </Match>
      <Match when={catalogue.catalogue()?.products.length === 0}>
        <Before>
          <EmptyState
            icon={Package}
            sentence={may("manage_products") ? w().noProducts : w().askForProducts}
            action={
              <Show when={may("manage_products")}>
                <ButtonLink href="/barang" kind="primary" size="large">
                  {w().addProduct}
                </ButtonLink>
              </Show>
            }
          />
        </Before>
      </Match>
      <Match when={catalogue.catalogue() && device.shift()}>
        {(shift) => <SellingPlace catalogue={catalogue} shift={shift()} />}
      </Match>
    </Switch>
  );
}

function Before(props: ParentProps) {
  const w = useWords(words);
  return (
    <div class="page">
      <PageHeader title={w().title} />
      {props.children}
    </div>
  );
}
