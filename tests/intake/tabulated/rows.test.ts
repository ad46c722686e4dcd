import { describe, expect, test } from "vitest";
import { halfUnit, readCount, readPercent } from "../../../src/intake/tabulated/cells.ts";
import { rating } from "../../measures/questions.ts";
import { dimension, surveyOf } from "../../measures/surveys.ts";
import { plainTable, readText } from "./tables.ts";

const survey = surveyOf([rating(1, 3)], { dimensions: [dimension("region", ["east"])] });

describe("every row is accounted for", () => {
  test("used, of another wave, of an unwanted question, without a known figure", () => {
    const text = `year,q,option,count
2009,item,1,3
2009,item,2,4
2009,item,3,
2010,item,1,9
2009,hotel,1,9
2009,hotel,2,9
`;
    const reading = { ...plainTable, rows: { year: "2009" }, question: "q", questions: { hotel: "" } };
    const { quality, table } = readText(survey, text, { reading });
    expect(quality).toEqual([
      {
        rowsRead: 6,
        used: 2,
        leftOut: { other: 1, unwanted: 2, unknown: 1, wrong: 0 },
        unknownCells: 1,
        encoding: "utf-8",
      },
    ]);
    expect(table.slices).toEqual([
      {
        slice: {},
        questions: [
          {
            question: "item",
            cells: [
              { option: "1", n: 3 },
              { option: "2", n: 4 },
              { option: "3", unknown: true },
            ],
          },
        ],
      },
    ]);
  });

  test("a row with something wrong is none of these", () => {
    const { quality } = readText(survey, "question,option,count\nitem,9,3\nitem,1,3\n");
    expect(quality[0]).toMatchObject({ rowsRead: 2, used: 1, leftOut: { wrong: 1 } });
  });
});

describe("cells", () => {
  test.each([
    ["0", 0],
    ["12", 12],
    ["012", 12],
    ["5.0", 5],
  ])("%s is a count of %d", (cell, value) => expect(readCount(cell)).toEqual({ kind: "figure", value }));
  test.each(["", "N/A", "n/a", "Not Available", "NOT AVAILABLE"])("%j is not known", (cell) => {
    expect(readCount(cell)).toEqual({ kind: "unknown" });
    expect(readPercent(cell)).toEqual({ kind: "unknown" });
  });
  test.each(["-1", "1.5", "12%", "1e3", "0x5", "many", "-", "fewer than 50"])("%j is no count", (cell) =>
    expect(readCount(cell).kind).toBe("bad"),
  );
  test.each([
    ["0", 0],
    ["15.8", 15.8],
    ["15.8 %", 15.8],
    ["100", 100],
  ])("%s is a share of %d per cent", (cell, value) =>
    expect(readPercent(cell)).toEqual({ kind: "figure", value }),
  );
  test.each(["-0.1", "100.1", "half", "0,5"])("%j is no share", (cell) =>
    expect(readPercent(cell).kind).toBe("bad"),
  );
  test("a figure can be off by half a unit of its last digit", () => {
    expect([halfUnit("16"), halfUnit("15.8"), halfUnit("15.79%")]).toEqual([0.5, 0.05, 0.005]);
  });
});
