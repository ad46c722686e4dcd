import { afterEach, expect, test } from "vitest";
import type { PreparedSurvey } from "../../src/build/prepared.ts";
import { onlySurvey, type PreparedFiles, prepareFiles } from "./prepare-files.ts";

const opened: PreparedFiles[] = [];
afterEach(() => Promise.all(opened.splice(0).map((files) => files.remove())));

/** Enough respondents for each answer that an open question shows it by name. */
const many = (answer: string) => Array.from({ length: 6 }, () => answer);

/** A survey of two waves with an open question; the second wave's answers are given. */
async function prepared(answers: readonly string[]): Promise<PreparedSurvey> {
  const csv = (values: readonly string[]) => `WHY\n${values.join("\n")}\n`;
  const files = await prepareFiles({
    "survey.yaml": `
id: one
title: One
waves: [{ id: "2023", file: first.csv }, { id: "2024", file: second.csv }]
questions: [{ id: why, type: single, column: WHY }]
`,
    // The first wave has both answers, so that the options of the survey are the same either way.
    "first.csv": csv([...many("A"), ...many("B")]),
    "second.csv": csv(answers),
  });
  opened.push(files);
  return onlySurvey(files);
}

const names = ({ waves }: PreparedSurvey) => waves.map(({ name }) => name);

test("a wave of A that becomes a wave of B has another name and data version", async () => {
  const [before, after] = [await prepared(many("A")), await prepared(many("B"))];
  expect(before.waves.map(({ layout }) => layout.dictionaries["q_why"])).toEqual([["A", "B"], ["A"]]);
  expect(after.survey).toEqual(before.survey);
  expect(names(after)[0]).toBe(names(before)[0]);
  expect(names(after)[1]).not.toBe(names(before)[1]);
  expect(after.dataVersion).not.toBe(before.dataVersion);
});

test("equal answers have equal names, bytes and data version", async () => {
  const [one, other] = [
    await prepared([...many("B"), ...many("A")]),
    await prepared([...many("A"), ...many("B")]),
  ];
  expect(names(other)).toEqual(names(one));
  expect(other.waves.map(({ store }) => store)).toEqual(one.waves.map(({ store }) => store));
  expect(other.dataVersion).toBe(one.dataVersion);
});
