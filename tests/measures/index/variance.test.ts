import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LinearGroup } from "../../../src/counts/linear/request.ts";
import { isShown } from "../../../src/measures/estimate.ts";
import {
  answersFromPairs,
  answersFromScores,
  type IndexAnswers,
  linearScoresOf,
} from "../../../src/measures/index/answers.ts";
import { indexDefinition, indexSets } from "../../../src/measures/index/definition.ts";
import { estimateIndex, type IndexPart } from "../../../src/measures/index/estimate.ts";
import type { Weighting } from "../../../src/measures/weighting.ts";
import { type JointRow, linearOfRows, pairsOfRows, tallyOfRows } from "../../counts/joint-rows.ts";
import { near } from "../../counts/near.ts";
import { items, twoFactorIndex, twoFactors } from "./index-survey.ts";

const definition = indexDefinition(twoFactors, twoFactorIndex, "w1");
const sets = indexSets(definition);
const base = { minimum: 1, caution: 1 };

const answer = fc.option(fc.integer({ min: 1, max: 10 }), { freq: 4 });
const row: fc.Arbitrary<JointRow> = fc.record({
  answers: fc.record({ a: answer, b: answer, c: answer, d: answer, e: answer }),
  weight: fc.option(fc.double({ min: 0.05, max: 8, noNaN: true }), { freq: 9 }),
});
const rows = fc.array(row, { minLength: 3, maxLength: 30 });

function fromPairs(of: readonly JointRow[], weighting: Weighting): IndexAnswers {
  return answersFromPairs(pairsOfRows(of, items, sets), weighting);
}

/** The way over a second pass: counts of the items, then sums of linear scores with constants made of them. */
function fromScores(of: readonly JointRow[], weighting: Weighting): IndexAnswers {
  const tallies = new Map(items.map((id) => [id, tallyOfRows(of, id)]));
  const scores = linearScoresOf(definition, tallies, { key: [], weighting }).flatMap((score) => {
    const tally = linearOfRows(of, score);
    return tally.kind === "sums" ? [[score.id, tally] as const] : [];
  });
  const group: LinearGroup = { wave: "w1", key: [], scores: new Map(scores) };
  return answersFromScores(tallies, group, weighting);
}

const figures = (part: IndexPart | undefined): readonly unknown[] =>
  part ? [part.estimate, part.lost, ...part.of.flatMap(figures)] : [];

/** The formula of the method, row by row: z_i = Σ a_j·[answered]·(x_ij − x̄_j)/N_j, variance Σ w²z²·n/(n−1). */
function errorByHand(of: readonly JointRow[]): number | undefined {
  const counted = of.filter(({ weight }) => weight !== null);
  const w = ({ weight = 1 }: JointRow) => weight ?? 0;
  const x = ({ answers }: JointRow, id: string) => answers[id] ?? null;
  const stats = new Map(
    items.map((id) => {
      const those = counted.filter((one) => x(one, id) !== null);
      const size = those.reduce((sum, one) => sum + w(one), 0);
      return [id, { size, mean: those.reduce((sum, one) => sum + w(one) * (x(one, id) ?? 0), 0) / size }];
    }),
  );
  if ([...stats.values()].some(({ size }) => size === 0)) return undefined;
  // ¾ on f (a, b), ¼ on g, of which ⅓ on c and d and ⅔ on e; shares of a maximum of 10.
  const share: Record<string, number> = { a: 3 / 8, b: 3 / 8, c: 1 / 24, d: 1 / 24, e: 1 / 6 };
  const answered = counted.filter((one) => items.some((id) => x(one, id) !== null));
  let sum = 0;
  for (const one of answered) {
    let z = 0;
    for (const id of items) {
      const value = x(one, id);
      const { size, mean } = stats.get(id) ?? { size: 1, mean: 0 };
      if (value !== null) z += ((share[id] ?? 0) / 10) * ((value - mean) / size);
    }
    sum += w(one) ** 2 * z * z;
  }
  const n = answered.length;
  return n < 2 ? 0 : 1000 * Math.sqrt((sum * n) / (n - 1));
}

describe("the linearised error of an index", () => {
  test("is that of the formula, row by row", () => {
    fc.assert(
      fc.property(rows, (of) => {
        const byHand = errorByHand(of);
        const found = estimateIndex(definition, fromPairs(of, "weighted"), { base })?.estimate;
        fc.pre(byHand !== undefined && byHand > 1e-3);
        if (!found || !isShown(found)) throw new Error("there is no index");
        expect(found.standardError).toEqual(near(byHand, 1e-8));
      }),
    );
  });

  test("comes out alike from sums over pairs and from a second pass over the rows, for every part", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom<Weighting>("weighted", "unweighted"), (of, weighting) => {
        const [one, other] = [fromPairs(of, weighting), fromScores(of, weighting)].map((answers) =>
          figures(estimateIndex(definition, answers, { base })),
        );
        expect(one).toEqual(near(other, 1e-6));
      }),
    );
  });

  test("does not change when all weights are doubled, nor does the index", () => {
    fc.assert(
      fc.property(rows, (of) => {
        const doubled = of.map((one) => ({ ...one, weight: one.weight ? 2 * one.weight : null }));
        const [once, twice] = [of, doubled].map((each) =>
          figures(estimateIndex(definition, fromPairs(each, "weighted"), { base })),
        );
        expect(twice).toEqual(near(once, 1e-8));
      }),
    );
  });

  test("stays finite, and the index and its interval between 0 and the maximum", () => {
    fc.assert(
      fc.property(rows, (of) => {
        const part = estimateIndex(definition, fromPairs(of, "weighted"), { base });
        const check = ({ estimate, of: inner }: IndexPart): void => {
          if (!isShown(estimate)) throw new Error(`it is ${estimate.status}`);
          const { low, value, high, standardError } = estimate;
          expect([low >= 0, value >= low - 1e-9, high >= value - 1e-9, high <= 1000]).toEqual(
            Array(4).fill(true),
          );
          expect(Number.isFinite(standardError)).toBe(true);
          inner.forEach(check);
        };
        if (part) check(part);
      }),
    );
  });
});
