// Pays a maker in three steps: fill in, check what the server says it will do, receipt.
import { useNavigate, useParams } from "@solidjs/router";
import { Match, Show, Switch } from "solid-js";
import { formatRupiah } from "#rules/money";
import type { Statement } from "#rules/statement";
import { useDevice } from "../device.tsx";
import { createReading, Loaded } from "../reading.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Steps } from "../ui/Steps.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { useWords } from "../words.ts";
import { CheckStep } from "./CheckStep.tsx";
import { FillStep } from "./FillStep.tsx";
import { createPayment } from "./payment.ts";
import "./payouts.css";
import { readStatement } from "./requests.ts";
import { words } from "./words.ts";

export function PayoutPage() {
  const w = useWords(words);
  const params = useParams<{ makerId: string }>();
  const statement = createReading(() => Number(params.makerId), readStatement);
  return (
    <div class="page payout">
      <Loaded reading={statement}>{(known) => <Paying statement={known()} />}</Loaded>
      <Show when={statement.value() === null}>
        <PageHeader title={w().title} />
      </Show>
    </div>
  );
}

function Paying(props: { statement: Statement }) {
  const w = useWords(words);
  const { shift } = useDevice();
  const navigate = useNavigate();
  const toasts = useToasts();
  const maker = () => props.statement.maker;
  const payment = createPayment({
    statement: props.statement,
    shiftId: () => shift()?.id ?? null,
    nowMs: () => Date.now(),
    onPaid: (paid) => {
      toasts.tell({ sentence: w().paid({ amount: formatRupiah(paid.amountRupiah), name: maker().name }) });
      navigate(`/tanda-terima/${paid.id}`, { replace: true, state: { original: true } });
    },
  });
  return (
    <>
      <PageHeader
        title={w().titleOf({ name: maker().name })}
        back={{ href: `/pembuat/${maker().makerId}`, label: w().backTo({ name: maker().name }) }}
      />
      <Switch
        fallback={
          <>
            <Steps steps={[w().stepFill, w().stepCheck, w().stepDone]} at={payment.preview() ? 1 : 0} />
            <Show
              when={payment.preview()}
              fallback={<FillStep payment={payment} statement={props.statement} />}
            >
              {(preview) => <CheckStep payment={payment} preview={preview()} statement={props.statement} />}
            </Show>
          </>
        }
      >
        <Match when={maker().kind === "group"}>
          <Notice tone="info">
            <p>{w().group}</p>
          </Notice>
        </Match>
        <Match when={props.statement.payableRupiah <= 0 && maker().savingsRupiah <= 0}>
          <Notice tone="info">
            <p>{w().nothing}</p>
          </Notice>
        </Match>
      </Switch>
    </>
  );
}
