/** Views set on a page that is open, one after the other, and how long each took to stand there. */
import type { Page } from "playwright-core";

/**
 * Milliseconds from setting a view to its figures on the screen.
 * @throws Error with what the page says, where it says a fault in their place
 */
export async function repaintTimes(page: Page, queries: readonly string[]): Promise<readonly number[]> {
  const times: number[] = [];
  for (const query of queries) times.push(await repaintTime(page, query));
  return times;
}

/**
 * Of a page that may show everybody still: a click on the name of a group sets its first view, the address every other.
 * @param query of the view, with its question mark
 */
export async function repaintTime(page: Page, query: string): Promise<number> {
  const { milliseconds, isPainted, said } = await page.evaluate(async (asked) => {
    const root = document.documentElement;
    const isFirst = root.dataset["filtered"] === undefined;
    const start = performance.now();
    const shown = new Promise<void>((resolve) => {
      new MutationObserver((_, observer) => {
        if (root.dataset["view"] !== undefined) return;
        observer.disconnect();
        resolve();
      }).observe(root, { attributes: true, attributeFilter: ["data-view"] });
    });
    if (isFirst) document.querySelector<HTMLElement>(`[data-slice] > a[href="${asked}"]`)?.click();
    else {
      history.pushState(null, "", asked);
      dispatchEvent(new PopStateEvent("popstate"));
    }
    await shown;
    // The frame is drawn when the one after it begins.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return {
      milliseconds: performance.now() - start,
      isPainted: root.dataset["filtered"] !== undefined,
      said: document.querySelector(".view-band")?.textContent ?? "",
    };
  }, query);
  if (!isPainted) throw new Error(`the view ${query} was not painted: ${said}`);
  return milliseconds;
}
