import { describe, expect, test } from "vitest";
import { cascadeRequests, figureAt, indexRequests, sumsOf } from "../../src/panels/figures.ts";
import { indexSubject, type Subject, subjectOf } from "../../src/panels/subject.ts";
import { branchTree } from "../../src/survey/branches.ts";
import type { Network } from "../../src/survey/network.ts";
import { questionOf, waveIds } from "../../src/survey/survey.ts";
import { sameText } from "../../src/survey/text.ts";
import { branchSlice } from "../../src/views/slice.ts";
import { askPairRows, askRows, type Row } from "../counts/ask-rows.ts";
import { factor, item, settings } from "../measures/index/index-survey.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";

const waves = ["w1", "w2", "w3", "w4"];
/** Answers by wave. The old shop closed after w3; the new one opened in w2 and has 2 answers in w3. */
const sizes: Readonly<Record<string, readonly number[]>> = {
  big: [30, 30, 30, 30],
  next: [20, 20, 20, 20],
  old: [12, 12, 12, 0],
  new: [0, 9, 2, 9],
};
const network: Network = {
  levels: ["shop"],
  branches: [{ level: 0, id: "old", states: [{ name: sameText("old"), until: "2024-09-30" }] }],
};
const survey = surveyOf([item("a"), item("b")], {
  waves: waves.map((id, at) => ({
    id,
    title: sameText(id),
    start: `2024-${String(3 * at + 1).padStart(2, "0")}-01`,
  })),
  dimensions: [dimension("shop", Object.keys(sizes))],
  hierarchy: ["shop"],
  network,
  base: { minimum: 5, caution: 10, pool: { shop: 2 } },
  factors: [factor("f", ["a", "b"])],
  index: settings(["f"], { weights: "equal" }),
});
const rows = Object.entries(sizes).flatMap(([shop, byWave]) =>
  byWave.flatMap((n, at) =>
    Array.from({ length: n }, (_, row): Row => {
      const a = shop === "old" ? 2 + at : 6 + (row % 2);
      return { wave: waves[at] ?? "", places: { shop }, answers: { a, b: a } };
    }),
  ),
);

async function figureOf(kind: "question" | "index", shop: string, wave: string) {
  const tree = branchTree(
    survey,
    rows.map(({ places }) => [places["shop"] ?? null]),
  );
  const branch = tree.find(({ path }) => path[0] === shop);
  if (!branch) throw new Error(`no shop ${shop}`);
  const scope = { survey, branch, slice: branchSlice(survey.hierarchy, branch.path) };
  const options = { waves: waveIds(survey) };
  const counts = cascadeRequests(scope, { questions: ["a"], ...options }).map(askRows(survey, rows));
  const pairs = indexRequests(scope, options).map(askPairRows(rows));
  const subject: Subject | undefined =
    kind === "index" ? indexSubject(survey) : subjectOf(survey, questionOf(survey, "a"));
  if (!subject) throw new Error("no subject");
  return figureAt(scope, subject, sumsOf(await Promise.all(counts), await Promise.all(pairs)), { wave });
}

describe.each(["question", "index"] as const)("a pooled figure: %s", (kind) => {
  test("is over the waves of its pool", async () => {
    expect(await figureOf(kind, "big", "w2")).toMatchObject({ status: "ok", n: 60 });
    // 12 answers of 2 and 12 of 3; of 10 that is 250 of 1000.
    const value = kind === "index" ? 250 : 2.5;
    expect(await figureOf(kind, "old", "w2")).toMatchObject({ n: 24, value: expect.closeTo(value, 9) });
  });

  test("is none where the pool is not full", async () => {
    expect(await figureOf(kind, "big", "w1")).toBeUndefined();
  });

  test("is of nobody once the branch has closed, whatever it had in the pool's first wave", async () => {
    expect(await figureOf(kind, "old", "w4")).toEqual({ status: "none" });
  });

  test("is withheld where it less another pool would be a few answers", async () => {
    // 9 answers in w1 and w2, and 11 in w2 and w3: the 2 of w3 would be left.
    expect(await figureOf(kind, "new", "w2")).toMatchObject({ status: "low", n: 9 });
    expect(await figureOf(kind, "new", "w3")).toEqual({ status: "withheld" });
    expect(await figureOf(kind, "new", "w4")).toMatchObject({ n: 11 });
  });
});
