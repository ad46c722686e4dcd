/** How a page may be printed other than by default, as its address asks: `?print=one`, `?print=all`. */
const ways = ["one", "all"] as const;

/** Which way a page has besides its default, by how many sheets it is laid out for. */
const waysOf: Readonly<Record<string, (typeof ways)[number]>> = { one: "one", two: "all" };

/** Lets buttons print, and shows the page as the address asks it to be printed. */
export function offerPrint(document: Document): void {
  const { documentElement, defaultView: view } = document;
  if (!view) return;
  const { pathname, search } = view.location;
  const asked = new URLSearchParams(search).get("print");
  const way = ways.find((one) => one === asked);
  const sheets = documentElement.dataset["sheets"];
  // A page is printed as it would be anyway where it is not laid out for anything else.
  if (way && waysOf[sheets ?? ""] === way) documentElement.dataset["print"] = way;
  for (const button of document.querySelectorAll("button[data-prints]"))
    button.addEventListener("click", () => view.print());
  for (const back of document.querySelectorAll<HTMLAnchorElement>("a[data-print-back]")) back.href = pathname;
}
