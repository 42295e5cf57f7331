// Asks whether the merchant's own notification of one QRIS payment was seen, with its amount in large figures.
import BadgeCheck from "lucide-solid/icons/badge-check";
import { createSignal, Show } from "solid-js";
import { formatMoment } from "#rules/business-day";
import { confirmQrisSchema, type Unconfirmed } from "#rules/qris-codes";
import { useCentre } from "../session.tsx";
import { createSubmission } from "../submission.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Form } from "../ui/Form.tsx";
import { Money } from "../ui/Money.tsx";
import { TextField } from "../ui/TextField.tsx";
import { language, useWords } from "../words.ts";
import { confirmPayment } from "./requests.ts";
import { words } from "./words.ts";

interface ConfirmPaymentProps {
  payment: Unconfirmed | null;
  onClose: () => void;
  onConfirmed: (payment: Unconfirmed) => void;
  onGone: () => void;
}

export function ConfirmPayment(props: ConfirmPaymentProps) {
  return (
    <Show when={props.payment} keyed>
      {(payment) => <Asking {...props} payment={payment} />}
    </Show>
  );
}

function Asking(props: ConfirmPaymentProps & { payment: Unconfirmed }) {
  const w = useWords(words);
  const centre = useCentre();
  const [note, setNote] = createSignal("");
  const act = createSubmission({
    schema: confirmQrisSchema,
    send: confirmPayment,
    onDone: () => props.onConfirmed(props.payment),
  });
  /** Kept for a second try, so that it is the same act. */
  let confirmedAtMs: number | undefined;
  const submit = async () => {
    confirmedAtMs ??= Date.now();
    const { saleId, position } = props.payment;
    const done = await act.submit(() => ({
      saleId,
      position,
      confirmedAtMs,
      ...(note().trim() === "" ? {} : { note: note() }),
    }));
    if (!done) props.onGone();
    return done;
  };
  return (
    <Dialog
      open
      title={w().confirmTitle}
      onClose={props.onClose}
      actions={
        <>
          <Button size="large" onClick={props.onClose}>
            {w().notYet}
          </Button>
          <Button
            size="large"
            kind="primary"
            icon={BadgeCheck}
            type="submit"
            form="confirm-qris"
            busy={act.busy()}
          >
            {w().arrived}
          </Button>
        </>
      }
    >
      <Form id="confirm-qris" problem={act.problem()} onSubmit={submit}>
        <p>
          <Money amount={props.payment.amountRupiah} size={48} />
        </p>
        <dl class="qris-facts">
          <dt>{w().receipt}</dt>
          <dd>{props.payment.receiptNumber}</dd>
          <dt>{w().soldAt}</dt>
          <dd>{formatMoment(props.payment.soldAtMs, centre().timeZone, language())}</dd>
        </dl>
        <p>{w().look}</p>
        <TextField
          label={w().note}
          hint={w().noteHint}
          value={note()}
          onInput={setNote}
          maxLength={500}
          error={act.fault("note")}
        />
        <p class="quiet">{w().voidHint}</p>
      </Form>
    </Dialog>
  );
}
