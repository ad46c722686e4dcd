import { describe, expect, test } from "vitest";
import {
  type BreakOptions,
  breaksBetween,
  isComparable,
  type QuestionInWave,
} from "../../src/survey/breaks.ts";
import { comparable, type Version } from "../../src/survey/question.ts";
import { sameText } from "../../src/survey/text.ts";
import { rating } from "../measures/questions.ts";

const waves = ["w1", "w2", "w3", "w4"];
const between = (versions: readonly Version[], rest: Partial<BreakOptions> = {}) =>
  breaksBetween({ ...rating(1, 5), versions }, { waves, earlier: "w1", later: "w4", ...rest });

describe("breaks of a question (M33)", () => {
  test("are new wordings and scales, named with what changed and why", () => {
    const found = between([
      { from: "w2", comparable: true, text: sameText("reworded") },
      { from: "w3", comparable: false, scale: rating(1, 10).scale, reason: sameText("ten points") },
    ]);
    expect(found).toEqual([
      {
        wave: "w2",
        allowed: true,
        cause: { kind: "wording", before: sameText("item"), after: sameText("reworded") },
      },
      {
        wave: "w3",
        allowed: false,
        reason: sameText("ten points"),
        cause: { kind: "scale", before: rating(1, 5).scale, after: rating(1, 10).scale },
      },
    ]);
    expect(isComparable(found)).toBe(false);
    expect(isComparable(found.slice(0, 1))).toBe(true);
  });

  test("lie only between the two waves", () => {
    const versions = [{ from: "w2", comparable: false, text: sameText("new") }];
    expect(between(versions, { earlier: "w2" })).toEqual([]);
    expect(between(versions, { later: "w2" })).toHaveLength(1);
    expect(between(versions, { earlier: "w3", later: "w3" })).toEqual([]);
  });

  test("may be declared without saying what changed; a version that changes nothing is none", () => {
    expect(between([{ from: "w2", comparable: false }])).toEqual([
      { wave: "w2", allowed: false, cause: { kind: "declared" } },
    ]);
    expect(between([{ from: "w2", comparable: true }])).toEqual([]);
  });

  test("agree with what is compared", () => {
    for (const isAllowed of [true, false]) {
      const question = {
        ...rating(1, 5),
        versions: [{ from: "w3", comparable: isAllowed, text: sameText("new") }],
      };
      for (const earlier of waves)
        for (const later of waves.slice(waves.indexOf(earlier)))
          expect(isComparable(breaksBetween(question, { waves, earlier, later }))).toBe(
            comparable(question, waves, earlier, later),
          );
    }
  });

  test("are found in what the waves hold: options, missing codes, who was asked", () => {
    const facts: Readonly<Record<string, QuestionInWave>> = {
      w1: { asked: true, options: ["tv", "web"], missing: ["9"] },
      w2: { asked: true, options: ["web", "tv"], missing: ["9"] },
      w3: { asked: false },
      w4: {
        asked: true,
        options: ["tv", "app"],
        missing: ["9", "0"],
        askedOf: [{ id: "user", values: ["1"] }],
      },
    };
    const inWave = (wave: string) => facts[wave] ?? { asked: true };
    expect(between([], { inWave, later: "w2" })).toEqual([]);
    expect(between([], { inWave }).map(({ wave, cause }) => [wave, cause])).toEqual([
      ["w4", { kind: "options", added: ["app"], removed: ["web"] }],
      ["w4", { kind: "missing", added: ["0"], removed: [] }],
      ["w4", { kind: "askedOf", before: [], after: [{ id: "user", values: ["1"] }] }],
    ]);
    const allowed = between([{ from: "w3", comparable: true, reason: sameText("new app") }], { inWave });
    expect(isComparable(allowed)).toBe(true);
    expect(allowed[0]?.reason).toEqual(sameText("new app"));
    expect(between([], { inWave, later: "w3" })).toEqual([
      { wave: "w3", allowed: false, cause: { kind: "notAsked" } },
    ]);
  });

  test("need two waves in order", () => {
    expect(() => between([], { earlier: "w4", later: "w1" })).toThrow(RangeError);
    expect(() => between([], { later: "w9" })).toThrow(/w9/);
  });
});
