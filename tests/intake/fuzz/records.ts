/**
 * Rows of a separated text, counted without the product's parser: line breaks outside quotes part rows, and blank ones
 * are none. Undefined where quotes do not pair up cell by cell, for then nobody can say what a row is.
 */
export function countRecords(text: string, delimiter: string): number | undefined {
  let [records, filled, quoted, cellStart] = [0, false, false, true];
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if (quoted) {
      if (character !== '"') continue;
      if (text[at + 1] === '"') at += 1;
      else {
        quoted = false;
        const next = text[at + 1];
        if (next !== undefined && next !== delimiter && next !== "\n" && next !== "\r") return undefined;
      }
    } else if (character === '"') {
      if (!cellStart) return undefined;
      [quoted, filled, cellStart] = [true, true, false];
    } else if (character === "\n" || character === "\r") {
      if (filled) records += 1;
      [filled, cellStart] = [false, true];
    } else {
      cellStart = character === delimiter;
      filled ||= character.trim() !== "" || character === delimiter;
    }
  }
  if (quoted) return undefined;
  return records + (filled ? 1 : 0);
}
