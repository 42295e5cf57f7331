// Writes QRIS codes strictly, for tests that read them back.
import { checkOf } from "#rules/qris";

export interface Written {
  readonly name?: string;
  readonly city?: string;
  readonly nmid?: string | null;
  readonly initiation?: string | null;
  readonly amount?: string | null;
  readonly currency?: string;
  /** Another provider's account, as a whole tag. */
  readonly provider?: string;
}

export function writeQris(code: Written): string {
  const { name = "SENTRA KARTINI", city = "TEMANGGUNG", nmid = "ID1020021181745", initiation = "11" } = code;
  const { amount = null, currency = "360", provider = GOPAY } = code;
  const text = [
    tag("00", "01"),
    ...(initiation === null ? [] : [tag("01", initiation)]),
    provider,
    ...(nmid === null ? [] : [tag("51", tag("00", "ID.CO.QRIS.WWW") + tag("02", nmid) + tag("03", "UMI"))]),
    tag("52", "5814"),
    tag("53", currency),
    ...(amount === null ? [] : [tag("54", amount)]),
    tag("58", "ID"),
    tag("59", name),
    tag("60", city),
    tag("61", "56213"),
    "6304",
  ].join("");
  return text + checkOf(text);
}

/** Two digits of tag, two of length in characters, the value. */
export function tag(name: string, value: string): string {
  return `${name}${String([...value].length).padStart(2, "0")}${value}`;
}

const GOPAY = tag(
  "26",
  tag("00", "COM.GO-JEK.WWW") + tag("01", "936009143000000000") + tag("02", "G000000000") + tag("03", "UMI"),
);

/** A whole code as it hangs at a stall, written out: it must not follow a change of the writer. */
export const KARTINI_QRIS =
  "00020101021126610014COM.GO-JEK.WWW01189360091430000000000210G0000000000303UMI51440014ID.CO.QRIS.WWW0215ID10200211817450303UMI5204581453033605802ID5914SENTRA KARTINI6010TEMANGGUNG61055621363044D7D";
