/**
 * Stories of the freight customers that scores by written rules tell (src/cli/demo/logistics/stories.md), from the rows in
 * data/ to the page. Sizes are those that the stories measured with arithmetic of their own.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SurveySite } from "../../src/build/site.ts";
import { bands } from "../../src/panels/scoring/bands.tsx";
import { card } from "../../src/panels/scoring/card.tsx";
import { gaps } from "../../src/panels/scoring/gaps.tsx";
import { pairGap } from "../../src/panels/scoring/pair-gap.tsx";
import { questionOf } from "../../src/survey/survey.ts";
import { demoPage } from "./demo-page.ts";
import { openSite } from "./open-site.ts";

let site: SurveySite;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ site, close } = await openSite("data/logistics"));
}, 120_000);
afterAll(() => close?.());

/** True where a number lies between two, both included. */
const isIn = (text: string | undefined, low: number, high: number) => {
  const value = Number.parseFloat((text ?? "").replace("−", "-"));
  return value >= low && value <= high;
};

describe("freight customers", () => {
  test("few came back: two points off in the Northeast alone", async () => {
    const page = await demoPage(site, [card("national")]);
    const cut = page.cells("national").filter((cells) => cells[3]?.startsWith("−"));
    expect(cut.map((cells) => [cells[0], cells[3]])).toEqual([["Northeast", "−2.036.8% returned"]]);
  });

  test("more than asked for: one gap of six is above zero, transparent charges lack most", async () => {
    const [whole, ...pairs] = (await demoPage(site, [gaps])).cells("gaps");
    expect(whole?.[0]).toBe("All pairs");
    expect(pairs).toHaveLength(6);
    expect(isIn(pairs[0]?.[1], -0.83, -0.77)).toBe(true);
    expect(isIn(pairs.at(-1)?.[1], 0.53, 0.61)).toBe(true);
    expect(pairs.filter((cells) => cells[3]?.startsWith("▲"))).toHaveLength(1);
    expect(pairs.filter((cells) => cells[3]?.startsWith("▼"))).toHaveLength(4);
  });

  test("rising demands: online sellers ask more of punctuality and find the same, −0.39 to −0.92", async () => {
    const question = questionOf(site.survey, "tr1");
    const page = await demoPage(site, [pairGap(question)]);
    const sellers = page.cells("gap").filter((cells) => cells[3]?.startsWith("▼"));
    expect(sellers).toHaveLength(1);
    const [cells = []] = sellers;
    expect(cells[0]).toMatch(/online/i);
    // The stories count without weights, and pages with: some hundredths either way.
    expect(isIn(cells[1], -0.97, -0.87)).toBe(true);
    expect(isIn(cells[3]?.replace("▼ ", ""), -0.6, -0.46)).toBe(true);
    expect(page.lead("gap")).toContain(cells[0]?.split(": ")[1]);
  });

  test.each(["2023-H1", "2023-H2", "2024-H1", "2024-H2"])("loyalty by band in %s", async (wave) => {
    const [high, middle, low] = (await demoPage(site, [bands], { wave })).cells("bands");
    // Certainly again, then recommend with 9 or 10; the stories count without weights, and pages with: a point either way.
    expect(isIn(high?.[2], 67, 72) && isIn(high?.[3], 43, 48)).toBe(true);
    expect(isIn(middle?.[2], 36, 41) && isIn(middle?.[3], 15, 21)).toBe(true);
    expect(isIn(low?.[2], 10, 15) && isIn(low?.[3], 3, 7)).toBe(true);
  });
});
