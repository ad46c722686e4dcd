import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage, openSession, type Session } from "./browser.ts";
import { survey } from "./page-types.ts";

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session?.close());

const nanjing = `${survey}/b/east/jiangsu/nanjing/`;
const field = "[data-search-dialog] input";
const options = "[data-search-dialog] [role=option]";

/** Opens the search with a key and waits until it can find. */
async function openSearch(page: Page, key = "/"): Promise<void> {
  await page.keyboard.press(key);
  await page.locator(field).waitFor({ state: "visible" });
  await expect.poll(() => page.locator("dialog[data-filled]").count()).toBe(1);
}

/** The option that the field says is active, as a screen reader hears it. */
const active = (page: Page) =>
  page.evaluate(() => {
    const id = document.querySelector("[data-search-dialog] input")?.getAttribute("aria-activedescendant");
    const option = id ? document.getElementById(id) : null;
    return { name: option?.querySelector(".name")?.textContent, selected: option?.ariaSelected };
  });

describe.each(["/", "Control+k", "Meta+k"])("%s", (key) => {
  test("opens the search with the focus in its field; Escape closes it and gives the focus back", async () => {
    const { page, close } = await openPage(session);
    await page.goto(`${session.address}en/${survey}/`);
    await page.locator("[data-language-switch]").focus();
    await openSearch(page, key);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("search-field");
    await page.keyboard.press("Escape");
    expect(await page.locator("dialog[open]").count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.matches("[data-language-switch]"))).toBe(true);
    await close();
  });
});

test("nothing of it is fetched before it is opened, and its list once", async () => {
  const { page, record, close } = await openPage(session);
  await page.goto(`${session.address}en/${survey}/`, { waitUntil: "networkidle" });
  const fetched = () => record.requests.filter((url) => /search\.json|dialog/.test(url));
  expect(fetched()).toEqual([]);
  await openSearch(page);
  await page.keyboard.type("east");
  await expect.poll(() => page.locator(options).count()).toBeGreaterThan(0);
  await page.keyboard.press("Escape");
  await openSearch(page);
  await page.keyboard.type("west");
  await expect.poll(() => page.locator(options).first().textContent()).toContain("west");
  expect(fetched().filter((url) => url.endsWith("search.json"))).toEqual([
    `${session.address}en/${survey}/search.json`,
  ]);
  await close();
});

describe.each([
  ["en", "Nanjing", "Nanjing", "East › Jiangsu"],
  ["en", "南京", "Nanjing", "East › Jiangsu"],
  ["en", "nj", "Nanjing", "East › Jiangsu"],
  ["zh", "南京", "南京", "华东 › 江苏"],
  ["zh", "nanjing", "南京", "华东 › 江苏"],
  ["zh", "nj", "南京", "华东 › 江苏"],
  ["zh", "NanJ", "南京", "华东 › 江苏"],
])("on a page in %s, %s", (language, query, name, path) => {
  test(`finds ${name} in ${path} and leads there by keyboard alone`, async () => {
    const { page, close } = await openPage(session);
    await page.goto(`${session.address}${language}/${survey}/`);
    await openSearch(page);
    await page.keyboard.insertText(query);
    await expect.poll(() => page.locator(options).count()).toBeGreaterThan(0);
    expect(await page.locator(`${options} .name`).first().textContent()).toBe(name);
    expect(await page.locator(`${options} .path`).first().textContent()).toBe(path);
    expect(await active(page)).toEqual({ name, selected: "true" });
    await page.keyboard.press("Enter");
    await page.waitForURL(`${session.address}${language}/${nanjing}`);
    await close();
  });
});

