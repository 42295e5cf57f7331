// P1, P4, P5, S12: a sale never waits for paper; a job is tried again, handed on, and left to a person; a copy is the stored paper and says so.
import { beforeEach, describe, expect, test } from "vitest";
import { changeSettings, settings } from "#domain/centre";
import { giveUpUnfinished } from "#domain/print-jobs";
import { changePrinter } from "#domain/printers";
import { retryPrint } from "#domain/prints";
import { shiftReport } from "#domain/shift-reports";
import type { PrintOutcome } from "#rules/prints";
import { dead } from "../printer.ts";
import { FRONT, KITCHEN, type PrintingShop, printingShop, textOf } from "../printing.ts";
import { cleanBook, close, moveCash, newId, open, type TestShop } from "../shop.ts";
import { refund, sell, set } from "../till.ts";

let here: PrintingShop;
let shop: TestShop;
beforeEach(async () => {
  here = await printingShop();
  ({ shop } = here);
});

const addresses = () => shop.printer.papers.map(({ target }) => target.address);

describe("P1 the sale first", () => {
  test("a print is a job with its own state; the sale is saved whatever becomes of it", async () => {
    const sale = sell(shop, ["KOPI"]);
    const answer = here.ask("receipt", sale.id);
    expect(answer.job).toMatchObject({ state: "queued", printer: "Depan", copy: 0, number: "UJI-K1-000001" });
    await here.quiet();
    expect(here.jobOf(answer).state).toBe("printed");
    expect(shop.printer.papers.map(({ paper }) => paper)).toEqual([answer.paper]);
    await cleanBook(shop);
  });

  test("a failure is tried again twice, then the second printer prints it", async () => {
    here.comesTo(FRONT, dead, dead, dead);
    const answer = here.ask("receipt", sell(shop, ["KOPI"]).id);
    await here.quiet();
    expect(addresses()).toEqual([FRONT, FRONT, FRONT, KITCHEN]);
    expect(shop.printer.waits).toEqual([5_000, 20_000]);
    expect(here.jobOf(answer)).toMatchObject({ state: "printed", printer: "Dapur", failure: null });
  });

  test("P2 where both fail it waits for a person with its cause, who sends it again: the same paper, no copy", async () => {
    here.comesTo(FRONT, dead, dead, dead);
    here.comesTo(KITCHEN, { state: "not_printed", why: "no_paper", retry: true });
    const answer = here.ask("receipt", sell(shop, ["KOPI"]).id);
    await here.quiet();
    expect(here.jobOf(answer)).toMatchObject({ state: "failed", failure: "no_paper", printer: "Dapur" });
    const { printId } = answer.job;
    const command = { id: newId(), printId, printerId: here.front };
    expect(retryPrint(shop, shop.cashier, command)).toMatchObject({
      state: "queued",
      printer: "Depan",
      copy: 0,
    });
    await here.quiet();
    expect(here.jobOf(answer)).toMatchObject({ state: "printed", failure: null });
    retryPrint(shop, shop.cashier, { ...command, id: newId() }); // printed already: nothing is printed twice
    await here.quiet();
    expect(shop.printer.papers).toHaveLength(5);
    expect(shop.printer.papers.every(({ paper }) => textOf(paper) === textOf(answer.paper))).toBe(true);
    await cleanBook(shop);
  });

  test("what trying again cannot mend goes to the second printer at once", async () => {
    here.comesTo(FRONT, { state: "not_printed", why: "does_not_fit", retry: false });
    const answer = here.ask("receipt", sell(shop, ["KOPI"]).id);
    await here.quiet();
    expect(addresses()).toEqual([FRONT, KITCHEN]);
    expect(here.jobOf(answer).state).toBe("printed");
  });
});

