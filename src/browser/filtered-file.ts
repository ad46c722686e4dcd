import { viewQuery } from "./view-query.ts";

/** So long is what a file's name says of its view. */
const mostLetters = 60;

/** The view of which a page's files are, in permalink form; undefined where the page shows everybody. */
export function viewOfFiles({ documentElement, location }: Document): string | undefined {
  if (documentElement.dataset["filtered"] === undefined) return undefined;
  return plain(viewQuery(location.search).slice(1)) || undefined;
}

/** What the name of a file says of its view: letters and digits, short, and of no two views the same. */
export function viewInName(view: string): string {
  const safe = view
    .replaceAll("!=", "-not-")
    .replaceAll(/[^\p{L}\p{N}.]+/gu, "-")
    .replaceAll(/^[-.]+|[-.]+$/g, "");
  const letters = [...safe];
  return letters.length <= mostLetters ? safe : `${letters.slice(0, mostLetters).join("")}-${hashOf(view)}`;
}

/** A file's rows with a first column that says of which view they are. */
export function ofView(
  rows: readonly (readonly string[])[],
  view: string | undefined,
): readonly (readonly string[])[] {
  return view === undefined ? rows : rows.map((row, at) => [at === 0 ? "slice" : view, ...row]);
}

/** A name for the file of a table: the page's address, the table's own heading, the wave that it shows, and the view. */
export function tableFileName(table: HTMLTableElement): string {
  const { ownerDocument: document } = table;
  const title = table.caption?.textContent ?? table.parentElement?.getAttribute("aria-label") ?? "";
  const page = document.location.pathname.split("/").filter((part) => part !== "");
  const view = viewOfFiles(document);
  const name = [...page.slice(-2), title]
    .join(" ")
    .replaceAll(/[\\/:*?"<>|\s]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  // A view that names waves says so itself.
  const wave = view !== undefined && /(?:^|&)wave=/.test(view) ? undefined : waveOf(document);
  return [name, wave, view === undefined ? undefined : viewInName(view)]
    .filter((part) => part !== undefined && part !== "")
    .join("_");
}

/** Id of the wave that the page came with. */
function waveOf(document: Document): string | undefined {
  const page = document.querySelector<HTMLElement>("[data-page]")?.dataset["page"];
  const { wave } = page === undefined ? {} : JSON.parse(page);
  return typeof wave === "string" ? wave.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-") : undefined;
}

function plain(query: string): string {
  try {
    return decodeURIComponent(query);
  } catch {
    return query;
  }
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}
