// The first step of paying: how much, from where, who receives it, and how that is shown.
import Banknote from "lucide-solid/icons/banknote";
import Fingerprint from "lucide-solid/icons/fingerprint-pattern";
import Landmark from "lucide-solid/icons/landmark";
import PenLine from "lucide-solid/icons/pen-line";
import Users from "lucide-solid/icons/users";
import Vault from "lucide-solid/icons/vault";
import { Show } from "solid-js";
import { formatRupiah } from "#rules/money";
import { RECEIVERS } from "#rules/payout";
import type { Statement } from "#rules/statement";
import { useDevice } from "../device.tsx";
import { createReading } from "../reading.tsx";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Form } from "../ui/Form.tsx";
import { MoneyField } from "../ui/MoneyField.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words.ts";
import type { Payment } from "./payment.ts";
import { readMoney } from "./requests.ts";
import { Standing } from "./Standing.tsx";
import { words } from "./words.ts";

export function FillStep(props: { payment: Payment; statement: Statement }) {
  const w = useWords(words);
  const { shift } = useDevice();
  const money = createReading(() => true, readMoney);
  const holding = (place: string) => {
    const found = money.value()?.places.find((one) => one.place === place);
    return found && w().holds({ amount: formatRupiah(found.holdsRupiah) });
  };
  const { draft, setDraft, look } = props.payment;
  return (
    <Form problem={look.problem()} onSubmit={props.payment.lookFirst}>
      <Standing statement={props.statement} />
      <Show when={props.payment.hasSavings}>
        <Choice
          label={w().of}
          value={draft.of}
          options={[
            {
              value: "proceeds",
              label: w().proceeds,
              hint: formatRupiah(Math.max(0, props.statement.payableRupiah)),
              disabled: props.statement.payableRupiah <= 0,
            },
            { value: "savings", label: w().savings, hint: formatRupiah(props.statement.maker.savingsRupiah) },
          ]}
          onChange={props.payment.chooseWhat}
          error={look.fault("of")}
        />
      </Show>
      <div class="stack">
        <MoneyField
          label={w().amount}
          hint={w().upTo({ amount: formatRupiah(props.payment.most()) })}
          size="large"
          value={draft.amountRupiah}
          onChange={(amountRupiah) => setDraft({ amountRupiah })}
          error={look.fault("amountRupiah")}
        />
        <Show when={draft.amountRupiah !== props.payment.most()}>
          <Button onClick={() => setDraft({ amountRupiah: props.payment.most() })}>
            {w().all({ amount: formatRupiah(props.payment.most()) })}
          </Button>
        </Show>
      </div>
      <Choice
        label={w().source}
        shape="rows"
        value={draft.source}
        options={[
          { value: "safe", label: w().safe, icon: Vault, hint: holding("safe") },
          { value: "bank", label: w().bank, icon: Landmark, hint: holding("bank") },
          {
            value: "drawer",
            label: w().drawer,
            icon: Banknote,
            hint: shift() ? w().drawerOpen : w().drawerClosed,
            disabled: !shift(),
          },
        ]}
        onChange={(source) => setDraft({ source })}
        error={look.fault("source") ?? look.fault("shiftId")}
      />
      <Choice
        label={w().receivedBy}
        value={draft.receivedBy}
        options={RECEIVERS.map((value) => ({ value, label: w()[value] }))}
        onChange={(receivedBy) => setDraft({ receivedBy })}
        error={look.fault("receivedBy")}
      />
      <Show when={draft.receivedBy !== "self"}>
        <TextField
          label={w().receiverName}
          value={draft.receiverName}
          onInput={(receiverName) => setDraft({ receiverName })}
          maxLength={120}
          error={look.fault("receiverName")}
        />
      </Show>
      <Choice
        label={w().acknowledgedBy}
        value={draft.acknowledgedBy}
        options={[
          { value: "signature", label: w().signature, icon: PenLine },
          { value: "thumbprint", label: w().thumbprint, icon: Fingerprint },
          { value: "witness", label: w().witness, icon: Users },
        ]}
        onChange={(acknowledgedBy) => setDraft({ acknowledgedBy })}
        error={look.fault("acknowledgedBy")}
      />
      <Button type="submit" kind="primary" size="large" wide busy={look.busy()}>
        {w().look}
      </Button>
    </Form>
  );
}
