import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage, openSession, type Session } from "./browser.ts";
import { languages, survey } from "./page-types.ts";

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session?.close());

const paths = ["data/", "q/overall/", "q/reasons/", "changes/"];
const widths = [360, 390, 1280] as const;
const cases = languages.flatMap((language) =>
  paths.flatMap((path) => widths.map((width) => ({ language, path, width }))),
);

describe.each(cases)("tables of $path at $width px ($language)", ({ language, path, width }) => {
  test("show whole numbers from the start: labels cover none, the edge cuts none", async () => {
    const { page, close } = await openPage(session, { viewport: { width, height: 800 } });
    await page.goto(`${session.address}${language}/${survey}/${path}`);
    const cut = await page.evaluate(() => {
      for (const fold of document.querySelectorAll("details")) fold.open = true;
      return [...document.querySelectorAll(".table-frame:has(> table:not(.scores))")].flatMap((frame) => {
        const edge = frame.getBoundingClientRect();
        return [...frame.querySelectorAll("td.number")].flatMap((cell) => {
          const labels = cell.parentElement?.querySelector("th")?.getBoundingClientRect().right ?? 0;
          const text = document.createRange();
          text.selectNodeContents(cell);
          const { left, right } = text.getBoundingClientRect();
          const covered = left < labels - 1 && right > labels + 1;
          const beyond = left < edge.right - 1 && right > edge.right + 1;
          return covered || beyond ? [cell.textContent] : [];
        });
      });
    });
    expect(cut).toEqual([]);
    await close();
  });
});

test("a base on a phone is headed in the page's language", async () => {
  const { page, close } = await openPage(session, { viewport: { width: 390, height: 800 } });
  for (const [language, head] of [
    ["en", "n"],
    ["zh", "基数"],
  ]) {
    await page.goto(`${session.address}${language}/${survey}/`);
    const cell = page.locator("#questions td.base-cell").first();
    expect(await cell.getAttribute("data-label")).toBe(head);
  }
  await close();
});
