import fc from "fast-check";
import { JSDOM } from "jsdom";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { asNumber, tableRows, toCsv } from "../../src/browser/table-rows.ts";
import { tablesEnglish } from "../../src/words/tables-en.ts";

/** Cells of a file, as an independent program reads them. */
function read(file: string): readonly (readonly string[])[] {
  return Papa.parse<string[]>(file.slice(1).trimEnd(), { delimiter: ",", newline: "\r\n" }).data;
}

/** What a file holds of a cell that says a text. */
function written(text: string): string | undefined {
  return Papa.parse<string[]>(toCsv([[text, "end"]]).slice(1, -2), { delimiter: ",", newline: "\r\n" })
    .data[0]?.[0];
}

describe("a cell of a file", () => {
  test.each([
    ["1,234", "1234"],
    ["12,345,678.9", "12345678.9"],
    ["−12.3", "-12.3"],
    ["-12.3", "-12.3"],
    ["+1.2", "1.2"],
    ["▼ −21", "-21"],
    ["▲ +0.4", "0.4"],
    ["73.2%", "73.2%"],
    ["−3.1%", "-3.1%"],
    ["0", "0"],
  ])("%s is the number %s", (shown, number) => {
    expect(written(asNumber(shown))).toBe(number);
  });

  test.each(["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tx", "\rx", "＝1", "＋1", "－x", "＠x"])(
    "%j is no formula",
    (text) => {
      expect(written(asNumber(text))).toBe(`'${text}`);
    },
  );

  test.each(["70.1–75.2", "−20.0 至 −5.0", "1,23", "No. 5", "华东", "a;b"])("%s stays as it is", (text) => {
    expect(written(asNumber(text))).toBe(text);
  });

  test("is quoted where a spreadsheet would part it", () => {
    expect(toCsv([["a;b", "a,b", "ab"]])).toBe('\uFEFF"a;b","a,b",ab\r\n');
  });

  test("whatever its text, it never begins like a formula unless it is a number", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = written(text) ?? "";
        expect(/^[=+\-@\t\r＝＋－＠]/.test(cell) && !/^-[\d.]+%?$/.test(cell)).toBe(false);
        expect([text, `'${text}`]).toContain(cell);
      }),
    );
  });
});

const { document } = new JSDOM(`
  <table><caption>By region</caption>
    <thead><tr><th>Region</th><th class="strip-cell" data-range="95% interval">700 axis cut 900</th><th>Score</th><th>Change <small class="aside">95% interval</small></th><th>Base</th></tr></thead>
    <tbody>
      <tr class="group"><th colspan="5">Group 1</th></tr>
      <tr><th>East, “old” <small class="flag">closed</small></th><td class="strip-cell"><span class="sr-only">95% interval <span class="range">790–<!-- -->810</span></span></td><td class="number">1,800</td><td>▼ −21 <small>clear fall</small></td><td>1,045</td></tr>
      <tr><th>South</th><td></td><td><span class="quiet">withheld</span></td><td>–</td><td></td></tr>
      <tr><th>West</th><td></td><td>790</td><td>–</td><td>12 <span class="flag">small base</span></td></tr>
    </tbody>
  </table>`).window;

const words = tablesEnglish.rows;

test("a table is a file of its cells: group, figures, ends of intervals and remarks in columns of their own", () => {
  const [table] = [...document.querySelectorAll("table")];
  if (!table) throw new Error("no table");
  const file = toCsv(tableRows(table, { words }));
  expect(file.charCodeAt(0)).toBe(0xfeff);
  expect(read(file)).toEqual([
    [
      ...["Group", "Region", "Region · note", "95% interval · low", "95% interval · high", "Score"],
      ...["Change", "Change · note", "Base", "Base · note"],
    ],
    ["Group 1", "East, “old”", "closed", "790", "810", "1800", "-21", "clear fall", "1045", ""],
    ["Group 1", "South", "", "", "", "withheld", "–", "", "", ""],
    ["Group 1", "West", "", "", "", "790", "–", "", "12", "small base"],
  ]);
});

test("several tables stand under each other, with one mark", () => {
  const [table] = [...document.querySelectorAll("table")];
  if (!table) throw new Error("no table");
  const rows = tableRows(table, { words });
  const lines = toCsv(rows, rows).split("\r\n");
  expect(lines).toHaveLength(4 + 1 + 4 + 1);
  expect(lines[4]).toBe("");
  expect(lines.join("").match(/\uFEFF/g)).toHaveLength(1);
});
