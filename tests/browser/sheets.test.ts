import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage, openSession, type Session } from "./browser.ts";
import { languages, survey } from "./page-types.ts";
import { pdfPages } from "./pdf-text.ts";

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session?.close());

/** What a page says on paper, sheet by sheet and without spaces, and what its foot must name. */
interface Printed {
  readonly sheets: readonly string[];
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** Radicals, and a dash, that share a glyph with a character and that PDFs hold in its place; Unicode folds only some of them. */
const radicals: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "⻋车",
    "⻓长",
    "⻔门",
    "⻅见",
    "⻚页",
    "⻜飞",
    "⻢马",
    "⻩黄",
    "⻛风",
    "⻘青",
    "⻝食",
    "⻬齐",
    "⻄西",
    "⺠民",
    "⻉贝",
    "⻆角",
    "戶户",
    "‒–",
  ].map(([radical = "", character = ""]) => [radical, character]),
);

/** Letters as they are read, without what layout does to them: joined letters, radicals, spaces at the ends of lines. */
function bare(text: string): string {
  const folded = text.normalize("NFKC").replaceAll(/\s/g, "");
  return [...folded].map((character) => radicals[character] ?? character).join("");
}

async function print(path: string): Promise<Printed> {
  const { page, close } = await openPage(session, {
    viewport: { width: 688, height: 998 },
    colorScheme: "dark",
  });
  await page.goto(`${session.address}${path}`);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  await page.emulateMedia({ media: "print" });
  return { sheets: pdfPages(pdf).map(bare), page, close };
}

const branches = [
  { name: "region", path: "b/east/" },
  { name: "region with no clear story", path: "b/central/" },
  { name: "province", path: "b/east/jiangsu/" },
  { name: "city", path: "b/east/jiangsu/nanjing/" },
  { name: "dealer", path: "b/east/jiangsu/nanjing/nanjing-01/" },
];

describe.each(languages)("a branch on paper (%s)", (language) => {
  test.each(branches)("is a report of exactly two sheets: $name", async ({ path }) => {
    const { sheets, page, close } = await print(`${language}/${survey}/${path}`);
    expect(sheets).toHaveLength(2);
    const title = bare((await page.locator("h1").textContent()) ?? "");
    expect(sheets[0]).toContain(title);
    for (const id of ["trend", "factors", "questions"]) {
      const heading = bare((await page.locator(`#${id} h2`).textContent()) ?? "");
      expect(sheets.join(" "), id).toContain(heading);
    }
    await close();
  });

  test("is printed whole where its address asks for it", async () => {
    const { sheets, page, close } = await print(`${language}/${survey}/b/east/?print=all`);
    expect(sheets.length).toBeGreaterThan(2);
    for (const heading of await page.locator("main h2").allTextContents())
      expect(sheets.join(" ")).toContain(bare(heading));
    await close();
  });
});

