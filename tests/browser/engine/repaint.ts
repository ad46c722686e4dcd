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

/** @param query of the view, with its question mark */
async function repaintTime(page: Page, query: string): Promise<number> {
  const { milliseconds, isPainted, said } = await page.evaluate(async (asked) => {
    const root = document.documentElement;
    const start = performance.now();
    const shown = new Promise<void>((resolve) => {
      new MutationObserver((_, observer) => {
        if (root.dataset["view"] !== undefined) return;
        observer.disconnect();
        resolve();
      }).observe(root, { attributes: true, attributeFilter: ["data-view"] });
    });
    history.pushState(null, "", asked);
    dispatchEvent(new PopStateEvent("popstate"));
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

/** Milliseconds from opening a link to a view to its figures on the screen. @throws Error where there are none in time */
export async function openTime(page: Page, address: string): Promise<number> {
  await page.goto(address);
  const painted = await page.waitForFunction(
    () => {
      const { view, filtered } = document.documentElement.dataset;
      return view === undefined && filtered !== undefined && performance.now();
    },
    undefined,
    { timeout: 120_000 },
  );
  return (await painted.jsonValue()) as number;
}
