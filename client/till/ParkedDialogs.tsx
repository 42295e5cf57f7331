// Putting a cart aside under a name, and the list of those that wait for their customer.
import Hand from "lucide-solid/icons/hand";
import Trash from "lucide-solid/icons/trash";
import { createSignal, For, onMount, Show } from "solid-js";
import { formatTime, type Zone } from "#rules/business-day";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Money } from "../ui/Money.tsx";
import { TextField } from "../ui/TextField.tsx";
import { dictionary, useWords } from "../words.ts";
import type { Parked, ParkedStore } from "./parked.ts";

const words = dictionary({
  id: {
    park: "Simpan dulu",
    name: "Nama",
    nameHint: "Supaya mudah dikenali, misalnya Ibu baju merah",
    needed: "Tulis sebuah nama.",
    keep: "Simpan",
    cancel: "Batal",
    title: "Keranjang tersimpan",
    none: "Tidak ada keranjang yang disimpan.",
    at: (of: { time: string; by: string; count: number }) => `${of.time} · ${of.by} · ${of.count} baris`,
    takeBack: "Ambil",
    takeBackOf: (of: { name: string }) => `Ambil ${of.name}`,
    remove: "Hapus",
    removeOf: (of: { name: string }) => `Hapus ${of.name}`,
    other: "Isi keranjang sekarang akan disimpan juga.",
    changed: "Harga tidak terbaca",
  },
  en: {
    park: "Put aside",
    name: "Name",
    nameHint: "One that is easily told, for example lady in red",
    needed: "Write a name.",
    keep: "Put aside",
    cancel: "Cancel",
    title: "Carts put aside",
    none: "No cart is put aside.",
    at: (of) => `${of.time} · ${of.by} · ${of.count} lines`,
    takeBack: "Take back",
    takeBackOf: (of) => `Take back ${of.name}`,
    remove: "Remove",
    removeOf: (of) => `Remove ${of.name}`,
    other: "What is in the cart now is put aside too.",
    changed: "Price not readable",
  },
});

export function ParkDialog(props: {
  open: boolean;
  suggested: string;
  onPark: (name: string) => void;
  onClose: () => void;
}) {
  return (
    <Show when={props.open}>
      <Naming suggested={props.suggested} onPark={props.onPark} onClose={props.onClose} />
    </Show>
  );
}

function Naming(props: { suggested: string; onPark: (name: string) => void; onClose: () => void }) {
  const w = useWords(words);
  const [name, setName] = createSignal(props.suggested);
  const [tried, setTried] = createSignal(false);
  let form: HTMLFormElement | undefined;
  // The suggested name is written over by the first letter.
  onMount(() => queueMicrotask(() => form?.querySelector("input")?.select()));
  return (
    <Dialog
      open
      title={w().park}
      onClose={props.onClose}
      actions={
        <>
          <Button size="large" onClick={props.onClose}>
            {w().cancel}
          </Button>
          <Button size="large" kind="primary" icon={Hand} type="submit" form="park">
            {w().keep}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        id="park"
        class="form"
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (name().trim() !== "") props.onPark(name());
        }}
      >
        <TextField
          label={w().name}
          hint={w().nameHint}
          value={name()}
          onInput={setName}
          maxLength={60}
          error={tried() && name().trim() === "" ? w().needed : undefined}
          autofocus
        />
      </form>
    </Dialog>
  );
}

export function ParkedDialog(props: {
  open: boolean;
  parked: ParkedStore;
  zone: Zone;
  /** The cart holds something now, which is put aside in its turn. */
  swaps: boolean;
  onTakeBack: (parked: Parked) => void;
  onRemove: (parked: Parked) => void;
  onClose: () => void;
}) {
  const w = useWords(words);
  return (
    <Dialog open={props.open} title={w().title} onClose={props.onClose}>
      <Show when={props.swaps}>
        <p class="quiet">{w().other}</p>
      </Show>
      <ul class="parked">
        <For each={props.parked.all()} fallback={<p>{w().none}</p>}>
          {(one) => (
            <li>
              <p class="parked-words">
                <strong>{one.name}</strong>
                <span class="quiet">
                  {w().at({
                    time: formatTime(one.parkedAtMs, props.zone),
                    by: one.by,
                    count: one.cart.lines.length,
                  })}
                </span>
              </p>
              <Show when={props.parked.totalOf(one) !== null} fallback={<span>{w().changed}</span>}>
                <Money amount={props.parked.totalOf(one) ?? 0} size={24} />
              </Show>
              <div class="parked-keys">
                <Button
                  kind="plain"
                  icon={Trash}
                  aria-label={w().removeOf({ name: one.name })}
                  onClick={() => props.onRemove(one)}
                >
                  {w().remove}
                </Button>
                <Button
                  kind="primary"
                  icon={Hand}
                  aria-label={w().takeBackOf({ name: one.name })}
                  onClick={() => props.onTakeBack(one)}
                >
                  {w().takeBack}
                </Button>
              </div>
            </li>
          )}
        </For>
      </ul>
    </Dialog>
  );
}
