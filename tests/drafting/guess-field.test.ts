import { describe, expect, test } from "vitest";
import { alignWaves } from "../../src/drafting/align.ts";
import type { Guess } from "../../src/drafting/guess.ts";
import { alone } from "../../src/drafting/guess-codes.ts";
import { guessField } from "../../src/drafting/guess-field.ts";
import { draftQuestions } from "../../src/drafting/questions.ts";
import { draftWords } from "../../src/drafting/words.ts";
import { fieldOf, fieldsOf, sheetOf, times, wave } from "./sheets.ts";

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

  test("what one person wrote is never a label, however few were asked", () => {
    const found = guess("Drink", { Tea: 5, Coffee: 4, "Ann Smith's own brew": 1 });
    expect(labels(found)).toEqual(["Tea", "Coffee", "Other"]);
    expect(found.doubts).toContain(say.maybeFreeText);
    expect(JSON.stringify(found)).not.toMatch(/Smith/);
    expect(guess("Answer", { "It was Ann": 1, "Too slow": 1 }).answers.type).toBe("text");
    expect(labels(guess("Came back", { Yes: 8, No: 1 }))).toEqual(["Yes", "No"]);
    const mention = { Drink1: times({ Tea: 6, Coffee: 3, "Ann's": 1 }), Drink2: ["Coffee", "Tea"] };
    const [several] = draftQuestions(fieldsOf(mention), say).questions;
    expect(several && labels(several.guess)).toEqual(["Tea", "Coffee", "Other"]);
  });

  test("headers that ask for words are free text, unless few short options come again and again", () => {
    const said = { Price: 6, Staff: 5, "It was Ann who helped me": 2 };
    const found = guess("Any other comments?", said);
    expect([found.answers.type, found.doubts]).toEqual(["text", [say.textByHeader]]);
    expect(guess("请说明原因", said).answers.type).toBe("text");
    expect(guess("Why did you come?", { Price: 40, Staff: 30, Location: 30 }).answers.type).toBe("single");
    expect(guess("Feedback was given", { Yes: 8, No: 4 }).answers.type).toBe("single");
    expect(
      guess("How satisfied are you with our feedback?", { 1: 2, 2: 3, 3: 8, 4: 20, 5: 9 }).answers.type,
    ).toBe("rating");
  });

  test("what the survey tool says was typed is free text; a number that was typed is a number", () => {
    const [first, second] = draftQuestions(
      alignWaves([
        {
          wave: "1",
          sheet: sheetOf([
            ["Respondent ID", "What could be better?", "Minutes waited"],
            ["", "Open-Ended Response", "Open-Ended Response"],
            ...Array.from({ length: 40 }, (_, at) => [`${at}`, at % 2 ? "Price" : "Staff", `${10 + at}`]),
          ]),
        },
      ]).slice(1),
      say,
    ).questions;
    expect([first?.guess.answers.type, second?.guess.answers.type]).toEqual(["text", "number"]);
  });

  test("codes of several choices in one cell are a multiple choice; decimal commas are none", () => {
    const found = guess("What did you use?", { "1,2,3": 10, "2,3": 20, 1: 40, 3: 10 });
    expect(found.answers).toMatchObject({ type: "multi", form: { kind: "cell", separator: "," } });
    expect(labels(found)).toEqual(["1", "2", "3"]);
    const prices = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${10 + at},5`, 2]));
    expect(guess("Price", prices).answers.type).not.toBe("multi");
  });

  test("eleven grades from 0 to 10 are a scale, in which 0 is one of them", () => {
    const eleven = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [String(at), 3 + (at % 4)]));
    expect(guess("Q17", eleven)).toMatchObject({ answers: { type: "rating" }, missing: [] });
    const german = guess("Würden Sie uns weiterempfehlen?", eleven);
    expect(german).toMatchObject({ answers: { type: "nps" }, missing: [] });
    expect(guess("How many visits?", eleven).answers.type).toBe("number");
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

describe("words in some waves and codes in others", () => {
  const words = times({ 很不满意: 5, 不满意: 10, 一般: 20, 满意: 40, 很满意: 25 });
  test("are one question, whose words are the labels of its codes", () => {
    const waves = [
      wave({ 服务态度: words }, "2023"),
      wave({ 服务态度: times({ 1: 5, 2: 10, 3: 20, 4: 40, 5: 20, 9: 5 }) }, "2024"),
    ];
    const [field, second] = alignWaves(waves);
    if (!field || second) throw new Error("not one field");
    expect(guessField(field, alone, say)).toMatchObject({
      answers: {
        type: "rating",
        scale: { codes: [1, 2, 3, 4, 5], labels: ["很不满意", "不满意", "一般", "满意", "很满意"] },
      },
      missing: ["9"],
    });
  });

  test("a step that nobody gave is taken from another question's scale", () => {
    const { questions } = draftQuestions(
      fieldsOf({ 态度: words, 价格: times({ 不满意: 20, 一般: 30, 满意: 40, 很满意: 10 }) }),
      say,
    );
    expect(
      questions.map(({ guess: { answers } }) => (answers.type === "rating" ? answers.scale.codes.length : 0)),
    ).toEqual([5, 5]);
  });

  test("words that lack a step get it from another question; where none has it, they are no rating", () => {
    const lacking = times({ 不满意: 20, 一般: 30, 满意: 40, 很满意: 10 });
    const codes = times({ 1: 10, 2: 10, 3: 20, 4: 40, 5: 20 });
    const answersOf = (
      first: Readonly<Record<string, readonly string[]>>,
      second: Readonly<Record<string, readonly string[]>>,
    ) =>
      draftQuestions(alignWaves([wave(first, "1"), wave(second, "2")]), say).questions.map(
        ({ guess: { answers, missing } }) => [answers.type, ...missing],
      );
    expect(answersOf({ 态度: words, 价格: lacking }, { 态度: codes, 价格: codes })).toEqual([
      ["rating"],
      ["rating"],
    ]);
    expect(answersOf({ 价格: lacking }, { 价格: codes })).toEqual([["single"]]);
  });
});
