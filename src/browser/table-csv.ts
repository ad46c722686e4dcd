/** A table as lines of cells: numbers as numbers, notes beside figures in columns of their own. */
const byteOrderMark = "\uFEFF";

/** What a cell says, and what it says besides: a verdict, a flag, an interval. */
interface Cell {
  readonly main: string;
  readonly aside: string;
}

/**
 * Tables as one CSV file that spreadsheets open as it is meant: UTF-8 with its mark, no cell that they would run as a
 * formula. Several tables stand under each other, an empty line between them.
 * @param noted heads columns of notes, made of the heading beside which they stand
 */
export function tablesCsv(tables: readonly HTMLTableElement[], noted: (heading: string) => string): string {
  const lines = tables.map((table) => tableLines(table, noted).map((line) => line.map(csvCell).join(",")));
  return `${byteOrderMark}${lines.map((one) => `${one.join("\r\n")}\r\n`).join("\r\n")}`;
}

function tableLines(
  table: HTMLTableElement,
  noted: (heading: string) => string,
): readonly (readonly string[])[] {
  const heads = [...(table.tHead?.rows ?? [])].map(cellsOf);
  const rows = [...table.tBodies].flatMap((body) => [...body.rows].map(cellsOf));
  const width = Math.max(0, ...[...heads, ...rows].map(({ length }) => length));
  const split = Array.from({ length: width }, (_, at) => rows.some((row) => isSplit(row[at])));
  const spread = (row: readonly Cell[], aside: (cell: Cell) => string) =>
    split.flatMap((two, at) => {
      const cell = row[at] ?? { main: "", aside: "" };
      return two ? [cell.main, aside(cell)] : [joined(cell)];
    });
  return [
    ...heads.map((row) => spread(row, ({ main, aside }) => aside || noted(main))),
    ...rows.map((row) => spread(row, ({ aside }) => aside)),
  ];
}

function isSplit(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.main !== "" && cell.aside !== "";
}

function joined({ main, aside }: Cell): string {
  return [main, aside].filter((text) => text !== "").join(" ");
}

/** The cells of a row; what spans several columns stands in the first of them. */
function cellsOf(row: HTMLTableRowElement): readonly Cell[] {
  return [...row.cells].flatMap((cell) => [
    cellOf(cell),
    ...Array.from({ length: cell.colSpan - 1 }, () => ({ main: "", aside: "" })),
  ]);
}

const besides = "small, .flag, .aside, .sr-only";

function cellOf(cell: HTMLTableCellElement): Cell {
  // The heading over a column of marks says where the axis ends, which is nothing without the marks.
  if (cell.matches("thead .strip-cell")) return { main: "", aside: "" };
  const main = cell.cloneNode(true) as Element;
  const asides = [...main.querySelectorAll(besides)].filter((one) => !one.parentElement?.closest(besides));
  const aside = asides.map(textOf).filter((text) => text !== "");
  for (const one of asides) one.remove();
  return { main: textOf(main), aside: aside.join("; ") };
}

function textOf(element: Element): string {
  return (element.textContent ?? "").replaceAll(/\s+/g, " ").trim();
}

const numeric = /^(?:[▲▼]\s*)?([+\u2212-]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?)$/;

/** A cell's text for a file: a number without separators and with a plain sign; never a formula. */
export function csvCell(text: string): string {
  const [whole, sign, digits = ""] = numeric.exec(text) ?? [];
  if (whole !== undefined) return `${sign === "" || sign === "+" ? "" : "-"}${digits.replaceAll(",", "")}`;
  const harmless = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
