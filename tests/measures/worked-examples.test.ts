import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Tally } from "../../src/counts/tally.ts";
import { isShown, type Shown } from "../../src/measures/estimate.ts";
import { mean, momentsOf } from "../../src/measures/mean.ts";
import type { Measure } from "../../src/measures/measure.ts";
import { net, nps } from "../../src/measures/net.ts";
import { bottom2, satisfied, shareOfCodes, top1, top2 } from "../../src/measures/share.ts";
import type { Question } from "../../src/survey/question.ts";
import { tallyOfTable } from "../counts/count-answers.ts";
import { rating, recommend, unweighted, weighted } from "./questions.ts";

interface Example {
  readonly counts: Readonly<Record<string, number>>;
  readonly [figure: string]: unknown;
}
const golden = JSON.parse(
  readFileSync(`${import.meta.dirname}/golden/worked-examples.json`, "utf-8"),
) as Record<string, Example>;

function example(name: string): Example {
  const found = golden[name];
  if (!found) throw new Error(`there is no worked example "${name}"`);
  return found;
}

function shown(measure: Measure, tally: Tally, question: Question, options = unweighted): Shown {
  const estimate = measure.estimate(tally, question, options);
  if (!isShown(estimate)) throw new Error(`${measure.name} is ${estimate.status}`);
  return estimate;
}

describe("M02 mean score", () => {
  const { counts, n, mean: expected, sd, se } = example("M02 mean");
  const tally = tallyOfTable(counts);
  const found = shown(mean, tally, rating(1, 5));

  test("mean, standard deviation and standard error", () => {
    expect(found.n).toBe(n);
    expect(found.value).toBeCloseTo(expected as number, 12);
    expect(momentsOf(tally, "unweighted").sd).toBeCloseTo(sd as number, 12);
    expect(found.standardError).toBeCloseTo(se as number, 12);
    expect(found.effective).toBe(100);
  });

  test("the interval is Student's t on 99 degrees of freedom, 1.98421695 in tables", () => {
    expect(found.low).toBeCloseTo(4.02 - 1.98421695 * (se as number), 8);
    expect(found.high).toBeCloseTo(4.02 + 1.98421695 * (se as number), 8);
  });

  test("weights of 1 change nothing", () => {
    expect(shown(mean, tally, rating(1, 5), weighted)).toEqual(found);
  });
});

describe("M07 boxes", () => {
  const { counts, ...expected } = example("M07 boxes");
  const tally = tallyOfTable(counts);

  test("top-2, bottom-2 and their net", () => {
    expect(shown(top2, tally, rating(1, 5)).value).toBeCloseTo(expected["top2"] as number, 12);
    expect(shown(bottom2, tally, rating(1, 5)).value).toBeCloseTo(expected["bottom2"] as number, 12);
    expect(shown(net, tally, rating(1, 5)).value).toBeCloseTo(expected["net"] as number, 12);
    expect(shown(top1, tally, rating(1, 5)).value).toBeCloseTo(0.37, 12);
  });

  test("Wilson's interval", () => {
    const [low, high] = expected["top2_wilson95"] as [number, number];
    const found = shown(top2, tally, rating(1, 5));
    expect([found.low, found.high]).toEqual([expect.closeTo(low, 12), expect.closeTo(high, 12)]);
  });

  test.each([
    ["wilson 15/148", 15, 148],
    ["wilson 1/29", 1, 29],
  ])("%s (Newcombe 1998)", (name, hits, n) => {
    const [low, high] = expected[name] as [number, number];
    const found = shareOfCodes(tallyOfTable({ 1: hits, 0: n - hits }), [1], unweighted);
    expect(found).toMatchObject({ low: expect.closeTo(low, 12), high: expect.closeTo(high, 12) });
  });

  test("the satisfied share is of the codes that the codebook names", () => {
    expect(shown(satisfied, tally, rating(1, 5, [3, 4, 5])).value).toBeCloseTo(0.91, 12);
    expect(satisfied.appliesTo(rating(1, 5))).toBe(false);
  });
});

describe("M08 net promoter score", () => {
  const { counts, n, nps: expected, se } = example("M08 nps");
  const found = shown(nps, tallyOfTable(counts), recommend());

  test("points and standard error", () => {
    expect(found.n).toBe(n);
    expect(found.value).toBeCloseTo(expected as number, 12);
    expect(found.standardError).toBeCloseTo(se as number, 12);
  });

  test("the interval adds ¾ promoter, ¾ detractor and 1½ passives (Rocks 2016)", () => {
    const [plus, minus] = [(70 + 0.75) / 153, (25 + 0.75) / 153];
    const half = 1.959963984540054 * Math.sqrt((plus + minus - (plus - minus) ** 2) / 153);
    expect(found.low).toBeCloseTo(100 * (plus - minus - half), 10);
    expect(found.high).toBeCloseTo(100 * (plus - minus + half), 10);
  });

  test("on 1–10 detractors are 1–6, and 7 and 8 are passive", () => {
    // 4 promoters, 3 passives, 3 detractors of 10.
    const tally = tallyOfTable({ 1: 1, 5: 1, 6: 1, 7: 2, 8: 1, 9: 1, 10: 3 });
    expect(shown(nps, tally, recommend(1)).value).toBeCloseTo(10, 12);
  });
});
