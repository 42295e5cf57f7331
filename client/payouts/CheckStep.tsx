// The second step of paying: what the server says it will do, and the key that pays.
import { Show } from "solid-js";
import { amountInWords } from "#rules/amount-in-words";
import { type Day, formatDay } from "#rules/business-day";
import { formatRupiah, groupDigits } from "#rules/money";
import type { PayoutPreview, Statement } from "#rules/statement";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { Form } from "../ui/Form.tsx";
import { Money } from "../ui/Money.tsx";
import { language, useWords } from "../words.ts";
import type { Payment } from "./payment.ts";
import { words } from "./words.ts";

export function CheckStep(props: { payment: Payment; preview: PayoutPreview; statement: Statement }) {
  const w = useWords(words);
  const { draft, pay } = props.payment;
  const day = (text: string | null) => (text === null ? "" : formatDay(text as Day, language(), false));
  const covers = () => {
    const count = groupDigits(props.preview.coveredLines);
    const [from, to] = [day(props.preview.coveredFrom), day(props.preview.coveredTo)];
    return from === to ? w().coversDay({ count, from }) : w().coversLines({ count, from, to });
  };
  // With a debt the two would cancel out of sight: what is unpaid, what comes off and what is left are said apart.
  const before = () =>
    draft.of === "proceeds" && props.statement.debtRupiah > 0
      ? props.statement.unpaidRupiah
      : props.preview.owedBeforeRupiah;
  const receiver = () => {
    if (draft.receivedBy === "self") return null;
    const of = { name: draft.receiverName };
    return draft.receivedBy === "guardian" ? w().throughGuardian(of) : w().throughCompanion(of);
  };
  return (
    <Form problem={pay.problem()} onSubmit={props.payment.payNow}>
      <Card title={w().checkTitle}>
        <p class="check-amount">
          <Money amount={props.preview.amountRupiah} size={48} tone="makers" />
          <span>{amountInWords(props.preview.amountRupiah, language())}</span>
        </p>
        <dl class="standing">
          <div>
            <dt>{w().to}</dt>
            <dd>
              {props.statement.maker.name}
              <Show when={receiver()}>{(through) => <span class="check-through">{through()}</span>}</Show>
            </dd>
          </div>
          <div>
            <dt>{w().acknowledgedBy}</dt>
            <dd>{w()[draft.acknowledgedBy]}</dd>
          </div>
          <div>
            <dt>{w().before}</dt>
            <dd>
              <Money amount={before()} />
            </dd>
          </div>
          <Show when={props.preview.recoveredRupiah > 0}>
            <div>
              <dt>{w().recovered}</dt>
              <dd>
                <Money amount={-props.preview.recoveredRupiah} tone="owed" />
              </dd>
            </div>
          </Show>
          <div>
            <dt>{props.preview.owedAfterRupiah < 0 ? w().debtAfter : w().after}</dt>
            <dd>
              <Money amount={Math.abs(props.preview.owedAfterRupiah)} />
            </dd>
          </div>
          <Show when={props.preview.coveredLines > 0}>
            <div>
              <dt>{w().covers}</dt>
              <dd>{covers()}</dd>
            </div>
          </Show>
          <div>
            <dt>{w().sourceAfter({ source: w()[draft.source] })}</dt>
            <dd>
              <Money amount={props.preview.sourceHoldsAfterRupiah} />
            </dd>
          </div>
        </dl>
      </Card>
      <div class="form-actions">
        <Button size="large" onClick={props.payment.changeIt}>
          {w().change}
        </Button>
        <Button type="submit" kind="primary" size="large" busy={pay.busy()}>
          {w().pay({ amount: formatRupiah(props.preview.amountRupiah) })}
        </Button>
      </div>
    </Form>
  );
}
