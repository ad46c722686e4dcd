/** How a file is read. */
export type SourceKind = "text" | "workbook" | "spss";

/** How many of a file's first bytes tell its kind. */
export const kindBytes = 4;

const oldWorkbook = [0xd0, 0xcf, 0x11, 0xe0];
const zip = [0x50, 0x4b, 0x03, 0x04];
const spss = [0x24, 0x46, 0x4c];

/**
 * The kind of a file, by its first bytes. They decide before the name's ending, because tools call separated text
 * `.xls`; a file whose ending promises what only a program can read is of that kind even where it is broken.
 */
export function sourceKind(firstBytes: Uint8Array, name: string): SourceKind {
  const starts = (mark: readonly number[]) => mark.every((byte, at) => firstBytes[at] === byte);
  if (starts(oldWorkbook) || starts(zip)) return "workbook";
  if (starts(spss)) return "spss";
  if (/\.xls[xmb]$/i.test(name)) return "workbook";
  return /\.z?sav$/i.test(name) ? "spss" : "text";
}
