// Puts one sheet on paper and nothing else of the screen: A4, or a roll of 58 or 80 mm.
import Printer from "lucide-solid/icons/printer";
import type { ParentProps } from "solid-js";
import { Button, type ButtonProps } from "./Button.tsx";

export type PaperSize = "a4" | "roll-58" | "roll-80";

/**
 * Prints a copy of `sheet`, so that what is around it on the screen does not matter. A roll is as long as what stands
 * on it: its length is measured first, because a page must have one.
 */
export function printSheet(sheet: Element, paper: PaperSize): void {
  const place = document.createElement("div");
  place.className = `sheet sheet-${paper}`;
  place.append(sheet.cloneNode(true));
  document.body.append(place);
  // Added to a sheet that is there: the page's policy takes no new <style>.
  const rules = document.styleSheets[0];
  const at = rules?.insertRule(pageRule(paper, place.getBoundingClientRect().height), rules.cssRules.length);
  document.documentElement.dataset.printing = paper;
  const clear = () => {
    place.remove();
    if (at !== undefined) rules?.deleteRule(at);
    delete document.documentElement.dataset.printing;
  };
  window.addEventListener("afterprint", clear, { once: true });
  window.print();
}

export function PrintButton(
  props: ParentProps<
    Omit<ButtonProps, "onClick" | "icon"> & { sheet: () => Element | undefined; paper: PaperSize }
  >,
) {
  const print = () => {
    const sheet = props.sheet();
    if (sheet) printSheet(sheet, props.paper);
  };
  return (
    <Button kind={props.kind} size={props.size} icon={Printer} onClick={print}>
      {props.children}
    </Button>
  );
}

function pageRule(paper: PaperSize, heightPx: number): string {
  if (paper === "a4") return "@page { size: A4; margin: 18mm 16mm 20mm; }";
  const widthMm = paper === "roll-58" ? 58 : 80;
  const lengthMm = Math.ceil(heightPx / (96 / 25.4)) + 8;
  return `@page { size: ${widthMm}mm ${Math.max(lengthMm, widthMm)}mm; margin: 0; }`;
}
