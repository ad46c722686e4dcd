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

/** Opens a page whose tables are served. */
async function openServed(path: string, options: Parameters<typeof openPage>[1] = {}) {
  const opened = await openPage(session, { reducedMotion: "reduce", ...options });
  await opened.page.goto(`${session.address}${path}`);
  await opened.page.waitForSelector("html[data-tables]");
  return opened;
}

/** The texts of a column, row by row. */
function column(page: Page, table: string, at: number) {
  return page.$$eval(
    `${table} tbody tr:not(.group)`,
    (rows, place) => rows.map((row) => row.children[place]?.textContent?.trim() ?? ""),
    at,
  );
}

/** The questions' table, of which one group is looked at: names and scores. */
const group = "#questions table >> nth=0";

function scoresOf(page: Page) {
  return page.$$eval("#questions table", (tables) =>
    [...(tables[0]?.querySelectorAll("tbody") ?? [])].map((body) =>
      [...body.querySelectorAll("tr:not(.group) td.score")].map((cell) => Number(cell.textContent)),
    ),
  );
}

describe.each(languages)("sorting (%s)", (language) => {
  test("by a column of numbers turns round, keeps groups, says so, and leads back", async () => {
    const { page, record, close } = await openServed(`${language}/${survey}/`);
    const given = await scoresOf(page);
    expect(given.length).toBeGreaterThan(2);
    const heading = page.locator(group).locator("thead th.number").first();
    await heading.getByRole("button").click();
    expect(await heading.getAttribute("aria-sort")).toBe("descending");
    const down = await scoresOf(page);
    expect(down).toEqual(given.map((scores) => scores.toSorted((a, b) => b - a)));
    await heading.getByRole("button").click();
    expect(await heading.getAttribute("aria-sort")).toBe("ascending");
    const up = await scoresOf(page);
    expect(up).toEqual(given.map((scores) => scores.toSorted((a, b) => a - b)));
    expect(up).not.toEqual(down);
    await heading.getByRole("button").click();
    expect(await heading.getAttribute("aria-sort")).toBeNull();
    expect(await scoresOf(page)).toEqual(given);
    expect(record.console).toEqual([]);
    await close();
  });

  test("puts figures that are withheld last, up and down, and numbers by size", async () => {
    const { page, close } = await openServed(`${language}/${survey}/`);
    const sorted = await page.evaluate(() => {
      const table = document.querySelector<HTMLTableElement>("#questions table.figures");
      const rows = [...(table?.tBodies[1]?.rows ?? [])].filter((row) => !row.matches(".group"));
      const cells = rows.map((row) => row.querySelector("td.base-cell"));
      const texts = ["9", "1,234", "", "10"];
      cells.forEach((cell, at) => {
        if (cell) cell.textContent = texts[at] ?? "";
      });
      const button = table?.querySelector<HTMLButtonElement>("thead th.base-cell button");
      const read = () =>
        [...(table?.tBodies[1]?.rows ?? [])].flatMap((row) =>
          row.matches(".group") ? [] : [row.querySelector("td.base-cell")?.textContent ?? ""],
        );
      button?.click();
      const down = read();
      button?.click();
      return { down, up: read() };
    });
    const full = (texts: readonly string[]) => texts.filter((text) => text !== "");
    expect(full(sorted.down)).toEqual(["1,234", "10", "9"].slice(0, full(sorted.down).length));
    expect(full(sorted.up)).toEqual(full(sorted.down).toReversed());
    for (const texts of [sorted.down, sorted.up]) {
      const firstEmpty = texts.indexOf("");
      if (firstEmpty >= 0) expect(texts.slice(firstEmpty).every((text) => text === "")).toBe(true);
    }
    await close();
  });
});

