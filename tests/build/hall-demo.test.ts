/**
 * The stories of the service halls (src/cli/demo/service-hall/stories.md) as pages tell them, from the rows in data/.
 * Sizes are those that the stories measured with arithmetic of their own.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SurveySite } from "../../src/build/site.ts";
import { card } from "../../src/panels/scoring/card.tsx";
import { sample } from "../../src/panels/scoring/sample.tsx";
import { demoPage } from "./demo-page.ts";
import { openSite } from "./open-site.ts";

let site: SurveySite;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ site, close } = await openSite("data/service-hall"));
}, 120_000);
afterAll(() => close?.());

describe("service halls", () => {
  test("few came back: the first before the deduction is second after it", async () => {
    const page = await demoPage(site, [card("national")], { path: ["bank"] });
    const [, first, second] = page.cells("national");
    expect(first?.slice(0, 2)).toEqual(["Xinghai branch", "84.4"]);
    expect([second?.[0], second?.[1], second?.[4]]).toEqual(["Nanyuan branch", "86.2", "84.2"]);
    expect(second?.[3]).toContain("36.6% returned");
    expect(page.lead("national")).toContain("Nanyuan branch (86.2 → 84.2, 36.6% returned)");
  });

  test("one large hall: 81.9 over halls and 81.6 after the deduction, 80.1 over cards; too few halls", async () => {
    const cells = (await demoPage(site, [card("national")])).cells("national-firms");
    const row = (name: string) => cells.find(([label]) => label === name);
    expect(row("Bank branches")?.slice(1, 11)).toEqual(
      expect.arrayContaining(["81.9", "81.6", "80.1", "7", "52", "6"]),
    );
    expect(row("Government halls")?.slice(7, 10)).toEqual(["4", "58", "6 too few"]);
  });

  test("too few cards: 40 of 64 in a hall that is first of its industry", async () => {
    const page = await demoPage(site, [sample], { path: ["telecom", "T04"] });
    const [cells = []] = page.cells("sample");
    expect([cells[2], cells[6]?.slice(0, 2), cells[7]]).toEqual(["64", "40", "24"]);
    const halls = (await demoPage(site, [card("national")], { path: ["telecom"] })).cells("national");
    expect(halls[1]?.slice(0, 2)).toEqual(["Binhe hall", "82.9"]);
  });
});
