// QRIS codes: the checksum, what is read of real and long ones, what is refused, and that no changed character goes unseen.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displaySchema } from "#rules/display";
import { checkOf, readQris, readStandingQris } from "#rules/qris";
import { KARTINI_QRIS, tag, type Written, writeQris } from "../qris.ts";

const refusedAs = (code: string) => expect.objectContaining({ code });

describe("the checksum", () => {
  test("is CRC-16/CCITT-FALSE over UTF-8 bytes", () => {
    expect(checkOf("123456789")).toBe("29B1");
    expect(checkOf("")).toBe("FFFF");
    expect(checkOf("é")).not.toBe(checkOf("e"));
  });

  test("fits EMVCo's own example, whose name is in Chinese too", () => {
    const example =
      "00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN5914BEST TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603***0708A60086670902ME91320016A0112233449988770708123456786304A13A";
    expect(readQris(example)).toMatchObject({
      merchantName: "BEST TRANSPORT",
      merchantCity: "BEIJING",
      country: "CN",
      currency: "156",
      amount: "23.72",
      isStatic: false,
    });
    expect(() => readStandingQris(example)).toThrow(refusedAs("qris_not_static"));
  });
});

describe("a standing code", () => {
  test("tells the merchant, the town and the national number", () => {
    expect(writeQris({})).toBe(KARTINI_QRIS);
    expect(readStandingQris(KARTINI_QRIS)).toEqual({
      payload: KARTINI_QRIS,
      isStatic: true,
      merchantName: "SENTRA KARTINI",
      merchantCity: "TEMANGGUNG",
      nmid: "ID1020021181745",
      currency: "360",
      country: "ID",
      amount: null,
    });
  });

  test("may be pasted with white space around it and broken over lines", () => {
    const broken = ` \n${KARTINI_QRIS.slice(0, 60)}\r\n${KARTINI_QRIS.slice(60)}\t\n`;
    expect(readStandingQris(broken).payload).toBe(KARTINI_QRIS);
  });

  test("may come out of a message, with marks in it that nobody sees", () => {
    const sent = `\u2068${KARTINI_QRIS.slice(0, 30)}\u200b${KARTINI_QRIS.slice(30)}\u2069`;
    expect(readStandingQris(sent).payload).toBe(KARTINI_QRIS);
  });

  test("keeps a space where a line was not broken", () => {
    expect(readStandingQris(writeQris({ name: "WARUNG  DUA SPASI" })).merchantName).toBe("WARUNG  DUA SPASI");
  });

  test("may have a longer name than EMVCo allows, in any letters: lengths count characters", () => {
    const name = "KELOMPOK USAHA BERSAMA “MEKAR” – GERAI BATIK CIPRAT";
    expect(readStandingQris(writeQris({ name })).merchantName).toBe(name);
  });

  test("finds the number with the provider where there is no domestic account, and lives without any", () => {
    expect(readQris(writeQris({ nmid: null })).nmid).toBeNull();
    const provider = tag("26", tag("00", "ID.CO.QRIS.WWW") + tag("01", "936") + tag("02", "ID2021000111222"));
    expect(readQris(writeQris({ nmid: null, provider })).nmid).toBe("ID2021000111222");
    const other = tag("26", tag("00", "COM.GO-JEK.WWW") + tag("02", "G-12345"));
    expect(readQris(writeQris({ nmid: null, provider: other })).nmid).toBeNull();
  });

  test("may say nothing of its being static, and write its checksum small", () => {
    expect(readStandingQris(writeQris({ initiation: null })).isStatic).toBe(true);
    const code = writeQris({ name: "KECIL" });
    const small = code.slice(0, -4) + code.slice(-4).toLowerCase();
    expect(readStandingQris(small).payload).toBe(small);
  });
});

