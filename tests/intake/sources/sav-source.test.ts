/** The files under `spss/` were written by PSPP 1.6.2 from the syntax beside them, where their content is typed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { spss } from "../../../src/intake/exports/spss.ts";
import { savSource } from "../../../src/intake/sources/sav-source.ts";
import { SourceError } from "../../../src/intake/sources/source.ts";
import { rowsOf } from "./rows.ts";

const read = (name: string) => readFileSync(join(import.meta.dirname, "spss", name));
/** PSPP's own reading of the same file. */
const values = Papa.parse<string[]>(read("values.csv").toString("utf-8"), { skipEmptyLines: true }).data;

describe.each(["bytecode.sav", "plain.sav", "zlib.zsav"])("%s", (name) => {
  const source = savSource(read(name));

  test("gives a header of names and a row a case", async () => {
    const { cells, lines } = await rowsOf(source);
    const [header, ...rows] = cells;
    expect(header).toEqual(["id", "满意度", "wait", "city", "note", "visited", "seen", "took"]);
    expect(lines).toEqual([0, 1, 2, 3, 4, 5]);
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ["1", "5", "3.6", "北京市朝阳"],
      // In the missing range, without a label.
      ["2", "9", "", "西"],
      ["3", "", "99.5", "东"],
      ["4", "8", "-7", "nowhere1long"],
      ["5", "1", "1000000", "西"],
    ]);
  });

  test("joins long text, characters on the seam included", async () => {
    const { cells } = await rowsOf(source);
    expect(cells.map((row) => row[4])).toEqual(values.map((row) => row[4]));
    expect(cells[5]?.[4]).toHaveLength(1 + 300 + 1 + 290 + 1);
  });

  test("writes dates so that the year comes first", async () => {
    const { cells } = await rowsOf(source);
    expect(cells.slice(1).map((row) => row.slice(5))).toEqual([
      ["2024-03-03", "2024-03-03 14:05:06", "65"],
      ["2023-12-31", "2023-12-31 00:00:00", "3600"],
      ["", "", ""],
      ["2000-02-29", "2000-02-29 23:59:59", "0"],
      ["1960-01-01", "1960-01-01 12:00:00", "1"],
    ]);
  });

  test("tells labels, measures and missing values", () => {
    const [, score, wait, city] = source.dictionary ?? [];
    expect(score).toMatchObject({
      label: "总体满意度",
      measure: "ordinal",
      valueLabels: [
        { value: "1", label: "很不满意" },
        { value: "5", label: "很满意" },
        { value: "9", label: "不知道" },
      ],
      missing: ["8", "9"],
    });
    expect(wait).toMatchObject({ measure: "scale", missing: ["99.5", "-7"], missingRange: { high: -1 } });
    expect(city).toMatchObject({
      label: "City",
      measure: "nominal",
      valueLabels: [{ value: "nowhere1long", label: "Nowhere" }],
      missing: ["nowhere1"],
    });
  });
});

test("text and names are in the encoding that the file names", async () => {
  const source = savSource(read("gb18030.sav"));
  expect((await rowsOf(source)).cells).toEqual([
    ["id", "城市"],
    ["1", "上海浦东新"],
    ["2", "满意"],
  ]);
  expect(source.dictionary?.[1]?.valueLabels).toEqual([{ value: "x", label: "好" }]);
});

test("the layout hands each column its missing values", () => {
  const { dictionary } = savSource(read("plain.sav"));
  const layout = dictionary && spss.layoutOf({ rows: [], dictionary });
  expect(layout?.columns.slice(0, 3)).toMatchObject([
    { name: "id", text: "id", missing: [] },
    { name: "满意度", text: "总体满意度", missing: ["8", "9"] },
    { name: "wait", text: "wait", missing: ["99.5", "-7"] },
  ]);
});

describe("a broken file", () => {
  const whole = read("bytecode.sav");

  test("is said to be one, wherever it ends", async () => {
    for (let length = 4; length < whole.length - 8; length += 97)
      await expect(
        (async () => rowsOf(savSource(whole.subarray(0, length))))(),
        `cut at ${length}`,
      ).rejects.toThrow(SourceError);
  });

  test("is said to be one where a block does not unpack", async () => {
    const bytes = Uint8Array.from(read("zlib.zsav"));
    bytes.fill(0xff, 2700, 2800);
    await expect((async () => rowsOf(savSource(bytes)))()).rejects.toThrow(SourceError);
  });
});
