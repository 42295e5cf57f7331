// Keeps a field as it was while a scanner types into it, and gives back what was a person's typing after all.

export interface Mend {
  /** Should this character be kept from the field? */
  holds: (character: string, countSoFar: number) => boolean;
  /** It was a person: what was held is typed. */
  release: () => void;
  /** It was a scan: the field gets back what it had. */
  undo: () => void;
}

export function createMend(target: EventTarget | null): Mend {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
    if (isTyped(target)) return target.dataset.scan === "never" ? heldBack(target) : restored(target);
  }
  if (target instanceof HTMLSelectElement) return reselected(target);
  if (target instanceof HTMLElement && target.isContentEditable)
    return { holds: never, release, undo: release };
  // On a key or on nothing a character means nothing, but a space would press the key.
  return { holds: (_character, countSoFar) => countSoFar > 1, release, undo: release };
}

const never = () => false;
const release = () => {};

function isTyped(field: HTMLInputElement | HTMLTextAreaElement): boolean {
  return !["checkbox", "radio", "button", "submit", "reset", "file", "range", "color"].includes(field.type);
}

function heldBack(field: HTMLInputElement | HTMLTextAreaElement): Mend {
  let held = "";
  return {
    holds: (character) => {
      held += character;
      return true;
    },
    release: () => {
      if (held === "") return;
      const [start, end] = [
        field.selectionStart ?? field.value.length,
        field.selectionEnd ?? field.value.length,
      ];
      field.setRangeText(held, start, end, "end");
      held = "";
      field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
    },
    undo: () => {
      held = "";
    },
  };
}

function restored(field: HTMLInputElement | HTMLTextAreaElement): Mend {
  const before = field.value;
  return {
    holds: never,
    release,
    undo: () => {
      if (field.value === before) return;
      field.value = before;
      field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "historyUndo" }));
    },
  };
}

/** A letter typed on a list jumps to an entry; it jumps back. */
function reselected(list: HTMLSelectElement): Mend {
  const before = list.value;
  return {
    holds: (_character, countSoFar) => countSoFar > 1,
    release,
    undo: () => {
      if (list.value === before) return;
      list.value = before;
      list.dispatchEvent(new Event("change", { bubbles: true }));
    },
  };
}
