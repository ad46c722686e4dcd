import { expect, test } from "vitest";
import { interpretCodebook } from "../../src/codebook/interpret.ts";

const text = `id: shop
title: Shop
waves:
  - { id: "1", file: a.csv }
dimensions:
  - { id: region, column: REGION, colum: REGOIN }
hierarchy: [regoin]
questions:
  - { id: lost, type: ratng, column: A, scale: ten }
  - { id: kept, type: rating, column: B, scale: tne }
  - { id: fine, type: rating, column: C, scale: ten }
scales:
  ten: { min: 1, max: 10 }
outcome: lost
`;

test("what the schema refuses does not hide what else is wrong, and its absence is no further problem", () => {
  const { interpretation, partial, problems } = interpretCodebook(text, {
    file: "survey.yaml",
    folder: ".",
    readText: () => undefined,
  });
  expect(interpretation).toBeUndefined();
  expect(
    problems.map(({ line = 0, value }) => [line, value] as const).toSorted((a, b) => a[0] - b[0]),
  ).toEqual([
    [6, "colum"],
    [7, "regoin"],
    [9, "ratng"],
    [10, "tne"],
  ]);
  expect(partial?.survey.questions.map(({ id }) => id)).toEqual(["fine"]);
});
