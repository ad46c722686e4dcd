/** What answers a click itself. */
const live = "a, button, input, select, label, summary, details, [data-slice]";

/**
 * Rows of tables and marks of charts lead where the names beside them do, by the pointer alone: by the keyboard and for
 * whoever hears the page there are the names.
 */
export function startRowLinks(document: Document): void {
  document.addEventListener("click", ({ target, button, detail, ctrlKey, metaKey, shiftKey, altKey }) => {
    if (!(target instanceof Element) || button !== 0 || detail > 1 || target.closest(live)) return;
    if (ctrlKey || metaKey || shiftKey || altKey) return;
    // Whoever marks figures to copy them goes nowhere.
    if (document.getSelection()?.isCollapsed === false) return;
    linkBeside(target)?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  });
}

/** The link that names what a mark or a row is of. */
function linkBeside(target: Element): Element | null | undefined {
  const place = target.getAttribute("data-leads");
  if (place !== null) return target.closest("svg")?.querySelectorAll("a:not([data-slice])")[Number(place)];
  const head = target.closest("tbody tr")?.querySelector(":scope > th[scope=row]");
  const links = head?.querySelectorAll("a[href]") ?? [];
  return links.length === 1 ? links[0] : undefined;
}
