import { describe, expect, test } from "vitest";
import { gradeLook } from "../../src/panels/grade-sides.ts";
import type { ScaleQuestion } from "../../src/survey/question.ts";
import { rating, recommend } from "../measures/questions.ts";
import { surveyOf } from "../measures/surveys.ts";
import { contextOf } from "./report.ts";

const lookOf = (question: ScaleQuestion, language: "en" | "zh" = "en") =>
  gradeLook(question, contextOf(surveyOf([question]), [], { language }));
const withSatisfied = (question: ScaleQuestion, satisfied: readonly number[]): ScaleQuestion => ({
  ...question,
  scale: { ...question.scale, satisfied },
});

describe("sides of grades", () => {
  test("are the top two and the bottom two, with all others neutral and grey between them", () => {
    const { sides, names, words, colour } = lookOf(withSatisfied(rating(1, 10), []));
    expect(sides).toEqual([-1, -1, 0, 0, 0, 0, 0, 0, 1, 1]);
    expect(names).toEqual({ worse: "bottom two (1–2)", better: "top two (9–10)" });
    expect(words).toEqual({ worse: "← bottom two (1–2)", better: "top two (9–10) →" });
    expect(new Set([2, 3, 4, 5, 6, 7].map(colour))).toEqual(new Set(["var(--grade-4)"]));
    expect([0, 1, 8, 9].map(colour)).not.toContain("var(--grade-4)");
  });

  test("are what the codebook calls satisfied, where it says so", () => {
    const look = lookOf(withSatisfied(rating(1, 10), [7, 8, 9, 10]));
    expect(look.sides).toEqual([-1, -1, 0, 0, 0, 0, 1, 1, 1, 1]);
    expect(look.names.better).toBe("satisfied (7–10)");
    expect(lookOf(withSatisfied(rating(1, 5), [3, 4, 5]), "zh").names).toEqual({
      worse: "最低两项（1–2 分）",
      better: "满意（3–5 分）",
    });
    expect(lookOf(withSatisfied(rating(1, 5), [3, 5])).names.better).toBe("satisfied (3, 5)");
  });

  test("never share a grade: of three each has one", () => {
    const { sides, names } = lookOf(withSatisfied(rating(1, 3), []));
    expect(sides).toEqual([-1, 0, 1]);
    expect(names).toEqual({ worse: "bottom grade (1)", better: "top grade (3)" });
  });

  test("of a recommend question are detractors and promoters", () => {
    expect(lookOf(recommend()).sides).toEqual([-1, -1, -1, -1, -1, -1, -1, 0, 0, 1, 1]);
  });
});
