/** What stands on a page stays where it is while scripts and charts arrive. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage, openSession, type Session } from "./browser.ts";
import { languages, survey } from "./page-types.ts";

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session?.close());

/** Notes every shift, and what moved, from before the page's first frame. */
const watch = `
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries())
      window.shifts.push({ value, moved: sources.map(({ node }) => node?.nodeName + "." + (node?.className ?? "")) });
  }).observe({ type: "layout-shift", buffered: true });
`;

interface Shift {
  readonly value: number;
  readonly moved: readonly string[];
}

/** Two frames, in which what a script did is laid out and told. */
const twoFrames = "new Promise((done) => requestAnimationFrame(() => setTimeout(done, 150)))";

async function shiftsOf(page: Page): Promise<readonly Shift[]> {
  await page.evaluate(twoFrames);
  return page.evaluate(() => (window as unknown as { shifts: readonly Shift[] }).shifts);
}

function sumOf(shifts: readonly Shift[]): number {
  return shifts.reduce((total, { value }) => total + value, 0);
}

const pages = ["", "b/east/", "b/east/jiangsu/nanjing/nanjing-01/", "best/"];
/** Where a reader enters: at the top, or at a section that somebody linked to. */
const cases = languages.flatMap((language) =>
  pages.flatMap((page) =>
    [390, 1280].flatMap((width) =>
      (page === "best/" ? [""] : ["", "#questions"]).map((hash) => ({
        path: `${language}/${survey}/${page}${hash}`,
        width,
      })),
    ),
  ),
);

describe.each(cases)("$path, $width pixels wide", ({ path, width }) => {
  test("does not move under its reader", async () => {
    const { page, close } = await openPage(session, { viewport: { width, height: 900 } });
    await page.addInitScript(watch);
    // On a slow line what serves tables comes long after the page is seen.
    await page.route("**/tables*.js", async (route) => {
      await page.evaluate(twoFrames);
      await route.continue();
    });
    await page.goto(`${session.address}${path}`, { waitUntil: "commit" });
    await page.waitForSelector("html[data-tables]");
    expect(await page.locator(".table-tools").count()).toBeGreaterThan(0);
    const found = await shiftsOf(page);
    expect(sumOf(found), JSON.stringify(found)).toBeLessThan(0.02);
    await close();
  });
});

test("what is measured can be measured: something that pushes a page down is seen", async () => {
  const { page, close } = await openPage(session, { viewport: { width: 1280, height: 900 } });
  await page.addInitScript(watch);
  await page.goto(`${session.address}en/${survey}/`);
  const before = sumOf(await shiftsOf(page));
  await page.evaluate(() => {
    const pushing = document.createElement("div");
    pushing.style.height = "200px";
    document.querySelector("main")?.prepend(pushing);
  });
  expect(sumOf(await shiftsOf(page)) - before).toBeGreaterThan(0.02);
  await close();
});
