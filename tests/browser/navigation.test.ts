import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage, openSession, type Session } from "./browser.ts";
import { languages, pageTypes, survey } from "./page-types.ts";

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session?.close());

const dealer = `${survey}/b/east/jiangsu/nanjing/nanjing-01/`;
const tabs = "nav.site-nav .tab-list";
/** Address of a link after the site's root. */
const addressesOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname.slice(1)));

describe.each([true, false])("with JavaScript: %s", (javaScriptEnabled) => {
  const options = { javaScriptEnabled, reducedMotion: "reduce" } as const;

  test("the survey switch leads to every survey", async () => {
    const { page, close } = await openPage(session, options);
    await page.goto(`${session.address}en/${dealer}`);
    const menu = page.locator(".survey-switch");
    expect(await menu.locator("a").first().isVisible()).toBe(false);
    await menu.locator("summary").click();
    expect(await addressesOf(page, ".survey-switch a")).toEqual([
      "en/dealer-service/",
      "en/logistics/",
      "en/new-car/",
      "en/operator-76/",
      "en/service-hall/",
      "en/",
    ]);
    await menu.getByText("Freight").click();
    await page.waitForURL(`${session.address}en/logistics/`);
    await close();
  });

  test("the wave switch leads from an overview to overviews, from what moved it to the same, from others to overviews", async () => {
    const { page, close } = await openPage(session, options);
    const offers = async (path: string) => {
      await page.goto(`${session.address}zh/${survey}/${path}`);
      return addressesOf(page, ".wave-switch a");
    };
    const overviews = await offers("w/2024-Q3/");
    expect(overviews.slice(0, 2)).toEqual([`zh/${survey}/`, `zh/${survey}/w/2024-Q3/`]);
    expect(overviews).toHaveLength(8);
    expect(await addressesOf(page, ".wave-switch [aria-current]")).toEqual([`zh/${survey}/w/2024-Q3/`]);
    const whys = await offers("why/");
    expect(whys.slice(0, 2)).toEqual([`zh/${survey}/why/`, `zh/${survey}/w/2024-Q3/why/`]);
    expect(whys).toHaveLength(7);
    expect(await offers("methods/")).toEqual(overviews);
    expect(await page.locator(".wave-switch .menu-head").textContent()).toContain("总览");
    for (const path of [...overviews, ...whys])
      expect((await page.request.get(`${session.address}${path}`)).status(), path).toBe(200);
    await close();
  });

  test("a branch's page names every level above it, each with its siblings", async () => {
    const { page, close } = await openPage(session, options);
    await page.goto(`${session.address}en/${dealer}`);
    const steps = page.locator("nav.crumbs > ol > li");
    expect(await steps.locator(":scope > a, :scope > [aria-current]").allTextContents()).toEqual([
      "After-sales service survey",
      "East",
      "Jiangsu",
      "Nanjing",
      "Nanjing Tongda",
    ]);
    const cities = steps.nth(3).locator(".menu");
    await cities.locator("summary").click();
    expect(await cities.locator("a").allTextContents()).toContain("Suzhou");
    await cities.getByText("Suzhou").click();
    await page.waitForURL(`${session.address}en/${survey}/b/east/jiangsu/suzhou/`);
    await close();
  });
});

test.each([
  ["", "Overview", undefined],
  ["w/2024-Q3/", "Overview", undefined],
  ["why/", "What moved it", undefined],
  ["f/ssi/", "Factors", undefined],
  ["q/pu1/", "Questions", undefined],
  ["b/", "Branches", "All branches"],
  ["b/east/", "Branches", undefined],
  ["best/", "Branches", "Best and worst"],
  ["luck/", "Branches", "Luck or not"],
  ["data/", "Data quality", "Data quality"],
  ["weights/", "Data quality", "Weighting"],
  ["changes/", "Data quality", "New in this version"],
  ["methods/", "Methods", "Methods"],
  ["which-score/", "Methods", "Which score should I use?"],
])("the tabs of %s have %s open, and its page %s", async (path, tab, part) => {
  const { page, close } = await openPage(session);
  const index = await pathOfIndex(page);
  await page.goto(`${session.address}en/${survey}/${path === "f/ssi/" ? index : path}`);
  expect(await page.locator(`${tabs} [aria-current]`).allTextContents()).toEqual([
    expect.stringContaining(tab),
  ]);
  const parts = await page.locator(".section-pages [aria-current=page]").allTextContents();
  expect(parts.map((text) => text.trim())).toEqual(part === undefined ? [] : [part]);
  await close();
});

