// Dialogs, ways back, tabs, keys and scanners do what a hand expects of them.
import { createSignal, type JSX } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { rupiah } from "#rules/money";
import { Announcer, useAnnounce } from "../../client/ui/announcer.tsx";
import { BarChart } from "../../client/ui/BarChart.tsx";
import { Button } from "../../client/ui/Button.tsx";
import { DataTable } from "../../client/ui/DataTable.tsx";
import { Dialog } from "../../client/ui/Dialog.tsx";
import { Money } from "../../client/ui/Money.tsx";
import { MoneyField } from "../../client/ui/MoneyField.tsx";
import { clothOf, tones } from "../../client/ui/motifs.ts";
import { createScanner } from "../../client/ui/scanner.ts";
import { createShortcuts } from "../../client/ui/shortcuts.ts";
import { Tabs } from "../../client/ui/Tabs.tsx";
import { Toasts, useToasts } from "../../client/ui/toasts.tsx";

let place: HTMLDivElement;
let leave: () => void = () => {};
beforeEach(() => {
  vi.useFakeTimers();
  place = document.createElement("div");
  document.body.append(place);
});
afterEach(() => {
  leave();
  place.remove();
  vi.useRealTimers();
});
const show = (what: () => JSX.Element) => {
  leave = render(what, place);
};
const find = <E extends Element = HTMLElement>(selector: string): E => {
  const found = place.querySelector<E>(selector);
  if (!found) throw new Error(`${selector} is not on the screen.`);
  return found;
};
/** One key, as a keyboard sends it; a field gets the character unless someone kept it back. */
const key = (target: HTMLElement, name: string, atMs: number, more: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...more });
  Object.defineProperty(event, "timeStamp", { value: atMs });
  target.dispatchEvent(event);
  if (!event.defaultPrevented && name.length === 1 && target instanceof HTMLInputElement) {
    target.value += name;
    target.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  return event;
};
const burst = (target: HTMLElement, code: string, gapMs: number, fromMs = 1000) => {
  let atMs = fromMs;
  for (const character of code) {
    key(target, character, atMs);
    atMs += gapMs;
  }
  return key(target, "Enter", atMs);
};

test("a dialog takes the focus, gives it back, and Esc asks the caller to close it", () => {
  const [open, setOpen] = createSignal(false);
  show(() => (
    <>
      <Button onClick={() => setOpen(true)}>Potongan</Button>
      <Dialog open={open()} title="Potongan harga" onClose={() => setOpen(false)}>
        <p>Isi</p>
      </Dialog>
    </>
  ));
  const opener = find<HTMLButtonElement>("button");
  opener.focus();
  opener.click();
  const dialog = find<HTMLDialogElement>("dialog");
  expect(dialog.open).toBe(true);
  expect(document.activeElement?.textContent).toBe("Potongan harga");
  dialog.dispatchEvent(new Event("cancel", { cancelable: true }));
  expect(place.querySelector("dialog")).toBeNull();
  expect(document.activeElement).toBe(opener);
});

test("a busy key does nothing when it is pressed again", () => {
  const pressed = vi.fn();
  const [busy, setBusy] = createSignal(false);
  show(() => (
    <Button busy={busy()} onClick={pressed}>
      Bayar
    </Button>
  ));
  find<HTMLButtonElement>("button").click();
  setBusy(true);
  find<HTMLButtonElement>("button").click();
  expect(pressed).toHaveBeenCalledTimes(1);
  expect(find("button").getAttribute("aria-busy")).toBe("true");
});

test("the way back is offered for eight seconds, and waits while a hand is on it", () => {
  const undone = vi.fn();
  let toasts: ReturnType<typeof useToasts> | undefined;
  const Screen = () => {
    toasts = useToasts();
    return null;
  };
  show(() => (
    <Toasts>
      <Screen />
    </Toasts>
  ));
  toasts?.tell({ sentence: "Es Teh dikeluarkan.", undo: undone });
  vi.advanceTimersByTime(7000);
  find(".toast").dispatchEvent(new PointerEvent("pointerenter"));
  vi.advanceTimersByTime(60_000);
  expect(place.textContent).toContain("Es Teh dikeluarkan.");
  find(".toast").dispatchEvent(new PointerEvent("pointerleave"));
  vi.advanceTimersByTime(1100);
  expect(place.querySelector(".toast")).toBeNull();
  toasts?.tell({ sentence: "Es Teh dikeluarkan.", undo: undone });
  find<HTMLButtonElement>(".toast button").click();
  expect(undone).toHaveBeenCalledTimes(1);
  expect(place.querySelector(".toast")).toBeNull();
});

test("the same sentence said twice is heard twice", () => {
  let announce: ReturnType<typeof useAnnounce> = () => {};
  const Screen = () => {
    announce = useAnnounce();
    return null;
  };
  show(() => (
    <Announcer>
      <Screen />
    </Announcer>
  ));
  const said = () => find("[aria-live=polite]").textContent;
  announce("Ditambahkan.");
  const first = said();
  announce("Ditambahkan.");
  expect(said()).not.toBe(first);
  expect(said()).toContain("Ditambahkan.");
});

test("the arrow keys turn the tabs over, and only the open one is in the tab order", () => {
  const [tab, setTab] = createSignal("a");
  const tabs = [
    { value: "a", label: "Penjualan" },
    { value: "b", label: "Stok" },
  ];
  show(() => (
    <Tabs label="Bagian" value={tab()} onChange={setTab} tabs={tabs}>
      <p>{tab()}</p>
    </Tabs>
  ));
  const all = [...place.querySelectorAll<HTMLElement>("[role=tab]")];
  all[0]?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", bubbles: true }));
  expect([tab(), document.activeElement]).toEqual(["b", all[1]]);
  expect(all.map((one) => one.tabIndex)).toEqual([-1, 0]);
});

