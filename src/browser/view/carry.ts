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
  for (const link of document.querySelectorAll<HTMLElement | SVGElement>(
    "a:not([data-prints], [data-print-back])",
  )) {
    const href = hrefOf(link);
    if (href === undefined || href.startsWith("#")) continue;
    const url = addressOf(href, document);
    const isOwn = link.dataset["view"] !== undefined || url?.search === "";
    const leadsOn = url?.origin === document.location.origin && url.pathname.startsWith(root);
    if (!url || !isOwn || !leadsOn || !url.pathname.endsWith("/")) continue;
    const carried = link.closest("[data-to-wave]") ? ofWave : query;
    url.search = carried;
    setHref(link, `${url.pathname}${url.search}${url.hash}`);
    if (carried === "") delete link.dataset["view"];
    else link.dataset["view"] = "";
  }
}

const xlink = "http://www.w3.org/1999/xlink";

/** Where a link leads, as it is written; links of drawings may say it in the older way. */
function hrefOf(link: Element): string | undefined {
  return link.getAttribute("href") ?? link.getAttributeNS(xlink, "href") ?? undefined;
}

function setHref(link: Element, href: string): void {
  if (link.hasAttribute("href")) link.setAttribute("href", href);
  else link.setAttributeNS(xlink, "href", href);
}

function addressOf(href: string, { baseURI }: Document): URL | undefined {
  return URL.canParse(href, baseURI) ? new URL(href, baseURI) : undefined;
}
