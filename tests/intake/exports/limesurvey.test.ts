import { describe, expect, test } from "vitest";
import { layoutOf, pick } from "./layouts.ts";

const fixed = [
  "id",
  "submitdate",
  "lastpage",
  "startlanguage",
  "seed",
  "token",
  "startdate",
  "datestamp",
  "ipaddr",
];

describe("headings as codes", () => {
  const layout = layoutOf([
    [
      ...fixed,
      "Q1[SQ001]",
      "Q1[SQ001_SQ002]",
      "Q1[other]",
      "Q2[SQ001][1]",
      "Q3[SQ001comment]",
      "Q4",
      "interviewtime",
      "groupTime12",
      "Q4Time",
    ],
  ]);

  test("are parted at the bracket", () => {
    expect([layout.format, layout.headerRows]).toEqual(["limesurvey", 1]);
    expect(pick(layout, "name", "question", "part", "typed").slice(9, 15)).toEqual([
      ["Q1[SQ001]", "Q1", "SQ001", undefined],
      ["Q1[SQ001_SQ002]", "Q1", "SQ001_SQ002", undefined],
      ["Q1[other]", "Q1", "other", true],
      ["Q2[SQ001][1]", "Q2", "SQ001, 1", undefined],
      ["Q3[SQ001comment]", "Q3", "SQ001comment", true],
      ["Q4", "Q4", undefined, undefined],
    ]);
  });

  test("tell the tool's own columns", () => {
    expect(layout.columns.map(({ role }) => role)).toEqual([
      "respondent",
      "submitted",
      "tool",
      "language",
      "tool",
      "personal",
      "started",
      "tool",
      "personal",
      ...Array.from({ length: 6 }, () => "answer"),
      "duration",
      "tool",
      "tool",
    ]);
  });
});

test("headings as words, with a bracket in a row's name, tags and a second question's number", () => {
  const layout = layoutOf([
    [
      "Response ID",
      "Date submitted",
      "Last page",
      "Start language",
      "2 - Which of these? [Other [please specify]]",
      "<p>How&nbsp;good is it?</p> [Price]",
      "Overall",
    ],
  ]);
  expect(layout.format).toBe("limesurvey");
  expect(pick(layout, "name", "text", "part", "aliases").slice(4)).toEqual([
    ["2 - Which of these? [Other [please specify]]", "Which of these?", "Other [please specify]", []],
    ["How good is it? [Price]", "How good is it?", "Price", ["<p>How&nbsp;good is it?</p> [Price]"]],
    ["Overall", "Overall", undefined, []],
  ]);
});

test("shortened headings stay as they are", () => {
  const layout = layoutOf([
    ["Response ID", "Date submitted", "Last page", "Which of the f.. [Linux]", "How do you rat.."],
  ]);
  expect(pick(layout, "text", "part").slice(3)).toEqual([
    ["Which of the f..", "Linux"],
    ["How do you rat..", undefined],
  ]);
});

test("headings as code and words keep the code as the question", () => {
  const layout = layoutOf([
    [
      "id. Response ID",
      "submitdate. Date submitted",
      "lastpage. Last page",
      "startlanguage. Start language",
      "Q1[SQ001]. Which of these? [Linux]",
      "Q2. How old are you?",
    ],
  ]);
  expect(layout.format).toBe("limesurvey");
  expect(pick(layout, "question", "text", "part").slice(4)).toEqual([
    ["Q1", "Which of these?", "Linux"],
    ["Q2", "How old are you?", undefined],
  ]);
});

test.each([
  ["German", ["Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache"]],
  ["French", ["ID de la réponse", "Date de soumission", "Dernière page", "Langue de départ"]],
  ["without a column that was not exported", ["Response ID", "Last page", "Start language"]],
])("headings are known: %s", (_, header) => {
  expect(layoutOf([[...header, "Q"]]).format).toBe("limesurvey");
});

describe("cells", () => {
  const layout = layoutOf([[...fixed, "Q1", "Q2"]]);
  const row = (submitted: string) => ["1", submitted, "2", "en", "", "", "", "", "", "N/A", ""];

  test("not asked differs from not answered", () => {
    expect([layout.notAsked, layout.missing]).toEqual([["N/A"], []]);
  });

  test("an interview without a date of handing in was not finished; the date that stands for none counts as one", () => {
    expect(layout.isIncomplete?.(row(""))).toBe(true);
    expect(layout.isIncomplete?.(row("2016-08-27 19:16:23"))).toBe(false);
    expect(layout.isIncomplete?.(row("1980-01-01 00:00:00"))).toBe(false);
  });

  test("the date that stands for none is none, but a birthday stays", () => {
    expect(layout.clean?.("1980-01-01 00:00:00", 1)).toBe("");
    expect(layout.clean?.("1980-01-01 00:00:00", 9)).toBe("1980-01-01 00:00:00");
  });

  test("an answer that begins with = is without its mask", () => {
    expect(layout.clean?.("'=1+1", 9)).toBe("=1+1");
    expect(layout.clean?.("'tis good", 9)).toBe("'tis good");
  });
});