/** The page of the index, by its tab. */
async function pathOfIndex(page: Page): Promise<string> {
  await page.goto(`${session.address}en/${survey}/`);
  const [address = ""] = await addressesOf(page, `${tabs} a[href*="/f/"]`);
  return address.replace(`en/${survey}/`, "");
}

test("factors are reached from each other", async () => {
  const { page, close } = await openPage(session);
  await page.goto(`${session.address}en/${survey}/${await pathOfIndex(page)}`);
  const factor = await page.locator('main a[href*="/f/"]').first().getAttribute("href");
  await page.goto(new URL(factor ?? "", session.address).href);
  const siblings = await addressesOf(page, ".crumbs .siblings a");
  expect(siblings.length).toBeGreaterThan(3);
  for (const path of siblings)
    expect((await page.request.get(`${session.address}${path}`)).status()).toBe(200);
  await close();
});

describe("menus", () => {
  test("close by Escape, which gives the focus back, and one opens at a time", async () => {
    const { page, close } = await openPage(session);
    await page.goto(`${session.address}en/${survey}/`);
    const [surveys, waves] = [page.locator(".survey-switch"), page.locator(".wave-switch")];
    await surveys.locator("summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await surveys.locator("a:focus").count()).toBe(1);
    await page.keyboard.press("Escape");
    expect(await surveys.getAttribute("open")).toBeNull();
    expect(await page.evaluate(() => document.activeElement?.matches(".survey-switch summary"))).toBe(true);
    await surveys.locator("summary").click();
    await waves.locator("summary").click();
    expect(await surveys.getAttribute("open")).toBeNull();
    await page.mouse.click(400, 700);
    expect(await waves.getAttribute("open")).toBeNull();
    await close();
  });

  test("close when the focus leaves them", async () => {
    const { page, close } = await openPage(session);
    await page.goto(`${session.address}en/${survey}/`);
    await page.locator(".survey-switch summary").focus();
    await page.keyboard.press("Enter");
    await page.locator("[data-search]").focus();
    expect(await page.locator(".survey-switch").getAttribute("open")).toBeNull();
    await close();
  });
});

describe("the contents of a page", () => {
  test.each(languages)("list its sections in order, and lead to them (%s)", async (language) => {
    const { page, close } = await openPage(session, { reducedMotion: "reduce" });
    await page.goto(`${session.address}${language}/${survey}/`);
    const listed = await page
      .locator(".page-contents li a")
      .evaluateAll((links) =>
        links.map((link) => [link.getAttribute("href")?.slice(1), link.textContent?.trim()]),
      );
    const shown = await page
      .locator("main section.panel[id]:has(> h2)")
      .evaluateAll((sections) =>
        sections.map((one) => [one.id, one.querySelector("h2")?.textContent?.trim()]),
      );
    expect(listed.length).toBeGreaterThan(4);
    expect(listed.map(([id]) => id)).toEqual(shown.map(([id]) => id));
    for (const [at, [, title]] of listed.entries()) expect(shown[at]?.[1]).toContain(title);
    await close();
  });

  test("stand beside the text where there is room, and mark what is read", async () => {
    const { page, close } = await openPage(session, {
      viewport: { width: 1280, height: 800 },
      reducedMotion: "reduce",
    });
    await page.goto(`${session.address}en/${survey}/`);
    const contents = page.locator(".page-contents");
    const current = contents.locator("[aria-current]");
    expect(await contents.locator("summary").isVisible()).toBe(false);
    await contents.locator('a[href="#questions"]').click();
    await expect.poll(() => current.getAttribute("href")).toBe("#questions");
    await page.evaluate(() => document.querySelector("#trend")?.scrollIntoView());
    await expect.poll(() => current.getAttribute("href")).toBe("#trend");
    // It stays in the window, and covers nothing.
    const box = await contents.boundingBox();
    const body = await page.locator(".report-body").boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.x).toBeGreaterThanOrEqual((body?.x ?? 0) + (body?.width ?? 0));
    await close();
  });

  test.each([true, false])("fold above the text on a phone (JavaScript: %s)", async (javaScriptEnabled) => {
    const { page, close } = await openPage(session, {
      viewport: { width: 390, height: 800 },
      javaScriptEnabled,
      reducedMotion: "reduce",
    });
    await page.goto(`${session.address}en/${survey}/`);
    const contents = page.locator(".page-contents");
    expect(await contents.locator("a").first().isVisible()).toBe(false);
    await contents.locator("summary").click();
    await contents.locator('a[href="#questions"]').click();
    await expect.poll(() => page.evaluate(() => location.hash)).toBe("#questions");
    if (javaScriptEnabled) expect(await contents.locator("a").first().isVisible()).toBe(false);
    await close();
  });
});

