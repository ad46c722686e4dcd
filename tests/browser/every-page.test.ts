import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "./accessibility.ts";
import { openPage, openSession, type Session } from "./browser.ts";
import { languages, pageTypes } from "./page-types.ts";

const widths = [360, 390, 1280] as const;
const missingPage = { name: "missing page", path: "no-such-page/", shows: ["h1", "main a"] };

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session?.close());

const cases = languages.flatMap((language) =>
  [...pageTypes, missingPage].map((type) => ({ ...type, language, address: `${language}/${type.path}` })),
);
const chooser = { name: "language chooser", language: "en", address: "", shows: ["h1", "a[data-language]"] };

describe.each([chooser, ...cases])("$name ($language)", ({ name, language, address, shows }) => {
  const isMissing = name === missingPage.name;

  test("is whole without JavaScript", async () => {
    const { page, record, close } = await openPage(session, { javaScriptEnabled: false });
    const response = await page.goto(`${session.address}${address}`);
    expect(response?.status()).toBe(isMissing ? 404 : 200);
    expect(await page.locator("h1").first().isVisible()).toBe(true);
    for (const selector of shows) {
      const texts = await page.locator(selector).allTextContents();
      expect(texts.join("").trim(), selector).not.toBe("");
      if (selector.includes("td.") || selector.includes(".figure"))
        expect(texts.join(" "), selector).toMatch(/\d/);
    }
    if (name !== "language chooser")
      expect(await page.locator("html").getAttribute("lang")).toMatch(
        isMissing ? /en|zh/ : new RegExp(`^${language}`),
      );
    expect(record.console).toEqual(isMissing ? [expect.stringContaining("404")] : []);
    await close();
  });

  test("asks for nothing that fails, nothing elsewhere, and complains of nothing", async () => {
    const { page, record, close } = await openPage(session, {
      locale: language === "zh" ? "zh-CN" : "en-GB",
    });
    await page.goto(`${session.address}${address}`, { waitUntil: "networkidle" });
    const elsewhere = record.requests.filter(
      (url) => !url.startsWith(session.address) && !url.startsWith("data:"),
    );
    expect(record.requests.length).toBeGreaterThan(0);
    expect(elsewhere).toEqual([]);
    const expected = isMissing ? [`404 ${session.address}${address}`] : [];
    expect(record.failed).toEqual(expected);
    expect(record.console).toHaveLength(expected.length);
    await close();
  });

  test.each(widths)("does not scroll sideways at %i px, and cuts no text off", async (width) => {
    // Without JavaScript the chooser stays where it is; the layout is the same.
    const { page, close } = await openPage(session, {
      viewport: { width, height: 800 },
      javaScriptEnabled: name !== "language chooser",
    });
    await page.goto(`${session.address}${address}`, { waitUntil: "networkidle" });
    await unfold(page);
    const wide = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
    expect(wide.scrollWidth).toBeLessThanOrEqual(wide.clientWidth);
    if (name !== "language chooser") expect(await overhanging(page)).toEqual([]);
    await close();
  });

  test.each(["light", "dark"] as const)(
    "breaks no rule of accessibility in %s colours",
    async (colorScheme) => {
      const { page, close } = await openPage(session, { colorScheme, bypassCSP: true });
      // The chooser leads on at once; what it looks like is its markup and style without the script.
      if (name === "language chooser") await page.route("**/*.js", (route) => route.abort());
      await page.goto(`${session.address}${address}`, { waitUntil: "networkidle" });
      await unfold(page);
      expect(await violations(page)).toEqual([]);
      await close();
    },
  );
});

/** Opens all that is folded away, so that it is looked at too. */
function unfold(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
}

/** Visible text that ends outside the window and outside any frame that scrolls. */
function overhanging(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    return [...document.querySelectorAll("main *, header *, footer *, nav *")].flatMap((element) => {
      const { left, right, width: own, height } = element.getBoundingClientRect();
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      const hidden = own === 0 || height === 0 || element.closest(".table-frame, .sr-only") !== null;
      if (!hasText || hidden || (left >= -0.5 && right <= width + 0.5)) return [];
      return [`${element.tagName} "${element.textContent?.trim().slice(0, 40)}" ${left}–${right}`];
    });
  });
}
