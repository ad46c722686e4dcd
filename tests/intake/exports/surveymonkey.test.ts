import { expect, test } from "vitest";
import { Header } from "../../../src/intake/responses/header.ts";
import { layoutOf, pick } from "./layouts.ts";

const layout = layoutOf([
  [
    "Respondent ID",
    "Collector ID",
    "Start Date",
    "End Date",
    "IP Address",
    "Email Address",
    "First Name",
    "Last Name",
    "Custom Data 1",
    "Which <b>films</b><br>did you see?",
    "",
    "",
    "How  good?",
    "How  good?",
    "Comments",
    "",
    "Age",
  ],
  [
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "Episode I",
    "Episode II",
    "Other (please specify)",
    "Response",
    "Response",
    "Open-Ended Response",
    "",
    "Response",
  ],
  [
    "3292879998",
    "1",
    "10/12/2014",
    "",
    "",
    "",
    "",
    "",
    "",
    "Episode I",
    "",
    "",
    "Good",
    "",
    "x",
    "",
    "18-29",
  ],
]);

test("two header rows are known by the respondent's id above a blank cell", () => {
  expect([layout.format, layout.headerRows]).toEqual(["surveymonkey", 2]);
});

test("a question's words are carried over the columns that continue it, without tags", () => {
  expect(pick(layout, "name", "part", "typed").slice(9)).toEqual([
    ["Which films did you see? [Episode I]", "Episode I", undefined],
    ["Which films did you see? [Episode II]", "Episode II", undefined],
    ["Which films did you see? [Other (please specify)]", "Other (please specify)", true],
    ["How good?", undefined, undefined],
    ["How good?", undefined, undefined],
    ["Comments", undefined, undefined],
    ["", undefined, undefined],
    ["Age", undefined, undefined],
  ]);
});

test("a question with the words of another is another question, and its column has a number", () => {
  expect(layout.columns.slice(12, 14).map(({ question }) => question)).toEqual(["How good?", "How good?#2"]);
  const header = new Header(layout.columns);
  expect([header.placeOf("How good?"), header.placeOf("How good?#2")]).toEqual([12, 13]);
});

test("columns of the tool's own are told", () => {
  expect(layout.columns.slice(0, 9).map(({ role }) => role)).toEqual([
    "respondent",
    "tool",
    "started",
    "submitted",
    ...Array.from({ length: 5 }, () => "personal"),
  ]);
});

test.each([
  [
    "no second header",
    [
      ["Respondent ID", "Age"],
      ["17", "18-29"],
    ],
  ],
  [
    "a first respondent without an id",
    [
      ["Respondent ID", "Age"],
      ["", "18-29"],
    ],
  ],
  [
    "another first column",
    [
      ["Age", "", "x"],
      ["", "Response", "Response"],
    ],
  ],
])("a file of %s is none", (_, rows) => {
  expect(layoutOf(rows).format).toBe("plain");
});
