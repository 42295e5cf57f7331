// Golden papers as they lie on the screen and go to the browser's printer: the same cases as those of the thermal printers.
import { render } from "solid-js/web";
import { afterEach, describe, expect, test } from "vitest";
import type { Paper } from "#rules/paper";
import { refundReceipt } from "#rules/paper-refund";
import type { PaperSetting } from "#rules/paper-rows";
import { saleReceipt } from "#rules/paper-sale";
import { PaperSheet } from "../../client/ui/PaperSheet.tsx";
import { everything, longNamed, ordinary, sale, sixtyLines } from "../papers/views.ts";

const setting: PaperSetting = { zone: "Asia/Jakarta", language: "id", practice: false, copy: 0 };
const english: PaperSetting = { ...setting, language: "en" };
const [refund] = everything.refunds;
if (!refund) throw new Error("The sale with everything on it has a refund.");

const papers: Readonly<Record<string, Paper>> = {
  sale: saleReceipt(ordinary, setting),
  "sale-everything": saleReceipt(everything, { ...setting, practice: true, copy: 2, offline: true }),
  "sale-everything-english": saleReceipt(everything, { ...english, copy: 1 }),
  "sale-sixty-lines": saleReceipt(sixtyLines, setting),
  "sale-long-name": saleReceipt(longNamed, setting),
  "sale-training": saleReceipt(
    { ...ordinary, receiptNumber: "LATIHAN-K1-0004", seal: "" },
    { ...setting, training: true },
  ),
  "sale-void": saleReceipt(sale(ordinary.lines, { refunds: [{ ...refund, reason: "mistake" }] }), {
    ...setting,
    copy: 1,
  }),
  refund: refundReceipt(everything, refund, setting),
};

let clear: () => void = () => {};
afterEach(() => clear());

function sheetOf(paper: Paper): HTMLElement {
  const place = document.createElement("div");
  document.body.append(place);
  const dispose = render(() => <PaperSheet name={paper.number} rows={paper.rows} />, place);
  clear = () => {
    dispose();
    place.remove();
  };
  const sheet = place.querySelector("article");
  if (!sheet) throw new Error("No sheet was drawn.");
  return sheet;
}

/** An element a line, and a code by its name: what it is drawn of is proved where codes are drawn. */
function lines(sheet: HTMLElement): string {
  const copy = sheet.cloneNode(true) as HTMLElement;
  for (const code of copy.querySelectorAll("svg")) {
    const name = document.createElement("b");
    name.textContent = code.getAttribute("aria-label");
    code.replaceWith(name);
  }
  return `${copy.outerHTML.replaceAll(/<!--.*?-->/g, "").replaceAll(/(<\/(?:p|figure)>|<hr>|<article[^>]*>|<div[^>]*><\/div>)/g, "$1\n")}\n`;
}

describe.each(Object.entries(papers))("%s", (name, paper) => {
  test("is drawn as it always was", async () => {
    await expect(lines(sheetOf(paper))).toMatchFileSnapshot(`./golden/${name}.html`);
  });

  test("carries every word and every figure of the paper, in its order, each figure whole", () => {
    const words = (sheetOf(paper).textContent ?? "").replaceAll(/\s+/g, " ");
    let from = 0;
    for (const row of paper.rows) {
      const texts = row.is === "pair" ? [row.left, row.right] : "text" in row ? [row.text] : [];
      for (const text of texts) {
        const at = words.indexOf(text.replaceAll(/\s+/g, " ").trim(), from);
        expect(at, text).toBeGreaterThanOrEqual(from);
        from = at;
      }
    }
    for (const figure of document.querySelectorAll(".slip-figure")) expect(figure.children).toHaveLength(0);
  });

  test("is called by its number", () => {
    expect(sheetOf(paper).getAttribute("aria-label")).toBe(paper.number);
  });
});
