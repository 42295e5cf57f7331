// Says that an act of this till is on the disk and not through, and offers to send it now.
import RefreshCw from "lucide-solid/icons/refresh-cw";
import { Show } from "solid-js";
import { sentenceOf } from "../api.ts";
import { useOutbox } from "../device.tsx";
import { refusalOf } from "../outbox.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { dictionary, useWords } from "../words.ts";

const words = dictionary({
  id: {
    title: "Tersimpan di perangkat ini, belum terkirim",
    sale: "Satu penjualan menunggu. Perangkat ini mengirimnya lagi dengan sendirinya.",
    refund: "Satu retur menunggu. Perangkat ini mengirimnya lagi dengan sendirinya.",
    open_shift: "Pembukaan kasir menunggu. Perangkat ini mengirimnya lagi dengan sendirinya.",
    close_shift: "Penutupan kasir menunggu. Perangkat ini mengirimnya lagi dengan sendirinya.",
    count_shift: "Hitungan laci menunggu. Perangkat ini mengirimnya lagi dengan sendirinya.",
    drawer_move:
      "Satu uang masuk atau keluar laci menunggu. Perangkat ini mengirimnya lagi dengan sendirinya.",
    open_drawer: "Satu pembukaan laci menunggu. Perangkat ini mengirimnya lagi dengan sendirinya.",
    visit: "Satu hitungan pengunjung menunggu. Perangkat ini mengirimnya lagi dengan sendirinya.",
    sign_in: "Satu kali masuk menunggu. Perangkat ini mengirimnya lagi dengan sendirinya.",
    leave_till: "Satu catatan keluar menunggu. Perangkat ini mengirimnya lagi dengan sendirinya.",
    again: "Kirim sekarang",
    refusedTitle: "Ditolak server; tidak tersimpan",
    seen: "Mengerti",
  },
  en: {
    title: "Kept on this device, not sent yet",
    sale: "One sale is waiting. This device sends it again by itself.",
    refund: "One refund is waiting. This device sends it again by itself.",
    open_shift: "The opening of the till is waiting. This device sends it again by itself.",
    close_shift: "The closing of the till is waiting. This device sends it again by itself.",
    count_shift: "A count of the drawer is waiting. This device sends it again by itself.",
    drawer_move: "Money in or out of the drawer is waiting. This device sends it again by itself.",
    open_drawer: "An opening of the drawer is waiting. This device sends it again by itself.",
    visit: "A count of visitors is waiting. This device sends it again by itself.",
    sign_in: "A sign-in is waiting. This device sends it again by itself.",
    leave_till: "A note of leaving is waiting. This device sends it again by itself.",
    again: "Send now",
    refusedTitle: "Refused by the server; not saved",
    seen: "Understood",
  },
});

export function UnsentNotice() {
  const w = useWords(words);
  const outbox = useOutbox();
  const refused = () => {
    const act = outbox.settled();
    return act?.outcome?.is === "refused" ? act : null;
  };
  return (
    <>
      <Show when={refused()}>
        {(act) => (
          <Notice
            tone="danger"
            live
            title={w().refusedTitle}
            action={<Button onClick={() => void outbox.seen(act().id)}>{w().seen}</Button>}
          >
            <p>{sentenceOf(refusalOf(act()))}</p>
          </Notice>
        )}
      </Show>
      <Show when={!outbox.sending() && outbox.waiting()}>
        {(act) => (
          <Notice
            tone="attention"
            live
            title={w().title}
            action={
              <Button icon={RefreshCw} onClick={() => void outbox.retry()}>
                {w().again}
              </Button>
            }
          >
            <p>{w()[act().kind]}</p>
            <Show when={outbox.reason()}>{(reason) => <p>{sentenceOf(reason())}</p>}</Show>
          </Notice>
        )}
      </Show>
    </>
  );
}
