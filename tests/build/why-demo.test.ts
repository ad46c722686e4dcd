/**
 * The planted stories of the demo (src/cli/demo/dealer-service/stories.md) as the pages of what moved the index tell
 * them, from the rows in data/, read and counted as a build does. Sizes are those that the stories measured with
 * arithmetic of their own.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepare } from "../../src/build/prepare.ts";
import { projectRoot } from "../../src/build/settings.ts";
import { contextOf, loadSites, type SurveySite } from "../../src/build/site.ts";
import { renderPanels } from "../../src/panels/page.ts";
import { overviewPanels, type PagePanels, whyPanels } from "../../src/panels/pages.ts";

let site: SurveySite;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "manyi-test-"));
  const data = join(projectRoot, "data/dealer-service");
  const { prepared } = await prepare({ data, root: projectRoot, cache: join(folder, "cache") });
  const file = join(folder, "prepared.json");
  await writeFile(file, JSON.stringify(prepared));
  process.env["MANYI_PREPARED"] = file;
  const [first] = await loadSites();
  if (!first) throw new Error("nothing was prepared");
  site = first;
});
afterAll(() => rm(folder, { recursive: true }));

async function pageOf(panels: PagePanels, wave: string) {
  const context = contextOf(site, { language: "en", base: "/", wave });
  const { html, title } = await renderPanels(panels, context, site);
  const page = new JSDOM(html.join("\n")).window.document;
  const findings = [...page.querySelectorAll(".finding")].map(({ childNodes }) => childNodes[0]?.textContent);
  return { title, findings };
}

describe("what moved the index, wave by wave", () => {
  test("2024-Q4: other customers, and no scores", async () => {
    const { title, findings } = await pageOf(whyPanels(site.survey), "2024-Q4");
    expect(title).toMatch(
      /fell 11 in Q4 2024: the mix by brand class changed, within its groups nobody scores clearly lower$/,
    );
    expect(findings).toEqual([
      expect.stringMatching(/^The mix by brand class changed, which moved it by −9\.9 /),
      expect.stringMatching(
        /^Scores within the groups by brand class moved it by −0\.7 .*no clear change\)$/,
      ),
      "The changes of factors and branches hold that of the mix by brand class as well.",
    ]);
  });

  test("2024-Q3: pick-up in Southwest, and what that does to the factor, in every province of it", async () => {
    const { title, findings } = await pageOf(whyPanels(site.survey), "2024-Q3");
    expect(title).toBe("Vehicle pick-up fell in Southwest in Q3 2024; the total shows no clear change");
    const [cell, factor, ...below] = findings;
    expect(cell).toMatch(/^Southwest × Vehicle pick-up: −62 /);
    expect(factor).toMatch(/^Vehicle pick-up moved it by −2\.1 /);
    // Then the way down, which starts at the cell again.
    expect(below[0]).toBe(cell);
    const places = below.slice(1).map((text = "") => text?.split(" × ") ?? []);
    expect(places.length).toBeGreaterThan(2);
    for (const [, what] of places) expect(what).toMatch(/^Vehicle pick-up: −/);
    const southwest = ["Sichuan", "Chengdu", "Chongqing", "Yunnan", "Kunming", "Guizhou", "Guiyang"];
    for (const [where] of places) expect(southwest).toContain(where);
  });

  test.each(["2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2"])("%s: nothing", async (wave) => {
    const { title, findings } = await pageOf(whyPanels(site.survey), wave);
    expect(title).toMatch(/^Nothing clearly moved in Q\d 202\d$/);
    expect(findings).toEqual([]);
  });

  test("the first wave has nothing to be compared with", async () => {
    const { title, findings } = await pageOf(whyPanels(site.survey), "2023-Q1");
    expect(title).toMatch(/can’t be told$/);
    expect(findings).toEqual([]);
  });

  test.each(["2024-Q2", "2024-Q3", "2024-Q4"])("the overview of %s says the same", async (wave) => {
    const overview = await pageOf(overviewPanels(site.survey), wave);
    const why = await pageOf(whyPanels(site.survey), wave);
    const said = overview.findings;
    expect(said).toEqual(why.findings.slice(0, said.length));
    expect(said.length > 0).toBe(why.findings.length > 0);
  });
});
