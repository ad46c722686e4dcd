import { readFile } from "node:fs/promises";
import { join } from "node:path";
import Papa from "papaparse";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage, openSession, type Session, siteFolder } from "./browser.ts";
import { languages, survey } from "./page-types.ts";

type Estimate = Readonly<Record<string, string>>;
const wave = "2024-Q4";

let session: Session;
let estimates: readonly Estimate[];
beforeAll(async () => {
  session = await openSession();
  const text = await readFile(join(siteFolder, survey, "estimates.csv"), "utf-8");
  estimates = Papa.parse<Estimate>(text.replace(/^\uFEFF/, ""), { header: true, skipEmptyLines: true }).data;
});
afterAll(() => session?.close());

/** The one estimate of a slice; weighted, as pages show. */
function find(slice: string, subject: string, measure: string, at = wave): Estimate {
  const found = estimates.filter(
    (row) =>
      row["wave"] === at &&
      row["slice"] === slice &&
      row["subject"] === subject &&
      row["measure"] === measure &&
      row["option"] === "" &&
      row["weighted"] === "1",
  );
  expect(found, `${slice} ${subject} ${measure}`).toHaveLength(1);
  return found[0] as Estimate;
}

/** A figure as a page should show it: rounded here, apart from the site's own rounding. */
function shown(value: string | undefined, decimals: number): string {
  const [whole, part] = Math.abs(Number(value)).toFixed(decimals).split(".");
  const grouped = whole?.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${Number(value) < 0 ? "−" : ""}${grouped}${part === undefined ? "" : `.${part}`}`;
}

/** Cells of a row of a table: value and base, by what the row's link leads to. */
async function rowOf(page: Page, section: string, href: string) {
  const row = page.locator(`${section} tr`).filter({ has: page.locator(`th a[href$="${href}"]`) });
  expect(await row.count(), `${section} ${href}`).toBe(1);
  return {
    value: ((await row.locator("td.score").textContent()) ?? "").trim(),
    base: ((await row.locator("td.base-cell").textContent()) ?? "").trim(),
  };
}

async function headlineOf(page: Page) {
  const value = ((await page.locator(".glance .figure").textContent()) ?? "").trim();
  const rest = (await page.locator(".glance dd").allInnerTexts()).join("\n");
  return { value, rest, title: await page.locator("h1").textContent() };
}

describe.each(languages)("figures on pages (%s) are those of the open results", (language) => {
  test("overview: headline, interval, bases, questions, branches", async () => {
    const { page, close } = await openPage(session, {
      javaScriptEnabled: false,
      viewport: { width: 1280, height: 900 },
    });
    await page.goto(`${session.address}${language}/${survey}/`);
    const overall = find("", "asi", "index");
    const { value, rest, title } = await headlineOf(page);
    expect(value).toBe(shown(overall["value"], 0));
    expect(title).toContain(shown(overall["value"], 0));
    expect(rest).toContain(`${shown(overall["low"], 0)}–${shown(overall["high"], 0)}`);
    expect(rest).toContain(shown(overall["n"], 0));
    const workedOut = page.locator(".report-body > .contents > details").first();
    expect(await workedOut.textContent()).toContain(shown(overall["n_eff"], 0));
    for (const id of ["sq1", "fa2", "pu1", "in3"]) {
      const mean = find("", id, "mean");
      expect(await rowOf(page, "#questions", `/q/${id}/`), id).toEqual({
        value: shown(mean["value"], 2),
        base: shown(mean["n"], 0),
      });
    }
    const recommend = find("", "recommend", "nps");
    expect((await rowOf(page, "#questions", "/q/recommend/")).value).toBe(shown(recommend["value"], 1));
    for (const region of ["east", "northeast", "southwest"]) {
      const mean = find(`region=${region}`, "asi", "index");
      expect(await rowOf(page, "#branches", `/b/${region}/`), region).toEqual({
        value: shown(mean["value"], 0),
        base: shown(mean["n"], 0),
      });
    }
    await close();
  });

  test("a city: headline, questions, its dealers", async () => {
    const { page, close } = await openPage(session, { javaScriptEnabled: false });
    const [path, slice] = ["b/east/jiangsu/nanjing/", "region=east&province=jiangsu&city=nanjing"];
    await page.goto(`${session.address}${language}/${survey}/${path}`);
    const overall = find(slice, "asi", "index");
    const { value, rest } = await headlineOf(page);
    expect(value).toBe(shown(overall["value"], 0));
    expect(rest).toContain(`${shown(overall["low"], 0)}–${shown(overall["high"], 0)}`);
    const pickUp = find(slice, "pu1", "mean");
    expect((await rowOf(page, "#questions", "/q/pu1/")).value).toBe(shown(pickUp["value"], 2));
    for (const dealer of ["nanjing-01", "nanjing-03"]) {
      const mean = find(`${slice}&dealer=${dealer}`, "asi", "index", "2024-Q1..2024-Q4");
      const row = await rowOf(page, "#branches", `/${dealer}/`);
      if (mean["status"] === "withheld") expect(row.base).toBe("");
      else expect(row.value).toBe(shown(mean["value"], 0));
    }
    await close();
  });

  test("a question: every measure, weighted and unweighted", async () => {
    const { page, close } = await openPage(session, { javaScriptEnabled: false });
    await page.goto(`${session.address}${language}/${survey}/q/recommend/`);
    const rows = await page
      .locator("#measures tbody tr")
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent?.trim() ?? "")),
      );
    const nps = find("", "recommend", "nps");
    const unweighted = estimates.find(
      (row) =>
        row["wave"] === wave &&
        row["slice"] === "" &&
        row["subject"] === "recommend" &&
        row["measure"] === "nps" &&
        row["weighted"] === "0",
    );
    const row = rows.find(([method]) => method === "M08");
    expect(row?.[1]).toBe(shown(nps["value"], 1));
    expect(row?.[2]).toBe(`${shown(nps["low"], 1)}–${shown(nps["high"], 1)}`);
    expect(row?.at(-1)).toBe(shown(unweighted?.["value"], 1));
    await close();
  });

  test("an earlier wave shows that wave's figures", async () => {
    const { page, close } = await openPage(session, { javaScriptEnabled: false });
    await page.goto(`${session.address}${language}/${survey}/w/2023-Q2/`);
    const overall = find("", "asi", "index", "2023-Q2");
    expect((await headlineOf(page)).value).toBe(shown(overall["value"], 0));
    await close();
  });
});
