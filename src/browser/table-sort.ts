import type { tablesEnglish } from "../words/tables-en.ts";
import { collatorFor, inOrder, numberIn, type TableOrder, textIn } from "./table-order.ts";

type Words = typeof tablesEnglish;

interface SortColumn {
  readonly at: number;
  readonly heading: HTMLTableCellElement;
  readonly title: string;
  readonly isNumber: boolean;
}

/** What sorts a table, and a select for screens on which its headings are hidden. */
export interface Sorting {
  readonly select: HTMLElement;
  readonly reset: HTMLButtonElement;
}

/**
 * Makes the headings of a table buttons that sort its rows within their groups: numbers highest first, names from A;
 * once more turns the order round, and a third time gives the rows back as they were. Undefined for a table that has
 * nothing to sort.
 */
export function makeSortable(table: HTMLTableElement, words: Words): Sorting | undefined {
  const { ownerDocument: document } = table;
  const columns = columnsOf(table);
  const bodies = [...table.tBodies].map((body) => ({ body, rows: [...body.rows] }));
  if (columns.length === 0 || !bodies.some(({ rows }) => rows.filter(isPlain).length > 1)) return undefined;
  const collator = collatorFor(document.documentElement.lang);
  const { label, select } = sortSelect(columns, document, words);
  const reset = document.createElement("button");
  reset.type = "button";
  reset.hidden = true;
  reset.textContent = words.asGiven;
  let order: TableOrder | undefined;
  const apply = (wanted: TableOrder | undefined) => {
    order = wanted;
    const column = columns.find(({ at }) => at === wanted?.column);
    for (const { body, rows } of bodies)
      body.append(...(column && wanted ? sorted(rows, column, wanted) : rows));
    for (const { at, heading } of columns) {
      if (at === wanted?.column)
        heading.setAttribute("aria-sort", wanted.way === "up" ? "ascending" : "descending");
      else heading.removeAttribute("aria-sort");
    }
    select.value = wanted ? `${wanted.column} ${wanted.way}` : "";
    reset.hidden = wanted === undefined;
  };
  const sorted = (
    rows: readonly HTMLTableRowElement[],
    { at, isNumber }: SortColumn,
    { way }: TableOrder,
  ) => {
    const keyOf = (row: HTMLTableRowElement) => (isNumber ? numberIn : textIn)(row.cells[at]);
    const plain = inOrder(rows.filter(isPlain), keyOf, { way, collator });
    return [...rows.filter((row) => !isPlain(row)), ...plain];
  };
  for (const column of columns) {
    sortButton(column, document).addEventListener("click", () => apply(next(order, column)));
  }
  select.addEventListener("change", () => {
    const [column, way] = select.value.split(" ");
    apply(column && way ? { column: Number(column), way: way === "up" ? "up" : "down" } : undefined);
  });
  reset.addEventListener("click", () => {
    apply(undefined);
    // The button goes, and the focus must not go with it.
    (columns[0]?.heading.querySelector("button") as HTMLElement | null)?.focus();
  });
  return { select: label, reset };
}

/** Rows that are sorted: neither the heading of a group nor the row of the whole. */
export function isPlain(row: Element): boolean {
  return !row.matches(".group, .whole");
}

function next(order: TableOrder | undefined, { at, isNumber }: SortColumn): TableOrder | undefined {
  const first = isNumber ? "down" : "up";
  if (order?.column !== at) return { column: at, way: first };
  return order.way === first ? { column: at, way: first === "up" ? "down" : "up" } : undefined;
}

function columnsOf(table: HTMLTableElement): readonly SortColumn[] {
  const [head] = [...(table.tHead?.rows ?? [])].slice(-1);
  const rows = [...table.tBodies].flatMap((body) => [...body.rows].filter(isPlain));
  return [...(head?.cells ?? [])].flatMap((heading, at): readonly SortColumn[] => {
    const title = heading.textContent?.trim() ?? "";
    if (title === "" || heading.matches(".strip-cell, .spark-cell")) return [];
    const isNumber = heading.classList.contains("number");
    const cells = rows.map((row) => row.cells[at]);
    const sorts = cells.some((cell) => (isNumber ? numberIn(cell) : textIn(cell)) !== undefined);
    return sorts ? [{ at, heading, title: titleOf(heading), isNumber }] : [];
  });
}

function titleOf(heading: Element): string {
  const copy = heading.cloneNode(true) as Element;
  for (const small of copy.querySelectorAll("small")) small.remove();
  return copy.textContent?.trim() ?? "";
}

/** The heading's own words become the button, so that it says what it sorts by. */
function sortButton({ heading }: SortColumn, document: Document): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "sort";
  button.append(...heading.childNodes);
  heading.append(button);
  return button;
}

function sortSelect(columns: readonly SortColumn[], document: Document, words: Words) {
  const label = document.createElement("label");
  label.className = "sort-by";
  const select = document.createElement("select");
  const option = (value: string, text: string) => {
    const one = document.createElement("option");
    [one.value, one.textContent] = [value, text];
    return one;
  };
  select.append(option("", words.given));
  for (const { at, title, isNumber } of columns) {
    const { up, down, forth, back } = words.sorted;
    const ways = isNumber
      ? [
          ["down", down],
          ["up", up],
        ]
      : [
          ["up", forth],
          ["down", back],
        ];
    for (const [way, text] of ways as [string, (column: string) => string][])
      select.append(option(`${at} ${way}`, text(title)));
  }
  label.append(`${words.sortBy} `, select);
  return { label, select };
}
