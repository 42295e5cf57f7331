// Says when the figures were made, of how much, and their digest, so that screen, file and paper can be held together.

import { formatMoment } from "#rules/business-day";
import type { FiguresView } from "#rules/figures";
import { groupDigits } from "#rules/money";
import { useCentre } from "../session.tsx";
import { language, useWords } from "../words.ts";
import { words } from "./words.ts";

export function Provenance(props: { view: FiguresView }) {
  const w = useWords(words);
  const centre = useCentre();
  const figures = () => props.view.figures;
  return (
    <p class="provenance">
      <span>{w().madeAt({ moment: formatMoment(props.view.madeAtMs, centre().timeZone, language()) })}</span>
      <span>
        {w().rows({
          transactions: groupDigits(figures().transactions),
          refunds: groupDigits(figures().refunds),
          products: groupDigits(props.view.products.length),
          days: groupDigits(Object.keys(figures().byDay).length),
        })}
      </span>
      <span class="digest">{w().digest({ digest: props.view.digest })}</span>
    </p>
  );
}
