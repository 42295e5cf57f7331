// Says that QRIS payments wait for their notification, with the way to settle them.
import BadgeCheck from "lucide-solid/icons/badge-check";
import { Show } from "solid-js";
import { formatRupiah, sum } from "#rules/money";
import { createReading } from "../reading.tsx";
import { useSession } from "../session.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWords } from "../words.ts";
import { readWaiting } from "./requests.ts";
import { words } from "./words.ts";

/** Nothing shows while none waits, and none is missed where the list does not come: its own page says why. */
export function WaitingQris() {
  const w = useWords(words);
  const { may } = useSession();
  const payments = createReading(() => (may("see_sales") ? true : null), readWaiting);
  return (
    <Show when={payments.value()?.length ? payments.value() : null}>
      {(waiting) => (
        <Notice
          tone="attention"
          title={w().waitingTitle}
          action={
            <ButtonLink href="/qris" icon={BadgeCheck}>
              {w().toWaiting}
            </ButtonLink>
          }
        >
          <p>
            {w().waiting({
              count: waiting().length,
              amount: formatRupiah(sum(waiting().map((one) => one.amountRupiah))),
            })}
          </p>
        </Notice>
      )}
    </Show>
  );
}
