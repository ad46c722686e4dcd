import type { tablesEnglish } from "../words/tables-en.ts";
import type { IsCalled } from "./search/rows.ts";
import { matches } from "./table-order.ts";
import { isPlain } from "./table-sort.ts";

/** Tables with more rows than this can be searched. */
const mostUnsearched = 15;

/**
 * A box that hides the rows of a table which do not hold what is typed, in their own words or, as in the site's search,
 * in pinyin or the other language, and says how many do; none for a short table.
 */
export function makeSearchable(table: HTMLTableElement, words: typeof tablesEnglish): readonly HTMLElement[] {
  const { ownerDocument: document } = table;
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  const plain = rows.filter(isPlain);
  if (plain.length <= mostUnsearched) return [];
  const label = document.createElement("label");
  label.className = "table-search";
  const box = document.createElement("input");
  box.type = "search";
  box.autocomplete = "off";
  box.spellcheck = false;
  label.append(`${words.search} `, box);
  const said = document.createElement("output");
  said.className = "found";
  const texts = new Map(plain.map((row) => [row, wordsOf(row)]));
  const number = new Intl.NumberFormat(document.documentElement.lang);
  let isCalled: IsCalled = () => false;
  const search = () => {
    const wanted = box.value.trim();
    for (const [row, text] of texts)
      row.toggleAttribute(
        "data-missed",
        wanted !== "" && !matches(text, wanted, (word) => isCalled(row, word)),
      );
    for (const body of table.tBodies) hideEmptyGroup(body);
    const found = plain.filter((row) => !isMissed(row)).length;
    const all = number.format(plain.length);
    said.textContent =
      wanted === "" ? "" : found === 0 ? words.noMatch(all) : words.matches(number.format(found), all);
  };
  let asked = false;
  const learnNames = async () => {
    if (asked) return;
    asked = true;
    try {
      const { rowNames } = await import("./search/rows.ts");
      isCalled = await rowNames(document);
      search();
    } catch {
      // Rows are still found by what stands in them, and the next keystroke tries again.
      asked = false;
    }
  };
  box.addEventListener("input", () => {
    search();
    void learnNames();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || box.value === "") return;
    event.preventDefault();
    box.value = "";
    search();
  });
  return [label, said];
}

/** Rows that a search does not find are marked and no more, so that paper, which shows no search, has them all. */
function isMissed(row: Element): boolean {
  return row.hasAttribute("data-missed");
}

/** What a row is found by: its words, and no numbers. */
function wordsOf(row: HTMLTableRowElement): string {
  return [...row.cells]
    .filter((cell) => !cell.matches(".number, .strip-cell, .spark-cell"))
    .map((cell) => cell.textContent)
    .join(" ");
}

function hideEmptyGroup(body: HTMLTableSectionElement): void {
  const rows = [...body.rows];
  const isEmpty = rows.filter(isPlain).length > 0 && rows.filter(isPlain).every(isMissed);
  for (const row of rows) if (row.matches(".group")) row.toggleAttribute("data-missed", isEmpty);
}
