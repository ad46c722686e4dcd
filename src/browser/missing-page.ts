/** On the page for addresses that lead nowhere: the language of the address comes first, in the page's own words too. */
export function startMissingPage(document: Document): void {
  const both = document.querySelector("[data-missing]");
  const language = /\/(en|zh)(?=\/|$)/.exec(location.pathname)?.[1];
  const own = both?.querySelector<HTMLElement>(`:scope > [data-language="${language}"]`);
  if (!both || !own) return;
  both.prepend(own);
  const heading = own.querySelector("h1")?.textContent;
  document.title = `404 · ${heading}`;
}
