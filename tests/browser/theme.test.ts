import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage, openSession, type Session, siteFolder } from "./browser.ts";
import { languages, survey } from "./page-types.ts";

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session?.close());

/** The colours of the page's ground, as `tokens.css` states them. */
const ground = { light: "rgb(253, 252, 250)", dark: "rgb(18, 22, 29)" };
const groundOf = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const choose = (page: Page, theme: string) => page.locator(`[data-theme-switch] [value=${theme}]`).click();

describe.each(["light", "dark"] as const)("on a device with %s colours", (colorScheme) => {
  const other = colorScheme === "light" ? "dark" : "light";

  test("the page has the device's colours until its reader chooses, then those chosen, on every page", async () => {
    const { page, close } = await openPage(session, { colorScheme });
    await page.goto(`${session.address}en/${survey}/`);
    expect(await groundOf(page)).toBe(ground[colorScheme]);
    await choose(page, other);
    expect(await groundOf(page)).toBe(ground[other]);
    expect(await page.locator(`[data-theme-switch] [aria-pressed=true]`).getAttribute("value")).toBe(other);
    await page.goto(`${session.address}zh/${survey}/methods/`);
    expect(await groundOf(page)).toBe(ground[other]);
    expect(await page.locator(`[data-theme-switch] [aria-pressed=true]`).getAttribute("value")).toBe(other);
    await choose(page, "system");
    expect(await groundOf(page)).toBe(ground[colorScheme]);
    await page.reload();
    expect(await groundOf(page)).toBe(ground[colorScheme]);
    await close();
  });

  test("paper is light, whatever was chosen", async () => {
    const { page, close } = await openPage(session, { colorScheme });
    await page.goto(`${session.address}en/${survey}/`);
    await choose(page, "dark");
    await page.emulateMedia({ media: "print", colorScheme });
    expect(await groundOf(page)).toBe("rgb(255, 255, 255)");
    await close();
  });
});

test("a chosen theme holds before anything is painted, even where no other script arrives", async () => {
  const { page, close } = await openPage(session, { colorScheme: "light" });
  await page.addInitScript(() => {
    localStorage.setItem("manyi-theme", "dark");
    const frames: (string | undefined)[] = [];
    Object.assign(globalThis, { frames_: frames });
    const look = () => {
      if (document.body) frames.push(document.documentElement.dataset["theme"]);
      if (frames.length < 3) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.route("**/Page.astro*.js", (route) => route.abort());
  await page.goto(`${session.address}en/${survey}/`);
  await page.waitForFunction(() => (globalThis as unknown as { frames_: unknown[] }).frames_.length === 3);
  const frames = await page.evaluate(() => (globalThis as unknown as { frames_: unknown[] }).frames_);
  expect(frames).toEqual(["dark", "dark", "dark"]);
  expect(await groundOf(page)).toBe(ground.dark);
  // It is a file that the page waits for, ahead of everything that is shown.
  const script = page.locator("head script:not([type=module])");
  expect(await script.evaluate((element: HTMLScriptElement) => element.async || element.defer)).toBe(false);
  await close();
});

test("one tab's choice reaches the others", async () => {
  const context = await session.browser.newContext({ colorScheme: "light" });
  const [one, two] = [await context.newPage(), await context.newPage()];
  for (const page of [one, two]) await page.goto(`${session.address}en/${survey}/methods/`);
  await choose(one, "dark");
  await expect.poll(() => groundOf(two)).toBe(ground.dark);
  await context.close();
});

test("without JavaScript there is no switch, and the device's colours hold", async () => {
  const { page, close } = await openPage(session, { javaScriptEnabled: false, colorScheme: "dark" });
  await page.goto(`${session.address}en/${survey}/`);
  expect(await page.locator("[data-theme-switch]").isVisible()).toBe(false);
  expect(await groundOf(page)).toBe(ground.dark);
  await close();
});

test.each(languages)("each choice has a name and says whether it is taken (%s)", async (language) => {
  const { page, close } = await openPage(session);
  await page.goto(`${session.address}${language}/`);
  const names = await page
    .locator("[data-theme-switch] button")
    .evaluateAll((buttons) => buttons.map((button) => [button.ariaLabel, button.ariaPressed]));
  expect(names.map(([, pressed]) => pressed)).toEqual(["true", "false", "false"]);
  expect(new Set(names.map(([name]) => name)).size).toBe(3);
  for (const [name] of names) expect(name).toMatch(language === "zh" ? /^[\u4e00-\u9fff]{2,}$/ : /colours/i);
  await close();
});

test("browsers before light-dark() have the same colours: the style sheet does without it", async () => {
  const folder = join(siteFolder, "_astro");
  const sheets = (await readdir(folder)).filter((name) => name.endsWith(".css"));
  expect(sheets.length).toBeGreaterThan(0);
  for (const name of sheets) {
    const css = await readFile(join(folder, name), "utf-8");
    expect(css, name).not.toContain("light-dark(");
    expect(css, name).toContain("#fdfcfa");
    expect(css, name).toContain("#12161d");
  }
});

test("where the device decides on colours, what is chosen keeps a mark", async () => {
  const { page, close } = await openPage(session, { forcedColors: "active" });
  await page.goto(`${session.address}en/${survey}/`);
  const borders = await page
    .locator(".tab-list a")
    .evaluateAll((links) =>
      links.map((link) => [link.ariaCurrent !== null, getComputedStyle(link).borderBlockEndColor] as const),
    );
  const [current] = borders.filter(([isCurrent]) => isCurrent).map(([, colour]) => colour);
  const others = new Set(borders.filter(([isCurrent]) => !isCurrent).map(([, colour]) => colour));
  expect(current).toBeDefined();
  expect([...others]).not.toContain(current);
  const pressed = await page
    .locator("[data-theme-switch] button")
    .evaluateAll((buttons) => buttons.map((button) => getComputedStyle(button).backgroundColor));
  expect(new Set(pressed).size).toBe(2);
  await close();
});

test("those who ask for less motion get none", async () => {
  const { page, close } = await openPage(session, { reducedMotion: "reduce" });
  await page.goto(`${session.address}en/${survey}/`);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe("auto");
  await close();
});
