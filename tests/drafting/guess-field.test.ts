import { describe, expect, test } from "vitest";
import type { Guess } from "../../src/drafting/guess.ts";
import { alone } from "../../src/drafting/guess-codes.ts";
import { guessField } from "../../src/drafting/guess-field.ts";
import { draftWords } from "../../src/drafting/words.ts";
import { fieldOf, times } from "./sheets.ts";

const say = draftWords.en;
const guess = (header: string, counts: Readonly<Record<string, number>>): Guess =>
  guessField(fieldOf(header, times(counts)), alone, say);
const labels = ({ answers }: Guess) =>
  "labels" in answers ? answers.labels?.map(({ text }) => text) : undefined;

describe("a column of its own", () => {
  test("a likelihood to recommend, in both languages", () => {
    const counts = { 0: 2, 3: 4, 6: 6, 7: 10, 8: 20, 9: 30, 10: 28 };
    expect(guess("How likely are you to recommend us?", counts).answers.type).toBe("nps");
    expect(guess("您向朋友推荐的可能性", counts).answers.type).toBe("nps");
    expect(guess("Score", counts).answers.type).toBe("rating");
  });

  test("codes of a list keep their numbers as labels, for a person to name", () => {
    const { answers, missing, doubts } = guess("Q4BAGS", { 0: 9, 1: 50, 2: 40, 3: 2 });
    expect(answers).toMatchObject({ type: "single", labels: [{ code: "1" }, { code: "2" }, { code: "3" }] });
    expect(missing).toEqual(["0"]);
    expect(doubts).toContain(say.nameCodes);
  });

  test("answers in the order of their numbers where they are ranges, else by how often; other last", () => {
    expect(labels(guess("Age", { "25-34": 40, "Under 18": 3, "45 or older": 20, "18-24": 37 }))).toEqual([
      "Under 18",
      "18-24",
      "25-34",
      "45 or older",
    ]);
    expect(labels(guess("Drink", { Other: 50, Tea: 20, Coffee: 30 }))).toEqual(["Coffee", "Tea", "Other"]);
  });

  test("what fewer than five of many wrote is never a label: it counts as other", () => {
    const found = guess("Drink", {
      Tea: 60,
      Coffee: 40,
      "Ann Smith's own brew": 1,
      "Call me on 555-0100": 1,
    });
    expect(labels(found)).toEqual(["Tea", "Coffee", "Other"]);
    expect(found.answers).toMatchObject({ other: "other" });
    expect(JSON.stringify(found)).not.toMatch(/Smith|555/);
  });

  test("spellings that only differ in capitals are one", () => {
    expect(guess("Gender", { Male: 40, male: 20, MALE: 1, Female: 39 }).answers).toMatchObject({
      labels: [{ code: "Male" }, { code: "Female" }],
      recode: { male: "Male", MALE: "Male" },
    });
  });

  test("words for no answer, short ones only: what somebody wrote at length stays out of the codebook", () => {
    const essay = "Prefer not to answer, because I believe that nobody needs to know this";
    const found = guess("Ethnicity", { A: 40, B: 40, "Prefer not to answer": 18, [essay]: 1 });
    expect(found.missing).toEqual(["Prefer not to answer"]);
    expect(JSON.stringify(found)).not.toMatch(/believe/);
  });

  test("a quantity with its unit; -1 beside it is no answer; a few words are listed", () => {
    const minutes = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [String(5 + at), 3]));
    expect(guess("Waiting time (minutes)", { ...minutes, "-1": 9, unknown: 4 })).toMatchObject({
      answers: { type: "number", unit: { en: "minutes" }, min: 0 },
      missing: ["unknown", "-1"],
    });
  });

  test("mostly different words are free text", () => {
    const words = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`I liked point ${at} best`, 1]));
    expect(guess("Comment", words).answers.type).toBe("text");
  });

  test("dates that a spreadsheet made of ranges are pointed out", () => {
    expect(guess("Employees", { "Jun-25": 30, "1-5": 40, "26-50": 30 }).doubts).toContain(say.turnedIntoDate);
  });
});
