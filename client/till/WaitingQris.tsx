// A sale whose QRIS money nobody has seen arrive: say that it came, or void the sale; nothing else is open to it.
import Check from "lucide-solid/icons/check";
import { createSignal, For, Show } from "solid-js";
import { z } from "zod";
import { formatRupiah } from "#rules/money";
import type { SaleView } from "#rules/sale-view";
import { answerOf, api, newId, sentenceOf } from "../api.ts";
import { useSession } from "../session.tsx";
import { useAnnounce } from "../ui/announcer.tsx";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { dictionary, useWords } from "../words.ts";

const words = dictionary({
  id: {
    title: (of: { amount: string }) => `QRIS ${of.amount} belum dipastikan`,
    said: "Cari notifikasinya di ponsel toko. Kalau tidak ada, batalkan penjualan ini.",
    arrived: "Sudah masuk (saya cek notifikasi)",
    done: "QRIS dipastikan masuk.",
    later: "Memastikannya menunggu server.",
  },
  en: {
    title: (of) => `QRIS ${of.amount} is not confirmed`,
    said: "Look for its notification on the shop's phone. If there is none, void this sale.",
    arrived: "It has arrived (I have checked)",
    done: "The QRIS payment is confirmed.",
    later: "Confirming it waits for the server.",
  },
});

const confirmedSchema = z.object({ saleId: z.string(), position: z.int() });

export function WaitingQris(props: {
  sale: SaleView;
  waiting: readonly { position: number; amountRupiah: number }[];
  /** The book knows of the sale, and answers. */
  mayConfirm: boolean;
  onConfirmed: () => Promise<void>;
}) {
  const w = useWords(words);
  const { may } = useSession();
  const announce = useAnnounce();
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<unknown>(null);
  let id = newId();
  const confirm = async (position: number) => {
    if (busy()) return;
    setBusy(true);
    setProblem(null);
    try {
      const json = { id, saleId: props.sale.id, position, confirmedAtMs: Date.now() };
      await answerOf(confirmedSchema, api["qris-payments"].confirm.$post({ json }));
      id = newId();
      announce(w().done);
      await props.onConfirmed();
    } catch (error) {
      setProblem(() => error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <For each={props.waiting}>
      {(payment) => (
        <Notice
          tone="attention"
          title={w().title({ amount: formatRupiah(payment.amountRupiah) })}
          action={
            <Show when={may("confirm_qris") && props.mayConfirm}>
              <Button
                kind="primary"
                icon={Check}
                busy={busy()}
                onClick={() => void confirm(payment.position)}
              >
                {w().arrived}
              </Button>
            </Show>
          }
        >
          <p>{w().said}</p>
          <Show when={!props.mayConfirm}>
            <p>{w().later}</p>
          </Show>
          <Show when={problem()}>
            <p>{sentenceOf(problem())}</p>
          </Show>
        </Notice>
      )}
    </For>
  );
}
