import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differenceOf } from "../../src/measures/difference.ts";
import { answersFromPairs } from "../../src/measures/index/answers.ts";
import { indexDefinition, indexSets } from "../../src/measures/index/definition.ts";
import { estimateIndex } from "../../src/measures/index/estimate.ts";
import { mean } from "../../src/measures/mean.ts";
import { nps } from "../../src/measures/net.ts";
import { againstRest, indexAgainstRest } from "../../src/measures/rest.ts";
import { top2 } from "../../src/measures/share.ts";
import { countCodes, tallyOfTable } from "../counts/count-answers.ts";
import { type JointRow, pairsOfRows } from "../counts/joint-rows.ts";
import { near } from "../counts/near.ts";
import { items, twoFactorIndex, twoFactors } from "./index/index-survey.ts";
import { claimed, rating, recommend, weighted } from "./questions.ts";

const answers = fc.array(
  fc.record({
    value: fc.integer({ min: 1, max: 10 }),
    weight: fc.option(fc.double({ min: 0.1, max: 5, noNaN: true }), { freq: 9 }),
  }),
  { minLength: 2, maxLength: 25 },
);

describe("a part against the rest of its whole (M20)", () => {
  test.each([
    ["mean", mean, rating(1, 10)],
    ["share", top2, rating(1, 10)],
    ["net", nps, recommend()],
  ] as const)(
    "%s: the rest is what counting the others gives, and the test is theirs",
    (_, measure, question) => {
      fc.assert(
        fc.property(answers, answers, (ours, theirs) => {
          const [part, others] = [countCodes(ours), countCodes(theirs)];
          const whole = countCodes([...ours, ...theirs]);
          const found = againstRest(measure, { whole, part }, question, { ...weighted, claim: claimed("x") });
          const [one, other] = [part, others].map((tally) => measure.estimate(tally, question, weighted));
          expect(found.rest).toEqual(near(other, 1e-6));
          if (one && other)
            expect(found.difference.status).toBe(differenceOf(one, other, claimed("x")).status);
        }),
      );
    },
  );

  test("60 of 100 inside 105 of 200 are compared with 45 of 100: p 0.0336721", () => {
    const [whole, part] = [tallyOfTable({ 1: 105, 2: 95 }), tallyOfTable({ 1: 60, 2: 40 })];
    const bottom = { ...rating(1, 2), scale: { ...rating(1, 5).scale, codes: [0, 1, 2, 3] } };
    const found = againstRest(
      {
        ...top2,
        estimate: (tally, _, options) =>
          top2.estimate(tally, { ...bottom, scale: { ...bottom.scale, codes: [0, 1] } }, options),
      },
      { whole, part },
      bottom,
      { ...weighted, claim: claimed("x") },
    );
    expect(found.difference).toMatchObject({ status: "tested", p: expect.closeTo(0.0336721, 7) });
  });

  test("without a rest there is nothing to compare with; a rest under the minimum stays unseen", () => {
    const part = tallyOfTable({ 5: 8, 3: 8 });
    const question = rating(1, 5);
    const alone = againstRest(mean, { whole: part, part }, question, { ...weighted, claim: claimed("x") });
    expect(alone).toMatchObject({
      rest: { status: "none" },
      difference: { status: "untested", reason: "base" },
    });
    const few = tallyOfTable({ 5: 9, 3: 10 });
    const options = { ...weighted, base: { minimum: 5, caution: 30 }, claim: claimed("x") };
    expect(againstRest(mean, { whole: few, part }, question, options).rest).toEqual({ status: "withheld" });
  });
});

describe("the index of a part against that of the rest", () => {
  const definition = indexDefinition(twoFactors, twoFactorIndex, "w1");
  const sets = indexSets(definition);
  const rows = (from: number): readonly JointRow[] =>
    Array.from({ length: 40 }, (_, at) => ({
      answers: Object.fromEntries(items.map((id, place) => [id, from + ((at * (place + 3)) % 5)])),
      weight: 0.5 + (at % 4) / 2,
    }));

  test("is a z test of two independent indices", () => {
    const [ours, theirs] = [rows(5), rows(3)];
    const pairs = (of: readonly JointRow[]) => pairsOfRows(of, items, sets);
    const options = {
      base: { minimum: 5, caution: 30 },
      weighting: "weighted",
      claim: claimed("x"),
    } as const;
    const found = indexAgainstRest(
      definition,
      { whole: pairs([...ours, ...theirs]), part: pairs(ours) },
      options,
    );
    const [one, other] = [ours, theirs].map(
      (of) => estimateIndex(definition, answersFromPairs(pairs(of), "weighted"), options)?.estimate,
    );
    if (!one || !other) throw new Error("there is no index");
    expect(found.difference).toEqual(near(differenceOf(one, other, claimed("x"))));
    expect(found.difference).toMatchObject({ status: "tested", value: expect.closeTo(200, 9) });
  });
});
