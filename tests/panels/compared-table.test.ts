/** A difference whose interval excludes 0 without being clear says so. */
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import type { TestedDifference } from "../../src/measures/difference.ts";
import type { ComparedRow } from "../../src/panels/compare-model.ts";
import { ComparedTable } from "../../src/panels/compared-table.tsx";
import type { Judge } from "../../src/panels/panel.ts";
import { subjectOf } from "../../src/panels/subject.ts";
import { wordsIn } from "../../src/words/words.ts";
import { rating } from "../measures/questions.ts";
import { surveyOf } from "../measures/surveys.ts";
import { contextOf } from "./report.ts";

const question = rating(1, 10);
const survey = surveyOf([question]);
const subject = subjectOf(survey, question);
const difference = (low: number, high: number): TestedDifference => ({
  ...{ status: "tested", value: (low + high) / 2, low, high, p: 0.03, claim: "a b", families: [] },
});
const unclear: Judge = () => "unclear";
const clear: Judge = () => "rise";

function drawn(one: TestedDifference, judge: Judge, language: "en" | "zh" = "en"): string {
  if (!subject) throw new Error("there is no score");
  const estimate = { status: "none" } as const;
  const row: ComparedRow = { subject, own: estimate, other: estimate, difference: one };
  const context = contextOf(survey, [], { language });
  const names = { title: "t", own: "electric", other: "petrol" };
  const props = { context, rows: [row], judge, strictness: { tests: 4, level: "1%" }, ...names };
  return renderToString(h(ComparedTable, props));
}

test.each(["en", "zh"] as const)("in %s among the differences that are not clear", (language) => {
  const byItself = wordsIn(language).view.compare.byItself(4, "1%");
  expect(drawn(difference(0.92, 4.49), unclear, language)).toContain(byItself);
  expect(drawn(difference(-4.49, -0.92), unclear, language)).toContain(byItself);
  expect(drawn(difference(-0.92, 4.49), unclear, language)).not.toContain(byItself);
  // As readers see it, 0.00 excludes nothing; and what is clear needs no such note.
  expect(drawn(difference(0.004, 4.49), unclear, language)).not.toContain(byItself);
  expect(drawn(difference(0.92, 4.49), clear, language)).not.toContain(byItself);
});