test("Chinese names sort by pinyin", async () => {
  const { page, close } = await openServed(`zh/${survey}/`);
  await page.locator("#branches summary").first().click();
  const heading = page.locator("#branches table thead th").first();
  await heading.getByRole("button").click();
  const groups = await page.$$eval("#branches tbody", (bodies) =>
    bodies.map((body) => [...body.querySelectorAll("th a")].map((link) => link.textContent ?? "")),
  );
  // By their pinyin: dongbei, huabei, huadong, huanan, huazhong, xibei, xinan.
  const known = ["东北", "华北", "华东", "华南", "华中", "西北", "西南"];
  expect(groups.flat().toSorted()).toEqual(known.toSorted());
  for (const names of groups) expect(names).toEqual(known.filter((name) => names.includes(name)));
  await close();
});

describe("searching", () => {
  test.each([
    ["en", "time", /of/],
    ["zh", "时间", /符合/],
  ])("finds rows (%s), says how many, and Escape brings all back", async (language, wanted, said) => {
    const { page, close } = await openServed(`${language}/${survey}/`);
    const box = page.locator("#questions input[type=search]").first();
    const visible = () =>
      page.locator("#questions table >> nth=0").locator("tbody tr:not(.group):visible").count();
    const all = await visible();
    expect(all).toBeGreaterThan(15);
    await box.fill(wanted);
    const names = await page
      .locator("#questions table >> nth=0")
      .locator("tbody tr:not(.group):visible th")
      .allTextContents();
    expect(names.length).toBeGreaterThan(0);
    expect(names.length).toBeLessThan(all);
    expect(names.every((name) => name.toLowerCase().includes(wanted))).toBe(true);
    const output = await page.locator("#questions output.found").first().textContent();
    expect(output).toMatch(said);
    expect(output).toContain(String(names.length));
    await box.press("Escape");
    expect(await visible()).toBe(all);
    expect(await box.inputValue()).toBe("");
    await close();
  });

  const league = (language: string) => `${language}/${survey}/best/`;
  const found = (page: Page, table: string) =>
    page.locator(`[id="${table}"] tbody tr:not(.group):not(.whole):visible th a`).allTextContents();
  const fetched = (requests: readonly string[]) => requests.filter((url) => url.endsWith("search.json"));

  test.each([
    ["zh", "province", "jiangsu", "江苏"],
    ["zh", "province", "gd", "广东"],
    ["zh", "province", "hun", "湖南"],
    ["en", "province", "江苏", "Jiangsu"],
  ])(
    "finds branches by pinyin and in the other language (%s, %s: %s)",
    async (language, table, typed, name) => {
      const { page, record, close } = await openServed(league(language));
      expect(fetched(record.requests)).toEqual([]);
      const box = page.locator(`[id="${table}"] input[type=search]`).first();
      await box.fill(typed);
      await expect.poll(() => found(page, table)).toEqual([name]);
      expect(await page.locator(`[id="${table}"] output.found`).first().textContent()).toMatch(
        /\b1\b.*18|18.*\b1\b/,
      );
      await box.press("Escape");
      expect(await found(page, table)).toHaveLength(18);
      // One list serves all tables of a page, and the search of the site.
      await page.locator('[id="city"] input[type=search]').first().fill(typed);
      await expect.poll(() => page.locator('[id="city"] output.found').first().textContent()).toMatch(/\d/);
      await page.keyboard.press("Control+k");
      await page.locator("[data-search-dialog] input").fill(typed);
      await expect.poll(() => page.locator("[data-search-dialog] [role=option]").count()).toBeGreaterThan(0);
      expect(fetched(record.requests)).toHaveLength(1);
      expect(record.console).toEqual([]);
      await close();
    },
  );

  test("finds rows by what stands in them where the list of names can't be had, and asks for it again", async () => {
    const { page, close } = await openServed(league("zh"));
    let asked = 0;
    await page.route("**/search.json", (route) => {
      asked++;
      return asked === 1 ? route.abort() : route.continue();
    });
    const box = page.locator("#province input[type=search]").first();
    await box.fill("江苏");
    expect(await found(page, "province")).toEqual(["江苏"]);
    await expect.poll(() => asked).toBe(1);
    await box.fill("gd");
    await expect.poll(() => found(page, "province")).toEqual(["广东"]);
    expect(asked).toBe(2);
    await close();
  });

  test("prints all rows all the same", async () => {
    const { page, close } = await openServed(`en/${survey}/`);
    const rows = page.locator("#questions table >> nth=0").locator("tbody tr:not(.group)");
    const all = await rows.count();
    await page.locator("#questions input[type=search]").first().fill("nothing of the kind");
    expect(await rows.locator("visible=true").count()).toBe(0);
    await page.emulateMedia({ media: "print" });
    expect(
      await page.locator("#questions table >> nth=0").locator("tbody tr:not(.group):visible").count(),
    ).toBe(all);
    expect(await page.locator(".table-find:visible, .table-tools:visible").count()).toBe(0);
    await close();
  });
});

