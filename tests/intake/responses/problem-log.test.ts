import { expect, test } from "vitest";
import { badCell, ProblemLog } from "../../../src/intake/responses/problem-log.ts";

test("of a column fifty bad values are told apart, and all of them are counted", () => {
  const log = new ProblemLog("answers.csv");
  for (let line = 2; line < 1002; line++) log.cell(line, "A", `value ${line}`, badCell("a code"));
  log.cell(1002, "A", "value 2", badCell("a code"));
  log.cell(1003, "B", "other", badCell("a code"));
  const inA = log.problems.filter(({ column }) => column === "A");
  expect(inA).toHaveLength(51);
  expect(inA[0]).toMatchObject({ value: "value 2", count: 2, lines: [2, 1002] });
  expect(inA.at(-1)).toMatchObject({ severity: "cell", count: 950, line: 52 });
  expect(inA.at(-1)?.value).toBeUndefined();
  expect(inA.at(-1)?.lines).toHaveLength(20);
  expect(log.problems.filter(({ column }) => column === "B")).toHaveLength(1);
});
