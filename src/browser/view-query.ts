import { isAddedOnTheWay } from "../views/parameters.ts";

/** What an address may hold that asks for no other figures. */
export const noView: ReadonlySet<string> = new Set(["print", "embed", "v", "as"]);

/** The part of a query that asks for a view, with its question mark; empty where it asks for none. */
export function viewQuery(query: string): string {
  const parts = query
    .replace(/^\?/, "")
    .split("&")
    .filter((part) => {
      const name = part.split("=")[0] ?? "";
      return part !== "" && name !== "print" && name !== "embed" && name !== "v" && !isAddedOnTheWay(name);
    });
  return parts.some((part) => !part.startsWith("as=")) ? `?${parts.join("&")}` : "";
}

/** An address of the site with the view of a page, where it is one of the pages of the page's survey. */
export function withView(href: string, document: Document): string {
  const report = document.querySelector<HTMLElement>("[data-report]")?.dataset["report"];
  const query = viewQuery(document.location.search);
  if (report === undefined || query === "") return href;
  const here = document.location.href;
  const survey = new URL(".", new URL(report, here)).pathname.split("/").at(-2) ?? "";
  const root = `${new URL("../", new URL(report, here)).pathname}${document.documentElement.lang.startsWith("zh") ? "zh" : "en"}/${survey}/`;
  const url = new URL(href, here);
  if (!url.pathname.startsWith(root) || url.search !== "") return href;
  return `${url.pathname}${query}${url.hash}`;
}
