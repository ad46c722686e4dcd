import { expect, test } from "vitest";
import { manifestJson } from "../../src/publish/manifest.ts";
import { sameText } from "../../src/survey/text.ts";
import { rating } from "../measures/questions.ts";
import { surveyOf } from "../measures/surveys.ts";

test("the manifest passes on sets, pairs, features, scores, bands and pooling as the codebook has them", () => {
  const given = {
    sets: [{ id: "cities", title: sameText("Cities"), slice: { city: ["a", "b"] } }],
    pairs: [{ title: sameText("Wait"), expectation: "e1", perception: "p1" }],
    kano: [
      { id: "f1", title: sameText("App"), functional: "f1_functional", dysfunctional: "f1_dysfunctional" },
    ],
    base: { minimum: 5, caution: 30, pool: { dealer: 4 } },
    scoring: {
      fiveToOne: { id: "five", title: sameText("Five"), of: ["item"], deduct: true },
      deduction: { threshold: 0.5, step: 0.05, points: 1 },
    },
    bands: {
      bands: ["low", "high"].map((id, at) => ({ id, title: sameText(id), from: 800 * at })),
      outcomes: [{ question: "item", title: sameText("item"), sure: ["5"] }],
    },
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
