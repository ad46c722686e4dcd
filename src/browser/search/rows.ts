import { type Entry, normalised } from "./entries.ts";
import { loadEntries } from "./load.ts";
import { isNamed } from "./match.ts";

/** Whether a row of a table is called by a word, as the site's search knows the page that the row leads to. */
export type IsCalled = (row: HTMLTableRowElement, word: string) => boolean;

/**
 * Finds rows by all names of their branches, also in the other language and by pinyin, and by what these stand under.
 * Questions and factors are found by pinyin, on Chinese pages: their wording, by which the site finds them too, does not
 * stand in tables. @throws Error where the lists can't be had
 */
export async function rowNames(document: Document): Promise<IsCalled> {
  const dialog = document.querySelector<HTMLElement>("[data-search-dialog]");
  const entries = dialog ? await loadEntries(dialog) : [];
  const isChinese = document.documentElement.lang.startsWith("zh");
  const pathOf = (address: string) => new URL(address, document.baseURI).pathname;
  const known = new Map<string, Entry>();
  for (const entry of entries) {
    if (entry.kind === "branch") known.set(pathOf(entry.href), entry);
    else if (entry.kind !== "page" && isChinese)
      known.set(pathOf(entry.href), { ...entry, keys: [], letters: [], above: "" });
  }
  return (row, word) => {
    const address = row.querySelector("th a")?.getAttribute("href");
    if (!address || address.startsWith("#")) return false;
    const entry = known.get(pathOf(address));
    const parts = normalised(word).split(" ");
    return entry !== undefined && parts.every((part) => isNamed(entry, part));
  };
}
