import { describe, expect, test } from "vitest";
import { isHardlyChinese } from "../../src/drafting/sheet.ts";
import { findTable } from "../../src/drafting/table.ts";
import { sheetOf, sheetOfColumns } from "./sheets.ts";

describe("what stands within what", () => {
  const sheet = sheetOfColumns({
    Region: ["N", "N", "N", "S", "S", "S"],
    City: ["a", "a", "b", "c", "c", "d"],
    Dealer: ["1", "2", "3", "4", "5", "6"],
    Zone: ["x", "y", "x", "y", "x", "y"],
    Colour: ["r", "r", "r", "s", "s", "s"],
  });
  test("is found among places: every dealer in one city, every city in one region", () => {
    expect(sheet.nested).toContainEqual(["City", "Region"]);
    expect(sheet.nested).toContainEqual(["Dealer", "City"]);
    expect(sheet.nested).toContainEqual(["Dealer", "Region"]);
  });
  test("and nothing else is", () => {
    expect(sheet.nested.filter(([child]) => child === "Zone" || child === "Region")).toEqual([]);
    expect(sheet.nested.some((pair) => pair.includes("Colour"))).toBe(false);
  });
});

test("rows of another width are counted as ragged, blank rows not at all", () => {
  const sheet = sheetOf([["A", "B"], ["1", "2"], ["1"], ["", ""], ["1", "2", "3"], ["3", "4"]]);
  expect([sheet.rows, sheet.ragged, sheet.columns[0]?.profile.rows]).toEqual([4, 2, 2]);
});

test("what the tool's form says is no answer is a blank", () => {
  const sheet = sheetOf([
    ["序号", "1、性别", "2、爱好"],
    ["1", "男", "(跳过)"],
    ["2", "女", "其他〖钓鱼〗"],
    ["3", "女", "-3"],
  ]);
  expect([...(sheet.columns[2]?.profile.values.keys() ?? [])]).toEqual(["其他"]);
});

test("a few Chinese characters among English ones are more likely signs of windows-1252", () => {
  expect(
    isHardlyChinese(sheetOfColumns({ "Fan of the Universe?屾": ["Yes", "No"], Staff: ["1", "2"] })),
  ).toBe(true);
  expect(isHardlyChinese(sheetOfColumns({ 姓名: ["甲", "乙", "丙", "丁"] }))).toBe(false);
});

describe("a table of figures", () => {
  const columns = {
    Period: ["2015", "2015"],
    State: ["AK", "AL"],
    "Measure ID": ["H1", "H1"],
    "Low percent": [20, 30],
    "High percent": [80, 70],
  };
  test("is told from answers, and how a codebook names it", () => {
    const lines = findTable(sheetOfColumns(columns, "state.csv"))?.join("\n");
    expect(lines).toContain("question: Measure ID");
    expect(lines).toContain('"2": High percent');
    expect(lines).toContain("state: State");
  });
  test("answers are none", () => {
    expect(
      findTable(sheetOfColumns({ Region: ["N", "S"], Question: ["a", "b"], Staff: [5, 4], Speed: [3, 2] })),
    ).toBeUndefined();
  });
});
