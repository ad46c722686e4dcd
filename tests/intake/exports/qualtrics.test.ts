import { describe, expect, test } from "vitest";
import { Header } from "../../../src/intake/responses/header.ts";
import { layoutOf, pick } from "./layouts.ts";

const id = (importId: string, choiceId?: string) =>
  JSON.stringify({ ImportId: importId, ...(choiceId === undefined ? {} : { choiceId }) });

describe("three header rows", () => {
  const layout = layoutOf([
    [
      "StartDate",
      "Status",
      "Finished",
      "ResponseId",
      "LocationLatitude",
      "Q1_1",
      "Q1_2",
      "Q1_4_TEXT",
      "Status",
    ],
    [
      "Anfangsdatum",
      "Antworttyp",
      "Beendet",
      "Antwort-ID",
      "Breitengrad",
      "Which <b>services</b>?<br>Choose - Selected Choice - Lounge",
      "Which services? - Shops - bars",
      "Which services? - Other (please specify) - Text",
      "Status",
    ],
    [
      id("startDate"),
      id("status"),
      id("finished"),
      id("_recordId"),
      id("locationLatitude"),
      id("QID1", "1"),
      id("QID1_2"),
      id("QID1", "4_TEXT"),
      id("Status"),
    ],
  ]);

  test("are known by ImportId, whatever the language of the texts", () => {
    expect([layout.format, layout.headerRows]).toEqual(["qualtrics", 3]);
  });

  test("name a column by ImportId and choice, in either spelling, and find it by the name in the first row", () => {
    expect(pick(layout, "name", "question", "role")).toEqual([
      ["startDate", "startDate", "started"],
      ["status", "status", "tool"],
      ["finished", "finished", "tool"],
      ["_recordId", "_recordId", "respondent"],
      ["locationLatitude", "locationLatitude", "personal"],
      ["QID1_1", "QID1", "answer"],
      ["QID1_2", "QID1", "answer"],
      ["QID1_4_TEXT", "QID1", "answer"],
      ["Status", "Status", "answer"],
    ]);
    const header = new Header(layout.columns);
    expect([header.placeOf("QID1_2"), header.placeOf("Q1_2"), header.placeOf("ResponseId")]).toEqual([
      6, 6, 3,
    ]);
    // Two columns are called Status in the first row: the name of the second is the only one left.
    expect([header.placeOf("status"), header.placeOf("Status")]).toEqual([1, 8]);
  });

  test("split a text at its first dash into question and choice", () => {
    expect(pick(layout, "text", "part", "typed").slice(5)).toEqual([
      ["Which services? Choose", "Lounge", undefined],
      ["Which services?", "Shops - bars", undefined],
      ["Which services?", "Other (please specify)", true],
      ["Status", undefined, undefined],
    ]);
  });

  test("say in Finished which interviews were not", () => {
    const row = (finished: string) => ["", "0", finished, "R_1", "", "1", "", "", ""];
    const cells = ["1", "0", "True", "False", "FALSE", ""];
    expect(cells.map((cell) => layout.isIncomplete?.(row(cell)))).toEqual([
      false,
      true,
      false,
      true,
      true,
      false,
    ]);
  });
});

test("names that occur twice are numbered; a question of one column keeps its dash; timings are the tool's", () => {
  const layout = layoutOf([
    ["Q1", "Q2", "Q2", "Q3", "Q4_First Click", "Q5", "Q5_DO"],
    ["Overall - how was it?", "Row A", "Row B", "Why? - Selected Choice", "Timing - First Click", "x", "x"],
    ["QID1", "QID2_1", "QID2_1", "QID3", "QID4_FIRST_CLICK", "1_QID5", "QID5_DO_1"].map((key) => id(key)),
  ]);
  expect(new Header(layout.columns).names).toEqual([
    "QID1",
    "QID2_1",
    "QID2_1#2",
    "QID3",
    "QID4_FIRST_CLICK",
    "1_QID5",
    "QID5_DO_1",
  ]);
  expect(pick(layout, "text", "part").slice(0, 4)).toEqual([
    ["Overall - how was it?", undefined],
    ["Row A", undefined],
    ["Row B", undefined],
    ["Why?", undefined],
  ]);
  expect(layout.columns.map(({ role }) => role)).toEqual([
    "answer",
    "answer",
    "answer",
    "answer",
    "tool",
    "answer",
    "tool",
  ]);
  // A first name that two columns have finds neither.
  expect(new Header(layout.columns).placeOf("Q2")).toBeUndefined();
});

describe("two header rows", () => {
  const layout = layoutOf([
    ["V1", "V2", "V5", "V8", "V10", "Q1_1", "Q1_2", "Q1_2_TEXT", "Q2_TEXT", "LocationAccuracy", ""],
    [
      "ResponseID",
      "ResponseSet",
      "EmailAddress",
      "StartDate",
      "Finished",
      "Rate - Price",
      "Rate - Other",
      "Rate - Other-TEXT",
      "Why?",
      "LocationAccuracy",
      "",
    ],
    ["R_1", "Standard", "", "2017-07-18 08:28:09", "1", "5", "4", "toys", "so", "-1", ""],
  ]);

  test("are known by V1 above ResponseID; the blank last column is none", () => {
    expect([layout.format, layout.headerRows, layout.columns.length]).toEqual(["qualtrics", 2, 10]);
  });

  test("name columns as the first row does; the tool's own are found by the second too", () => {
    expect(pick(layout, "name", "aliases", "role").slice(0, 5)).toEqual([
      ["V1", ["ResponseID"], "respondent"],
      ["V2", ["ResponseSet"], "tool"],
      ["V5", ["EmailAddress"], "personal"],
      ["V8", ["StartDate"], "started"],
      ["V10", ["Finished"], "tool"],
    ]);
    expect(pick(layout, "name", "question", "text", "part", "typed").slice(5)).toEqual([
      ["Q1_1", "Q1", "Rate", "Price", undefined],
      ["Q1_2", "Q1", "Rate", "Other", undefined],
      ["Q1_2_TEXT", "Q1", "Rate", "Other", true],
      ["Q2_TEXT", "Q2", "Why?", undefined, undefined],
      ["LocationAccuracy", "LocationAccuracy", "LocationAccuracy", undefined, undefined],
    ]);
    expect(layout.columns.at(-1)?.role).toBe("personal");
  });

  test("say in Finished which interviews were not", () => {
    expect(layout.isIncomplete?.(["R_1", "", "", "", "0"])).toBe(true);
    expect(layout.isIncomplete?.(["R_1", "", "", "", "1"])).toBe(false);
  });
});
