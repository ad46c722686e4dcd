import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage, openSession, type Session } from "./browser.ts";
import { languages, pageTypes } from "./page-types.ts";
import { pdfPages } from "./pdf-text.ts";

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session?.close());

/** Pages of a PDF: its page objects, which stand uncompressed in what the browser writes. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0;
}

/** A4 at 96 pixels an inch, without the margins. */
const paper = { width: 688, height: 987 };

const printed = pageTypes.filter(({ name }) =>
  [
    ...["overview", "region", "dealer", "rating question", "data quality"],
    ...["what moved it", "league tables", "luck"],
  ].includes(name),
);
/** A branch is printed on two sheets unless its address asks for all of it: see sheets.test.ts. */
const inFull = ["region", "dealer"];
const withoutCharts = ["data quality", "league tables"];
const cases = languages.flatMap((language) => printed.map((type) => ({ ...type, language })));

describe.each(cases)("the $name page on paper ($language)", ({ name, language, path }) => {
  async function open(): Promise<{ page: Page; close: () => Promise<void> }> {
    const { page, close } = await openPage(session, { viewport: paper, colorScheme: "dark" });
    await page.goto(`${session.address}${language}/${path}${inFull.includes(name) ? "?print=all" : ""}`);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    return { page, close };
  }

  test("gives a PDF of a few A4 pages", async () => {
    const { page, close } = await open();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pagesOf(pdf)).toBeGreaterThan(0);
    expect(pagesOf(pdf)).toBeLessThan(15);
    expect(pdf.toString("latin1")).toMatch(/\/MediaBox\s*\[\s*0 0 59[4-6](\.\d+)? 84[12](\.\d+)?\s*\]/);
    await close();
  });

  test("leaves out what is only for the screen", async () => {
    const { page, close } = await open();
    expect(await page.locator(".screen-only").count()).toBeGreaterThan(0);
    const only = page.locator(".screen-only, .site-nav, summary:not(.title-of-fold)");
    expect(await only.filter({ visible: true }).count()).toBe(0);
    await close();
  });

  test("has what is folded on the screen open, every branch of a table once", async () => {
    const { page, close } = await open();
    const { folded, hidden, untitled, twice } = await page.evaluate(() => {
      const folds = [...document.querySelectorAll("details")];
      const cells = folds.flatMap((fold) => [...fold.querySelectorAll("td.number")]);
      const seen = [...document.querySelectorAll("table.scores tbody th a")].filter((link) =>
        link.checkVisibility(),
      );
      const places = seen.map((link) => `${link.closest("section")?.id} ${link.getAttribute("href")}`);
      return {
        folded: folds.length,
        hidden: cells.filter((cell) => !cell.checkVisibility() || cell.getBoundingClientRect().height === 0)
          .length,
        untitled: [...document.querySelectorAll("summary.title-of-fold")].filter(
          (title) => !title.checkVisibility(),
        ).length,
        twice: places.filter((place, at) => places.indexOf(place) !== at),
      };
    });
    if (!["data quality", "luck"].includes(name)) expect(folded).toBeGreaterThan(0);
    expect({ hidden, untitled, twice }).toEqual({ hidden: 0, untitled: 0, twice: [] });
    await close();
  });

  test("is dark on white, whatever the screen's colours, with nothing wider than the paper", async () => {
    const { page, close } = await open();
    const look = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      const wide = [...document.querySelectorAll("main table, main svg")].filter(
        (element) =>
          element.checkVisibility() &&
          (element.getBoundingClientRect().right > innerWidth + 1 ||
            element.getBoundingClientRect().left < 0),
      );
      return { backgroundColor, color, wide: wide.map((element) => element.textContent?.slice(0, 40)) };
    });
    expect(look).toEqual({ backgroundColor: "rgb(255, 255, 255)", color: "rgb(0, 0, 0)", wide: [] });
    await close();
  });

  test("has one drawing of each chart", async () => {
    const { page, close } = await open();
    const charts = await page.locator(".chart").count();
    if (!withoutCharts.includes(name)) expect(charts).toBeGreaterThan(0);
    expect(await page.locator(".chart svg").filter({ visible: true }).count()).toBe(charts);
    await close();
  });

  test("cuts no row's label and lets no cell run into the next", async () => {
    const { page, close } = await open();
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll("main table :is(th, td)")].flatMap((cell) => {
        if (!cell.checkVisibility()) return [];
        const text = document.createRange();
        text.selectNodeContents(cell);
        const [own, edge] = [text.getBoundingClientRect(), cell.getBoundingClientRect()];
        const outside = own.left < edge.left - 1 || own.right > edge.right + 1 || edge.left < 0;
        return own.width > 0 && outside && !cell.matches(".strip-cell") ? [cell.textContent] : [];
      }),
    );
    expect(cut).toEqual([]);
    await close();
  });
});

test("a table that goes over to further sheets has its head on each", async () => {
  const { page, close } = await openPage(session, { viewport: paper });
  await page.goto(`${session.address}en/dealer-service/best/`);
  await page.waitForSelector("thead button");
  const bare = (text: string) => text.replaceAll(/\s/g, "");
  const { head, rows } = await page.evaluate(() => {
    const tables = [...document.querySelectorAll<HTMLTableElement>("main table.figures")];
    const [longest] = tables.toSorted((one, other) => other.rows.length - one.rows.length);
    const texts = (selector: string) =>
      [...(longest?.querySelectorAll(selector) ?? [])].map(({ textContent }) => textContent ?? "");
    return { head: texts("thead th button"), rows: texts("tbody th a") };
  });
  expect(rows.length).toBeGreaterThan(80);
  const sheets = pdfPages(await page.pdf({ preferCSSPageSize: true })).map(bare);
  const own = sheets.filter((sheet) => rows.filter((row) => sheet.includes(bare(row))).length > 10);
  expect(own.length).toBeGreaterThan(1);
  for (const sheet of own) for (const title of head) expect(sheet).toContain(bare(title));
  await close();
});
