import { expect, test } from "vitest";
import { layoutOf, pick } from "./layouts.ts";

test("grids are parted at the bracket; addresses are personal", () => {
  const layout = layoutOf([
    [
      "Timestamp",
      "Email Address",
      "Rate us [Price]",
      "Rate us [Staff [desk]]",
      "Which\ntools? (all, that apply)",
      "Score",
    ],
    ["12/6/2018 11:57:58", "a@b.c", "4", "5", "Excel, SPSS", "3 / 5"],
  ]);
  expect([layout.format, layout.headerRows]).toEqual(["google-forms", 1]);
  expect(pick(layout, "name", "role", "question", "part")).toEqual([
    ["Timestamp", "submitted", "Timestamp", undefined],
    ["Email Address", "personal", "Email Address", undefined],
    ["Rate us [Price]", "answer", "Rate us", "Price"],
    ["Rate us [Staff [desk]]", "answer", "Rate us", "Staff [desk]"],
    ["Which tools? (all, that apply)", "answer", "Which tools? (all, that apply)", undefined],
    ["Score", "tool", "Score", undefined],
  ]);
  expect(layout.columns[4]?.aliases).toEqual(["Which\ntools? (all, that apply)"]);
});

test.each([
  ["时间戳记", "2018/12/6 上午11:57:58"],
  ["Horodateur", "06/12/2018 11:57:58"],
  ["Zeitstempel", "06.12.2018 11:57:58"],
  ["Timestamp", "2018/12/06 11:57:58 AM GMT+1"],
  ["Timestamp", "2018-12-06 11:57:58"],
])("the first column may be %s, %s", (header, cell) => {
  expect(
    layoutOf([
      [header, "Q"],
      [cell, "1"],
    ]).format,
  ).toBe("google-forms");
});

test.each([
  ["no time of day", ["Timestamp", "Q"], ["12/6/2018", "1"]],
  ["seconds since 1970", ["timestamp", "Q"], ["1544097478", "1"]],
  ["a date first under another name", ["Date", "Q"], ["12/6/2018 11:57:58", "1"]],
])("a table with %s is none", (_, ...rows) => {
  expect(layoutOf(rows).format).toBe("plain");
});
