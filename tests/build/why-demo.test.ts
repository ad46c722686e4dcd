/**
 * The planted stories of the demo (src/cli/demo/dealer-service/stories.md) as the pages of what moved the index tell
 * them, from the rows in data/, read and counted as a build does. Sizes are those that the stories measured with
 * arithmetic of their own.
 */
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contextOf, type SurveySite } from "../../src/build/site.ts";
import { renderPanels } from "../../src/panels/page.ts";
import {
  branchPanels,
  factorPanels,
  overviewPanels,
  type PagePanels,
  questionPanels,
  whyPanels,
} from "../../src/panels/pages.ts";
import { indexSubjects } from "../../src/panels/subject.ts";
import { allBranches, type Branch } from "../../src/survey/branches.ts";
import { questionOf } from "../../src/survey/survey.ts";
import { openSite } from "./open-site.ts";

let site: SurveySite;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ site, close } = await openSite("data/dealer-service"));
}, 120_000);
afterAll(() => close?.());

async function pageOf(panels: PagePanels, wave: string, branch?: Branch) {
  const context = contextOf(site, { language: "en", base: "/", wave, ...(branch ? { branch } : {}) });
  const { html, title } = await renderPanels(panels, context, site);
  const page = new JSDOM(html.join("\n")).window.document;
  // What the page says first has a list and tests of its own.
  const lines = [...page.querySelectorAll(".finding")].filter((line) => !line.closest("#findings"));
  const findings = lines.map(({ childNodes }) => childNodes[0]?.textContent);
  const mix = [...page.querySelectorAll("#mix .finding")].map(({ textContent }) => textContent);
  return { title, findings, mix };
}

describe("what moved the index, wave by wave", () => {
  test("2024-Q4: other customers, and no scores", async () => {
    const { title, findings } = await pageOf(whyPanels(site.survey), "2024-Q4");
    expect(title).toMatch(
      /fell 11 in Q4 2024: the mix by brand class changed, scores within the groups show no clear change$/,
    );
    expect(findings).toEqual([
      expect.stringMatching(/^The mix by brand class changed, which moved it by −9\.9 /),
      expect.stringMatching(
        /^Scores within the groups by brand class moved it by −0\.7 .*no clear change\)$/,
      ),
      "Part of every change of a factor or a branch below is this change of mix by brand class, not of its own scores.",
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

/**
 * Sizes by a Python program of its own (csv and sums over the rows of both waves): mix −10.89 and scores −5.00 for the
 * factor, mix −0.105 and scores −0.017 for the question.
 */
describe("the change of mix on the pages of those who would answer for it", () => {
  const factor = () => indexSubjects(site.survey).find(({ id }) => id === "service_quality");

  test("a factor's page says how much of its change it is", async () => {
    const subject = factor();
    const { mix } = await pageOf(subject ? factorPanels(site.survey, subject) : [], "2024-Q4");
    expect(mix).toEqual([
      expect.stringMatching(/^The mix by brand class changed, which moved it by −10\.9 /),
      expect.stringMatching(
        /^Scores within the groups by brand class moved it by −5\.0 .*no clear change\)$/,
      ),
    ]);
  });

  test("a question's page as well", async () => {
    const { mix } = await pageOf(questionPanels(site.survey, questionOf(site.survey, "sq1")), "2024-Q4");
    expect(mix).toEqual([
      expect.stringMatching(/^The mix by brand class changed, which moved it by −0\.11 /),
      expect.stringMatching(/moved it by −0\.02 .*no clear change\)$/),
    ]);
  });

  test("a branch's page names that of all respondents; a dealer's, over several waves, does not", async () => {
    const region = site.tree.find(({ path }) => path[0] === "south");
    const dealer = allBranches(site.tree).find(({ path }) => path.length === 4);
    if (!region || !dealer) throw new Error("the demo has no such branches");
    const [ofRegion, ofDealer] = [
      await pageOf(branchPanels(site.survey), "2024-Q4", region),
      await pageOf(branchPanels(site.survey), "2024-Q4", dealer),
    ];
    expect(ofRegion.mix).toEqual([
      expect.stringMatching(/^Among all respondents the mix by brand class changed, .* by −9\.9 /),
    ]);
    expect(ofDealer.mix).toEqual([]);
  });

  test("nothing is said where the mix did not clearly change", async () => {
    const subject = factor();
    const { mix } = await pageOf(subject ? factorPanels(site.survey, subject) : [], "2024-Q3");
    expect(mix).toEqual([]);
  });
});
