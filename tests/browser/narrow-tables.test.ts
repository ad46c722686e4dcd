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

const phones = languages.flatMap((language) =>
  [360, 390].flatMap((width) => ["luck/", "why/"].map((path) => ({ language, width, path }))),
);

describe.each(phones)("tables of $path at $width px ($language)", ({ language, width, path }) => {
  test("stack their rows: nothing scrolls, is cut or covered, and every figure has its heading", async () => {
    const { page, close } = await openPage(session, { viewport: { width, height: 800 } });
    await page.goto(`${session.address}${language}/${survey}/${path}`);
    const { rows, wrong } = await page.evaluate(() => {
      for (const fold of document.querySelectorAll("details")) fold.open = true;
      const boxOf = (cell: Element) => {
        const text = document.createRange();
        text.selectNodeContents(cell);
        return text.getBoundingClientRect();
      };
      const frames = [...document.querySelectorAll(".table-frame:has(> table:is(.lines, .pairs))")];
      const rows = frames.flatMap((frame) => [...frame.querySelectorAll("tbody tr")]);
      const wrong = rows.flatMap((row) => {
        const frame = row.closest(".table-frame");
        const cells = [...row.children].map((cell) => ({ cell, box: boxOf(cell) }));
        const edge = frame?.getBoundingClientRect();
        const cut = cells.filter(
          ({ box }) => !edge || box.left < edge.left - 1 || box.right > edge.right + 1,
        );
        const covered = cells.filter(({ box }, at) =>
          cells
            .slice(0, at)
            .some(
              (other) =>
                Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 1 &&
                Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 1,
            ),
        );
        const bare = cells.filter(
          ({ cell, box }) =>
            box.width > 0 &&
            cell.matches("td:not(.score)") &&
            getComputedStyle(cell, "::before").content !== `"${cell.getAttribute("data-label")}"`,
        );
        const unseen = cells.filter(({ box }) => box.width === 0);
        const scrolls = frame && frame.scrollWidth > frame.clientWidth ? ["scrolls"] : [];
        return [...scrolls, ...[...cut, ...covered, ...bare, ...unseen].map(({ cell }) => cell.textContent)];
      });
      return { rows: rows.length, wrong };
    });
    expect(rows).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
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
