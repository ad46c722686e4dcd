import { expect, test } from "vitest";
import { manifestJson } from "../../src/publish/manifest.ts";
import { sameText } from "../../src/survey/text.ts";
import { rating } from "../measures/questions.ts";
import { surveyOf } from "../measures/surveys.ts";

test("the manifest passes on sets, pairs, features and pooling as the codebook has them", () => {
  const given = {
    sets: [{ id: "cities", title: sameText("Cities"), slice: { city: ["a", "b"] } }],
    pairs: [{ title: sameText("Wait"), expectation: "e1", perception: "p1" }],
    kano: [
      { id: "f1", title: sameText("App"), functional: "f1_functional", dysfunctional: "f1_dysfunctional" },
    ],
    base: { minimum: 5, caution: 30, pool: { dealer: 4 } },
  };
  const text = manifestJson({
    survey: surveyOf([rating(1, 5)], given),
    dataVersion: "",
    waves: [],
    tables: [],
    branches: [],
    former: [],
    answered: {},
    estimatesSha256: "",
  });
  expect(JSON.parse(text)).toMatchObject(given);
});