test("shortcuts work from anywhere, never take a letter, and are still under a dialog", () => {
  const pay = vi.fn();
  const [open, setOpen] = createSignal(false);
  const Screen = () => {
    createShortcuts({ F9: pay });
    return <Dialog open={open()} title="Tanya" onClose={() => setOpen(false)} />;
  };
  show(() => <Screen />);
  key(document.body, "F9", 0);
  setOpen(true);
  key(document.body, "F9", 0);
  expect(pay).toHaveBeenCalledTimes(1);
  expect(() => createShortcuts({ b: pay })).toThrow();
});

function ScannedScreen(props: { onScan: (code: string) => void; onPrice?: (value: number | null) => void }) {
  createScanner(props.onScan);
  return (
    <>
      <input class="name" value="batik" />
      <MoneyField label="Harga" value={rupiah(15_000)} onChange={(value) => props.onPrice?.(value)} />
      <Button onClick={() => props.onScan("pressed")}>Bayar</Button>
    </>
  );
}

test("T3: a scan is heard whatever has the focus, and its Enter presses nothing", () => {
  const scanned = vi.fn();
  show(() => <ScannedScreen onScan={scanned} />);
  expect(burst(document.body, "8991234567890", 8, 1000).defaultPrevented).toBe(true);
  expect(burst(find(".button"), "8991234567890", 8, 5000).defaultPrevented).toBe(true);
  expect(burst(find(".name"), "GANTUNGAN-01", 20, 9000).defaultPrevented).toBe(true);
  expect(find<HTMLInputElement>(".name").value).toBe("batik");
  expect(scanned.mock.calls.map(([code]) => code)).toEqual([
    "8991234567890",
    "8991234567890",
    "GANTUNGAN-01",
  ]);
});

test("T3: LF is an end like CR, and the second of the two presses nothing", () => {
  const scanned = vi.fn();
  show(() => <ScannedScreen onScan={scanned} />);
  burst(find(".button"), "8991234567890", 8, 1000);
  expect(key(find(".button"), "j", 1110, { ctrlKey: true }).defaultPrevented).toBe(true);
  for (const [at, digit] of [..."12345678"].entries()) key(document.body, digit, 5000 + at * 5);
  key(document.body, "j", 5045, { ctrlKey: true });
  expect(scanned.mock.calls.map(([code]) => code)).toEqual(["8991234567890", "12345678"]);
});

test("T4: a scan never ends in an amount or a quantity, not even for a moment", () => {
  const scanned = vi.fn();
  const priced = vi.fn();
  show(() => <ScannedScreen onScan={scanned} onPrice={priced} />);
  burst(find("[data-scan=never]"), "8991234567890", 8);
  vi.advanceTimersByTime(500);
  expect(scanned).toHaveBeenCalledWith("8991234567890");
  expect(priced).not.toHaveBeenCalled();
  expect(find<HTMLInputElement>("[data-scan=never]").value).toBe("15.000");
});

test("ordinary typing loses nothing, in a name or in an amount, and Enter stays Enter", () => {
  const scanned = vi.fn();
  show(() => <ScannedScreen onScan={scanned} />);
  const name = find<HTMLInputElement>(".name");
  expect(burst(name, " tulis", 130).defaultPrevented).toBe(false);
  expect(name.value).toBe("batik tulis");
  const price = find<HTMLInputElement>("[data-scan=never]");
  price.value = "";
  price.dispatchEvent(new InputEvent("input", { bubbles: true }));
  let atMs = 9000;
  for (const digit of "25000") {
    key(price, digit, atMs);
    vi.advanceTimersByTime(150);
    atMs += 150;
  }
  // Two fingers together, then Enter at once.
  key(price, "1", atMs);
  key(price, "2", atMs + 20);
  expect(key(price, "Enter", atMs + 40).defaultPrevented).toBe(false);
  expect(price.value).toBe("2.500.012");
  expect(scanned).not.toHaveBeenCalled();
});

test("a table has a caption, headings of both kinds, and numbers at the right", () => {
  show(() => (
    <DataTable
      caption="Omzet"
      rows={[{ name: "Kafe", amount: 1500 }]}
      columns={[
        { head: "Gerai", cell: (row) => row.name },
        { head: "Omzet", number: true, cell: (row) => <Money amount={row.amount} /> },
      ]}
    />
  ));
  expect(find("caption").textContent).toBe("Omzet");
  expect(find("tbody th").getAttribute("scope")).toBe("row");
  expect(find("td.number").textContent).toBe("Rp1.500");
  expect(find(".table-place").tabIndex).toBe(0);
});

test("bars start at zero, also when one of them is below it", () => {
  const bars = [
    { label: "Kafe", value: 300, text: "Rp300" },
    { label: "Laundry", value: -100, text: "−Rp100" },
  ];
  show(() => <BarChart title="Omzet" labelHead="Gerai" valueHead="Omzet" bars={bars} />);
  const [above, below] = [...place.querySelectorAll("rect")].map((bar) => [
    bar.getAttribute("x"),
    bar.getAttribute("width"),
  ]);
  expect([above, below]).toEqual([
    ["25%", "75%"],
    ["0%", "25%"],
  ]);
});

test("a name always gives the same cloth, and another name another one", () => {
  for (const tone of tones) {
    expect(clothOf("Kopi Susu", tone)).toEqual(clothOf("Kopi Susu", tone));
    expect(clothOf("Kopi Susu", tone)).not.toEqual(clothOf("Kopi Susi", tone));
  }
});
