import { describe, expect, test } from "vitest";
import type { TitleParts } from "../../src/words/en.ts";
import { joinRange } from "../../src/words/numbers.ts";
import { spaced } from "../../src/words/spacing.ts";
import { wordsIn } from "../../src/words/words.ts";

const [english, chinese] = [wordsIn("en"), wordsIn("zh")];

describe("the sentence that heads a page", () => {
  const parts = { value: "66.4%", wave: "2024", change: "2.0", previous: "2023", quantity: false };
  const say = (verdict: TitleParts["verdict"], measure?: TitleParts["measure"]) =>
    [english, chinese].map((words) =>
      words.titleSentence({
        ...parts,
        subject: words === english ? "Overall" : "总体",
        verdict,
        ...(measure ? { measure } : {}),
      }),
    );

  test("names a share, which is no score", () => {
    expect(say("none", "satisfied")).toEqual([
      "Overall stands at 66.4% satisfied in 2024",
      "2024，总体满意率 66.4%",
    ]);
    expect(say("rise", "top2")).toEqual([
      "Overall rose 2.0 to 66.4% in the top-2 box in 2024",
      "2024，总体最高两项比例上升 2.0，至 66.4%",
    ]);
  });

  test("calls a mean a score", () => {
    expect(say("none")[1]).toBe("2024，总体得分 66.4%");
  });
});

test("a title keeps its capitals after a colon, and a title of several capitals everywhere", () => {
  expect(english.branchSubject("New York", "Overall Hospital Rating")).toBe(
    "New York: Overall Hospital Rating",
  );
  expect(english.breakdownBy("Service line")).toBe("By service line");
  expect(english.breakdownBy("Hospital Type")).toBe("By Hospital Type");
});

test("a range that runs below zero has a word between its ends", () => {
  const [low, high] = ["\u221220", "80"];
  expect(english.axis(joinRange(low, high, "en"), false)).toBe("axis cut to \u221220 to 80");
  expect(chinese.axis(joinRange(low, high, "zh"), false)).toBe("横轴截取 \u221220 至 80");
  expect(joinRange("1", "5", "zh")).toBe("1–5");
});

test("no space follows a Chinese stop", () => {
  expect(spaced("甲， 乙。 丙 3 丁")).toBe("甲，乙。丙 3 丁");
});

test("an arrow stays on a line with its amount", () => {
  expect(spaced("服务质量（▼ \u221216）、休息区（▲ 4）")).toBe(
    "服务质量（▼\u00a0\u221216）、休息区（▲\u00a04）",
  );
});

test("how many branches there are is said in words, where a title has a plural", () => {
  const { levelCount, listLead } = english.network;
  expect(
    listLead([levelCount("Region", 7, "7"), levelCount("City", 60, "60"), levelCount("Branch", 1, "1")]),
  ).toBe("7 regions, 60 cities and 1 branch.");
  expect(levelCount("Branch", 2, "2")).toBe("2 branches");
  expect(levelCount("TV Region", 2, "2")).toBe("2 TV Regions");
  expect(levelCount("Area (2024)", 2, "2")).toBe("Area (2024): 2");
  expect(chinese.network.listLead(["7 个区域", "60 个城市"])).toBe("共有 7 个区域、60 个城市。");
});

test("a list of a level is headed by the level’s own name, whatever it is of", () => {
  expect([english.branchesTitle("Brand"), english.branchesOf("Model", "Aurel")]).toEqual([
    "How do they compare? By brand",
    "How do those in Aurel compare? By model",
  ]);
  expect([chinese.branchesTitle("品牌"), chinese.branchesOf("车型", "曜能")]).toEqual([
    "按品牌比较",
    "曜能内按车型比较",
  ]);
  expect([english.figure.eachOf("Brand"), english.figure.eachOf("VIP level")]).toEqual([
    "per brand",
    "per VIP level",
  ]);
});
