// What belongs to one way to pay: the notes, the code beside the amount, or the number that must be written down.
import { Match, Switch } from "solid-js";
import type { Rupiah } from "#rules/money";
import type { QrisCode } from "#rules/qris-codes";
import type { Method } from "#rules/sale";
import { CashPay } from "./CashPay.tsx";
import { QrisPay } from "./QrisPay.tsx";
import { ReferencePay } from "./ReferencePay.tsx";
import type { Payment, Tender } from "./tender.ts";

export function PayWay(props: {
  way: Method;
  amountRupiah: Rupiah;
  tender: Tender;
  qrisCode: QrisCode | null;
  busy: boolean;
  /** Take the focus when it comes. */
  focus: boolean;
  onPay: (payment: Payment) => void;
}) {
  const numbered = () => (props.way === "transfer" || props.way === "edc" ? props.way : null);
  return (
    <Switch>
      <Match when={props.way === "cash"}>
        <CashPay
          totalRupiah={props.amountRupiah}
          busy={props.busy}
          focus={props.focus}
          onPay={(tenderedRupiah) => props.onPay({ method: "cash", tenderedRupiah })}
        />
      </Match>
      <Match when={props.way === "qris"}>
        <QrisPay
          amountRupiah={props.amountRupiah}
          code={props.qrisCode}
          busy={props.busy}
          focus={props.focus}
          onPay={(confirmed) =>
            props.onPay(confirmed ? { method: "qris" } : { method: "qris", unconfirmed: true })
          }
        />
      </Match>
      <Match when={numbered()} keyed>
        {(method) => (
          <ReferencePay
            method={method}
            amountRupiah={props.amountRupiah}
            reference={props.tender.referenceOf(method)}
            onReference={(text) => props.tender.setReference(method, text)}
            busy={props.busy}
            focus={props.focus}
            onPay={(reference) => props.onPay({ method, reference })}
          />
        )}
      </Match>
    </Switch>
  );
}
