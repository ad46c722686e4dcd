import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage, openSession, type Session } from "./browser.ts";
import { languages, pageTypes } from "./page-types.ts";

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session?.close());

describe("the bare address", () => {
  test.each([
    ["en-GB", "en/"],
    ["en-US", "en/"],
    ["zh-CN", "zh/"],
    ["zh-Hant-TW", "zh/"],
    ["de-DE", "en/"],
  ])("takes a reader of %s to /%s", async (locale, path) => {
    const { page, close } = await openPage(session, { locale });
    await page.goto(session.address);
    await page.waitForURL(`${session.address}${path}`);
    // The bare address is not kept in the history: going back leaves the site.
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
    await close();
  });

  test("offers both languages without JavaScript", async () => {
    const { page, close } = await openPage(session, { javaScriptEnabled: false });
    await page.goto(session.address);
    for (const language of languages) {
      const link = page.locator(`a[data-language=${language}]`);
      expect(await link.isVisible()).toBe(true);
      expect(new URL((await link.getAttribute("href")) ?? "", session.address).href).toBe(
        `${session.address}${language}/`,
      );
    }
    await close();
  });
});

describe.each(pageTypes)("the language switch of the $name page", ({ path }) => {
  test("leads to the same page in the other language, and back", async () => {
    const { page, close } = await openPage(session);
    await page.goto(`${session.address}en/${path}`);
    await page.locator("header a[hreflang=zh]").click();
    await page.waitForURL(`${session.address}zh/${path}`);
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-Hans");
    expect(await page.locator("h1").first().textContent()).toMatch(/[\u4e00-\u9fff]/);
    await page.locator("header a[hreflang=en]").click();
    await page.waitForURL(`${session.address}en/${path}`);
    await close();
  });

  test("stands on a page whose own words are in its language", async () => {
    const { page, close } = await openPage(session);
    await page.goto(`${session.address}en/${path}`);
    // Chinese on an English page: the product's name and the switch only.
    const english = (await page.locator("body").textContent()) ?? "";
    expect(english.replaceAll("满意", "").replaceAll("中文", "")).not.toMatch(/[\u4e00-\u9fff]/);
    await page.goto(`${session.address}zh/${path}`);
    // Names of files and of their columns are the same in any language.
    const untranslated = await page.evaluate(() =>
      [...document.querySelectorAll("main h1, main h2, main h3, main th, main dt, main p.lead, nav a")]
        .filter((element) => !element.querySelector("code"))
        .map((element) => element.textContent?.trim() ?? "")
        .filter((text) => /[A-Za-z]{4,}/.test(text) && !/[\u4e00-\u9fff]/.test(text)),
    );
    expect(untranslated).toEqual([]);
    await close();
  });
});
