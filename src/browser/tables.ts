import type { tablesEnglish } from "../words/tables-en.ts";
import { painted } from "./painted.ts";
import { copyButton, copyCells, csvButton } from "./table-copy.ts";
import { makeSearchable } from "./table-search.ts";
import { makeSortable } from "./table-sort.ts";
import { explainMissing } from "./table-why.ts";
import { tableWords } from "./table-words.ts";

/** Lets the tables of a page be sorted, searched, copied and saved, and keeps their headings in sight. */
export function serveTables(document: Document): void {
  const words = tableWords(document);
  serveNew(document, words);
  document.addEventListener(painted, () => serveNew(document, words));
  document.addEventListener("copy", (event) => copyCells(event, words));
  document.documentElement.dataset["tables"] = "";
}

const served = new WeakSet<HTMLTableElement>();

/** Serves the tables that are on the page now and were not before. */
function serveNew(document: Document, words: typeof tablesEnglish): void {
  for (const table of document.querySelectorAll<HTMLTableElement>(".table-frame > table.figures")) {
    if (served.has(table)) continue;
    served.add(table);
    serve(table, words);
  }
}

function serve(table: HTMLTableElement, words: typeof tablesEnglish): void {
  const { ownerDocument: document, parentElement: frame } = table;
  if (!frame) return;
  const sorting = makeSortable(table, words);
  const search = makeSearchable(table, words);
  explainMissing(table);
  keepHeadings(frame, table);
  if (search.length > 0) frame.before(lineOf(document, "table-find", search));
  const tools = [
    ...(sorting ? [sorting.select, sorting.reset] : []),
    ...copyButton(table, words),
    ...(table.closest(".chart-panel") ? [] : [csvButton(table, words)]),
  ];
  // A single row is read at a glance.
  if ([...table.tBodies].some((body) => body.rows.length > 1) || table.tBodies.length > 1)
    frame.after(lineOf(document, "table-tools", tools));
}

function lineOf(document: Document, name: string, parts: readonly HTMLElement[]): HTMLElement {
  const line = document.createElement("div");
  line.className = name;
  line.append(...parts);
  return line;
}

/**
 * The headings of a table that fits its frame stay at the top of the window while its rows pass; one that is wider
 * scrolls within its frame, which is then no higher than the window.
 */
function keepHeadings(frame: HTMLElement, table: HTMLTableElement): void {
  const look = () => {
    frame.toggleAttribute("data-fits", table.scrollWidth <= frame.clientWidth + 1);
  };
  // It looks for the first time, too, once the page is laid out: to ask before would lay it out for every table.
  new ResizeObserver(look).observe(frame);
}