describe("P4 a dead printer", () => {
  test("holds up nobody else's", async () => {
    let free: (outcome: PrintOutcome) => void = () => {};
    const stuck = new Promise<PrintOutcome>((resolve) => {
      free = resolve;
    });
    const { print } = shop.printer;
    const hanging = {
      ...shop.printer,
      print: (...given: Parameters<typeof print>) => (given[0].address === FRONT ? stuck : print(...given)),
    };
    Object.assign(shop, { printer: hanging });
    const first = here.ask("receipt", sell(shop, ["KOPI"]).id);
    const second = here.ask("receipt", sell(shop, ["KOPI"]).id, { to: here.kitchen });
    await expect.poll(() => here.jobOf(second).state).toBe("printed");
    expect(here.jobOf(first).state).toBe("printing");
    free({ state: "printed" });
    await here.quiet();
    expect(here.jobOf(first).state).toBe("printed");
  });

  test("prints no backlog when it wakes: what waited longer than two minutes is too late", async () => {
    changePrinter(shop, shop.manager, { id: newId(), ...here.fieldsOf(here.front), secondId: null });
    const gone = { ...dead };
    here.comesTo(FRONT, gone, gone, gone);
    here.slowly(20); // the first one takes minutes
    const jobs = [0, 1, 2].map(() => here.ask("receipt", sell(shop, ["AIR"]).id));
    await here.quiet();
    expect(jobs.map(here.jobOf).map(({ state, failure }) => [state, failure])).toEqual([
      ["failed", "no_connection"],
      ["failed", "too_late"],
      ["failed", "too_late"],
    ]);
    const before = shop.printer.papers.length;
    expect(here.jobOf(here.ask("receipt", sell(shop, ["AIR"]).id)).state).toBe("queued"); // it has woken
    await here.quiet();
    expect(shop.printer.papers.length - before).toBe(1);
  });

  test("nor does a bug in one paper hold up the next: it is told, and the paper is left to a person", async () => {
    const { print } = shop.printer;
    const bug = new Error("a bug");
    const once = [() => Promise.reject(bug)];
    Object.assign(shop, {
      printer: {
        ...shop.printer,
        print: (...given: Parameters<typeof print>) => once.pop()?.() ?? print(...given),
      },
    });
    const jobs = [sell(shop, ["AIR"]), sell(shop, ["AIR"])].map(({ id }) => here.ask("receipt", id));
    await here.quiet();
    expect(jobs.map((job) => here.jobOf(job).state)).toEqual(["failed", "printed"]);
    expect(shop.printer.bugs).toEqual([bug]);
  });

  test("a program that starts again leaves yesterday's jobs to a person", async () => {
    here.comesTo(FRONT, dead, dead, dead);
    const answer = here.ask("receipt", sell(shop, ["KOPI"]).id);
    giveUpUnfinished(shop);
    await here.quiet();
    expect(here.jobOf(answer)).toMatchObject({ state: "failed", failure: "too_late" });
    expect(shop.printer.papers).toEqual([]);
  });
});

