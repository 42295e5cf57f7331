// What a held act is called in a row, and when and, where that is known, by whom it was done, in the language spoken now.
import type { RepairView } from "#rules/repairs";
import { useCentre } from "../session.tsx";
import { language, useWords } from "../words.ts";
import { momentSaid } from "./list.ts";
import { words } from "./words.ts";

export function useSaying() {
  const w = useWords(words);
  const centre = useCentre();
  const moment = (atMs: number) => momentSaid(atMs, Date.now(), centre().timeZone, language());
  const goods = ({ lines }: RepairView) => {
    const [first] = lines;
    if (!first) return null;
    const name = first.name ?? w().unknownGoods;
    return lines.length > 1 ? w().andMore({ name, more: lines.length - 1 }) : name;
  };
  return {
    moment,
    /** Its goods, or where it has none what kind of act it is. */
    what: (repair: RepairView): string => {
      const name = goods(repair);
      if (name === null) return w()[repair.kind];
      return repair.kind === "refund" ? w().refundOf({ name }) : name;
    },
    /** Its receipt's number, or what it is. */
    called: (repair: RepairView): string => repair.receiptNumber ?? w()[repair.kind],
    line: (repair: RepairView): string =>
      [
        repair.receiptNumber ?? `${w().till} ${repair.tillCode}`,
        moment(repair.keptAtMs),
        ...(repair.by === null ? [] : [repair.by]),
      ].join(" · "),
  };
}
