import { askedBefore, found, sayLost } from "./filters-lost.ts";
import { painted } from "./painted.ts";
import { openView } from "./view.ts";
import { viewQuery } from "./view-query.ts";

/**
 * Opens the sheet of filters by the bar's buttons, copies the page's link, and lets names of groups filter by them. What
 * it takes is fetched when one of them is first used.
 */
export function startFilterBar(document: Document): void {
  const bar = document.querySelector<HTMLElement>("[data-filter-bar]");
  if (!bar) return;
  bar.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("button[data-filter]") : null;
    if (button) void opened(button, button.dataset["filter"] ?? "");
    else if (target instanceof Element && target.closest("[data-copy-link]")) void copied(bar);
  });
  linkGroups(document);
  document.addEventListener(painted, () => linkGroups(document));
  document.addEventListener("click", (event) => {
    const { target, ctrlKey, metaKey, shiftKey, altKey } = event;
    const named = target instanceof Element ? target.closest("[data-slice]") : null;
    const slice = named?.getAttribute("data-slice");
    if (!slice || ctrlKey || metaKey || shiftKey || altKey) return;
    event.preventDefault();
    void Promise.all([openView(document), import("./filters/group-link.ts")])
      .then(([view, { narrow }]) => narrow(view, slice))
      .catch(() => lost(bar, ""));
  });
  const before = askedBefore();
  const again = before && bar.querySelector<HTMLElement>(`button[data-filter="${CSS.escape(before)}"]`);
  if (again) void opened(again, before);
}

async function opened(button: HTMLElement, section: string): Promise<void> {
  button.setAttribute("aria-busy", "true");
  try {
    const { ownerDocument: document } = button;
    const [view, { openFilters }] = await Promise.all([
      openView(document),
      import("./filters/open-filters.tsx"),
    ]);
    openFilters(view, document, section);
    const bar = button.closest<HTMLElement>("[data-filter-bar]");
    if (bar) found(bar);
  } catch {
    const bar = button.closest<HTMLElement>("[data-filter-bar]");
    if (bar) lost(bar, section);
  } finally {
    button.removeAttribute("aria-busy");
  }
}

/** Where the band does not say it already. */
function lost(bar: HTMLElement, section: string): void {
  if (!bar.ownerDocument.querySelector(".view-band [role=alert]")) void sayLost(bar, section);
}

async function copied(bar: HTMLElement): Promise<void> {
  const { copyText } = await import("./filters/copy-text.ts");
  const status = bar.querySelector<HTMLElement>("[role=status]");
  const address = await addressToCopy(bar.ownerDocument);
  const isCopied = await copyText(bar.ownerDocument, address);
  if (status) status.textContent = isCopied ? (bar.dataset["copied"] ?? "") : address;
}

/** The page's address; of a view with the version of its data, so that it says later that these have changed. */
async function addressToCopy(document: Document): Promise<string> {
  const { href, search } = document.location;
  if (viewQuery(search) === "") return href;
  const [{ report, views }, { viewText }] = await Promise.all([
    openView(document),
    import("../views/permalink.ts"),
  ]);
  const url = new URL(href);
  url.search = viewText(report.survey, views.get(), report.dataVersion);
  return url.href;
}

/** Names of groups lead to the page of them, where scripts can show it; bars of charts do so by the pointer alone. */
function linkGroups(document: Document): void {
  for (const name of document.querySelectorAll("[data-slice]:not(a, rect, :has(a), a *)")) {
    const link = document.createElementNS(name.namespaceURI, "a");
    link.setAttribute("href", `?${name.getAttribute("data-slice")}`);
    if (name.localName !== "text") {
      link.append(...name.childNodes);
      name.append(link);
      continue;
    }
    name.replaceWith(link);
    link.append(name);
    // By the keyboard it is the link that is clicked, not what stands in it.
    link.setAttribute("data-slice", name.getAttribute("data-slice") ?? "");
    // A picture has no parts; what holds links is a group of them.
    link.closest("svg")?.setAttribute("role", "group");
  }
}
