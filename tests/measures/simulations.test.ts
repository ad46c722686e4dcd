/** Seeded simulations: how often 95 % intervals hold the truth, and how often a page of noise claims anything. */
import { describe, expect, test } from "vitest";
import { type Difference, differenceOf, verdictsOf } from "../../src/measures/difference.ts";
import { type Estimate, isShown } from "../../src/measures/estimate.ts";
import { answersFromPairs } from "../../src/measures/index/answers.ts";
import { indexDefinition, indexSets } from "../../src/measures/index/definition.ts";
import { estimateIndex } from "../../src/measures/index/estimate.ts";
import { mean } from "../../src/measures/mean.ts";
import type { Measure } from "../../src/measures/measure.ts";
import { nps } from "../../src/measures/net.ts";
import { againstRest, indexAgainstRest } from "../../src/measures/rest.ts";
import { top2 } from "../../src/measures/share.ts";
import { normal, seededRandom } from "../../src/stats/random.ts";
import type { Question } from "../../src/survey/question.ts";
import { countCodes } from "../counts/count-answers.ts";
import { type JointRow, pairsOfRows, tallyOfRows } from "../counts/joint-rows.ts";
import { items, twoFactorIndex, twoFactors } from "./index/index-survey.ts";
import { claimed, rating, recommend, weighted } from "./questions.ts";

const samples = 2000;
const onTen = [0.01, 0.02, 0.03, 0.05, 0.09, 0.12, 0.18, 0.24, 0.16, 0.1];
const cumulative = onTen.map((_, at) => onTen.slice(0, at + 1).reduce((sum, p) => sum + p, 0));
const codeOf = (uniform: number) => cumulative.findIndex((sum) => uniform < sum) + 1 || 10;
const expected = (score: (code: number) => number) =>
  onTen.reduce((sum, p, at) => sum + p * score(at + 1), 0);

/** Weights unrelated to answers, of a design effect of about 1.3. */
const weightFrom = (random: () => number) => Math.exp(0.5 * normal(random));

const holds = (estimate: Estimate | undefined, truth: number) =>
  estimate !== undefined && isShown(estimate) && estimate.low <= truth && truth <= estimate.high;

const figures: readonly (readonly [string, Measure, Question, number])[] = [
  ["mean", mean, rating(1, 10), expected((code) => code)],
  ["share", top2, rating(1, 10), expected((code) => (code >= 9 ? 1 : 0))],
  ["NPS", nps, recommend(1), expected((code) => (code >= 9 ? 100 : code <= 6 ? -100 : 0))],
];
const kinds = [
  ["unweighted", false],
  ["weighted", true],
] as const;

describe.each(kinds)(
  "intervals at 95 per cent, %s, hold the truth 93 to 97 times in 100",
  (_, isWeighted) => {
    test.each(figures)("%s", (name, measure, question, truth) => {
      const random = seededRandom(name.length + (isWeighted ? 100 : 0));
      let held = 0;
      for (let sample = 0; sample < samples; sample++) {
        const answers = Array.from({ length: 150 }, () => ({
          value: codeOf(random()),
          ...(isWeighted ? { weight: weightFrom(random) } : {}),
        }));
        if (holds(measure.estimate(countCodes(answers), question, weighted), truth)) held++;
      }
      expect(held / samples).toBeGreaterThanOrEqual(0.93);
      expect(held / samples).toBeLessThanOrEqual(0.97);
    });

    test("index of a hundred respondents and five items that go together, one answer in six missing", () => {
      const random = seededRandom(isWeighted ? 41 : 40);
      const definition = indexDefinition(twoFactors, twoFactorIndex, "w1");
      const sets = indexSets(definition);
      const truth = 100 * expected((code) => code);
      let held = 0;
      for (let sample = 0; sample < samples; sample++) {
        const rows = Array.from({ length: 100 }, () => respondent(random, isWeighted));
        const answers = answersFromPairs(pairsOfRows(rows, items, sets), "weighted");
        const found = estimateIndex(definition, answers, { base: { minimum: 1, caution: 1 } });
        if (holds(found?.estimate, truth)) held++;
      }
      expect(held / samples).toBeGreaterThanOrEqual(0.93);
      expect(held / samples).toBeLessThanOrEqual(0.97);
    });
  },
);

/** With a chance of two in five an item is answered as the last one was: items share moods, and each its distribution. */
function respondent(random: () => number, isWeighted: boolean): JointRow {
  let mood = random();
  const answers = items.map((id): [string, number | null] => {
    if (random() > 0.4) mood = random();
    return [id, random() < 1 / 6 ? null : codeOf(mood)];
  });
  return { answers: Object.fromEntries(answers), ...(isWeighted ? { weight: weightFrom(random) } : {}) };
}

/** A page states means and top-2 shares of five items, their changes, and six branches against the rest of them. */
test("on 200 surveys of nothing but noise, a page claims anything 5 times in 100, but for chance", () => {
  const random = seededRandom(2026);
  const definition = indexDefinition(twoFactors, twoFactorIndex, "w1");
  const sets = indexSets(definition);
  const options = { weighting: "weighted", base: { minimum: 5, caution: 30 } } as const;
  let claiming = 0;
  for (let survey = 0; survey < 200; survey++) {
    const [earlier, later] = [1, 2].map(() => Array.from({ length: 300 }, () => respondent(random, true)));
    if (!earlier || !later) return;
    const changes = items.flatMap((id) =>
      [mean, top2].map((measure) => {
        const [one, other] = [later, earlier].map((rows) =>
          measure.estimate(tallyOfRows(rows, id), rating(1, 10), options),
        );
        return differenceOf(one ?? none, other ?? none, claimed(`${measure.name} of ${id}`));
      }),
    );
    const [now, before] = [later, earlier].map((rows) => pairsOfRows(rows, items, sets));
    if (!now || !before) return;
    const indices = [now, before].map(
      (group) => estimateIndex(definition, answersFromPairs(group, "weighted"), options)?.estimate ?? none,
    );
    const branches = Array.from({ length: 6 }, (_, branch) => later.filter((__, at) => at % 6 === branch));
    const page: readonly Difference[] = [
      ...changes,
      differenceOf(indices[0] ?? none, indices[1] ?? none, claimed("index change")),
      ...branches.flatMap((rows, branch) => [
        ...[mean, top2].map(
          (measure) =>
            againstRest(
              measure,
              { whole: tallyOfRows(later, "a"), part: tallyOfRows(rows, "a") },
              rating(1, 10),
              { ...options, claim: claimed(`${measure.name} of a in branch ${branch}`) },
            ).difference,
        ),
        indexAgainstRest(
          definition,
          { whole: now, part: pairsOfRows(rows, items, sets) },
          { ...options, claim: claimed(`index in branch ${branch}`) },
        ).difference,
      ]),
    ];
    const verdict = verdictsOf(page);
    if (page.some((difference) => verdict(difference) !== "unclear")) claiming++;
  }
  // 5 % and two standard errors of a share of 200; of 1,200 such pages 5.1 % claimed something.
  expect(claiming / 200).toBeLessThan(0.05 + 2 * Math.sqrt((0.05 * 0.95) / 200));
});

const none: Estimate = { status: "none" };
