// Shows an amount in rupiah with figures of one width, so that amounts under each other can be compared.
import { formatRupiah } from "#rules/money";

export interface MoneyProps {
  amount: number;
  /** text is as large as the words around it; 20, 24, 32 and 48 are pixels at normal zoom. */
  size?: "text" | 20 | 24 | 32 | 48 | undefined;
  /** makers: soga, money that is a maker's. owed: brick, to be given back. quiet: beside a larger one. */
  tone?: "plain" | "makers" | "owed" | "done" | "quiet" | undefined;
}

export function Money(props: MoneyProps) {
  return (
    <span class={`money money-${props.size ?? "text"} money-${props.tone ?? "plain"}`}>
      {formatRupiah(props.amount)}
    </span>
  );
}
