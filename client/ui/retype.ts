// Works out what a half-typed number means after each key, without taking a person's own dot for ours.

/** The characters that are in `after` and not in `before`, if the change was one piece. */
export function insertedPiece(before: string, after: string): string {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  return after.slice(start, after.length - end);
}

/**
 * The text to hand to the parser. When all that was added is digits, the dots in the rest are those that we put there
 * ourselves, and they go; when a person wrote a dot or a comma, the text stays as it is for the parser to judge.
 */
export function withoutOurDots(before: string, after: string): string {
  const onlyDigitsAdded = /^\d*$/.test(insertedPiece(before, after)) && /^[\d.]*$/.test(after);
  return onlyDigitsAdded ? after.replaceAll(".", "").replace(/^0+(?=\d)/, "") : after;
}

/** Where the caret belongs in `text` so that as many digits stand right of it as before; left of a dot, not right. */
export function caretKeeping(text: string, digitsRight: number): number {
  let seen = 0;
  let caret = text.length;
  while (caret > 0 && seen < digitsRight) {
    caret -= 1;
    if (/\d/.test(text[caret] ?? "")) seen += 1;
  }
  while (caret > 0 && digitsRight > 0 && text[caret - 1] === ".") caret -= 1;
  return caret;
}
