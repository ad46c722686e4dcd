import type { RowSource } from "../../../src/intake/sources/source.ts";

/** All rows of a source, as cells, with the line of each. */
export async function rowsOf(source: RowSource): Promise<{
  readonly cells: readonly (readonly string[])[];
  readonly lines: readonly number[];
}> {
  const cells: (readonly string[])[] = [];
  const lines: number[] = [];
  await source.readRows({
    onRows: (rows) => {
      for (const row of rows) {
        cells.push(row.cells);
        lines.push(row.line);
      }
    },
    onFault: (fault) => {
      throw new Error(JSON.stringify(fault));
    },
  });
  return { cells, lines };
}
