import { describe, expect, test } from "vitest";
import {
  type Break,
  breaksBetween,
  breaksOf,
  breaksOfSeveral,
  comparable,
  isComparable,
} from "../../src/survey/breaks.ts";
import { findBreaks, type QuestionInWave } from "../../src/survey/find-breaks.ts";
import type { Question, Version } from "../../src/survey/question.ts";
import { sameText } from "../../src/survey/text.ts";
import { rating, reason } from "../measures/questions.ts";

const waves = ["w1", "w2", "w3", "w4"];
type Facts = Readonly<Record<string, QuestionInWave>>;

/** Breaks of a rating, or of another question, in four waves. */
function found(versions: readonly Version[], facts?: Facts, question: Question = rating(1, 5)) {
  const inWave = facts && { inWave: (wave: string) => facts[wave] ?? { asked: true } };
  return findBreaks({ ...question, versions }, { waves, ...inWave });
}

describe("breaks that versions declare (M33)", () => {
  test("are new wordings and scales, named with what changed and why", () => {
    const breaks = found([
      { from: "w2", comparable: true, text: sameText("reworded") },
      { from: "w3", comparable: false, scale: rating(1, 10).scale, reason: sameText("ten points") },
    ]);
    expect(breaks).toEqual([
      {
        wave: "w2",
        until: "w1",
        allowed: true,
        cause: { kind: "wording", before: sameText("item"), after: sameText("reworded") },
      },
      {
        wave: "w3",
        until: "w2",
        allowed: false,
        reason: sameText("ten points"),
        cause: { kind: "scale", before: rating(1, 5).scale, after: rating(1, 10).scale },
      },
    ]);
    expect(isComparable(breaks)).toBe(false);
    expect(isComparable(breaks.slice(0, 1))).toBe(true);
  });

  test("may be declared without saying what changed; a version that changes nothing is none", () => {
    expect(found([{ from: "w2", comparable: false }])).toEqual([
      { wave: "w2", until: "w1", allowed: false, cause: { kind: "declared" } },
    ]);
    expect(found([{ from: "w2", comparable: true }])).toEqual([]);
  });

  test("are other names of the same grades too", () => {
    const { scale } = rating(1, 5);
    const renamed = { ...scale, labels: { 5: sameText("excellent") } };
    expect(found([{ from: "w2", comparable: true, scale: renamed }]).map(({ cause }) => cause)).toEqual([
      { kind: "scale", before: scale, after: renamed },
    ]);
  });

  test("stand at the first wave that asked it so, and nowhere before it was asked at all", () => {
    const late = { w1: { asked: false }, w3: { asked: false } };
    const at = (from: string) =>
      found([{ from, comparable: false }], late).map(({ wave, until }) => [wave, until]);
    expect(at("w3")).toEqual([["w4", "w2"]]);
    expect(at("w2")).toEqual([]);
  });
});

describe("breaks that are found in the waves (M33)", () => {
  const offered = (...options: readonly string[]): QuestionInWave => ({ asked: true, options, missing: [] });
  const kinds = (breaks: readonly Break[]) => breaks.map(({ wave, until, cause }) => [wave, until, cause]);

  test("are options that came or went, in whatever order they stand", () => {
    const facts = { w1: offered("tv", "web"), w2: offered("web", "tv"), w3: offered("tv", "app", "web") };
    expect(kinds(found([], { ...facts, w4: offered("app", "web") }, reason))).toEqual([
      ["w3", "w2", { kind: "options", added: ["app"], removed: [] }],
      ["w4", "w3", { kind: "options", added: [], removed: ["tv"] }],
    ]);
  });

  test("are codes that counted as answers and do no more, which are no options that went", () => {
    const before: QuestionInWave = { asked: true, options: ["yes", "no", "unsure"], missing: [] };
    const after: QuestionInWave = { asked: true, options: ["yes", "no"], missing: ["unsure"] };
    expect(kinds(found([], { w1: before, w2: before, w3: after, w4: before }, reason))).toEqual([
      ["w3", "w2", { kind: "missing", added: ["unsure"], removed: [] }],
      ["w4", "w3", { kind: "missing", added: [], removed: ["unsure"] }],
    ]);
  });

  test("are not missing codes that could never be an answer", () => {
    const facts = { w1: offered("yes", "no"), w2: { ...offered("yes", "no"), missing: ["99"] } };
    expect(found([], { ...facts, w3: facts.w2, w4: facts.w1 }, reason)).toEqual([]);
  });

  test("of a scale that changed are only those of the codes that both scales have", () => {
    const five: QuestionInWave = { asked: true, options: ["1", "2", "3", "4", "5"], missing: [] };
    const six: QuestionInWave = { asked: true, options: ["1", "2", "3", "4", "6"], missing: ["5"] };
    const versions = [{ from: "w3", comparable: false, scale: rating(1, 6).scale }];
    expect(kinds(found(versions, { w1: five, w2: five, w3: six, w4: six }))).toEqual([
      ["w3", "w2", { kind: "scale", before: rating(1, 5).scale, after: rating(1, 6).scale }],
      ["w3", "w2", { kind: "missing", added: ["5"], removed: [] }],
    ]);
  });

  test("are whose answers count, and how many of each respondent's", () => {
    const asked = [{ id: "user", values: ["1"] }];
    const facts: Facts = {
      w1: { asked: true, askedOf: [], mentions: "one" },
      w2: { asked: true, askedOf: asked, mentions: "one" },
      w3: { asked: true, askedOf: asked, mentions: "several" },
      w4: { asked: true, askedOf: asked, mentions: "several" },
    };
    expect(kinds(found([], facts))).toEqual([
      ["w2", "w1", { kind: "askedOf", before: [], after: asked }],
      ["w3", "w2", { kind: "mentions", after: "several" }],
    ]);
  });

  test("pass over waves that did not ask, and over what a wave does not tell", () => {
    const facts = { w1: offered("tv"), w2: { asked: false }, w3: { asked: true }, w4: offered("web") };
    expect(kinds(found([], facts, reason))).toEqual([
      ["w4", "w1", { kind: "options", added: ["web"], removed: ["tv"] }],
    ]);
    expect(found([], { ...facts, w4: offered("tv") }, reason)).toEqual([]);
  });

  test("are waved through by a version that begins there, and take its reason", () => {
    const facts = { w1: offered("tv"), w2: offered("tv"), w3: { asked: false }, w4: offered("web") };
    const with4 = (version: Partial<Version>) =>
      found([{ from: "w4", comparable: true, reason: sameText("new app"), ...version }], facts, reason);
    expect(with4({})).toMatchObject([{ wave: "w4", allowed: true, reason: sameText("new app") }]);
    expect(with4({ from: "w3" })).toMatchObject([{ wave: "w4", allowed: true }]);
    expect(with4({ from: "w2" })).toMatchObject([{ wave: "w4", allowed: false }]);
    // What was found explains a version that does not say what changed.
    expect(with4({ comparable: false })).toMatchObject([
      { wave: "w4", allowed: false, reason: sameText("new app"), cause: { kind: "options" } },
    ]);
  });
});

