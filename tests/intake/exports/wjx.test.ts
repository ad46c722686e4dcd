import { describe, expect, test } from "vitest";
import { layoutOf, pick } from "./layouts.ts";

const leading = ["序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP"];

test("headers by number, in words and in codes, belong to one question", () => {
  const layout = layoutOf([
    [
      ...leading,
      "3、性别 ",
      "6、兴趣爱好",
      "第6题(运动)",
      "第6题(ACG文化(动漫、游戏等))",
      "第6题(其他【请注明】)",
      "第7题(a) b)",
      "8、请评价(服务)",
      "8、请评价(价格)",
      "9、您的职业(选填)",
    ],
  ]);
  expect([layout.format, layout.headerRows]).toEqual(["wjx", 1]);
  expect(layout.columns.slice(0, 6).map(({ role }) => role)).toEqual([
    "respondent",
    "submitted",
    "duration",
    "tool",
    "tool",
    "personal",
  ]);
  expect(pick(layout, "name", "question", "text", "part").slice(6)).toEqual([
    ["3、性别", "3", "性别", undefined],
    ["6、兴趣爱好", "6", "兴趣爱好", undefined],
    ["第6题(运动)", "6", "第6题", "运动"],
    ["第6题(ACG文化(动漫、游戏等))", "6", "第6题", "ACG文化(动漫、游戏等)"],
    ["第6题(其他【请注明】)", "6", "第6题", "其他【请注明】"],
    ["第7题(a) b)", "7", "第7题", "a) b"],
    ["8、请评价(服务)", "8", "请评价", "服务"],
    ["8、请评价(价格)", "8", "请评价", "价格"],
    ["9、您的职业(选填)", "9", "您的职业(选填)", undefined],
  ]);
});

test.each([
  ["all leading columns taken out", ["1、性别", "2、年龄"]],
  ["some left, a colon behind the number", ["序号", "1：性别", "昵称"]],
  ["codes only", ["序号", "第1题(男)"]],
])("it is known with %s", (_, header) => {
  expect(layoutOf([header]).format).toBe("wjx");
});

test.each([
  ["a number and a colon", ["id", "1: overall", "2: price"]],
  ["one header with a number", ["编号", "1、性别"]],
  ["a number in the words", ["序号", "前3、4名", "得分"]],
])("a table with %s is none", (_, header) => {
  expect(layoutOf([header]).format).toBe("plain");
});

describe("cells", () => {
  const layout = layoutOf([[...leading, "1、性别", "2、爱好"]]);
  const clean = (cell: string) => layout.clean?.(cell, 7);

  test("not asked differs from not answered", () => {
    expect([layout.notAsked, layout.missing]).toEqual([
      ["-3", "(跳过)"],
      ["-2", "(空)"],
    ]);
  });

  test("words typed beside a choice are taken off, the choice stays", () => {
    expect(clean("其他【请注明】〖亲友赠送的〗")).toBe("其他【请注明】");
    expect(clean("运动┋其他【请注明】〖骑车┋〖山地〗〗┋购物")).toBe("运动┋其他【请注明】┋购物");
    expect(clean("价格→其他〖服务〗→质量")).toBe("价格→其他→质量");
    expect(clean("很好〖真的〗，下次再来")).toBe("很好〖真的〗，下次再来");
    expect(clean("ACG文化(动漫、游戏等)")).toBe("ACG文化(动漫、游戏等)");
  });

  test("the time taken is a number of seconds", () => {
    expect(layout.clean?.("125秒", 2)).toBe("125");
    expect(clean("125秒")).toBe("125秒");
  });
});