test("arrows go round the results, Home and End to the ends, and the number is said", async () => {
  const { page, close } = await openPage(session);
  await page.goto(`${session.address}en/${survey}/`);
  await openSearch(page);
  const input = page.locator(field);
  expect(await input.getAttribute("aria-expanded")).toBe("false");
  await page.keyboard.type("nanjing");
  const status = page.locator("[data-search-dialog] [role=status]");
  await expect.poll(() => status.textContent()).toMatch(/^\d+ results$/);
  const names = await page.locator(`${options} .name`).allTextContents();
  expect(names.length).toBe(Number.parseInt((await status.textContent()) ?? "", 10));
  expect(names.length).toBeGreaterThan(3);
  expect(await input.getAttribute("aria-expanded")).toBe("true");
  await page.keyboard.press("ArrowDown");
  expect(await active(page)).toEqual({ name: names[1], selected: "true" });
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  expect((await active(page)).name).toBe(names.at(-1));
  await page.keyboard.press("ArrowDown");
  expect((await active(page)).name).toBe(names[0]);
  await page.keyboard.press("End");
  expect((await active(page)).name).toBe(names.at(-1));
  await page.keyboard.press("Home");
  await page.keyboard.press("Home");
  expect((await active(page)).name).toBe(names[0]);
  expect(await page.locator(`${options}[aria-selected=true]`).count()).toBe(1);
  await page.keyboard.type("qqq");
  await expect.poll(() => status.textContent()).toBe("Nothing found");
  expect(await input.getAttribute("aria-activedescendant")).toBeNull();
  await close();
});

test("what nothing has leads nowhere on Enter", async () => {
  const { page, close } = await openPage(session);
  await page.goto(`${session.address}en/${survey}/`);
  await openSearch(page);
  await page.keyboard.type("zzz");
  await page.keyboard.press("Enter");
  expect(page.url()).toBe(`${session.address}en/${survey}/`);
  expect(await page.locator("dialog[open]").count()).toBe(1);
  await close();
});

test("questions, factors and pages are found, too, each with what it is", async () => {
  const { page, close } = await openPage(session);
  await page.goto(`${session.address}en/${survey}/`);
  const kinds = async (query: string) => {
    await page.locator(field).fill(query);
    await expect.poll(() => page.locator(`${options} .name`).count()).toBeGreaterThan(0);
    return page.locator(options).first().locator(".kind").textContent();
  };
  await openSearch(page);
  expect(await kinds("ready on time")).toBe("Question");
  expect(await kinds("methods")).toBe("Page");
  expect(await kinds("Overview, Q3 2024")).toBe("Page");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${session.address}en/${survey}/w/2024-Q3/`);
  await close();
});

test("on the home page all surveys are searched, and results say which they are from", async () => {
  const { page, record, close } = await openPage(session);
  await page.goto(`${session.address}en/`);
  await page.locator("[data-search]").click();
  await page.locator(field).fill("nanjing");
  await expect.poll(() => page.locator(`${options} .path`).count()).toBeGreaterThan(0);
  expect(record.requests.filter((url) => url.endsWith("search.json"))).toHaveLength(5);
  const paths = await page.locator(`${options} .path`).allTextContents();
  expect(paths.some((path) => path.startsWith("After-sales service survey › East"))).toBe(true);
  await close();
});

test("where the list can't be had, the search says so and tries again", async () => {
  const { page, close } = await openPage(session);
  let failing = true;
  await page.route("**/search.json", (route) => (failing ? route.abort() : route.continue()));
  await page.goto(`${session.address}en/${survey}/`);
  await openSearch(page);
  await expect
    .poll(() => page.locator("[data-search-dialog] [role=status]").textContent())
    .toContain("could not be loaded");
  failing = false;
  await page.keyboard.type("nanjing");
  await expect.poll(() => page.locator(options).count()).toBeGreaterThan(0);
  await close();
});

test("a slash that is typed into a field is a slash", async () => {
  const { page, close } = await openPage(session);
  await page.goto(`${session.address}en/${survey}/`);
  await openSearch(page);
  await page.keyboard.type("a/b");
  expect(await page.locator(field).inputValue()).toBe("a/b");
  await close();
});

test("without JavaScript the button leads to the list of branches", async () => {
  const { page, close } = await openPage(session, { javaScriptEnabled: false });
  await page.goto(`${session.address}zh/${survey}/`);
  await page.locator("[data-search]").click();
  await page.waitForURL(`${session.address}zh/${survey}/b/`);
  await close();
});
