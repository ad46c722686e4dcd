import { describe, expect, test } from "vitest";
import { saneFileName, saneFileNames, surveyId } from "../../src/drafting/file-names.ts";
import {
  isIdentifying,
  isOverall,
  isPersonal,
  isPlace,
  isRecommend,
  unitOf,
  wordsIn,
} from "../../src/drafting/header-words.ts";
import { Ids, slug } from "../../src/drafting/ids.ts";
import { waveName, waveNames } from "../../src/drafting/wave-names.ts";

const named = (text: string) => ({ name: text, text });

describe("names of files", () => {
  test.each([
    ["[问卷星数据]800_800_0.xls", "问卷星数据-800-800-0.xls"],
    ["满意度 (2024年).csv", "满意度-2024年.csv"],
    ["a b.CSV", "a-b.csv"],
    ["../..%2f.csv", "2f.csv"],
    ["().csv", "export.csv"],
  ])("%s → %s", (name, sane) => expect(saneFileName(name)).toBe(sane));

  test("that would be the same get numbers", () =>
    expect(saneFileNames(["a b.csv", "A-b.csv", "a_b.csv"])).toEqual(["a-b.csv", "A-b-2.csv", "a-b-3.csv"]));
  test("give the survey's id without years", () => {
    expect(surveyId(["guests-2023.csv", "guests-2024.csv"])).toBe("guests");
    expect(surveyId(["2023.csv", "2024.csv"])).toBe("survey");
    expect(surveyId(["满意度-2024年.csv"])).toBe("满意度");
  });
});

describe("waves", () => {
  test.each([
    ["guests 2023.csv", "2023"],
    ["dealers-2024-Q2.csv", "2024-q2"],
    ["2024年第三季度.xlsx", "2024-q3"],
    ["2024上半年.csv", "2024-h1"],
    ["export_2024-05.csv", "2024-05"],
    ["export_20240517.csv", "export-20240517"],
    ["800_800_0.xls", "800-800-0"],
  ])("%s is %s", (file, id) => expect(waveName(file).id).toBe(id));

  test("stand in the order of time where all names tell it, else as given", () => {
    expect(waveNames(["2024-Q2.csv", "2023.csv", "2024-Q1.csv"]).order).toEqual([1, 2, 0]);
    expect(waveNames(["b.csv", "2023.csv"]).order).toEqual([0, 1]);
  });
  test("have ids of their own", () =>
    expect(waveNames(["a 2023.csv", "b 2023.csv"]).names.map(({ id }) => id)).toEqual(["2023", "2023-2"]));
});

describe("ids", () => {
  test("of headers and texts", () => {
    expect([
      slug("Overall satisfaction (1–5)"),
      slug("总体满意度？"),
      slug("!!"),
      slug("How do you rate the friendliness of our staff?"),
    ]).toEqual(["overall-satisfaction-1-5", "总体满意度", "", "how-do-you-rate-the-friendliness"]);
  });
  test("differ whatever the case, and are none that programs use", () => {
    const ids = new Ids();
    expect(["Staff", "STAFF", "", "constructor"].map((name) => ids.take(name, "q"))).toEqual([
      "staff",
      "staff-2",
      "q",
      "constructor-2",
    ]);
  });
});

describe("words of headers", () => {
  test("are parted at signs, digits and capitals", () =>
    expect(wordsIn("Q18_homeAGE 2")).toEqual(["q", "home", "age"]));
  test.each(["Region", "Q17_CITY", "Store region", "所在城市", "门店", "In what country do you live?"])(
    "%s is a place",
    (text) => expect(isPlace(named(text))).toBe(true),
  );
  test.each([
    "Q7STORE",
    "How likely are you to recommend this hotel?",
    "How do you rate the area around the shop?",
    "对门店的满意度",
    "是否去过营业厅",
  ])("%s is none", (text) => expect(isPlace(named(text))).toBe(false));
  test.each(["Gender", "Q18AGE", "How old are you?", "您的性别", "月收入", "Household Income"])(
    "%s says who",
    (text) => expect(isPersonal(named(text))).toBe(true),
  );
  test.each([
    "Image of the brand: how satisfied are you?",
    "年龄段划分是否合理，您满意吗",
    "Language support of the help desk team we offer",
  ])("%s does not", (text) => expect(isPersonal(named(text))).toBe(false));
  test("name, mail and ZIP identify; the name of a shop does not", () => {
    expect(
      ["Full name", "E-mail", "Q17ZIP", "手机号码", "来自IP"].map((text) => isIdentifying(named(text))),
    ).toEqual([true, true, true, true, true]);
    expect(["Shop name", "Mailbox speed"].map((text) => isIdentifying(named(text)))).toEqual([false, false]);
  });
  test("overall and recommend", () => {
    expect(["Overall satisfaction", "Q7ALL", "整体满意度"].every((text) => isOverall(named(text)))).toBe(
      true,
    );
    expect(isOverall(named("Please rate how much you enjoy it, if at all"))).toBe(false);
    expect(["NPS", "NETPRO", "推荐意愿"].every((text) => isRecommend(named(text)))).toBe(true);
  });
  test("units", () =>
    expect([
      unitOf(named("等待时长（分钟）"))?.en,
      unitOf(named("Hours on hold"))?.en,
      unitOf(named("Staff")),
    ]).toEqual(["minutes", "hours", undefined]));
});
