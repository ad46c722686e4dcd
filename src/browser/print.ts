/** How a page may be printed other than by default, as its address asks: `?print=one`, `?print=all`. */
const ways = ["one", "all"] as const;

/** Lets buttons print, and shows the page as the address asks it to be printed. */
export function offerPrint(document: Document): void {
  const { documentElement, defaultView: view } = document;
  if (!view) return;
  const { pathname, search } = view.location;
  const asked = new URLSearchParams(search).get("print");
  const way = ways.find((one) => one === asked);
  // One sheet is made only of pages that are laid out for it.
  if (way === "all" || (way === "one" && documentElement.dataset["sheets"] === "one"))
    documentElement.dataset["print"] = way;
  for (const button of document.querySelectorAll("button[data-prints]"))
    button.addEventListener("click", () => view.print());
  for (const back of document.querySelectorAll<HTMLAnchorElement>("a[data-print-back]")) back.href = pathname;
}
