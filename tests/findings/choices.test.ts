import { describe, expect, test } from "vitest";
import { compareVersions } from "../../src/findings/compare-versions.ts";
import type { RecordedQuestion } from "../../src/survey/version-record.ts";
import { figure, question, version, wave } from "./records.ts";

/** A version of one wave, in which so many of 100 said yes, and so many wrote a comment. */
function said(dataVersion: string, yes: number, comments: number) {
  const used: RecordedQuestion = {
    ...question("used", {}),
    figures: {},
    shares: { yes: { w1: figure(yes / 100, 0.1, 100) }, no: { w1: figure(1 - yes / 100, 0.1, 100) } },
  };
  const comment: RecordedQuestion = { ...question("comment", {}), figures: {}, answered: { w1: comments } };
  const item = question("item", { w1: figure(4, 0.2, 100) });
  return version(dataVersion, { waves: [wave("w1")], questions: [item, used, comment] });
}

describe("choices and texts of two versions", () => {
  test("a choice that was corrected is restated, option by option, and corrects its wave", () => {
    const { restated, waves, kinds } = compareVersions(said("a", 49, 20), said("b", 94, 20));
    expect(restated).toMatchObject({ compared: 4, restated: 2 });
    expect(restated.largest.map(({ subject, change }) => [subject.option, change.toFixed(2)])).toEqual([
      ["yes", "0.45"],
      ["no", "-0.45"],
    ]);
    expect(waves[0]).toMatchObject({ state: "corrected", reasons: ["figures"] });
    expect(kinds).toEqual(["score", "share", "answered"]);
  });

  test("a number of answers that is another is restated; without a margin it stands last", () => {
    const { restated } = compareVersions(said("a", 49, 20), said("b", 50, 30));
    expect(restated).toMatchObject({ compared: 4, restated: 3 });
    expect(restated.largest.map(({ subject }) => subject.kind)).toEqual(["share", "share", "answered"]);
    expect(restated.largest[2]).toMatchObject({ change: 10 });
  });

  test("a record without shares has none to compare, and nothing is said to be the same", () => {
    const old = said("a", 49, 20);
    const bare = { ...old, questions: old.questions.map(({ shares: _, answered: __, ...rest }) => rest) };
    const { restated, kinds, waves } = compareVersions(bare, said("b", 94, 30));
    expect(restated).toMatchObject({ compared: 1, restated: 0 });
    expect(kinds).toEqual(["score"]);
    expect(waves[0]?.state).toBe("same");
  });
});
