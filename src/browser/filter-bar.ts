import { painted } from "./painted.ts";
import { openView } from "./view.ts";

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
    const link = target instanceof Element ? target.closest("[data-slice] > a") : null;
    if (!link || ctrlKey || metaKey || shiftKey || altKey) return;
    event.preventDefault();
    void Promise.all([openView(document), import("./filters/group-link.ts")])
      .then(([view, { narrow }]) => narrow(view, link.getAttribute("href") ?? ""))
      .catch(() => {});
  });
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
  } catch {
    // The band says what can't be had.
  } finally {
    button.removeAttribute("aria-busy");
  }
}

async function copied(bar: HTMLElement): Promise<void> {
  const { copyText } = await import("./filters/copy-text.ts");
  const status = bar.querySelector<HTMLElement>("[role=status]");
  const isCopied = await copyText(bar.ownerDocument, location.href);
  if (status) status.textContent = isCopied ? (bar.dataset["copied"] ?? "") : location.href;
}

/** Names of groups lead to the page of them, where scripts can show it. */
function linkGroups(document: Document): void {
  for (const name of document.querySelectorAll<HTMLElement>("[data-slice]:not(:has(a))")) {
    const link = document.createElement("a");
    link.href = `?${name.dataset["slice"]}`;
    link.append(...name.childNodes);
    name.append(link);
  }
}
