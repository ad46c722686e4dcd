import { isAddedOnTheWay } from "../views/parameters.ts";

/** What an address may hold that asks for no other figures. */
const elsewhere: ReadonlySet<string> = new Set(["print", "embed", "v", "as"]);

/** Shows the view that the page's address asks for. What that takes is fetched only where it asks for one. */
export function startView(document: Document): void {
  const names = [...new URLSearchParams(document.location.search).keys()];
  const asks = names.some((name) => !elsewhere.has(name) && !isAddedOnTheWay(name));
  if (asks && document.querySelector("[data-report]")) void openView(document);
  else delete document.documentElement.dataset["view"];
}

/**
 * The view of a page and all that shows it, for whoever lets readers choose one: loaded at the first call, the same at
 * every further one. Nothing else of the engine is fetched before a view is set.
 */
export function openView(document: Document): Promise<import("./view/report-view.ts").ReportView> {
  return import("./view/report-view.ts").then(({ reportViewOf }) => reportViewOf(document));
}
