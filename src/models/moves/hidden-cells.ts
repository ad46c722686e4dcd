/** A cell of a table whose rows and columns have published sums. */
export interface SizedCell {
  /** Answers that it is judged by; undefined: there is no such cell. */
  readonly n: number | undefined;
  /** True where it must be withheld in any case. */
  readonly hidden: boolean;
}

/**
 * M34 for a table: which cells are withheld. With every withheld cell the next smallest of its row and of its column go,
 * until each row and column that has one has two, of the minimum of answers together: none is found by subtraction.
 */
export function hiddenCells(
  table: readonly (readonly SizedCell[])[],
  minimum: number,
): readonly (readonly boolean[])[] {
  const hidden = table.map((row) => row.map((cell) => cell.hidden));
  const width = Math.max(0, ...table.map((row) => row.length));
  const rows = table.map((row, at) => row.map((_, column): Place => [at, column]));
  const columns = Array.from({ length: width }, (_, at) => table.map((__, row): Place => [row, at]));
  // Rows before columns, the first that gives a cell away each time; only what crosses a newly hidden cell is seen again.
  const [openRows, openColumns] = [[...rows.keys()].toReversed(), new Set(columns.keys())];
  const hideIn = (line: readonly Place[] = []) => hideOne(line, { table, hidden, minimum });
  while (openRows.length > 0 || openColumns.size > 0) {
    const row = openRows.at(-1);
    if (row !== undefined) {
      const place = hideIn(rows[row]);
      if (place) openColumns.add(place[1]);
      else openRows.pop();
      continue;
    }
    const column = Math.min(...openColumns);
    const place = hideIn(columns[column]);
    if (place) openRows.push(place[0]);
    else openColumns.delete(column);
  }
  return hidden;
}

type Place = readonly [row: number, column: number];

/** Hides the smallest cell left of a line whose hidden ones are too few, and says which. */
function hideOne(
  line: readonly Place[],
  {
    table,
    hidden,
    minimum,
  }: {
    readonly table: readonly (readonly SizedCell[])[];
    readonly hidden: boolean[][];
    readonly minimum: number;
  },
): Place | undefined {
  const sizeAt = ([row, column]: Place) => table[row]?.[column]?.n;
  const isHidden = ([row, column]: Place) => hidden[row]?.[column] ?? false;
  const out = line.filter(isHidden);
  const unseen = out.reduce((sum, place) => sum + (sizeAt(place) ?? 0), 0);
  if (out.length === 0 || (out.length > 1 && unseen >= minimum)) return undefined;
  const shown = line.filter((place) => !isHidden(place) && sizeAt(place) !== undefined);
  const [next] = shown.toSorted((a, b) => (sizeAt(a) ?? 0) - (sizeAt(b) ?? 0));
  const row = next && hidden[next[0]];
  if (!row || !next) return undefined;
  row[next[1]] = true;
  return next;
}
