/** Seeded simulations and a bootstrap: whether errors of effects say how far off the effects are. */
import { describe, expect, test } from "vitest";
import type { Counts } from "../../src/counts/request.ts";
import { mean } from "../../src/measures/mean.ts";
import type { Measure } from "../../src/measures/measure.ts";
import { nps } from "../../src/measures/net.ts";
import { top2 } from "../../src/measures/share.ts";
import { questionFigure } from "../../src/models/moves/question-figure.ts";
import { moves, type SplitMoves } from "../../src/models/moves.ts";
import { normal, seededRandom } from "../../src/stats/random.ts";
import type { Question } from "../../src/survey/question.ts";
import { type Answer, countCodes } from "../counts/count-answers.ts";
import { rating, recommend } from "../measures/questions.ts";
import { surveyOf } from "../measures/surveys.ts";

const samples = 2000;

/** A population in one wave: groups, their shares, and how likely their customers are to give each code. */
interface Population {
  readonly shares: readonly number[];
  readonly answers: readonly (readonly number[])[];
}

const cumulative = (shares: readonly number[]) =>
  shares.map((_, at) => shares.slice(0, at + 1).reduce((sum, share) => sum + share, 0));
const drawn = (sums: readonly number[], uniform: number) => {
  const found = sums.findIndex((sum) => uniform < sum);
  return found < 0 ? sums.length - 1 : found;
};

interface Person extends Answer {
  readonly group: number;
  readonly value: number;
}

function sampleOf(
  { shares, answers }: Population,
  n: number,
  {
    random,
    weighted,
    lowest,
  }: { readonly random: () => number; readonly weighted: boolean; readonly lowest: number },
): readonly Person[] {
  const [places, codes] = [cumulative(shares), answers.map(cumulative)];
  return Array.from({ length: n }, () => {
    const group = drawn(places, random());
    const value = lowest + drawn(codes[group] ?? [], random());
    return { group, value, ...(weighted ? { weight: Math.exp(0.5 * normal(random)) } : {}) };
  });
}

function countsOf(question: string, waves: readonly (readonly Person[])[]): Counts {
  const groups = waves.flatMap((people, at) =>
    [...Map.groupBy(people, ({ group }) => group)].map(([group, members]) => ({
      wave: `w${at + 1}`,
      key: [`g${group}`],
      tallies: new Map([[question, countCodes(members)]]),
    })),
  );
  return { request: { questions: [question], waves: ["w1", "w2"], by: ["group"], slice: {} }, groups };
}

function splitOf(question: Question, measure: Measure, waves: readonly (readonly Person[])[]): SplitMoves {
  const survey = surveyOf([question]);
  const figure = questionFigure(countsOf(question.id, waves), { survey, question: question.id, measure });
  const found = moves(figure, { from: "w1", to: "w2", minimum: 1 });
  if (found.status !== "split") throw new Error(found.reason);
  return found;
}

/** True effects, from the populations and not from the code under test. */
function truth(earlier: Population, later: Population, score: (code: number) => number, lowest: number) {
  const scores = ({ answers }: Population) =>
    answers.map((codes) => codes.reduce((sum, p, at) => sum + p * score(at + lowest), 0));
  const [before, after] = [scores(earlier), scores(later)];
  const total = (terms: (at: number) => number) => before.reduce((sum, _, at) => sum + terms(at), 0);
  const p = (at: number) => earlier.shares[at] ?? 0;
  const q = (at: number) => later.shares[at] ?? 0;
  const s = (at: number) => before[at] ?? 0;
  const t = (at: number) => after[at] ?? 0;
  const middle = total((at) => p(at) * s(at) + q(at) * t(at)) / 2;
  return {
    scored: total((at) => ((p(at) + q(at)) / 2) * (t(at) - s(at))),
    shared: total((at) => ((s(at) + t(at)) / 2 - middle) * (q(at) - p(at))),
    total: total((at) => q(at) * t(at) - p(at) * s(at)),
  };
}

const good = [0.02, 0.05, 0.13, 0.3, 0.5];
const fair = [0.08, 0.12, 0.25, 0.3, 0.25];
const poor = [0.25, 0.25, 0.2, 0.2, 0.1];
const before: Population = { shares: [0.4, 0.3, 0.2, 0.1], answers: [good, fair, poor, fair] };
/** Shares move, and two groups score differently. */
const after: Population = { shares: [0.3, 0.3, 0.25, 0.15], answers: [good, poor, poor, good] };

const recommendCodes = (up: number) =>
  Array.from({ length: 11 }, (_, code) => (code >= 9 ? up / 2 : code >= 7 ? 0.15 : (0.7 - up) / 7));
