import { describe, expect, test } from "vitest";
import { guessJoined } from "../../src/drafting/guess-joined.ts";
import { draftWords } from "../../src/drafting/words.ts";
import { fieldOf, times } from "./sheets.ts";

function joined(counts: Readonly<Record<string, number>>, header = "Which do you use?") {
  const guess = guessJoined(fieldOf(header, times(counts)), draftWords.en);
  if (guess?.answers.type !== "multi" || guess.answers.form.kind !== "cell") return undefined;
  const { form, labels, other, none } = guess.answers;
  return { separator: form.separator, options: labels.map(({ text }) => text), other, none };
}

describe("several choices in one cell", () => {
  test("parted by ┋, however rare some are", () => {
    const found = joined({ 运动: 30, "运动┋阅读": 30, "阅读┋影视": 20, "影视┋其他": 1 }, "爱好");
    expect(found).toEqual({
      separator: "┋",
      options: ["运动", "阅读", "影视", "其他"],
      other: undefined,
      none: undefined,
    });
  });

  test("a comma in brackets parts nothing, and one before what always follows does not either", () => {
    const tea = "Tea (black, green or white)";
    const found = joined({
      [tea]: 20,
      [`Coffee, ${tea}`]: 30,
      "Coffee, Milk, oat or soy": 30,
      "Milk, oat or soy": 20,
    });
    expect(found?.options.toSorted()).toEqual(["Coffee", "Milk, oat or soy", tea]);
  });

  test("rare parts are words of the respondents' own and count as other", () => {
    const found = joined({
      "Python, Excel": 60,
      Excel: 40,
      Python: 40,
      "Excel, a tool of my own": 1,
      "Excel, an abacus": 1,
    });
    expect(found).toMatchObject({ options: ["Excel", "Python", "Other"], other: "other" });
  });

  test("none of these is kept apart", () => {
    expect(
      joined({ "Pool; Gym": 40, "Pool; Bar": 20, "Gym; Bar": 5, Pool: 30, "None of the above": 30 })?.none,
    ).toBe("None of the above");
  });

  test.each([
    ["sentences", { "It is fine, I could do it": 40, "It is fine, this can be solved": 30, "No, never": 30 }],
    ["ranges of money", { "$0 - $24,999": 30, "$25,000 - $49,999": 30, "$50,000 - $99,999": 30 }],
    ["one choice each", { North: 30, South: 30, East: 30 }],
    ["coordinates", { "37.61, -122.38": 30, "37.62, -122.39": 30 }],
  ])("%s are not parted", (_, counts) => {
    expect(joined(counts as unknown as Readonly<Record<string, number>>)).toBeUndefined();
  });

  test("comments with commas are not parted", () => {
    const comments = Object.fromEntries(
      Array.from({ length: 80 }, (_, at) => [`Point ${at}, then point ${at * 7}, and so on`, 1]),
    );
    expect(joined(comments)).toBeUndefined();
  });
});