describe("what is refused", () => {
  test.each([
    ["nothing", ""],
    ["a web address", "https://sentra-kartini.example"],
    ["a code that was cut off", KARTINI_QRIS.slice(0, -1)],
    ["a code without its beginning", KARTINI_QRIS.slice(4)],
    ["a nameless one", writeQris({ name: "" })],
    ["a way of starting that nobody knows", writeQris({ initiation: "13" })],
    ["a length that leads beyond the end", sealed(`${KARTINI_QRIS.slice(0, -8)}6999A`)],
    ["letters where a tag should be", sealed(`${KARTINI_QRIS.slice(0, -8)}AB02XY`)],
    ["a checksum that belongs to another value", sealed(`${KARTINI_QRIS.slice(0, -8)}6208`)],
  ])("qris_not_readable: %s", (_what, text) => {
    expect(() => readQris(text)).toThrow(refusedAs("qris_not_readable"));
  });

  test("qris_not_static: made for one payment, or with an amount in it", () => {
    for (const code of [
      { initiation: "12" },
      { amount: "15000" },
      { amount: "15000.50" },
    ] satisfies Written[])
      expect(() => readStandingQris(writeQris(code))).toThrow(refusedAs("qris_not_static"));
    expect(readStandingQris(writeQris({ amount: "0.00" })).isStatic).toBe(true);
  });

  test("qris_not_rupiah", () => {
    expect(() => readStandingQris(writeQris({ currency: "702" }))).toThrow(refusedAs("qris_not_rupiah"));
  });
});

const characters = fc.constantFrom(
  ..."ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz0123456789-.,'&/éñ日𝛑",
);
const words = fc
  .string({ unit: characters, minLength: 1, maxLength: 60 })
  .map((text) => text.trim())
  .filter((text) => text !== "");
const written = fc.record({
  name: words,
  city: words,
  nmid: fc.option(fc.stringMatching(/^ID\d{13}$/)),
  initiation: fc.constantFrom("11", "12", null),
  amount: fc.option(fc.stringMatching(/^\d{1,9}(\.\d{2})?$/)),
});

test("whatever was written is read, and the code itself is untouched", () => {
  fc.assert(
    fc.property(written, (code) => {
      const payload = writeQris(code);
      const read = readQris(`\n ${payload} `);
      expect(read).toMatchObject({ payload, nmid: code.nmid, amount: code.amount, currency: "360" });
      expect(read.merchantName).toBe(code.name);
      expect(read.merchantCity).toBe(code.city);
    }),
  );
});

test("any one character that is changed is refused", () => {
  const printable = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code));
  fc.assert(
    fc.property(written, fc.nat(), printable, (code, where, instead) => {
      const payload = writeQris({ ...code, name: "GERAI BATIK", city: "TEMANGGUNG" });
      const at = where % payload.length;
      fc.pre(payload[at] !== instead);
      fc.pre(at < payload.length - 4 || payload[at] !== instead.toUpperCase()); // a checksum may be written small
      const changed = payload.slice(0, at) + instead + payload.slice(at + 1);
      expect(() => readQris(changed)).toThrow(/qris_(not_readable|checksum_wrong)/);
    }),
    { numRuns: 500 },
  );
});

test("two characters that changed places, and one that is missing or doubled, are refused", () => {
  fc.assert(
    fc.property(fc.nat(KARTINI_QRIS.length - 2), (at) => {
      const [a = "", b = ""] = [KARTINI_QRIS[at], KARTINI_QRIS[at + 1]];
      const before = KARTINI_QRIS.slice(0, at);
      const after = KARTINI_QRIS.slice(at + 2);
      const spoiled = [
        before + a + after,
        before + a + a + b + after,
        ...(a === b ? [] : [before + b + a + after]),
      ];
      for (const text of spoiled) expect(() => readQris(text)).toThrow(/qris_(not_readable|checksum_wrong)/);
    }),
  );
});

function sealed(text: string): string {
  return `${text}6304${checkOf(`${text}6304`)}`;
}

test("a code with the longest name and number that one can hold stands on the customer's screen as it is", () => {
  const [name, nmid] = ["𝔖".repeat(99), "9".repeat(87)];
  const code = readStandingQris(writeQris({ name, nmid: null, provider: tag("51", tag("02", nmid)) }));
  expect(code).toMatchObject({ merchantName: name, nmid });
  const { payload, merchantName } = code;
  const qris = { payload, merchantName, nmid: code.nmid, amountRupiah: 1 };
  const pay = { stand: "pay", lines: [], totalRupiah: 1, qris };
  expect(displaySchema.parse(pay)).toEqual(pay);
});
