/** Where the section is kept that a reader asked for, while the page is loaded anew. */
const asked = "manyi:filter";

/**
 * Says at the bar that what filters could not be had, and offers another try. Browsers keep in mind that a script could not
 * be had: once the network is there again, the page, whose address holds its view, is loaded anew and the sheet opened.
 */
export async function sayLost(bar: HTMLElement, section: string): Promise<void> {
  const { ownerDocument: document } = bar;
  const { location } = document;
  const tried = sessionStorage.getItem(asked) !== null;
  sessionStorage.removeItem(asked);
  if (!tried && (await isThere(location))) {
    sessionStorage.setItem(asked, section);
    location.reload();
    return;
  }
  const status = bar.querySelector("[role=status]");
  const retry = document.createElement("button");
  retry.type = "button";
  retry.textContent = bar.dataset["retry"] ?? "";
  retry.addEventListener("click", () => void sayLost(bar, section));
  status?.replaceChildren(bar.dataset["lost"] ?? "", " ", retry);
}

/** The section that was asked for before the page was loaded anew. */
export function askedBefore(): string | undefined {
  return sessionStorage.getItem(asked) ?? undefined;
}

/** Opened after all. */
export function found(bar: HTMLElement): void {
  sessionStorage.removeItem(asked);
  bar.querySelector("[role=status]")?.replaceChildren();
}

/** Whether the host answers at all. */
async function isThere({ href }: Location): Promise<boolean> {
  return fetch(href, { method: "HEAD", cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
}
