// The receipt for money handed to a maker, as it goes on paper: the amount in words, who gave, who received, the seal.
import { Show } from "solid-js";
import { amountInWords } from "#rules/amount-in-words";
import { formatMoment } from "#rules/business-day";
import { formatRupiah } from "#rules/money";
import type { PayoutView } from "#rules/statement";
import { useCentre, useSession } from "../session.tsx";
import { Paper, PaperFact, PaperSignature } from "../ui/Paper.tsx";
import { language, useWords } from "../words.ts";
import { words } from "./words.ts";

export function ReceiptSheet(props: {
  payout: PayoutView;
  original: boolean;
  ref: (element: HTMLElement) => void;
}) {
  const w = useWords(words);
  const centre = useCentre();
  const { session } = useSession();
  const stamp = () =>
    props.payout.reversedAtMs !== null ? w().reversedStamp : props.original ? undefined : w().copy;
  const receiver = () => props.payout.receiverName ?? props.payout.maker.name;
  const receiverRole = () => (props.payout.acknowledgedBy === "thumbprint" ? w().thumb : w().receiver);
  const receivedBy = () => {
    const { receivedBy: by, maker } = props.payout;
    if (by === "self") return maker.name;
    const through = by === "guardian" ? w().throughGuardian : w().throughCompanion;
    return `${maker.name}, ${through({ name: receiver() })}`;
  };
  return (
    <Paper
      ref={props.ref}
      from={centre().name}
      fromLine={`${centre().place}, ${centre().province}`}
      practice={session()?.practice}
      title={w().receiptTitle}
      line={w().numbered({ number: props.payout.number })}
      stamp={stamp()}
      foot={<p>{w().seal({ seal: props.payout.seal })}</p>}
    >
      <dl class="paper-facts">
        <PaperFact label={w().from}>{centre().name}</PaperFact>
        <PaperFact label={w().sum} strong>
          {formatRupiah(props.payout.amountRupiah)}
        </PaperFact>
        <PaperFact label={w().sumInWords}>
          <em>{amountInWords(props.payout.amountRupiah, language())}</em>
        </PaperFact>
        <PaperFact label={w().for}>
          {props.payout.of === "savings" ? w().forSavings : w().forProceeds}
        </PaperFact>
        <PaperFact label={w().to}>
          {receivedBy()} ({props.payout.maker.code})
        </PaperFact>
        <PaperFact label={w().source}>{w()[props.payout.source]}</PaperFact>
        <PaperFact label={w().day}>
          {formatMoment(props.payout.paidAtMs, centre().timeZone, language())}
        </PaperFact>
        <PaperFact label={props.payout.owedAfterRupiah < 0 ? w().debtAfter : w().stillOwed}>
          {formatRupiah(Math.abs(props.payout.owedAfterRupiah))}
        </PaperFact>
      </dl>
      <div class="paper-signatures">
        <PaperSignature role={w().giver} name={props.payout.paidBy} />
        <PaperSignature role={receiverRole()} name={receiver()} />
        <Show when={props.payout.acknowledgedBy === "witness"}>
          <PaperSignature role={w().witnessRole} name={w().witnessName} />
        </Show>
      </div>
    </Paper>
  );
}