describe("the language switch", () => {
  test("keeps the query, and the section that is read", async () => {
    const { page, close } = await openPage(session, { reducedMotion: "reduce" });
    await page.goto(`${session.address}en/${survey}/?region=east`);
    await page.locator("[data-language-switch]").click();
    await page.waitForURL(`${session.address}zh/${survey}/?region=east`);
    await page.evaluate(() => document.querySelector("#questions")?.scrollIntoView());
    await page.evaluate(() => document.querySelector<HTMLElement>("[data-language-switch]")?.click());
    await page.waitForURL(`${session.address}en/${survey}/?region=east#questions`);
    const top = () => page.evaluate(() => document.querySelector("#questions")?.getBoundingClientRect().top);
    await expect.poll(top).toBeLessThan(200);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
    await close();
  });

  test("keeps a hash at the top of a page", async () => {
    const { page, close } = await openPage(session, { reducedMotion: "reduce" });
    await page.goto(`${session.address}en/${survey}/#overview-of-nothing`);
    await page.locator("[data-language-switch]").click();
    await page.waitForURL(`${session.address}zh/${survey}/#overview-of-nothing`);
    await close();
  });

  test("leads to the same page without JavaScript", async () => {
    const { page, close } = await openPage(session, { javaScriptEnabled: false });
    await page.goto(`${session.address}en/${dealer}`);
    await page.locator("[data-language-switch]").click();
    await page.waitForURL(`${session.address}zh/${dealer}`);
    await close();
  });
});

describe("the page for addresses that lead nowhere", () => {
  test.each([
    ["zh/nothing/", /[\u4e00-\u9fff]/, "zh/"],
    ["en/nothing/", /[A-Za-z]/, "en/"],
    ["nothing/", /[A-Za-z]/, "en/"],
  ])("speaks the language of %s first, and leads to the surveys", async (path, script, home) => {
    const { page, close } = await openPage(session);
    await page.goto(`${session.address}${path}`);
    expect(await page.locator("h1").first().textContent()).toMatch(script);
    expect(await page.title()).toMatch(script);
    const first = page.locator("[data-missing] > section").first();
    const hrefs = await first
      .locator("a")
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(hrefs).toContain(`${session.address}${home}${survey}/`);
    expect(hrefs).toContain(`${session.address}${home}`);
    await close();
  });
});

describe.each(languages)("at 320 pixels, as with 400 % of zoom (%s)", (language) => {
  test.each(pageTypes)("the $name page does not scroll sideways", async ({ path }) => {
    const { page, close } = await openPage(session, { viewport: { width: 320, height: 256 } });
    await page.goto(`${session.address}${language}/${path}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(320);
    await close();
  });

  test("every control of the header is 24 pixels high and wide, in the window, and can be used", async () => {
    const { page, close } = await openPage(session, { viewport: { width: 320, height: 640 } });
    await page.goto(`${session.address}${language}/${dealer}`);
    const controls = page.locator("header :is(a, button, summary)").filter({ visible: true });
    expect(await controls.count()).toBeGreaterThan(7);
    for (const control of await controls.all()) {
      const box = await control.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    }
    await page.locator(".tabs summary").click();
    const sheet = await page.locator(".tab-sheet").boundingBox();
    expect((sheet?.x ?? -1) >= 0 && (sheet?.x ?? 0) + (sheet?.width ?? 0) <= 320).toBe(true);
    await close();
  });
});
