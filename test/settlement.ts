// Provider's files for tests, as a person would pick them: text, and the same text as cells.
import { importSettlement, setSettlementFormat } from "#domain/settlements";
import { settlementTable } from "#papers/settlement-file";
import type { SettlementFormat, SettlementImported } from "#rules/settlements";
import { newId, type TestShop } from "./shop.ts";

export const settlementColumns: SettlementFormat = {
  separator: ";",
  dayColumn: "Tanggal",
  timeColumn: "",
  dayOrder: "dmy",
  amountColumn: "Nominal",
  referenceColumn: "RRN",
};

/** A file of rows like `15/07/2025 09:00;A1;12.000`. */
export const settlementFile = (...rows: string[]) => ({
  id: newId(),
  fileName: "mutasi-juli.csv",
  text: ["Tanggal;RRN;Nominal", ...rows].join("\n"),
});

export function tellColumns(shop: TestShop): void {
  setSettlementFormat(shop, shop.manager, { id: newId(), ...settlementColumns });
}

export function bringFile(shop: TestShop, ...rows: string[]): SettlementImported {
  const file = settlementFile(...rows);
  return importSettlement(shop, shop.manager, file, settlementTable(file.text, ";"));
}
