import { expect, test } from "vitest";
import { publishedAsFound } from "../../src/build/published-values.ts";
import { completeSurvey } from "../../src/survey/complete.ts";
import type { Survey } from "../../src/survey/survey.ts";
import { sameText } from "../../src/survey/text.ts";

const survey: Survey = {
  id: "s",
  title: sameText("S"),
  synthetic: false,
  waves: [],
  dimensions: [
    { id: "shop", title: sameText("Shop"), options: [] },
    { id: "age", title: sameText("Age"), options: [] },
    { id: "sex", title: sameText("Sex"), options: [{ id: "f", label: sameText("F") }] },
  ],
  hierarchy: ["shop"],
  segments: [],
  filters: [],
  sets: [],
  pairs: [],
  kano: [],
  questions: [],
  factors: [],
  headline: "",
  measures: ["mean"],
  base: { minimum: 5, caution: 30 },
  publish: "protected",
};

test("values without labels are named to the analyst; branches and labelled ones are not", () => {
  const complete = completeSurvey(survey, [{ d_shop: ["n1"], d_age: ["old", "young"], d_sex: ["f"] }]);
  const notes = publishedAsFound(survey, complete, "survey.yaml");
  expect(notes.map(({ column }) => column)).toEqual(["age"]);
  expect(notes[0]?.message).toContain('"old", "young"');
});