describe("headings", () => {
  test("stay in the window while the rows of a tall table pass", async () => {
    const { page, close } = await openServed(`en/${survey}/`, { viewport: { width: 1280, height: 700 } });
    await page.evaluate(() => {
      const rows = document.querySelectorAll("#questions table.figures tbody tr");
      rows[rows.length - 3]?.scrollIntoView({ block: "center" });
    });
    const box = await page.locator("#questions table >> nth=0").locator("thead th").first().boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(-1);
    expect(box?.y).toBeLessThan(200);
    await close();
  });

  test("do not cover what has the focus", async () => {
    const { page, close } = await openServed(`en/${survey}/`, { viewport: { width: 1280, height: 500 } });
    const links = page.locator("#questions table >> nth=0").locator("tbody th a");
    await links.last().focus();
    const covered: string[] = [];
    for (let at = 0; at < 12; at++) {
      await page.keyboard.press("Shift+Tab");
      const hidden = await page.evaluate(() => {
        const active = document.activeElement;
        if (!active?.closest("tbody")) return "";
        const head = active.closest("table")?.querySelector("thead th")?.getBoundingClientRect();
        const own = active.getBoundingClientRect();
        return head && own.top < head.bottom && own.bottom > head.top ? active.textContent : "";
      });
      if (hidden) covered.push(hidden);
    }
    expect(covered).toEqual([]);
    await close();
  });
});

describe("copying", () => {
  test("puts the table on the clipboard with real numbers, value and verdict apart", async () => {
    const { page, close } = await openServed(`en/${survey}/`, {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await page.locator("#questions .table-tools button", { hasText: "Copy" }).first().click();
    await expect
      .poll(() => page.locator("#questions .table-tools output").first().textContent())
      .toMatch(/copied/);
    const { text, html } = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item?.getType(type))?.text();
      return { text: await read("text/plain"), html: await read("text/html") };
    });
    const rows = (text ?? "").split("\n").map((line) => line.split("\t"));
    const [head = [], first = []] = rows;
    expect(head.slice(0, 2)).toEqual(["Group", "Question"]);
    expect(rows.every((row) => row.length === head.length)).toBe(true);
    const at = head.indexOf("Change");
    expect(Number.isFinite(Number(first[at]))).toBe(true);
    expect(first[at + 1]).toMatch(/clear|can/);
    expect(text).not.toMatch(/[▲▼\u2212]/u);
    expect(html).toContain("<table>");
    await close();
  });

  test("of marked cells gives those cells, and of a part of a text that text", async () => {
    const { page, close } = await openServed(`en/${survey}/`);
    const copied = await page.evaluate(() => {
      const rows = document.querySelectorAll("#questions table.figures tbody tr:not(.group)");
      const mark = (from: Node, to: Node, end: number) => {
        const range = document.createRange();
        range.setStart(from, 0);
        range.setEnd(to, end);
        const selection = getSelection();
        selection?.removeAllRanges();
        selection?.addRange(range);
        const event = new ClipboardEvent("copy", {
          clipboardData: new DataTransfer(),
          bubbles: true,
          cancelable: true,
        });
        (from as Element).dispatchEvent(event);
        return { text: event.clipboardData?.getData("text/plain"), own: event.defaultPrevented };
      };
      const [one, two] = [rows[0], rows[1]];
      if (!one || !two) throw new Error("no rows");
      const cells = mark(one.children[0] as Node, two.children[2] as Node, 1);
      const piece = mark(one.children[2] as Node, one.children[2] as Node, 1);
      const score = one.children[2]?.textContent?.trim();
      return { cells, piece, score };
    });
    expect(copied.cells.own).toBe(true);
    const lines = (copied.cells.text ?? "").split("\n").map((line) => line.split("\t"));
    expect(lines.length).toBe(2);
    expect(lines[0]).toContain(copied.score);
    expect(copied.piece.own).toBe(false);
    await close();
  });

  test("saves a CSV file that begins with its mark", async () => {
    const { page, close } = await openServed(`en/${survey}/`, { acceptDownloads: true });
    const waiting = page.waitForEvent("download");
    await page.locator("#questions .table-tools button", { hasText: "CSV" }).first().click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    const stream = await download.createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).subarray(0, 3).toString("hex")).toBe("efbbbf");
    await close();
  });
});

