import { describe, expect, test } from "vitest";
import { isNoAnswer, isNone } from "../../src/drafting/answer-words.ts";
import { rangeStart } from "../../src/drafting/range-start.ts";
import { wordScale } from "../../src/drafting/word-scale.ts";
import { draftWords } from "../../src/drafting/words.ts";

describe("words of a scale", () => {
  test.each([
    ["Very dissatisfied|Dissatisfied|Neither satisfied nor dissatisfied|Satisfied|Very satisfied"],
    ["Completely Dissatisfied|Somewhat Dissatisfied|Neutral|Somewhat Satisfied|Completely Satisfied"],
    ["Strongly disagree|Disagree|Neither agree nor disagree|Agree|Strongly agree"],
    [
      "Very unfavorably|Somewhat unfavorably|Neither favorably nor unfavorably (neutral)|Somewhat favorably|Very favorably",
    ],
    ["Very Difficult|Difficult|Somewhat Difficult|Somewhat Easy|Easy|Very Easy"],
    ["Not at all satisfied|Slightly satisfied|Moderately satisfied|Very satisfied|Extremely satisfied"],
    ["Poor|Fair|Good|Very good|Excellent"],
    ["Never|Rarely|Sometimes|Often|Always"],
    ["Definitely not|Probably not|Probably|Definitely"],
    ["很不满意|不满意|一般|满意|非常满意"],
    ["非常不满意|不太满意|一般|比较满意|非常满意"],
    ["完全不同意|不同意|一般|同意|完全同意"],
    ["很差|较差|一般|较好|很好"],
    ["从不|很少|有时|经常|总是"],
  ])("%s, worst first, from any order", (written) => {
    const words = written.split("|");
    expect(wordScale(words.toReversed())?.words).toEqual(words);
    expect(wordScale([...words.slice(2), ...words.slice(0, 2)])?.words).toEqual(words);
  });

  test("words for no answer stand outside", () => {
    const scale = wordScale(["Agree", "I don't know", "Disagree", "Neutral"]);
    expect(scale).toEqual({
      subject: "agree",
      words: ["Disagree", "Neutral", "Agree"],
      outside: ["I don't know"],
    });
  });

  test.each([
    ["two steps", ["Satisfied", "Dissatisfied"]],
    ["another word among them", ["Agree", "Disagree", "Neutral", "Blue"]],
    ["two subjects", ["Very satisfied", "Agree", "Disagree", "Dissatisfied"]],
    ["two words for one step", ["Never", "Often", "Frequently", "Always"]],
    ["no scale at all", ["North", "South", "East"]],
  ])("none where there is %s", (_, words) => expect(wordScale(words)).toBeUndefined());
});

describe("no answer", () => {
  test.each([
    "N/A",
    "na",
    "Don't know",
    "I don’t know this tool",
    "Unfamiliar (N/A)",
    "Prefer not to say",
    "Blank",
    "#DIV/0!",
    "说不清",
    "不知道/拒绝回答",
    "（空）",
    "-",
  ])("%s", (value) => expect(isNoAnswer(value)).toBe(true));
  test.each(["None", "No", "无", "Nationwide", "Never", "0", "Not very satisfied", "不满意"])(
    "not %s",
    (value) => expect(isNoAnswer(value)).toBe(false),
  );
  test("none of these is an answer of its own kind", () => {
    expect(["None of the above", "以上都没有", "None"].every(isNone)).toBe(true);
    expect(["No", "Nonesuch"].some(isNone)).toBe(false);
  });
});

describe("ranges", () => {
  test.each([
    ["Under 18|18-24|25-34|45 or older"],
    ["24 years old or less|25 - 34 years old|55 years old or more"],
    ["3 months ago or less|3 ~ 12 months ago|1 ~ 3 years ago|3 years ago or more"],
    ["$0 - $24,999|$25,000 - $49,999|$100,000 - $149,999|$150,000+"],
    ["无收入|3000元以下|3001-5000元|10001-15000元|15000元以上"],
    ["没有投入|10%左右|20%左右|超过50%"],
    ["18岁以下|18-24岁|45岁以上"],
  ])("%s in the order of their numbers", (written) => {
    const starts = written.split("|").map((value) => rangeStart(value) ?? Number.NaN);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect(new Set(starts).size).toBe(starts.length);
  });
  test("a code with letters in front is none", () =>
    expect(["D07", "North", "A4"].map(rangeStart)).toEqual([undefined, undefined, undefined]));
});

test("both languages say the same things", () => {
  const { en, zh } = draftWords;
  expect(Object.keys(zh).toSorted()).toEqual(Object.keys(en).toSorted());
  const latin = Object.entries(zh).filter(
    ([, text]) => typeof text === "string" && !/\p{Script=Han}/u.test(text),
  );
  expect(latin).toEqual([]);
});
