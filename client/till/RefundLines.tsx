// The lines of a sale, each to be taken back in whole or in part.
import { For, Show } from "solid-js";
import { formatQuantity, parseQuantity } from "#rules/quantity";
import { Button } from "../ui/Button.tsx";
import { QuantityField } from "../ui/QuantityField.tsx";
import { Toggle } from "../ui/Toggle.tsx";
import { dictionary, useWords } from "../words.ts";
import type { RefundFormStore } from "./refund-form.ts";

const words = dictionary({
  id: {
    all: "Retur semuanya",
    what: "Apa yang kembali?",
    left: (of: { quantity: string; unit: string }) => `Bisa diretur ${of.quantity} ${of.unit}`,
    quantityOf: (of: { name: string }) => `Banyaknya: ${of.name}`,
    restock: "Barang kembali ke rak",
    tooMuch: (of: { quantity: string; unit: string }) => `Paling banyak ${of.quantity} ${of.unit}.`,
  },
  en: {
    all: "Return everything",
    what: "What comes back?",
    left: (of) => `${of.quantity} ${of.unit} can come back`,
    quantityOf: (of) => `How many: ${of.name}`,
    restock: "The goods go back on the shelf",
    tooMuch: (of) => `At most ${of.quantity} ${of.unit}.`,
  },
});

export function RefundLines(props: { store: RefundFormStore }) {
  const w = useWords(words);
  return (
    <section class="stack">
      <div class="apart">
        <h3>{w().what}</h3>
        <Button disabled={props.store.all()} onClick={props.store.takeAll}>
          {w().all}
        </Button>
      </div>
      <ul class="refund-lines">
        <For each={props.store.form.lines}>
          {(line) => (
            <li>
              <Toggle
                label={line.name}
                hint={w().left({ quantity: formatQuantity(line.leftMilli), unit: line.unit })}
                checked={line.quantityMilli !== null}
                onChange={(taken) => props.store.choose(line.lineNo, taken)}
              />
              <Show when={line.quantityMilli !== null}>
                <div class="refund-line">
                  <QuantityField
                    label={w().quantityOf({ name: line.name })}
                    value={line.quantityMilli}
                    onChange={(value, reading) => {
                      // A half-typed number does not take the line away.
                      if (reading === "read") props.store.setQuantity(line.lineNo, value);
                    }}
                    parse={parseQuantity}
                    format={formatQuantity}
                    unit={line.unit}
                    min={1}
                    max={line.leftMilli}
                    error={
                      props.store.tooMuch(line)
                        ? w().tooMuch({ quantity: formatQuantity(line.leftMilli), unit: line.unit })
                        : undefined
                    }
                  />
                  <Toggle
                    label={w().restock}
                    checked={line.restock}
                    onChange={(restock) => props.store.setRestock(line.lineNo, restock)}
                  />
                </div>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
