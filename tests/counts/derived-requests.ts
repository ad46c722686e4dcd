/** Requests over what is worked out of each row, for the store and for the browser's engine alike. */

import type { Derived } from "../../src/counts/derived/request.ts";
import type { CountedAs, PairsRequest } from "../../src/counts/pairs/request.ts";

export const bandItem = { slope: 100, intercept: 0 };
const items = (ids: readonly string[]) => ids.map((question) => ({ question, ...bandItem }));

/** media counts those who ticked something, reason everybody; the second wave offers no paper and asks no r33. */
export const derived: Derived = {
  ticked: [
    { id: "media~screens", of: [{ question: "media", choices: [0, 1], options: 3 }] },
    { id: "media~all", of: [{ question: "media", choices: [0, 1, 2], options: 3 }] },
    { id: "media~paper", of: [{ question: "media", choices: [2], options: 3 }] },
    { id: "reason~all", of: [{ question: "reason", choices: [0, 1, 2], options: 3 }] },
    {
      id: "both~some",
      of: [
        { question: "media", choices: [0, 2], options: 3 },
        { question: "reason", choices: [1], options: 3 },
      ],
    },
  ],
  bands: {
    id: "band",
    items: { w1: items(["r1", "r2", "r33"]), w2: items(["r1", "r2"]) },
    bands: [
      { id: "low", from: 0 },
      { id: "middle", from: 450 },
      { id: "high", from: 700 },
    ],
  },
};

/** What r1 counts: a scale's grades need not be as far apart as their codes. */
export const scoresOfR1 = { 1: 0, 2: 0, 3: 1.5, 4: 3, 5: 5, 6: 6, 7: 7, 8: 8.25, 9: 9, 10: 10 };
export const as: Readonly<Record<string, CountedAs>> = {
  r1: { kind: "scores", scores: scoresOfR1 },
  r2: { kind: "less", question: "r3" },
  r33: { kind: "less", question: "r4" },
};

export const derivedPairs: PairsRequest = {
  questions: ["r1", "r2", "r33", "wait"],
  sets: { all: ["r1", "r2"] },
  as,
  waves: ["w1", "w2"],
  by: [],
  slice: {},
};
