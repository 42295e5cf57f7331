// A payout's receipt: shown, printed, printed again as a copy, and reversed with a reason.
import { useLocation, useNavigate, useParams } from "@solidjs/router";
import Printer from "lucide-solid/icons/printer";
import Undo2 from "lucide-solid/icons/undo-2";
import { createSignal, Show } from "solid-js";
import { formatMoment } from "#rules/business-day";
import type { PayoutView } from "#rules/statement";
import { createReading, Loaded } from "../reading.tsx";
import { useCentre, useSession } from "../session.tsx";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { printSheet } from "../ui/printing.tsx";
import { language, useWords } from "../words.ts";
import "./payouts.css";
import { ReceiptSheet } from "./ReceiptSheet.tsx";
import { ReverseDialog } from "./ReverseDialog.tsx";
import { readPayout } from "./requests.ts";
import { words } from "./words.ts";

export function PayoutReceiptPage() {
  const w = useWords(words);
  const params = useParams<{ payoutId: string }>();
  const payout = createReading(() => params.payoutId, readPayout);
  return (
    <div class="page">
      <Loaded reading={payout}>{(known) => <Receipt payout={known()} onReversed={payout.put} />}</Loaded>
      <Show when={payout.value() === null}>
        <PageHeader title={w().receiptTitle} />
      </Show>
    </div>
  );
}

function Receipt(props: { payout: PayoutView; onReversed: (payout: PayoutView) => void }) {
  const w = useWords(words);
  const centre = useCentre();
  const { may } = useSession();
  const location = useLocation<{ original?: boolean }>();
  const navigate = useNavigate();
  const [asking, setAsking] = createSignal(false);
  let sheet: HTMLElement | undefined;
  // Only the first print, right after paying, is the original; whatever comes later says that it is a copy.
  const isOriginal = () => location.state?.original === true && props.payout.reversedAtMs === null;
  const print = () => {
    if (sheet) printSheet(sheet, "a4");
    navigate(location.pathname, { replace: true, scroll: false, state: {} });
  };
  return (
    <>
      <PageHeader
        title={props.payout.number}
        back={{ href: `/pembuat/${props.payout.maker.makerId}`, label: props.payout.maker.name }}
        actions={
          <>
            <Show when={may("pay_out") && props.payout.reversedAtMs === null}>
              <Button icon={Undo2} onClick={() => setAsking(true)}>
                {w().reverse}
              </Button>
            </Show>
            <Button kind="primary" icon={Printer} onClick={print}>
              {isOriginal() ? w().print : w().printCopy}
            </Button>
          </>
        }
      />
      <Show when={props.payout.reversedAtMs}>
        {(atMs) => (
          <Notice tone="attention" title={w().reversed}>
            <p>
              {w().reversedLine({
                moment: formatMoment(atMs(), centre().timeZone, language()),
                reason: props.payout.reversalReason ?? "",
              })}
            </p>
          </Notice>
        )}
      </Show>
      <ReceiptSheet payout={props.payout} original={isOriginal()} ref={(element) => (sheet = element)} />
      <ReverseDialog
        open={asking()}
        payout={props.payout}
        onClose={() => setAsking(false)}
        onReversed={(payout) => {
          setAsking(false);
          props.onReversed(payout);
        }}
      />
    </>
  );
}
