/** Seeded simulations of the scores by written rules: how often 95 % intervals hold the truth. */
import { describe, expect, test } from "vitest";
import type { Counts } from "../../src/counts/request.ts";
import { sureShare } from "../../src/measures/bands.ts";
import { cardDefinition } from "../../src/measures/card.ts";
import { type Estimate, isShown } from "../../src/measures/estimate.ts";
import { firmMean } from "../../src/measures/firm-mean.ts";
import { gapsAt } from "../../src/measures/gap.ts";
import { answersFromPairs } from "../../src/measures/index/answers.ts";
import { estimateIndex } from "../../src/measures/index/estimate.ts";
import { problemsPer100 } from "../../src/measures/problems.ts";
import { normal, seededRandom } from "../../src/stats/random.ts";
import type { RatingQuestion } from "../../src/survey/question.ts";
import { sameText } from "../../src/survey/text.ts";
import { countCodes, sumNumbers } from "../counts/count-answers.ts";
import { type JointRow, pairsOfRows } from "../counts/joint-rows.ts";
import { rating } from "./questions.ts";
import { surveyOf } from "./surveys.ts";

const samples = 2000;
const base = { minimum: 1, caution: 1 };
const options = { weighting: "weighted", base } as const;
type Random = () => number;
const kinds = [
  ["unweighted", false],
  ["weighted", true],
] as const;

/** How often the interval of a sample's figure holds the truth. */
function coverage(seed: number, truth: number, figure: (random: Random) => Estimate | undefined): number {
  const random = seededRandom(seed);
  let held = 0;
  for (let sample = 0; sample < samples; sample++) {
    const estimate = figure(random);
    if (estimate && isShown(estimate) && estimate.low <= truth && truth <= estimate.high) held++;
  }
  return held / samples;
}

function expectFair(share: number): void {
  expect(share).toBeGreaterThanOrEqual(0.93);
  expect(share).toBeLessThanOrEqual(0.97);
}

/** Weights unrelated to answers, of a design effect of about 1.3; none in unweighted surveys. */
const weightIn = (random: Random, isWeighted: boolean) =>
  isWeighted ? { weight: Math.exp(0.5 * normal(random)) } : {};

const scores = [0, 3, 6, 8, 10];
const graded = (id: string): RatingQuestion => {
  const question = rating(1, 5);
  return { ...question, id, scale: { ...question.scale, scores } };
};
const items = ["a", "b", "c", "d"];
const survey = surveyOf([...items, "e"].map(graded), {
  pairs: items.slice(0, 2).map((perception, at) => ({
    title: sameText(perception),
    expectation: items[at + 2] ?? "",
    perception,
    weight: at + 1,
  })),
});
const card = { id: "card", title: sameText("card"), of: items, deduct: false };

const grades = [0.06, 0.12, 0.27, 0.35, 0.2];
const gradeAt = (uniform: number, shares = grades) => {
  let sum = 0;
  for (const [at, share] of shares.entries()) {
    sum += share;
    if (uniform < sum) return at + 1;
  }
  return shares.length;
};
const expected = (of: (grade: number) => number, shares = grades) =>
  shares.reduce((sum, share, at) => sum + share * of(at + 1), 0);
const score = (grade: number) => scores[grade - 1] ?? 0;

/** Items share moods: with a chance of two in five an item is graded as the last. One answer in eight is missing. */
function graderOf(random: Random, shares = grades): Readonly<Record<string, number | null>> {
  let mood = random();
  return Object.fromEntries(
    items.map((id) => {
      if (random() > 0.4) mood = random();
      return [id, random() < 1 / 8 ? null : gradeAt(mood, shares)];
    }),
  );
}

function mapped(answers: Readonly<Record<string, number | null>>, of: (grade: number) => number) {
  return Object.fromEntries(
    Object.entries(answers).map(([id, grade]) => [id, grade === null ? null : of(grade)]),
  );
}

function firmScore(rows: readonly JointRow[]): Estimate | undefined {
  const definition = cardDefinition(survey, "national", card, "w1");
  const answers = answersFromPairs(pairsOfRows(rows, items, { card: items }), "weighted");
  return definition && estimateIndex(definition, answers, { base })?.estimate;
}

