/**
 * Two hundred surveys of nothing but noise, headed by problems: both waves are drawn alike, brands differ by chance only.
 * Problems of a car are overdispersed (some cars have many), weights have a design effect of about 1.3.
 */
import { describe, expect, test } from "vitest";
import { branchPanels, overviewPanels } from "../../../src/panels/pages.ts";
import { normal, seededRandom } from "../../../src/stats/random.ts";
import type { Row } from "../../counts/ask-rows.ts";
import { type Page, renderPage } from "../report.ts";
import { brands, carSurvey, kinds } from "./problem-surveys.ts";

const survey = carSurvey();
const weightedWaves = new Set(["w1", "w2"]);

function car(wave: string, random: () => number): Row {
  const proneness = 0.15 * Math.exp(0.8 * normal(random));
  const ticks = () => [0, 1].filter(() => random() < proneness);
  return {
    wave,
    places: {
      brand: brands[Math.floor(random() * brands.length)] ?? null,
      fuel: random() < 0.5 ? "petrol" : "electric",
    },
    answers: {
      overall: Math.max(1, Math.min(5, Math.round(3.6 - 2 * proneness + normal(random)))),
      ...Object.fromEntries(kinds.map((kind) => [kind, ticks()])),
    },
    weight: Math.exp(0.5 * normal(random)),
  };
}

const surveys = Array.from({ length: 200 }, (_, seed) => {
  const random = seededRandom(52_000 + seed);
  return ["w1", "w2"].flatMap((wave) => Array.from({ length: 300 }, () => car(wave, random)));
});

const ofProblems = (page: Page) =>
  page.texts("#findings li.finding").filter((line) => line.startsWith("Problems")).length;
const ends = (page: Page) =>
  page.texts("#problems-per-100-branches .lead").filter((lead) => /clearly/.test(lead));
/** What a page marks as more than chance. */
const marks = ".better, .worse, .clear, tr.group.apart, .outside, .finding";

describe("noise", () => {
  test.each([
    ["overview", overviewPanels(survey), {}],
    ["branch page", branchPanels(survey), { path: ["b"] }],
  ])(
    "is called a finding of problems on fewer than one in ten surveys, anything on fewer than one in twenty: %s",
    async (_, panels, options) => {
      let [problems, anything] = [0, 0];
      for (const rows of surveys) {
        const page = await renderPage(panels, survey, rows, { ...options, weightedWaves });
        if (ofProblems(page) > 0 || ends(page).length > 0) problems++;
        if (page.all(marks).length > 0) anything++;
      }
      expect(problems).toBeLessThan(20);
      expect(anything).toBeLessThan(10);
    },
    300_000,
  );

  test("and twice as many problems in a wave and a brand are", async () => {
    const random = seededRandom(1);
    const rows = (surveys[0] ?? []).map((row) =>
      row.wave === "w1" && random() < 0.5
        ? { ...row, answers: { ...row.answers, ...Object.fromEntries(kinds.map((kind) => [kind, []])) } }
        : row,
    );
    expect(
      ofProblems(await renderPage(overviewPanels(survey), survey, rows, { weightedWaves })),
    ).toBeGreaterThan(0);
  });
});
