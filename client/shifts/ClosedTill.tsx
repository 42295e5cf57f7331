// What the shift that was just closed here came to, with its Z on paper.
import { onMount } from "solid-js";
import type { ShiftView } from "#rules/shift";
import { useDevice } from "../device.tsx";
import { PaperPanel } from "../PaperPanel.tsx";
import { createPaperJob } from "../paper-jobs.ts";
import { useAnnounce } from "../ui/announcer.tsx";
import { Card } from "../ui/Card.tsx";
import { Figure } from "../ui/Figure.tsx";
import { Money } from "../ui/Money.tsx";
import { Notice } from "../ui/Notice.tsx";
import { dictionary, useWords } from "../words.ts";

const words = dictionary({
  id: {
    title: (of: { number: number }) => `Tutup kasir ke-${of.number}`,
    counted: "Uang fisik",
    expected: "Seharusnya",
    difference: "Selisih",
    none: "Tidak ada selisih",
    closed: "Kasir ditutup.",
    safe: "Kasir ditutup. Bawa semua uang di laci ke brankas; di buku uangnya sudah di sana.",
  },
  en: {
    title: (of) => `Closing ${of.number}`,
    counted: "Cash counted",
    expected: "Should be",
    difference: "Difference",
    none: "No difference",
    closed: "The till is closed.",
    safe: "The till is closed. Take all the money in the drawer to the safe; in the book it is there already.",
  },
});

/** Shifts whose Z was asked for while this page lives: coming back prints no second one. */
const printed = new Set<string>();

export function ClosedTill(props: { shift: ShiftView }) {
  const w = useWords(words);
  const device = useDevice();
  const job = createPaperJob({
    tillId: () => device.till()?.tillId ?? null,
    printerId: () => device.till()?.printerId ?? null,
  });
  const announce = useAnnounce();
  let figures: HTMLDListElement | undefined;
  onMount(() => {
    if (printed.has(props.shift.id)) return;
    printed.add(props.shift.id);
    announce(w().closed);
    figures?.focus();
    void job.ask({ paper: "z", about: props.shift.id });
  });
  const difference = () => props.shift.differenceRupiah ?? 0;
  return (
    <Card title={w().title({ number: props.shift.number })}>
      <div class="shift-closed">
        <div class="stack">
          <Notice tone="done">
            <p>{w().safe}</p>
          </Notice>
          <dl class="figures" tabIndex={-1} ref={figures}>
            <Figure label={w().counted} value={<Money amount={props.shift.countedRupiah ?? 0} size={32} />} />
            <Figure
              label={w().expected}
              value={<Money amount={props.shift.expectedRupiah ?? 0} size={32} />}
            />
            <Figure
              label={w().difference}
              value={<Money amount={difference()} size={32} tone={difference() === 0 ? "done" : "owed"} />}
              line={difference() === 0 ? w().none : (props.shift.reason ?? undefined)}
            />
          </dl>
        </div>
        <PaperPanel job={job} />
      </div>
    </Card>
  );
}