describe.each(languages)("an overview on one sheet (%s)", (language) => {
  test.each([survey, "logistics", "operator-76"])("is exactly one: %s", async (id) => {
    const { sheets, page, close } = await print(`${language}/${id}/?print=one`);
    expect(sheets).toHaveLength(1);
    expect(sheets[0]).toContain(bare((await page.locator("h1").textContent()) ?? ""));
    const figure = (await page.locator(".glance .figure").textContent()) ?? "";
    expect(figure).not.toBe("");
    expect(sheets[0]).toContain(bare(figure));
    await close();
  });

  test.each([survey, "logistics"])("has its branches, best and worst: %s", async (id) => {
    const { sheets, page, close } = await print(`${language}/${id}/?print=one`);
    const branches = await page.locator("#branches tbody th a").allTextContents();
    expect(branches.length).toBeGreaterThan(5);
    const heading = bare((await page.locator("#branches h2").textContent()) ?? "");
    const [, after = ""] = (sheets[0] ?? "").split(heading);
    expect(branches.map(bare).filter((branch) => !after.includes(branch))).toEqual([]);
    await close();
  });

  test("is told on the screen, with a way back, and not on paper", async () => {
    const { page, close } = await openPage(session, { viewport: { width: 390, height: 800 } });
    await page.goto(`${session.address}${language}/${survey}/?print=one`);
    const told = page.locator(".print-preview");
    expect(await told.isVisible()).toBe(true);
    expect(await told.locator("button").isVisible()).toBe(true);
    expect(await page.locator("#trend").isVisible()).toBe(true);
    expect(await page.locator("#questions").isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    expect(await told.isVisible()).toBe(false);
    await page.emulateMedia({ media: "screen" });
    await told.locator("a").click();
    await page.waitForURL(`${session.address}${language}/${survey}/`);
    expect(await page.locator(".print-preview").isVisible()).toBe(false);
    expect(await page.locator("#questions").isVisible()).toBe(true);
    await close();
  });

  test("and the buttons print", async () => {
    const { page, close } = await openPage(session);
    await page.addInitScript("window.print = () => { document.title = 'printed' }");
    await page.goto(`${session.address}${language}/${survey}/`);
    await page.locator(".print-links button").click();
    expect(await page.title()).toBe("printed");
    await close();
  });

  test("offers nothing that needs a script where there is none", async () => {
    const { page, close } = await openPage(session, { javaScriptEnabled: false });
    await page.goto(`${session.address}${language}/${survey}/?print=one`);
    expect(await page.locator("[data-prints]").count()).toBeGreaterThan(0);
    expect(await page.locator("[data-prints]").filter({ visible: true }).count()).toBe(0);
    await close();
  });
});

const footed = [
  { path: `${survey}/`, of: { en: "all respondents", zh: "全体受访者" } },
  { path: `${survey}/b/east/jiangsu/`, of: { en: "East › Jiangsu", zh: "华东 › 江苏" } },
  { path: `${survey}/?print=one`, of: { en: "all respondents", zh: "全体受访者" } },
  { path: `${survey}/q/reasons/`, of: { en: "all respondents", zh: "全体受访者" } },
  { path: `${survey}/data/`, of: { en: "all respondents", zh: "全体受访者" } },
  { path: `${survey}/best/`, of: { en: "all respondents", zh: "全体受访者" } },
] as const;
const titles = { en: "After-sales service survey", zh: "售后服务满意度调查" } as const;

describe.each(languages.flatMap((language) => footed.map((one) => ({ ...one, language }))))(
  "the foot of every sheet of $path ($language)",
  ({ path, of, language }) => {
    test("names survey, slice, base, data version and its number of all", async () => {
      const { sheets, page, close } = await print(`${language}/${path}`);
      const version = (await page.locator("footer code").first().textContent()) ?? "";
      expect(version).toMatch(/^[0-9a-f]{12}$/);
      expect(sheets.length).toBeGreaterThan(0);
      for (const [at, sheet] of sheets.entries()) {
        const foot = sheet.slice(0, 300);
        expect(foot.startsWith(`${at + 1}/${sheets.length}`), foot).toBe(true);
        expect(foot).toContain(bare(`${titles[language]} · `));
        expect(foot).toContain(bare(of[language]));
        expect(foot).toMatch(
          language === "en" ? /base[\d,]+|[\d,]+respondents/ : /基数[\d,]+|[\d,]+位受访者/,
        );
        expect(foot).toContain(version);
        expect(foot).toContain(language === "en" ? "Q42024" : "2024年第四季度");
      }
      await close();
    });
  },
);

test("the base in the foot is the headline's", async () => {
  const { sheets, page, close } = await print(`en/${survey}/b/east/`);
  const base = await page.evaluate(() => {
    const named = [...document.querySelectorAll(".glance dt")].find(
      ({ textContent }) => textContent === "Base",
    );
    return named?.nextElementSibling?.firstChild?.textContent ?? "";
  });
  expect(base).toMatch(/^[\d,]+$/);
  expect(sheets[0]?.slice(0, 300)).toContain(`base${base}Invented`);
  await close();
});

const whole = ["", "b/east/?print=all", "q/pu1/", "why/", "best/", "data/"].map(
  (path) => `${survey}/${path}`,
);

describe.each(languages.flatMap((language) => whole.map((path) => `${language}/${path}`)))(
  "paper of %s",
  (path) => {
    test("ends no sheet with a heading, and splits no row", async () => {
      const { sheets, page, close } = await print(path);
      const { headings, rows } = await page.evaluate(() => {
        for (const hidden of document.querySelectorAll<HTMLElement>(".sr-only"))
          hidden.style.display = "none";
        const texts = (selector: string) =>
          [...document.querySelectorAll<HTMLElement>(selector)]
            .filter((element) => element.checkVisibility())
            // Only what is seen, which textContent is not.
            // biome-ignore lint/performance/useDomNodeTextContent: cells hold words that only the style sheet shows.
            .map((element) => element.innerText);
        return {
          headings: texts("main :is(h1, h2, h3, h4, caption, thead, summary.title-of-fold)"),
          rows: texts("main tbody tr"),
        };
      });
      expect(headings.length).toBeGreaterThan(3);
      const ended = headings
        .map(bare)
        .filter((heading) => heading !== "" && sheets.slice(0, -1).some((sheet) => sheet.endsWith(heading)));
      expect(ended).toEqual([]);
      expect(rows.length).toBeGreaterThan(5);
      expect(rows.map(bare).filter((row) => !sheets.some((sheet) => sheet.includes(row)))).toEqual([]);
      await close();
    });
  },
);

const drawn = ["", "b/east/?print=all", "q/pu1/", "f/advisor/"].map((path) => `${survey}/${path}`);

describe.each(languages.flatMap((language) => drawn.map((path) => `${language}/${path}`)))(
  "charts on paper of %s",
  (path) => {
    test("stand whole on a sheet with their captions, and the last sheet holds more than the foot", async () => {
      const { page, close } = await openPage(session, { viewport: { width: 688, height: 998 } });
      await page.goto(`${session.address}${path}`);
      await page.emulateMedia({ media: "print" });
      // A mark on the upper edge of each drawing, one on its lower edge, and one in its caption.
      const marks = await page.evaluate(() => {
        const charts = [...document.querySelectorAll<SVGSVGElement>(".chart svg")].filter((chart) =>
          chart.checkVisibility(),
        );
        return charts.map((chart, at) => {
          const mark = (name: string, y: number) => {
            const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
            text.textContent = `qx${at}${name}xq`;
            for (const [key, value] of Object.entries({ x: 20, y, "font-size": 6, fill: "#000" }))
              text.setAttribute(key, String(value));
            chart.append(text);
            return text.textContent;
          };
          const caption = chart.closest("figure")?.querySelector("figcaption");
          const said = caption ? [`qx${at}cxq`] : [];
          caption?.append(...said);
          return [mark("a", 6), mark("b", chart.viewBox.baseVal.height - 1), ...said];
        });
      });
      expect(marks.length).toBeGreaterThan(1);
      const sheets = pdfPages(await page.pdf({ preferCSSPageSize: true })).map(bare);
      const places = (mark: string) => sheets.flatMap((sheet, at) => (sheet.includes(mark) ? [at] : []));
      const split = marks
        .map((names) => names.map(places))
        .filter((found) => new Set(found.flat()).size !== 1);
      expect(split).toEqual([]);
      expect(marks.flat().filter((mark) => places(mark).length !== 1)).toEqual([]);
      // What ends the page's contents ends the last sheet.
      // biome-ignore lint/performance/useDomNodeTextContent: only what is seen on paper.
      const content = bare(await page.locator("main").innerText());
      expect(content.length).toBeGreaterThan(500);
      expect(sheets.at(-1)).toContain(content.slice(-12));
      await close();
    });
  },
);

describe.each(languages)("a branch that is compared, on paper (%s)", (language) => {
  test.each(["logistics/b/HD/?channel=sms&vs=rest", `${survey}/b/east/?vs=rest`])(
    "is two sheets or three, with its comparison and its questions: %s",
    async (path) => {
      const { page, close } = await openPage(session, { viewport: { width: 688, height: 998 } });
      await page.goto(`${session.address}${language}/${path}`);
      await page.waitForFunction(() => document.documentElement.dataset["view"] === undefined);
      await page.locator("#compared").waitFor();
      const sheets = pdfPages(await page.pdf({ preferCSSPageSize: true })).map(bare);
      expect([2, 3]).toContain(sheets.length);
      await page.emulateMedia({ media: "print" });
      for (const id of ["compared", "questions"]) {
        const heading = bare((await page.locator(`#${id} h2`).textContent()) ?? "");
        expect(sheets.join(" "), id).toContain(heading);
      }
      const rows = await page.locator("#questions tbody th a").allTextContents();
      expect(rows.length).toBeGreaterThan(10);
      expect(rows.map(bare).filter((row) => !sheets.join(" ").includes(row))).toEqual([]);
      // What is wider than a sheet has all of it printed smaller.
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(688);
      for (const sheet of sheets.slice(0, -1)) expect(sheet.length).toBeGreaterThan(400);
      await close();
    },
  );
});

describe.each(languages)("a survey that problems head, on one sheet (%s)", (language) => {
  test.each(["new-car/?print=one", "new-car/?powertrain=electric&print=one"])(
    "has their kinds and their trend before its branches: %s",
    async (path) => {
      const { page, close } = await openPage(session, { viewport: { width: 688, height: 998 } });
      await page.goto(`${session.address}${language}/${path}`);
      await page.waitForFunction(() => document.documentElement.dataset["view"] === undefined);
      const sheets = pdfPages(await page.pdf({ preferCSSPageSize: true })).map(bare);
      expect(sheets).toHaveLength(1);
      for (const id of ["problems-per-100", "problems-trend", "findings", "branches"]) {
        const heading = bare((await page.locator(`#${id} h2`).textContent()) ?? "");
        expect(sheets[0], id).toContain(heading);
      }
      const kinds = await page.locator("#problems-per-100 tbody th").allTextContents();
      expect(kinds).toHaveLength(10);
      expect(kinds.map(bare).filter((kind) => !sheets[0]?.includes(kind))).toEqual([]);
      await page.emulateMedia({ media: "print" });
      expect(await page.locator("#trend").isVisible()).toBe(false);
      await close();
    },
  );
});
