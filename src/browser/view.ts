import { isAddedOnTheWay } from "../views/parameters.ts";
import { noView } from "./view-query.ts";

/** Shows the view that the page's address asks for. What that takes is fetched only where it asks for one. */
export function startView(document: Document): void {
  const query = new URLSearchParams(document.location.search);
  const report = document.querySelector<HTMLElement>("[data-report]");
  const version = query.get("v");
  // A link with data that are no longer the page's is owed a word, whatever else it asks for.
  const isOld = version !== null && version !== report?.dataset["version"];
  const asks = isOld || [...query.keys()].some((name) => !noView.has(name) && !isAddedOnTheWay(name));
  const stay = () => delete document.documentElement.dataset["view"];
  if (!asks || !report) stay();
  else
    openView(document).catch(() => {
      stay();
      if (!document.querySelector(".view-band")) report.before(apology(report));
    });
}

/** Where not even the script could be had that would say more. */
function apology({ ownerDocument: document, dataset }: HTMLElement): HTMLElement {
  const said = document.createElement("aside");
  said.className = "view-band";
  said.role = "alert";
  said.textContent = dataset["failed"] ?? "";
  return said;
}

/**
 * The view of a page and all that shows it, for whoever lets readers choose one: loaded at the first call, the same at
 * every further one. Nothing else of the engine is fetched before a view is set.
 */
export async function openView(document: Document): Promise<import("./view/report-view.ts").ReportView> {
  const { reportViewOf } = await import("./view/report-view.ts");
  const view = reportViewOf(document);
  // What lets readers change the view is there though the network goes.
  void view
    .then(() => Promise.all([import("./filters/open-filters.tsx"), import("./filters/group-link.ts")]))
    .catch(() => {});
  return view;
}
