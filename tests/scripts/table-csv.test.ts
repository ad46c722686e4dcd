import fc from "fast-check";
import { JSDOM } from "jsdom";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { csvCell, tablesCsv } from "../../src/browser/table-csv.ts";

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
  ])("%s is the number %s", (shown, written) => {
    expect(csvCell(shown)).toBe(written);
  });

  test.each(["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tx", "\rx", "＝1"])(
    "%j is no formula",
    (text) => {
      const [[cell = ""] = []] = Papa.parse<string[]>(csvCell(text), {
        delimiter: ",",
        newline: "\r\n",
      }).data;
      expect(cell).toBe(`'${text}`);
    },
  );

  test.each(["70.1–75.2", "−20.0 至 −5.0", "1,23", "No. 5", "华东"])("%s stays as it is", (text) => {
    expect(Papa.parse<string[]>(csvCell(text), { delimiter: ",", newline: "\r\n" }).data).toEqual([[text]]);
  });

  test("whatever its text, it never begins like a formula unless it is a number", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const [[cell = ""] = []] = Papa.parse<string[]>(csvCell(text), {
          delimiter: ",",
          newline: "\r\n",
        }).data;
        expect(/^[=+\-@\t\r]/.test(cell) && !/^-[\d.]+%?$/.test(cell)).toBe(false);
      }),
    );
  });
});

const { document } = new JSDOM(`
  <table><caption>By region</caption>
    <thead><tr><th>Region</th><th class="strip-cell">700 axis cut 900</th><th>Score</th><th>Change <small>95% interval</small></th><th>Base</th></tr></thead>
    <tbody>
      <tr class="group"><th colspan="5">Group 1</th></tr>
      <tr><th>East, “old” <small class="flag">closed</small></th><td class="strip-cell"><span class="sr-only">95% interval 790–<!-- -->810</span></td><td>1,800</td><td>▼ −21 <small>clear fall</small></td><td>1,045</td></tr>
      <tr><th>South</th><td></td><td><span class="quiet">withheld</span></td><td>–</td><td></td></tr>
      <tr><th>West</th><td></td><td>790</td><td>–</td><td>12 <span class="flag">small base</span></td></tr>
    </tbody>
  </table>`).window;

test("a table is a file of its cells, remarks in columns of their own", () => {
  const tables = [...document.querySelectorAll("table")];
  const text = tablesCsv(tables, (heading) => `${heading} (note)`);
  expect(text.charCodeAt(0)).toBe(0xfeff);
  expect(Papa.parse<string[]>(text.slice(1).trimEnd(), { delimiter: ",", newline: "\r\n" }).data).toEqual([
    ["Region", "Region (note)", "", "Score", "Change", "95% interval", "Base", "Base (note)"],
    ["Group 1", "", "", "", "", "", "", ""],
    ["East, “old”", "closed", "95% interval 790–810", "1800", "-21", "clear fall", "1045", ""],
    ["South", "", "", "withheld", "–", "", "", ""],
    ["West", "", "", "790", "–", "", "12", "small base"],
  ]);
});

test("several tables stand under each other", () => {
  const [table] = [...document.querySelectorAll("table")];
  if (!table) throw new Error("no table");
  const lines = tablesCsv([table, table], () => "").split("\r\n");
  expect(lines).toHaveLength(5 + 1 + 5 + 1);
  expect(lines[5]).toBe("");
});
