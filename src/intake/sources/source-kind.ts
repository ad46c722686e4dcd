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
  if (startsAsWorkbook(firstBytes)) return "workbook";
  if (starts(firstBytes, spss)) return "spss";
  if (/\.xls[xmb]$/i.test(name)) return "workbook";
  return /\.z?sav$/i.test(name) ? "spss" : "text";
}

/** True for the containers that workbooks come in, whatever else may come in them. */
export function startsAsWorkbook(firstBytes: Uint8Array): boolean {
  return starts(firstBytes, oldWorkbook) || starts(firstBytes, zip);
}

function starts(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
