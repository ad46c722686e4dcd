import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage, openSession, type Session } from "./browser.ts";
import { pageTypes } from "./page-types.ts";

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session?.close());

/** What has the focus: its place in the body, as scripts that are fetched go to the head, its outline and whether it stands in the window. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { width, height, top, bottom } = element.getBoundingClientRect();
    return {
      place: [...document.querySelectorAll("body *")].indexOf(element),
      name: `${element.tagName} ${element.textContent?.trim().slice(0, 30)}`,
      outlined: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
      seen: width > 1 && height > 1 && bottom > 0 && top < innerHeight,
    };
  });
}

/** Places of everything that can have the focus and is shown. */
function focusable(page: Page) {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll("body *")];
    return all.flatMap((element, place) => {
      const takesFocus = element.matches("a[href], button, summary, input, select, [tabindex='0']");
      const shown = element.checkVisibility();
      return takesFocus && shown ? [place] : [];
    });
  });
}

describe.each(pageTypes)("the $name page by keyboard", ({ path }) => {
  test("starts with a link that skips to the content", async () => {
    const { page, close } = await openPage(session, { reducedMotion: "reduce" });
    await page.goto(`${session.address}en/${path}`, { waitUntil: "networkidle" });
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatchObject({ name: "A Skip to content", outlined: true, seen: true });
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => location.hash)).toBe("#content");
    await page.keyboard.press("Tab");
    const inContent = await page.evaluate(() => document.activeElement?.closest("main, footer") !== null);
    expect(inContent).toBe(true);
    await close();
  });

  test("reaches everything in reading order, visibly", async () => {
    const { page, close } = await openPage(session, { reducedMotion: "reduce" });
    await page.goto(`${session.address}en/${path}`, { waitUntil: "networkidle" });
    const expected = (await focusable(page)).slice(0, 60);
    expect(expected.length).toBeGreaterThan(3);
    const reached: number[] = [];
    for (const _ of expected) {
      await page.keyboard.press("Tab");
      const now = await focused(page);
      expect(now, now.name).toMatchObject({ outlined: true, seen: true });
      reached.push(now.place);
    }
    expect(reached).toEqual(expected);
    await close();
  });
});

test("a folded table opens by keyboard", async () => {
  const { page, close } = await openPage(session, { reducedMotion: "reduce" });
  await page.goto(`${session.address}en/dealer-service/`);
  const fold = page.locator("main details:has(table)").first();
  expect(await fold.locator("table").first().isVisible()).toBe(false);
  await fold.locator("summary").focus();
  await page.keyboard.press("Enter");
  expect(await fold.locator("table").first().isVisible()).toBe(true);
  await close();
});
