import { describe, expect, test } from "vitest";
import { questionIn } from "../../src/survey/question.ts";
import { interpret, onlyProblem, understood, variable } from "./codebook-text.ts";

const withVersions = (versions: string, type = "rating, scale: { min: 1, max: 5 }") => `id: shop
title: Shop
waves: [{ id: "2022", file: 2022.csv }, { id: "2023", file: 2023.csv }, { id: "2024", file: 2024.csv }]
questions:
  - { id: overall, type: ${type}, column: Q1, versions: [${versions}] }
`;
const ten = "{ min: 1, max: 10 }";

describe("a question whose scale changed", () => {
  test("has each wave's own, in whatever order the versions are written", () => {
    const interpretation = understood(
      withVersions(`{ from: "2024", scale: { min: 0, max: 3 } }, { from: "2023", scale: ${ten} }`),
    );
    const [question] = interpretation.survey.questions;
    if (!question) throw new Error("no question");
    const waves = ["2022", "2023", "2024"];
    const last = waves.map((wave) => {
      const asked = questionIn(question, waves, wave);
      return asked.type === "rating" ? asked.scale.codes.at(-1) : undefined;
    });
    expect(last).toEqual([5, 10, 3]);
    const codes = waves.map((wave) => {
      const reading = variable(interpretation, wave, "q_overall");
      return reading?.kind === "scale" ? reading.codes.length : undefined;
    });
    expect(codes).toEqual([5, 10, 4]);
    expect(question.versions.map(({ from }) => from)).toEqual(["2023", "2024"]);
  });

  test("can't be said to be comparable", () => {
    const problem = onlyProblem(withVersions(`{ from: "2023", scale: ${ten}, comparable: yes }`));
    expect(problem).toMatchObject({ severity: "stop", line: 5, column: "questions[0].versions[0]" });
    expect(problem.message).toMatch(/different scales/);
  });

  test("nor where it goes back to an earlier scale", () => {
    const versions = `{ from: "2024", scale: { min: 1, max: 5 }, comparable: yes }, { from: "2023", scale: ${ten} }`;
    expect(onlyProblem(withVersions(versions))).toMatchObject({ column: "questions[0].versions[0]" });
  });

  test("may be comparable where only the words of the scale changed", () => {
    const labels = "{ codes: [1, 2, 3, 4, 5], labels: [Awful, Poor, Fair, Good, Great] }";
    const { survey } = understood(withVersions(`{ from: "2023", scale: ${labels}, comparable: yes }`));
    expect(survey.questions[0]?.versions[0]?.comparable).toBe(true);
  });

  test("has two versions from one wave: stop", () => {
    const versions = '{ from: "2023", text: A }, { from: "2023", text: B }';
    expect(onlyProblem(withVersions(versions))).toMatchObject({
      column: "questions[0].versions[1]",
      value: "2023",
    });
  });

  test("a recommend question stays on 0–10 or 1–10", () => {
    const problem = onlyProblem(withVersions('{ from: "2023", scale: { min: 1, max: 7 } }', "nps"));
    expect(problem).toMatchObject({ column: "questions[0].versions[0].scale", value: "1–7" });
  });

  test("tells who was asked by codes of either scale", () => {
    const questions = (code: number) =>
      `${withVersions(`{ from: "2023", scale: ${ten} }`)}  - { id: why, type: text, column: W, asked: { overall: [${code}] } }\n`;
    expect(interpret(questions(9)).problems).toEqual([]);
    expect(onlyProblem(questions(11))).toMatchObject({ column: "questions[1].asked.overall[0]" });
  });

  test("stands in a battery only with those on its scale in the wave", () => {
    const ids = ["a", "b", "c", "d"];
    const others = ids
      .map((id) => `  - { id: ${id}, type: rating, scale: ${ten}, column: ${id} }\n`)
      .join("");
    const { reading } = understood(`${withVersions(`{ from: "2023", scale: ${ten} }`)}${others}`);
    expect(reading.waves.map(({ batteries }) => batteries.length)).toEqual([0, 1, 1]);
  });
});
