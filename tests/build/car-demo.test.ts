/**
 * The stories of the new cars (src/cli/demo/new-car/stories.md) as pages tell them, from the rows in data/. Sizes are
 * those that the stories measured with arithmetic of their own.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SurveySite } from "../../src/build/site.ts";
import { comparison } from "../../src/panels/compare.tsx";
import { sidesOf } from "../../src/panels/compare-sides.ts";
import { branchPanels } from "../../src/panels/pages.ts";
import { problems } from "../../src/panels/scoring/problems.tsx";
import { defaultView } from "../../src/views/view.ts";
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

/**
 * Electric less petrol cars of 2024 with the ends of its interval, worked out from the rows in data/ by a program of its
 * own (Python): respondents weighted by brand, Var = n ÷ (n − 1) · Σw²(x − x̄)² ÷ (Σw)², Welch's t on n(n_eff ÷ n)⁴ (M20).
 */
const electricLessPetrol = [
  ["Problems per 100 cars", 218.988, 190.899, 28.089, 10.31, 45.87],
  ["Exterior", 25.257, 21.163, 4.094, -0.34, 8.53],
  ["Driving experience", 17.684, 17.573, 0.111, -3.69, 3.92],
  ["Features, controls and displays", 29.981, 26.474, 3.507, -1.37, 8.39],
  ["Audio and infotainment", 57.29, 47.295, 9.995, 2.17, 17.82],
  ["Seats", 10.851, 12.381, -1.53, -4.85, 1.79],
  ["Heating and air conditioning", 11.935, 12.211, -0.276, -3.37, 2.82],
  ["Interior", 19.387, 20.919, -1.532, -5.58, 2.52],
  ["Engine and powertrain", 14.624, 19.436, -4.812, -8.58, -1.04],
  ["Driver assistance", 31.979, 13.447, 18.532, 14.01, 23.06],
] as const;

test("cars of two kinds are compared by all problems and every category, in one family of tests", async () => {
  const { survey, tree, ask, askPairs } = site;
  const page = { kind: "overview", wave: "2024" } as const;
  const view = {
    ...defaultView,
    slice: { powertrain: ["electric"] },
    versus: { kind: "slice", slice: { powertrain: ["petrol"] } },
  } as const;
  const sides = sidesOf({ survey, tree }, view, page, page.wave);
  if (!sides) throw new Error("nothing is compared");
  const panel = comparison(sides, page, { ask, askPairs });
  const model = await panel.gather({ survey, language: "en" } as never, { ask, askPairs });
  expect(model.respondents).toEqual({ own: 984, other: 1168 });
  const rows = model.rows.slice(0, electricLessPetrol.length);
  expect(rows.map(({ subject }) => subject.kind)).toEqual(electricLessPetrol.map(() => "problems"));
  for (const [at, [name, electric, petrol, gap, low, high]] of electricLessPetrol.entries()) {
    const { subject, own, other, difference } = rows[at] ?? {};
    expect(subject?.kind === "problems" && subject.count.title.en).toBe(name);
    if (own?.status !== "ok" || other?.status !== "ok") throw new Error(`${name} is not shown`);
    expect([own.n, other.n]).toEqual([984, 1168]);
    expect(own.value).toBeCloseTo(electric, 2);
    expect(other.value).toBeCloseTo(petrol, 2);
    if (difference?.status !== "tested") throw new Error(`${name} is not tested`);
    expect(difference.value).toBeCloseTo(gap, 2);
    expect(difference.low).toBeCloseTo(low, 1);
    expect(difference.high).toBeCloseTo(high, 1);
    expect(difference.families).toEqual(
      rows[0]?.difference.status === "tested" && rows[0].difference.families,
    );
  }
  const { cells, lead } = await demoPage(site, [panel]);
  const table = cells("compared");
  expect(table).toHaveLength(model.rows.length);
  expect(lead("compared")).toContain(`All ${model.rows.length} differences are judged together`);
  expect(lead("compared")).toContain("at most 0.5% of the time");
  // 10.3 to 45.9 excludes 0, and p = 0.002 times so many is more than 0.005.
  expect(table[0]?.at(-1)).toContain(
    `excludes 0 by itself, not beyond doubt among ${model.rows.length} comparisons`,
  );
  expect(table[0]?.at(-1)).toContain("no clear difference");
  expect(table[9]?.at(-1)).toMatch(/^▲ \+18\.5 clearly higher/);
  expect(table[9]?.at(-1)).not.toContain("by itself");
});
