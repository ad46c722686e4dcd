/**
 * Two hundred surveys of nothing but noise: both waves are drawn alike, branches differ by chance only. A page may claim
 * anything on fewer than one in twenty of them.
 */
import { describe, expect, test } from "vitest";
import type { AnyPanel } from "../../src/panels/page.ts";
import {
  branchPanels,
  factorPanels,
  overviewPanels,
  questionPanels,
  whyPanels,
} from "../../src/panels/pages.ts";
import { indexSubjects } from "../../src/panels/subject.ts";
import { normal, seededRandom } from "../../src/stats/random.ts";
import { questionOf } from "../../src/survey/survey.ts";
import type { Row } from "../counts/ask-rows.ts";
import { factor, item, settings } from "../measures/index/index-survey.ts";
import { recommend } from "../measures/questions.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";
import { renderPage } from "./report.ts";

const items = ["a", "b", "c", "d"];
const regions = ["r1", "r2", "r3", "r4", "r5"];
const survey = surveyOf([...items.map((id) => item(id)), { ...recommend(0), id: "nps" }], {
  headline: "a",
  factors: [factor("f", ["a", "b"], 3), factor("g", ["c", "d"], 2)],
  index: settings(["f", "g"]),
  dimensions: [dimension("region", regions), dimension("gender", ["female", "male"])],
  hierarchy: ["region"],
  segments: ["gender"],
});

/** One factor behind all answers, one answer in ten missing, weights of a design effect of about 1.3. */
function respondent(wave: string, random: () => number): Row {
  const mood = normal(random);
  const grade = (min: number) =>
    Math.max(min, Math.min(10, Math.round(7.5 + 1.2 * mood + 1.4 * normal(random))));
  const answer = (min: number) => (random() < 0.1 ? null : grade(min));
  return {
    wave,
    places: {
      region: regions[Math.floor(random() * regions.length)] ?? null,
      gender: random() < 0.5 ? "female" : "male",
    },
    answers: { ...Object.fromEntries(items.map((id) => [id, answer(1)])), nps: answer(0) },
    weight: Math.exp(0.5 * normal(random)),
  };
}

const [index, first] = indexSubjects(survey);
if (!index || !first) throw new Error("the survey has no index");
const pages: Readonly<Record<string, readonly AnyPanel[]>> = {
  overview: overviewPanels(survey),
  "factor page": factorPanels(survey, first),
  "question page": questionPanels(survey, questionOf(survey, "b")),
  "branch page": branchPanels(survey),
  "page of what moved it": whyPanels(survey),
};

/** What a page marks as more than chance: clear changes and gaps, and groups that can be told apart. */
const claims = ".better, .worse, .clear, tr.group.apart, .outside, .finding";

describe("a page of nothing but noise", () => {
  const surveys = Array.from({ length: 200 }, (_, seed) => {
    const random = seededRandom(9000 + seed);
    return ["w1", "w2"].flatMap((wave) => Array.from({ length: 300 }, () => respondent(wave, random)));
  });

  test.each(Object.keys(pages))(
    "claims something on fewer than one in twenty surveys: %s",
    async (name) => {
      let claiming = 0;
      for (const rows of surveys) {
        const path = name === "branch page" ? { path: ["r2"] } : {};
        const page = await renderPage(pages[name] ?? [], survey, rows, {
          ...path,
          weightedWaves: new Set(["w1", "w2"]),
        });
        if (page.all(claims).length > 0) claiming++;
      }
      expect(claiming).toBeLessThan(10);
    },
    300_000,
  );

  test("and a page of a real change does claim it", async () => {
    const moved = (surveys[0] ?? []).map((row) =>
      row.wave === "w1" ? row : { ...row, answers: { ...row.answers, a: 10, b: 10 } },
    );
    const page = await renderPage(overviewPanels(survey), survey, moved);
    expect(page.all(claims).length).toBeGreaterThan(2);
    const why = await renderPage(whyPanels(survey), survey, moved);
    expect(why.all(".finding").length).toBeGreaterThan(0);
    expect(why.title).toMatch(/rose/);
  });
});
