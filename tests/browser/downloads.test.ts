/** What readers take away of a chart: as a picture that scales, a picture of pixels, and figures. */
import { readFile } from "node:fs/promises";
import { JSDOM } from "jsdom";
import Papa from "papaparse";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage, openSession, type Session } from "./browser.ts";
import { languages, survey } from "./page-types.ts";

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session?.close());

/** Charts of every kind: their page, their section, their file. */
const charts = [
  { path: `${survey}/`, id: "trend", file: "dealer-service_2024-Q4_asi_trend" },
  { path: `${survey}/`, id: "why", file: "dealer-service_2024-Q4_asi_why" },
  { path: `${survey}/`, id: "heat", file: "dealer-service_2024-Q4_asi_heat" },
  { path: `${survey}/`, id: "importance", file: "dealer-service_2024-Q4_asi_importance" },
  { path: `${survey}/q/pu1/`, id: "grades", file: "dealer-service_2024-Q4_pu1_grades" },
  {
    path: `${survey}/b/east/jiangsu/nanjing/nanjing-01/`,
    id: "spread",
    file: "dealer-service_2024-Q4_east_jiangsu_nanjing_nanjing-01_asi_spread",
  },
  { path: `${survey}/luck/`, id: "region", file: "dealer-service_2024-Q4_region" },
] as const;

async function downloaded(page: Page, id: string, kind: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(`[id="${id}"] [data-download="${kind}"]`).first().click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** A figure as a spreadsheet should have it, apart from the site's own way of writing it. */
function plain(shown: string): string {
  return shown.replaceAll("−", "-").replaceAll(/(\d),(?=\d{3})/g, "$1");
}

describe.each(languages)("charts as files (%s)", (language) => {
  // In dark colours: what is taken away is light all the same.
  const options = { colorScheme: "dark", viewport: { width: 390, height: 844 } } as const;

  test.each(charts)("$id is a picture that stands alone, $file", async ({ path, id, file }) => {
    const { page, record, close } = await openPage(session, options);
    await page.goto(`${session.address}${language}/${path}`);
    const title = (await page.locator(`[id="${id}"] > h2`).first().textContent()) ?? "";
    const caption = (await page.locator(`[id="${id}"] figcaption`).first().textContent()) ?? "";
    const { name, bytes } = await downloaded(page, id, "svg");
    expect(name).toBe(`${file}.svg`);
    const text = bytes.toString("utf-8");
    expect(text).not.toContain("var(");
    const { documentElement: picture } = new JSDOM(text, { contentType: "image/svg+xml" }).window.document;
    expect(picture.nodeName).toBe("svg");
    expect(picture.querySelector("rect")?.getAttribute("fill")).toBe("#ffffff");
    const said = (picture.textContent ?? "").replaceAll(/\s/g, "");
    for (const one of [title, caption]) {
      expect(one).not.toBe("");
      expect(said).toContain(one.replaceAll(/\s/g, ""));
    }
    expect(picture.querySelectorAll("svg")).toHaveLength(1);
    expect(record.console).toEqual([]);
    await close();
  });

  test("the picture of pixels is twice as large as the drawing, on white", async () => {
    const { page, close } = await openPage(session, options);
    await page.goto(`${session.address}${language}/${survey}/`);
    const svg = await downloaded(page, "trend", "svg");
    const { name, bytes } = await downloaded(page, "trend", "png");
    expect(name).toBe("dealer-service_2024-Q4_asi_trend.png");
    expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
    const [, width, height] =
      /^<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg.bytes.toString("utf-8")) ?? [];
    expect(Number(width)).toBe(760);
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);
    const colours = await page.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const drawing = canvas.getContext("2d");
      drawing?.drawImage(image, 0, 0);
      const { data } = drawing?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      return {
        corner: [...data.slice(0, 4)],
        kinds: new Set(new Uint32Array(new Uint8Array(data).buffer)).size,
      };
    }, bytes.toString("base64"));
    expect(colours.corner).toEqual([255, 255, 255, 255]);
    expect(colours.kinds).toBeGreaterThan(20);
    await close();
  });

  test("the figures open as a table, and are those of the page", async () => {
    const { page, close } = await openPage(session, options);
    await page.goto(`${session.address}${language}/${survey}/`);
    const { name, bytes } = await downloaded(page, "trend", "csv");
    expect(name).toBe("dealer-service_2024-Q4_asi_trend.csv");
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head = [], ...rows] = Papa.parse<string[]>(bytes.toString("utf-8").slice(1).trimEnd(), {
      delimiter: ",",
    }).data;
    const shown = await page
      .locator("#trend tbody tr")
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll("td")].map(({ textContent }) => textContent ?? "")),
      );
    expect(rows).toHaveLength(8);
    // The ends of an interval stand in a column each.
    const cells = shown.map((row) => row.flatMap((cell) => cell.split("–").map(plain)));
    const at = head.length - (cells[0]?.length ?? 0);
    expect(at).toBeGreaterThan(0);
    expect(rows.map((row) => row.slice(at))).toEqual(cells);
    for (const row of rows) expect(Number(row[at])).toBeGreaterThan(700);
    await close();
  });

  test("a shaded table gives its figures with their intervals", async () => {
    const { page, close } = await openPage(session, options);
    await page.goto(`${session.address}${language}/${survey}/`);
    const { bytes } = await downloaded(page, "heat", "csv");
    const [head = [], ...rows] = Papa.parse<string[]>(bytes.toString("utf-8").slice(1).trimEnd(), {
      delimiter: ",",
    }).data;
    const shaded = await page
      .locator("#heat table.heat tbody tr:not(.whole)")
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll("td")].map(({ textContent }) => textContent)),
      );
    // The name, then figure and both ends of the interval of each, then the base.
    expect(rows.map((row) => row.slice(1, -1).filter((_, at) => at % 3 === 0))).toEqual(shaded);
    expect(head).toHaveLength(1 + 3 * (shaded[0]?.length ?? 0) + 1);
    for (const [, value, low, high] of rows) {
      expect(Number(low)).toBeLessThan(Number(value));
      expect(Number(high)).toBeGreaterThan(Number(value));
    }
    await close();
  });
});

