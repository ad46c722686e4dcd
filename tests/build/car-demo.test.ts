/**
 * The stories of the new cars (src/cli/demo/new-car/stories.md) as pages tell them, from the rows in data/. Sizes are
 * those that the stories measured with arithmetic of their own.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SurveySite } from "../../src/build/site.ts";
import { branchPanels } from "../../src/panels/pages.ts";
import { problems } from "../../src/panels/scoring/problems.tsx";
import { demoPage } from "./demo-page.ts";
import { openSite } from "./open-site.ts";

let site: SurveySite;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ site, close } = await openSite("data/new-car"));
}, 120_000);
afterAll(() => close?.());

describe("new cars", () => {
  test.each([
    ["2022", "208.8"],
    ["2023", "205.5"],
    ["2024", "203.1"],
  ])(
    "in %s there were %s problems per 100 cars, and nothing is called clearly better",
    async (wave, total) => {
      const page = await demoPage(site, [problems()], { wave });
      expect(page.cells("problems-per-100")[0]?.slice(0, 2)).toEqual(["All problems", total]);
      expect(page.lead("problems-per-100")).not.toMatch(/clearly/);
    },
  );

  test("screens trouble most: 22 to 24% of all problems in every year", async () => {
    for (const [wave, value] of [
      ["2022", 46],
      ["2023", 50],
      ["2024", 49],
    ] as const) {
      const [, first = []] = (await demoPage(site, [problems()], { wave })).cells("problems-per-100");
      expect(first[0]).toBe("Audio and infotainment");
      expect(Math.round(Number(first[1]))).toBe(value);
      expect(Math.round(Number.parseFloat(first[3] ?? ""))).toBeGreaterThanOrEqual(22);
      expect(Math.round(Number.parseFloat(first[3] ?? ""))).toBeLessThanOrEqual(24);
    }
  });

  test("one best and one with new screens: 106 and the last place", async () => {
    const rows = (await demoPage(site, [problems()])).cells("problems-per-100-branches");
    expect([rows[0]?.[0], Math.round(Number(rows[0]?.[1]))]).toEqual(["Huaxin Nordal", 106]);
    expect(Math.round(Number(rows[1]?.[1]))).toBe(160);
    expect(rows.at(-1)?.[0]).toBe("Chengguang");
    const own = (await demoPage(site, [problems()], { path: ["CG"] })).cells("problems-per-100");
    expect([own[1]?.[0], Math.round(Number(own[1]?.[1]))]).toEqual(["Audio and infotainment", 127]);
  });

  test("the brand's page of the year of its new screens says so first (SciPy's Welch test on its rows in data/)", async () => {
    const { found } = await demoPage(site, branchPanels(site.survey), { wave: "2023", path: ["CG"] });
    expect(found.slice(0, 2)).toEqual([
      "Problems per 100 cars in “Audio and infotainment” rose 65.0 to 117.1, for the worse (since 2022; 95% interval 43.6–86.5; base 169 → 187)",
      // p = 0.006, where Holm asks for 0.0005.
      "Problems per 100 cars at 293.0: no clear change since 2022, +67.6 (95% interval 19.7–115.5; base 169 → 187)",
    ]);
  });
});