describe.each(kinds)(
  "of 2,000 samples, %s, intervals at 95 per cent hold the truth 93 to 97 times in 100",
  (_, isWeighted) => {
    const seed = isWeighted ? 500 : 0;

    test("M03, the score of a firm with 80 respondents and four items", () => {
      const truth = 10 * expected(score);
      const share = coverage(seed + 3, truth, (random) =>
        firmScore(
          Array.from({ length: 80 }, () => ({
            answers: mapped(graderOf(random), score),
            ...weightIn(random, isWeighted),
          })),
        ),
      );
      expectFair(share);
    });

    test("M03, the mean of eight firms that differ, 25 respondents each", () => {
      // A good firm moves a share of its grades one up, a bad one one down; on average none.
      const moved = (by: number) =>
        grades.map((share, at) => share + by * ([-0.06, -0.12, -0.09, 0.09, 0.18][at] ?? 0));
      const truth = 10 * expected(score);
      const share = coverage(seed + 4, truth, (random) => {
        const firms = Array.from({ length: 8 }, () => {
          const shares = moved(2 * random() - 1);
          const rows = Array.from({ length: 25 }, () => ({
            answers: mapped(graderOf(random, shares), score),
            ...weightIn(random, isWeighted),
          }));
          return firmScore(rows) ?? { status: "none" as const };
        });
        return firmMean(firms, { base }).estimate;
      });
      expectFair(share);
    });

    const expectations = [0.02, 0.05, 0.13, 0.35, 0.45];
    const gaps = (random: Random) => {
      const rows = Array.from({ length: 90 }, (): JointRow => {
        const perceived = graderOf(random);
        const wanted = graderOf(random, expectations);
        const gap = (id: string) => {
          const [one, other] = [perceived[id] ?? null, wanted[id] ?? null];
          return one === null || other === null ? null : one - other;
        };
        return { answers: { a: gap("a"), b: gap("b") }, ...weightIn(random, isWeighted) };
      });
      const group = pairsOfRows(rows, ["a", "b"], { gap: ["a", "b"] });
      const request = { questions: ["a", "b"], sets: {}, waves: ["w1"], by: [], slice: {} };
      return gapsAt([{ request, groups: [group] }], [], { survey, wave: "w1", ...options });
    };
    const gap = expected((grade) => grade) - expected((grade) => grade, expectations);

    test("M09, the gap of an item", () => {
      expectFair(coverage(seed + 9, gap, (random) => gaps(random)?.items[0]?.estimate));
    });

    test("M09, the weighted mean of two gaps", () => {
      expectFair(coverage(seed + 10, gap, (random) => gaps(random)?.whole));
    });

    test("M11, problems per 100 of 240 owners with nine kinds of problems", () => {
      const chances = [0.13, 0.22, 0.32, 0.05, 0.02, 0.08, 0.03, 0.1, 0.06];
      const truth = 100 * chances.reduce((sum, chance) => sum + chance, 0);
      const share = coverage(seed + 11, truth, (random) =>
        problemsPer100(
          sumNumbers(
            Array.from({ length: 240 }, () => ({
              value: chances.filter((chance) => random() < chance).length,
              ...weightIn(random, isWeighted),
            })),
          ),
          options,
        ),
      );
      expectFair(share);
    });

    test("M18, the share of a band that surely returns", () => {
      const share = coverage(seed + 18, 0.72, (random) => {
        const answers = Array.from({ length: 120 }, () => ({
          value: random() < 0.72 ? 5 : 1 + Math.floor(4 * random()),
          ...weightIn(random, isWeighted),
        }));
        const tallies = new Map([["e", countCodes(answers)]]);
        const request = { questions: ["e"], waves: ["w1"], by: [], slice: {} };
        const cascade = [[], ["high"]].map(
          (key): Counts => ({ request, groups: [{ wave: "w1", key, tallies }] }),
        );
        const outcome = { question: "e", title: sameText("e"), sure: ["5"] };
        return sureShare(cascade, ["high"], { survey, wave: "w1", outcome }, options);
      });
      expectFair(share);
    });
  },
);
