/** The query of a view on the pages that a page leads to. */
export interface Carried {
  readonly query: string;
  /** The same without the waves that it names, for links that lead to a wave. */
  readonly ofWave: string;
}

/**
 * Lets the links of a page to other pages of its survey lead to the same view there. Links that name a view or a file of
 * their own stay as they are; links that print the page print the view.
 * @param root path of the survey's own pages in the page's language, with a slash at its end
 */
export function carryView(document: Document, root: string, { query, ofWave }: Carried): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="?print="], a[data-prints]')) {
    const prints = link.dataset["prints"] ?? link.search.slice(1);
    link.dataset["prints"] = prints;
    link.setAttribute("href", query === "" ? `?${prints}` : `${query}&${prints}`);
  }
  for (const back of document.querySelectorAll<HTMLAnchorElement>("a[data-print-back]"))
    back.setAttribute("href", `${document.location.pathname}${query}`);
  for (const link of document.querySelectorAll<HTMLAnchorElement>(
    "a[href]:not([data-prints], [data-print-back])",
  )) {
    const isOwn = link.dataset["view"] !== undefined || link.search === "";
    const leadsOn = link.origin === document.location.origin && link.pathname.startsWith(root);
    const isHere = link.getAttribute("href")?.startsWith("#");
    if (!isOwn || !leadsOn || isHere || !link.pathname.endsWith("/")) continue;
    link.search = link.closest("[data-to-wave]") ? ofWave : query;
    if (link.search === "") delete link.dataset["view"];
    else link.dataset["view"] = "";
  }
}