describe.each(languages)("a shaded table as a picture (%s)", (language) => {
  test("has every row and figure of the page, on the grounds that it has there in light colours", async () => {
    const { page, record, close } = await openPage(session, { viewport: { width: 390, height: 844 } });
    await page.goto(`${session.address}${language}/${survey}/`);
    const shown = await page.locator("#heat table.heat").evaluate((table: Element) => ({
      texts: [...table.querySelectorAll("th, td")].map(({ textContent }) => textContent ?? ""),
      grounds: [...table.querySelectorAll("tr:not(.whole) td")].map((cell) => {
        // As a browser reckons the mixed colour.
        const canvas = document.createElement("canvas").getContext("2d");
        if (!canvas) throw new Error("there is no canvas");
        document.documentElement.style.setProperty("--paper", "#ffffff");
        canvas.fillStyle = getComputedStyle(cell).backgroundColor;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
      }),
      notes: [...(table.closest("#heat")?.querySelectorAll("p.note") ?? [])].map(
        ({ textContent }) => textContent ?? "",
      ),
    }));
    expect(shown.grounds.length).toBeGreaterThan(20);
    const { bytes } = await downloaded(page, "heat", "svg");
    const { document: picture } = new JSDOM(bytes.toString("utf-8"), { contentType: "image/svg+xml" }).window;
    const said = [...picture.querySelectorAll("text")].map(({ textContent }) => textContent ?? "").join("");
    const bare = (text: string) => text.replaceAll(/\s/g, "");
    for (const text of [...shown.texts, ...shown.notes].map(bare)) expect(bare(said)).toContain(text);
    const drawn = [...picture.querySelectorAll("svg svg rect")].map((rect) => {
      const fill = rect.getAttribute("fill") ?? "";
      const share = Number(rect.getAttribute("fill-opacity") ?? 1);
      const parts = [1, 3, 5].map((at) => Number.parseInt(fill.slice(at, at + 2), 16));
      return parts.map((part) => part * share + 255 * (1 - share));
    });
    expect(drawn).toHaveLength(shown.grounds.length);
    for (const [at, ground] of shown.grounds.entries())
      for (const [part, value] of ground.entries())
        expect(Math.abs(value - (drawn[at]?.[part] ?? Number.NaN)), `${at}`).toBeLessThanOrEqual(1);
    expect(record.console).toEqual([]);
    await close();
  });

  test("is pixels, too, at twice its size", async () => {
    const { page, close } = await openPage(session, { colorScheme: "dark" });
    await page.goto(`${session.address}${language}/${survey}/`);
    expect(await page.locator("#heat [data-download]").allTextContents()).toEqual(["SVG", "PNG", "CSV"]);
    const svg = await downloaded(page, "heat", "svg");
    const { name, bytes } = await downloaded(page, "heat", "png");
    expect(name).toBe("dealer-service_2024-Q4_asi_heat.png");
    const [, width, height] =
      /^<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg.bytes.toString("utf-8")) ?? [];
    expect(Number(width)).toBeGreaterThanOrEqual(760);
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);
    await close();
  });
});

