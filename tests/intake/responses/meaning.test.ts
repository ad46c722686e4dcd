import { describe, expect, test } from "vitest";
import { meaningOf, placeOf } from "../../../src/intake/responses/meaning.ts";

const cleaning = { missing: ["9", "Blank"], recode: { Great: "1", Odd: "Fine" }, notAsked: ["-3", "7"] };
const words = { Good: "1", Fine: "2", "Don't know": "9", "Not for me": "7", "2": "1" };
const meaning = meaningOf({ ...cleaning, words }, placeOf(["1", "2", "3"]));

describe("a cell of codes or words", () => {
  test.each([
    ["a code", "2", 1],
    ["a code as a spreadsheet writes it", "2.0", 1],
    ["a label, white space around it", " Good ", 0],
    ["a code, though it is a label too", "2", 1],
    ["what a value is recoded to", "Great", 0],
    ["words that a value is recoded to", "Odd", 1],
    ["a missing code", "9.0", "missing"],
    ["a missing word", "Blank", "missing"],
    ["nothing", "  ", "missing"],
    ["the label of a missing code", "Don't know", "missing"],
    ["a value of those not asked", "-3.0", "notAsked"],
    ["the label of a value of those not asked", "Not for me", "notAsked"],
    ["code and label together, which is no guess to make", "1 - Good", undefined],
    ["a label in another case", "good", undefined],
    ["what every object has", "constructor", undefined],
  ])("holds %s", (_, cell, expected) => {
    expect(meaning(cell)).toBe(expected);
  });

  test("a blank can be said to mean that nobody asked", () => {
    const skipped = meaningOf({ missing: [], recode: {}, notAsked: [""] }, placeOf(["1"]));
    expect(["", " ", "1", "2"].map(skipped)).toEqual(["notAsked", "notAsked", 0, undefined]);
  });

  test("without words a label is no answer", () => {
    expect(meaningOf(cleaning, placeOf(["1", "2", "3"]))("Good")).toBeUndefined();
  });
});