describe("P5 a copy", () => {
  test("is the stored paper marked SALINAN n, whatever was renamed since, and the shift's Z counts it", async () => {
    const sale = sell(shop, ["KOPI", { sku: "BATIK", discount: 5_000 }]);
    const first = here.ask("receipt", sale.id);
    const id = newId();
    shop.tick();
    changeSettings(shop, shop.manager, {
      ...settings(shop).settings,
      id,
      name: "Sentra Baru",
      receiptFooter: "Baru",
    });
    const copies = [
      here.ask("receipt", sale.id, { to: "screen" }),
      here.ask("receipt", sale.id, {}, shop.cashier),
    ];
    expect(copies.map(({ job }) => [job.copy, job.state])).toEqual([
      [1, "screen"],
      [2, "queued"],
    ]);
    const rows = copies.map(({ paper }) => paper.rows);
    expect(rows.map((of) => of[0])).toEqual([
      { is: "mark", text: "SALINAN 1" },
      { is: "mark", text: "SALINAN 2" },
    ]);
    for (const of of rows) expect(of.slice(1)).toEqual(first.paper.rows);
    expect(shiftReport(shop, shop.manager, shop.shiftId).totals.copies).toBe(2);
    close(shop);
    expect(shiftReport(shop, shop.manager, shop.shiftId).z?.totals.copies).toBe(2);
    expect(here.ask("receipt", sale.id).job.copy).toBe(3); // after closing: marked, and the Z stays as it was
    expect(shiftReport(shop, shop.manager, shop.shiftId).z?.totals.copies).toBe(2);
    await here.quiet();
    await cleanBook(shop);
  });

  test("has the newest letterhead, also where two came in one moment or the clock was set back between them", () => {
    const nameOn = () => {
      const { rows } = here.ask("receipt", sell(shop, ["KOPI"]).id).paper;
      return rows.find((row) => row.is === "title");
    };
    for (const name of ["Sentra Satu", "Sentra Dua"]) set(shop, { name });
    shop.later(1);
    expect(nameOn()).toMatchObject({ text: "Sentra Dua" });
    shop.later(-24);
    set(shop, { name: "Sentra Tiga" });
    shop.later(24);
    expect(nameOn()).toMatchObject({ text: "Sentra Tiga" });
  });

  test("of a refund is counted too, and what was sold without the server says so (N2)", async () => {
    const atMs = shop.now();
    shop.later(1);
    const sale = sell(shop, ["KOPI"], { at: atMs + 60_000 });
    expect(textOf(here.ask("receipt", sale.id).paper)).toContain("DIBUAT LURING");
    expect(textOf(here.ask("receipt", sell(shop, ["KOPI"]).id).paper)).not.toContain("LURING");
    const back = refund(shop, sale, [[1, 1]]);
    for (const copy of [0, 1]) expect(here.ask("refund", back.id).job.copy).toBe(copy);
    expect(shiftReport(shop, shop.manager, shop.shiftId).totals.copies).toBe(1);
    await here.quiet();
    await cleanBook(shop);
  });

  test("asked for twice under one id it is one copy", async () => {
    const sale = sell(shop, ["KOPI"]);
    const id = newId();
    const [one, two] = [here.ask("receipt", sale.id, { id }), here.ask("receipt", sale.id, { id })];
    await here.quiet();
    expect(two.job).toEqual(one.job);
    expect(shop.printer.papers).toHaveLength(1);
  });
});

describe("S12 a Z", () => {
  test("prints the same for ever, and an X is new each time", async () => {
    sell(shop, ["KOPI"]);
    expect(() => here.ask("z", shop.shiftId)).toThrow("nothing_to_print");
    const x = here.ask("x", shop.shiftId);
    moveCash(shop, "cash_out", 10_000, "Beli es");
    expect(textOf(x.paper)).not.toContain("Beli es");
    const later = here.ask("x", shop.shiftId);
    expect([textOf(later.paper).includes("Beli es"), later.job.copy]).toEqual([true, 0]);
    const { id } = { id: shop.shiftId };
    close(shop);
    const z = here.ask("z", id);
    open(shop);
    sell(shop, ["AIR"]);
    shop.later(24);
    const again = here.ask("z", id);
    expect(again.paper.rows.slice(1)).toEqual(z.paper.rows);
    expect(again.paper.rows[0]).toEqual({ is: "mark", text: "SALINAN 1" });
    await here.quiet();
  });

  test("C1 a cashier's X does not give the drawer away before it is counted", () => {
    sell(shop, ["KOPI"]);
    const text = textOf(here.ask("x", shop.shiftId, {}, shop.cashier).paper);
    expect(text).toContain("setelah dihitung");
    expect(text).not.toMatch(/Rp212\.000|Rp12\.000/);
    expect(textOf(here.ask("x", shop.shiftId).paper)).toContain("Rp212.000");
  });
});
