// Asks why a payout is taken back, and takes it back.
import { createSignal } from "solid-js";
import { formatRupiah } from "#rules/money";
import type { PayoutView } from "#rules/statement";
import { createSubmission } from "../submission.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Form } from "../ui/Form.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words.ts";
import { reversalSchema, reversePayout } from "./requests.ts";
import { words } from "./words.ts";

export function ReverseDialog(props: {
  open: boolean;
  payout: PayoutView;
  onClose: () => void;
  onReversed: (payout: PayoutView) => void;
}) {
  const w = useWords(words);
  const [reason, setReason] = createSignal("");
  const reversal = createSubmission({
    schema: reversalSchema,
    send: reversePayout,
    onDone: (payout) => props.onReversed(payout),
  });
  /** Kept for a second try, so that it is the same act. */
  let reversedAtMs: number | undefined;
  const submit = () => {
    reversedAtMs ??= Date.now();
    return reversal.submit(() => ({ payoutId: props.payout.id, reason: reason(), reversedAtMs }));
  };
  return (
    <Dialog
      open={props.open}
      title={w().reverseTitle}
      onClose={props.onClose}
      actions={
        <>
          <Button size="large" onClick={props.onClose}>
            {w().backKey}
          </Button>
          <Button size="large" kind="danger" type="submit" form="reversal" busy={reversal.busy()}>
            {w().reverse}
          </Button>
        </>
      }
    >
      <Form id="reversal" problem={reversal.problem()} onSubmit={submit}>
        <p>
          {w().reverseSentence({
            amount: formatRupiah(props.payout.amountRupiah),
            source: w()[props.payout.source],
          })}
        </p>
        <TextField
          label={w().reason}
          hint={w().reasonHint}
          value={reason()}
          onInput={setReason}
          maxLength={500}
          autofocus
          error={reversal.fault("reason")}
        />
      </Form>
    </Dialog>
  );
}
