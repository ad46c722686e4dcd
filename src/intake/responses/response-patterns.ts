import { type CodedColumn, missingCode } from "./coded-wave.ts";

const least = 5;

/**
 * Straight-lining (M30): respondents who answered five or more items of a battery and gave all of them the same
 * answer. They are counted, never taken out: a delighted customer answers so too.
 */
export function straightLining(
  columns: readonly CodedColumn[],
  batteries: readonly (readonly string[])[],
): { readonly flagged: number; readonly base: number } {
  const rows = columns[0]?.values.length ?? 0;
  const flagged = new Uint8Array(rows);
  const based = new Uint8Array(rows);
  for (const battery of batteries) {
    const items = columns.flatMap((column) =>
      column.kind === "code" && battery.includes(column.name) ? column.values : [],
    );
    for (let row = 0; row < rows; row++) {
      const { answered, alike } = patternOf(items, row);
      if (answered < least) continue;
      based[row] = 1;
      if (alike) flagged[row] = 1;
    }
  }
  return { flagged: sum(flagged), base: sum(based) };
}

/** Respondents who lack a value at some level of the hierarchy (M30): all of them where the wave lacks a level. */
export function outsideHierarchy(
  columns: readonly CodedColumn[],
  hierarchy: readonly string[],
  rows: number,
): number {
  const levels = columns.flatMap((column) =>
    column.kind === "code" && hierarchy.includes(column.name) ? column.values : [],
  );
  if (levels.length < hierarchy.length) return rows;
  let outside = 0;
  for (let row = 0; row < rows; row++) if (levels.some((level) => level[row] === missingCode)) outside += 1;
  return outside;
}

function patternOf(
  items: readonly Uint16Array[],
  row: number,
): { readonly answered: number; readonly alike: boolean } {
  let answered = 0;
  let first = missingCode;
  let alike = true;
  for (const item of items) {
    const code = item[row] ?? missingCode;
    if (code === missingCode) continue;
    if (answered === 0) first = code;
    else if (code !== first) alike = false;
    answered += 1;
  }
  return { answered, alike };
}

function sum(flags: Uint8Array): number {
  let total = 0;
  for (const flag of flags) total += flag;
  return total;
}