const figures: readonly {
  readonly name: string;
  readonly question: Question;
  readonly measure: Measure;
  readonly score: (code: number) => number;
  readonly lowest: number;
  readonly waves: readonly [Population, Population];
}[] = [
  {
    name: "mean",
    question: rating(1, 5),
    measure: mean,
    score: (code) => code,
    lowest: 1,
    waves: [before, after],
  },
  {
    name: "top-2 share",
    question: rating(1, 5),
    measure: top2,
    score: (code) => (code >= 4 ? 1 : 0),
    lowest: 1,
    waves: [before, after],
  },
  {
    name: "NPS",
    question: recommend(),
    measure: nps,
    score: (code) => (code >= 9 ? 100 : code <= 6 ? -100 : 0),
    lowest: 0,
    waves: [
      { shares: [0.5, 0.3, 0.2], answers: [0.6, 0.4, 0.2].map(recommendCodes) },
      { shares: [0.35, 0.35, 0.3], answers: [0.6, 0.45, 0.15].map(recommendCodes) },
    ],
  },
];
const effects = ["scored", "shared", "total"] as const;

describe.each([
  ["unweighted", false],
  ["weighted", true],
] as const)("95 per cent intervals of effects, %s, hold the truth 93 to 97 times in 100", (_, weighted) => {
  test.each(figures)("$name", ({ name, question, measure, score, lowest, waves }) => {
    const random = seededRandom(name.length + (weighted ? 50 : 0));
    const wanted = truth(...waves, score, lowest);
    const held = { scored: 0, shared: 0, total: 0 };
    for (let sample = 0; sample < samples; sample++) {
      const people = waves.map((population, at) =>
        sampleOf(population, [400, 500][at] ?? 0, { random, weighted, lowest }),
      );
      const { sums } = splitOf(question, measure, people).level;
      for (const effect of effects) {
        const { test: tested } = sums[effect];
        if (tested.status !== "tested") throw new Error(`${effect} was not tested`);
        if (tested.low <= wanted[effect] && wanted[effect] <= tested.high) held[effect] += 1;
      }
    }
    for (const effect of effects) {
      expect(held[effect] / samples, effect).toBeGreaterThanOrEqual(0.93);
      expect(held[effect] / samples, effect).toBeLessThanOrEqual(0.97);
    }
  });
});

describe("where nothing moved", () => {
  const alarms = (population: Population, weighted = false) => {
    const random = seededRandom(7);
    const found = { scored: 0, shared: 0, total: 0 };
    for (let sample = 0; sample < samples; sample++) {
      const people = [400, 500].map((n) => sampleOf(population, n, { random, weighted, lowest: 1 }));
      const { sums } = splitOf(rating(1, 5), mean, people).level;
      for (const effect of effects) {
        const { test: tested } = sums[effect];
        if (tested.status === "tested" && tested.p < 0.05) found[effect] += 1;
      }
    }
    return found;
  };

  test("an effect is claimed 5 times in 100", () => {
    const found = alarms(before);
    for (const effect of effects) {
      expect(found[effect] / samples, effect).toBeGreaterThanOrEqual(0.03);
      expect(found[effect] / samples, effect).toBeLessThanOrEqual(0.07);
    }
  });

  test("and where groups do not even differ, a change of mix is claimed no more often", () => {
    const found = alarms({ ...before, answers: [fair, fair, fair, fair] });
    expect(found.shared / samples).toBeLessThanOrEqual(0.06);
    expect(found.scored / samples).toBeLessThanOrEqual(0.07);
  });
});

describe("against the bootstrap", () => {
  const spread = (values: readonly number[]) => {
    const average = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - average) ** 2, 0) / (values.length - 1));
  };

  test("one weighted sample, drawn again 1,500 times: errors of sums, of lines, of new and closed groups", () => {
    const random = seededRandom(99);
    const changed: Population = { shares: [0.3, 0.45, 0, 0.25], answers: [good, poor, poor, good] };
    const options = { random, weighted: true, lowest: 1 };
    const gone: Population = { shares: [0.4, 0.3, 0.3, 0], answers: before.answers };
    const people = [sampleOf(gone, 500, options), sampleOf(changed, 400, options)];
    const valuesOf = ({ level }: SplitMoves) => {
      const lines = level.lines.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      const all = [level.sums, ...lines.map((line) => line.effects)];
      return all.flatMap((each) => [each.scored, each.shared, each.arrived, each.left, each.total]);
    };
    const own = valuesOf(splitOf(rating(1, 5), mean, people));
    const draws = Array.from({ length: 1500 }, () => {
      const again = people.map((all) => all.map(() => all[Math.floor(random() * all.length)] ?? all[0]));
      const given = again.map((all) => all.filter((person) => person !== undefined));
      return valuesOf(splitOf(rating(1, 5), mean, given)).map(({ value }) => value);
    });
    // 1,500 draws tell a standard deviation to two per cent; a linearised error may be a few off.
    let compared = 0;
    own.forEach(({ standardError }, at) => {
      if (standardError === undefined) return;
      compared += 1;
      expect(standardError / spread(draws.map((draw) => draw[at] ?? 0)), `effect ${at}`).toBeGreaterThan(0.9);
      expect(standardError / spread(draws.map((draw) => draw[at] ?? 0)), `effect ${at}`).toBeLessThan(1.1);
    });
    // All five sums; of two lasting lines three each, of the new and the closed one two each.
    expect(compared).toBe(5 + 2 * 3 + 2 * 2);
  });
});
