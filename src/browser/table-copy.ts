import type { tablesEnglish } from "../words/tables-en.ts";
import { ofView, tableFileName, viewOfFiles } from "./filtered-file.ts";
import { tableRows, toCsv, toHtmlTable, toTabs } from "./table-rows.ts";

type Words = typeof tablesEnglish;

/** A button that puts a table on the clipboard as text with tabs and as HTML, and what tells that it did. */
export function copyButton(table: HTMLTableElement, words: Words): readonly HTMLElement[] {
  const { ownerDocument: document } = table;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words.copy;
  const said = document.createElement("output");
  button.addEventListener("click", async () => {
    const rows = rowsOf(table, words);
    said.textContent = (await copied(rows)) ? words.copied(String(rows.length - 1)) : words.notCopied;
  });
  return [button, said];
}

/** A table's rows, which under a view say of which they are. */
function rowsOf(table: HTMLTableElement, words: Words): readonly (readonly string[])[] {
  return ofView(tableRows(table, { words: words.rows }), viewOfFiles(table.ownerDocument));
}

async function copied(rows: readonly (readonly string[])[]): Promise<boolean> {
  const [text, html] = [toTabs(rows), toHtmlTable(rows)];
  try {
    const blob = (content: string, type: string) => new Blob([content], { type });
    const item = { "text/plain": blob(text, "text/plain"), "text/html": blob(html, "text/html") };
    await navigator.clipboard.write([new ClipboardItem(item)]);
    return true;
  } catch {
    return navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
  }
}

/** A link that saves a table as a CSV file; the file is made when it is asked for. */
export function csvButton(table: HTMLTableElement, words: Words): HTMLElement {
  const { ownerDocument: document } = table;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words.csv;
  button.addEventListener("click", () => {
    const link = document.createElement("a");
    const file = new Blob([toCsv(rowsOf(table, words))], { type: "text/csv;charset=utf-8" });
    link.href = URL.createObjectURL(file);
    link.download = `${tableFileName(table)}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  });
  return button;
}

/** Of a marked piece of a table, gives the clipboard the cells that are in it, numbers as numbers. */
export function copyCells(event: ClipboardEvent, words: Words): void {
  const { target, clipboardData } = event;
  const document = (target as Node | null)?.ownerDocument;
  const selection = document?.getSelection();
  if (!document || !clipboardData || !selection || selection.isCollapsed || selection.rangeCount === 0)
    return;
  const range = selection.getRangeAt(0);
  const { commonAncestorContainer: common } = range;
  const within = common instanceof Element ? common : common.parentElement;
  const table = within?.matches(".table-frame")
    ? within.querySelector("table.figures")
    : within?.closest("table.figures");
  // Within one cell the text itself is wanted.
  if (!table || within?.closest("td, th")) return;
  const wants = (cell: Element) => range.intersectsNode(cell);
  const rows = tableRows(table, { words: words.rows, wants });
  const marked = [...(table.querySelectorAll("thead th") ?? [])].some(wants) ? rows : rows.slice(1);
  if (marked.length === 0) return;
  clipboardData.setData("text/plain", toTabs(marked));
  clipboardData.setData("text/html", toHtmlTable(marked));
  event.preventDefault();
}
