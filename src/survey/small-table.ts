/** Line breaks inside the cells of a row: a quoted cell may hold several lines. */
export function lineBreaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    if (!cell.includes("\n") && !cell.includes("\r")) continue;
    breaks += cell.split(/\r\n|\r|\n/).length - 1;
  }
  // Of a file that mixes line ends, "\r\n" can leave its first half in the last cell: that is no break of its own.
  return cells.at(-1)?.endsWith("\r") ? breaks - 1 : breaks;
}

/** The line that each row of a table starts on, from 1. */
export function lineStarts(rows: readonly (readonly string[])[]): readonly number[] {
  let line = 1;
  return rows.map((cells) => {
    const start = line;
    line += 1 + lineBreaksIn(cells);
    return start;
  });
}

/** A small table with a header row: cells trimmed, by header, each row with its line. */
export interface SmallTable {
  readonly header: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: ReadonlyMap<string, string> }[];
  /** Rows with more or fewer cells than the header, and what the parser couldn't read. */
  readonly faults: readonly { readonly line: number; readonly message: string }[];
}

/** Makes a table of parsed rows; `errors` name the row, counting all of them from 0. Blank rows are left out. */
export function smallTable(
  parsed: readonly (readonly string[])[],
  errors: readonly { readonly type: string; readonly row?: number; readonly message: string }[],
): SmallTable {
  const lines = lineStarts(parsed);
  const filled = parsed.flatMap((cells, at) =>
    cells.every((cell) => cell.trim() === "") ? [] : [{ cells, line: lines[at] ?? 1 }],
  );
  const [first, ...rest] = filled;
  const header = (first?.cells ?? []).map((name) => name.replace(/^\uFEFF/, "").trim());
  const ragged = rest.filter(({ cells }) => cells.length !== header.length);
  return {
    header,
    rows: rest.map(({ cells, line }) => ({
      line,
      cells: new Map(header.map((name, at) => [name, (cells[at] ?? "").trim()])),
    })),
    faults: [
      ...errors
        .filter(({ type }) => type === "Quotes")
        .map(({ row = 0, message }) => ({ line: lines[row] ?? 1, message })),
      ...ragged.map(({ cells, line }) => ({
        line,
        message: `The row has ${cells.length} cells, the header ${header.length}`,
      })),
    ],
  };
}
