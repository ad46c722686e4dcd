import type { Dimension } from "../../survey/survey.ts";
import type { TableSlice } from "../../survey/wave-table.ts";
import type { Suggest } from "./figure.ts";
import { idOf, valueNames } from "./names.ts";
import type { TableColumns } from "./table-columns.ts";

/** What is wrong with the slice of a row, and in which column. */
export type SliceFault = (
  column: string,
  value: string,
  message: string,
  expected: string,
  mend: string,
) => void;

export interface SliceOptions {
  readonly dimensions: readonly Dimension[];
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly suggest: Suggest;
  readonly fault: SliceFault;
}

/** Whom a row speaks of; a blank cell restricts nothing. Undefined, with a fault, where it names what is not there. */
export function sliceOfRow(
  cells: ReadonlyMap<string, string>,
  { dimensions: named, slice: column }: Pick<TableColumns, "dimensions" | "slice">,
  options: SliceOptions,
): TableSlice | undefined {
  const written =
    column === undefined
      ? named.map(([id, header]) => ({ id, header, value: cells.get(header) ?? "" }))
      : partsOf(cells.get(column) ?? "", column, options);
  if (!written) return undefined;
  const values = written
    .filter(({ value }) => value !== "")
    .map(({ id, header, value }) => [id, readValue(id, value, header, options)] as const);
  const known = values.flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const]));
  return known.length < values.length ? undefined : Object.fromEntries(known);
}

/** The parts of `region=East&city=Ulm`, as in the site's own addresses. */
function partsOf(cell: string, column: string, { fault }: SliceOptions) {
  const parts = cell === "" ? [] : cell.split("&").map((part) => part.split("="));
  const unclear = parts.some(
    ([id, value, ...more]) => !id || !value || more.length > 0 || value.includes(","),
  );
  if (unclear || new Set(parts.map(([id]) => id)).size < parts.length) {
    fault(
      column,
      cell,
      "This is no slice",
      "dimension=value, each dimension once, joined by &; blank for everybody",
      "Correct the cell.",
    );
    return undefined;
  }
  return parts.map(([id = "", value = ""]) => ({
    id: unescaped(id),
    header: column,
    value: unescaped(value),
  }));
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone % is itself.
    return text;
  }
}

function readValue(
  id: string,
  written: string,
  column: string,
  { dimensions, words, suggest, fault }: SliceOptions,
): string | undefined {
  const dimension = dimensions.find((candidate) => candidate.id === id);
  if (!dimension) {
    const ids = dimensions.map((candidate) => candidate.id);
    const mend = suggest(id, ids, "Define the dimension, or correct the slice.");
    fault(column, id, `There is no dimension "${id}"`, `one of ${ids.join(", ")}`, mend);
    return undefined;
  }
  const names = valueNames(dimension, words);
  const value = idOf(written, names);
  if (value === undefined) {
    const known = names.ids ?? [];
    const expected = `one of ${known.slice(0, 12).join(", ")}${known.length > 12 ? ", …" : ""}`;
    const mend = suggest(
      written,
      [...known, ...Object.keys(names.words)],
      "Correct the value, or add it to the labels.",
    );
    fault(column, written, `The dimension "${id}" has no value "${written}"`, expected, mend);
  }
  return value;
}