describe("the controls of a chart", () => {
  test("are there only with a script, and take the same place without", async () => {
    const place = async (javaScriptEnabled: boolean) => {
      const { page, close } = await openPage(session, {
        javaScriptEnabled,
        viewport: { width: 1280, height: 900 },
      });
      await page.goto(`${session.address}en/${survey}/`);
      const buttons = page.locator("#trend [data-download]");
      const found = {
        visible: await buttons.filter({ visible: true }).count(),
        height: (await page.locator("#trend").boundingBox())?.height,
      };
      await close();
      return found;
    };
    const [without, withScript] = [await place(false), await place(true)];
    expect(without.visible).toBe(0);
    expect(withScript.visible).toBe(3);
    expect(withScript.height).toBe(without.height);
  });

  test("are large enough, named by their chart, and work by keyboard", async () => {
    const { page, close } = await openPage(session);
    await page.goto(`${session.address}en/${survey}/`);
    const button = page.getByRole("button", { name: "CSV: download “How has it moved?”" });
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    await button.focus();
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(download.suggestedFilename()).toMatch(/trend\.csv$/);
    await close();
  });

  test("say it when a download fails", async () => {
    const { page, close } = await openPage(session);
    await page.route(/\/downloads[^/]*\.js/, (route) => route.abort());
    await page.goto(`${session.address}zh/${survey}/`);
    await page.locator("#trend [data-download=svg]").click();
    await page.locator("#trend [role=alert]").waitFor();
    expect(await page.locator("#trend [role=alert]").textContent()).toBe("下载失败，请刷新页面后重试。");
    await close();
  });

  test("a link to the chart shows on focus and on touch, and leads to it", async () => {
    const { page, close } = await openPage(session);
    await page.goto(`${session.address}en/${survey}/`);
    const link = page.locator("#importance > .anchor");
    const opacity = () => link.evaluate((element) => getComputedStyle(element).opacity);
    expect(await opacity()).toBe("0");
    await link.focus();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    expect(await opacity()).toBe("1");
    const box = await link.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).hash).toBe("#importance");
    await close();
    const touch = await openPage(session, {
      hasTouch: true,
      isMobile: true,
      viewport: { width: 390, height: 844 },
    });
    await touch.page.goto(`${session.address}en/${survey}/`);
    const shown = await touch.page
      .locator("#importance > .anchor")
      .evaluate((element) => getComputedStyle(element).opacity);
    expect(shown).toBe("1");
    await touch.close();
  });

  test("are not printed", async () => {
    const { page, close } = await openPage(session);
    await page.goto(`${session.address}en/${survey}/`);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".downloads, .anchor").filter({ visible: true }).count()).toBe(0);
    await close();
  });
});
