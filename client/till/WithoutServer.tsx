// What a till that was opened without its server says: what can be done until it answers, and as of when the prices are.
import { createMemo, Show } from "solid-js";
import { formatMoment } from "#rules/business-day";
import { useCentre, useSession } from "../session.tsx";
import { Notice } from "../ui/Notice.tsx";
import { dictionary, language, useWords } from "../words.ts";
import type { CatalogueStore } from "./catalogue.ts";

const words = dictionary({
  id: {
    said: "Server toko belum menjawab. Berjualanlah seperti biasa; penjualan terkirim sendiri nanti.",
    again: "Server toko menjawab lagi. Harga dan stok sudah yang terbaru.",
    prices: (of: { moment: string }) => `Harga per ${of.moment}`,
  },
  en: {
    said: "The shop's server does not answer yet. Sell as always; sales go by themselves later.",
    again: "The shop's server answers again. Prices and stock are the newest.",
    prices: (of) => `Prices as of ${of.moment}`,
  },
});

export function WithoutServer(props: { catalogue: CatalogueStore }) {
  const w = useWords(words);
  const centre = useCentre();
  const { remembered } = useSession();
  const moment = () => props.catalogue.pricesAsOfMs();
  const told = () => remembered() || moment() !== null;
  // Its room is kept until the shelf is left, so that no tile moves from under a finger when the server answers.
  const shown = createMemo<boolean>((before) => before || told(), false);
  return (
    <Show when={shown()}>
      <Notice tone={told() ? "info" : "done"} live>
        <p>{remembered() ? w().said : told() ? "" : w().again}</p>
        <Show when={moment()}>
          {(atMs) => (
            <p>
              <strong>{w().prices({ moment: formatMoment(atMs(), centre().timeZone, language()) })}</strong>
            </p>
          )}
        </Show>
      </Notice>
    </Show>
  );
}
