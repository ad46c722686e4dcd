interface CsvOptions<Column extends string> {
  /** What a column is called in the file, where that is not its own name. */
  readonly headers?: Readonly<Partial<Record<Column, string>>>;
  readonly lineEnd?: "\n" | "\r\n";
}

/** CSV text: a header and a line for each row. Quotes only where a cell needs them. */
export function csvText<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string | number>>[],
  { headers, lineEnd = "\n" }: CsvOptions<Column> = {},
): string {
  const header = columns.map((column) => quoted(headers?.[column] ?? column));
  const lines = rows.map((row) => columns.map((column) => quoted(String(row[column]))));
  return [header, ...lines].map((cells) => cells.join(",") + lineEnd).join("");
}

function quoted(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