describe("what lies between two waves", () => {
  const versions = [{ from: "w2", comparable: false, text: sameText("new") }];
  const question = { ...rating(1, 5), versions };

  test("are the breaks after the one, up to and with the other", () => {
    expect(breaksBetween(question, waves, "w2", "w4")).toEqual([]);
    expect(breaksBetween(question, waves, "w1", "w2")).toHaveLength(1);
    expect(breaksBetween(question, waves, "w3", "w3")).toEqual([]);
    expect([comparable(question, waves, "w1", "w4"), comparable(question, waves, "w2", "w4")]).toEqual([
      false,
      true,
    ]);
  });

  test("are those that the question carries, where the waves were read", () => {
    const one: Break = { wave: "w3", until: "w2", cause: { kind: "declared" }, allowed: false };
    const read = { ...question, breaks: [one] };
    expect(breaksOf(read, waves)).toEqual([one]);
    expect(comparable(read, waves, "w1", "w2")).toBe(true);
    expect(comparable(read, waves, "w1", "w3")).toBe(false);
    expect(comparable({ ...read, breaks: [{ ...one, allowed: true }] }, waves, "w1", "w3")).toBe(true);
  });

  test("needs two waves in order", () => {
    expect(() => comparable(question, waves, "w4", "w1")).toThrow(RangeError);
    expect(() => breaksBetween(question, waves, "w1", "w9")).toThrow(/w9/);
  });
});

describe("breaks of a figure made of several questions", () => {
  const named = (id: string, rest: Partial<Question> = {}): Question =>
    ({ ...rating(1, 5), ...rest, id }) as Question;
  const reworded = { versions: [{ from: "w3", comparable: false, text: sameText("new") }] };

  test("are those of any of them, with the question", () => {
    const items = [named("a"), named("b", reworded), named("c", reworded)];
    const between = breaksOfSeveral(items, waves, "w1", "w4");
    expect(between.map(({ question, break: { wave, cause } }) => [question, wave, cause.kind])).toEqual([
      ["b", "w3", "wording"],
      ["c", "w3", "wording"],
    ]);
    expect(breaksOfSeveral(items, waves, "w3", "w4")).toEqual([]);
  });

  test("are questions that only one of the two waves asked", () => {
    const since3 = named("since3", { notAskedIn: ["w1", "w2"] });
    const until2 = named("until2", { notAskedIn: ["w3", "w4"] });
    const breaks = (earlier: string, later: string) =>
      breaksOfSeveral([since3, until2], waves, earlier, later).map((one) => [
        one.question,
        one.break.until,
        one.break.wave,
        one.break.cause.kind,
        one.break.allowed,
      ]);
    expect(breaks("w1", "w4")).toEqual([
      ["since3", "w2", "w3", "newlyAsked", false],
      ["until2", "w2", "w3", "notAsked", false],
    ]);
    expect(breaks("w1", "w2")).toEqual([]);
    expect(breaks("w3", "w4")).toEqual([]);
  });

  test("a gap in between breaks nothing, and a version waves a new question through", () => {
    const gap = named("gap", { notAskedIn: ["w2", "w3"] });
    expect(breaksOfSeveral([gap], waves, "w1", "w4")).toEqual([]);
    const allowed = named("new", {
      notAskedIn: ["w1"],
      versions: [{ from: "w2", comparable: true, reason: sameText("as before") }],
    });
    expect(breaksOfSeveral([allowed], waves, "w1", "w4")).toMatchObject([
      { question: "new", break: { wave: "w2", allowed: true, reason: sameText("as before") } },
    ]);
  });

  test("of a question that one end lacks, nothing else matters", () => {
    const item = named("item", { ...reworded, notAskedIn: ["w4"] });
    expect(breaksOfSeveral([item], waves, "w1", "w4")).toMatchObject([
      { break: { wave: "w4", cause: { kind: "notAsked" } } },
    ]);
  });

  test("needs two waves in order", () => {
    expect(() => breaksOfSeveral([named("a")], waves, "w2", "w1")).toThrow(RangeError);
  });
});