describe("by keyboard alone", () => {
  test("a heading sorts, and the way back keeps the focus", async () => {
    const { page, close } = await openServed(`en/${survey}/`);
    const heading = page.locator("#questions table >> nth=0").locator("thead th.number").first();
    await heading.getByRole("button").focus();
    await page.keyboard.press("Enter");
    expect(await heading.getAttribute("aria-sort")).toBe("descending");
    const reset = page
      .locator("#questions .table-tools button", { hasText: "Back to the given order" })
      .first();
    await reset.focus();
    await page.keyboard.press("Space");
    expect(await heading.getAttribute("aria-sort")).toBeNull();
    expect(await page.evaluate(() => document.activeElement?.closest("thead") !== null)).toBe(true);
    await close();
  });

  test("why a figure is withheld is told on request, and Escape closes it", async () => {
    const { page, close } = await openServed(await withheldPath());
    await unfold(page);
    const button = page.locator("button.why").first();
    await button.focus();
    await page.keyboard.press("Enter");
    expect(await page.locator(".why-note").textContent()).toMatch(/^Fewer than 5 answers/);
    expect(await button.getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".why-note").count()).toBe(0);
    expect(await button.getAttribute("aria-expanded")).toBe("false");
    await close();
  });
});

/** A page with a figure that is withheld, the first by its name. */
async function withheldPath(): Promise<string> {
  const pages = (await readdir(join(siteFolder, "en"), { recursive: true })).filter((name) =>
    name.endsWith(".html"),
  );
  for (const name of pages.toSorted()) {
    const html = await readFile(join(siteFolder, "en", name), "utf-8");
    if (/<td[^>]*><span class="quiet why"/.test(html)) return `en/${name.replace(/index\.html$/, "")}`;
  }
  throw new Error("no page withholds anything");
}

function unfold(page: Page) {
  return page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
}

test("on a phone, where headings are hidden, a list sorts", async () => {
  const { page, close } = await openServed(`zh/${survey}/`, { viewport: { width: 390, height: 800 } });
  const select = page.locator("#questions .sort-by select").first();
  expect(await select.isVisible()).toBe(true);
  const given = await scoresOf(page);
  await select.selectOption({ index: 4 });
  const options = await select.locator("option").allTextContents();
  expect(options[0]).toBe("原有顺序");
  const sorted = await scoresOf(page);
  expect(sorted).toEqual(given.map((scores) => scores.toSorted((a, b) => a - b)));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await close();
});

test("without scripts tables are whole and have no controls", async () => {
  const { page, close } = await openPage(session, { javaScriptEnabled: false });
  await page.goto(`${session.address}en/${survey}/`);
  expect(await page.locator("main button, main select, main input").locator("visible=true").count()).toBe(0);
  expect((await column(page, "#questions", 2)).length).toBeGreaterThan(15);
  await close();
});
